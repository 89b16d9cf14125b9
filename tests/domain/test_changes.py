from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.domain.changes import GENESIS, Change, Changes, Operation, OperationKind, canonical_json, chain_digest

OPERATION = Operation(7, "id", OperationKind.DO, "add_note", "Опыт", "author", "2025-12-13T10:00:00.000Z")
CHANGE = Change("note", "row", None, {"id": "row", "revision": 1, "body": "ў"})


def test_the_digest_follows_from_everything_and_from_the_one_before() -> None:
    digest = chain_digest(GENESIS, OPERATION, CHANGE)
    assert digest == chain_digest(GENESIS, OPERATION, CHANGE)
    assert len(digest) == 64
    operations = [
        replace(OPERATION, number=8),
        replace(OPERATION, id="other"),
        replace(OPERATION, kind=OperationKind.UNDO),
        replace(OPERATION, action="edit_note"),
        replace(OPERATION, subject="Опыт."),
        replace(OPERATION, author_id=None),
        replace(OPERATION, moment="2025-12-13T10:00:00.001Z"),
        replace(OPERATION, target=1),
    ]
    changes = [
        replace(CHANGE, table="tag"),
        replace(CHANGE, row_id="other"),
        replace(CHANGE, before={}),
        replace(CHANGE, after=None),
        replace(CHANGE, after={**(CHANGE.after or {}), "body": "у"}),
    ]
    others = {chain_digest(GENESIS, operation, CHANGE) for operation in operations}
    others |= {chain_digest(GENESIS, OPERATION, change) for change in changes}
    others |= {chain_digest(digest, OPERATION, CHANGE)}
    assert len(others) == len(operations) + len(changes) + 1
    assert digest not in others


def test_the_digest_is_what_it_always_was() -> None:
    """Archives keep these digests for ever: the way they are made may not change by accident."""
    assert (
        chain_digest(GENESIS, OPERATION, CHANGE) == "145fbb1736d786a0efb405d64003f8ecfb9e8da6870ea954b76aa21647e927e3"
    )


def test_json_is_written_one_way() -> None:
    assert canonical_json({"б": [1, None, True], "a": "ў"}) == '{"a":"ў","б":[1,null,true]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical_json(float("nan"))


def test_an_inverse_takes_back_and_fields_tell_what_differs() -> None:
    change = Change("name", "r", {"id": "r", "revision": 1, "value": "a"}, {"id": "r", "revision": 2, "value": "b"})
    assert change.inverse().inverse() == change
    assert change.inverse().after == change.before
    assert change.fields == {"value"}
    assert CHANGE.fields == {"id", "body"}
    assert CHANGE.inverse().fields == {"id", "body"}


def test_changes_tell_what_they_touched() -> None:
    changes = Changes(OPERATION, (CHANGE, replace(CHANGE, table="tag", row_id="t")), initiator=object())
    assert changes.touches("tag", "name")
    assert not changes.touches("name")
    assert changes.ids("note") == {"row"}
    assert changes == replace(changes, initiator=None)
