"""Small archives full of collisions: records of one kind that share passages, names, events and each other."""

from __future__ import annotations

from random import Random
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.services.passages import passage_at
from workbench.store.tables import (
    LOGGED,
    Evidence,
    Inflection,
    Mention,
    Name,
    NotSame,
    Participation,
    Quote,
    Record,
    Relation,
    Statement,
)
from workbench.store.work import Work

TAGS, VALUES, LEVELS = ("be", "ru"), ("Алена", "Алёна", "Sokał"), ("", "open", "restricted", "secret")
CLAIMS: dict[str, str] = {
    "name": "name_id",
    "statement": "statement_id",
    "participation": "participation_id",
    "relation": "relation_id",
}


def make_world(work: Work, chance: Random, text_version_id: str, count: int) -> list[str]:
    """Make some records of one kind, events or places by chance, tied in every way; returns their ids."""
    kind = chance.choice((RecordKind.PERSON, RecordKind.PERSON, RecordKind.EVENT, RecordKind.PLACE))
    own = [_record(work, chance, kind) for _n in range(count)]
    other = [_record(work, chance, k) for k in (RecordKind.EVENT, RecordKind.ORGANISATION, RecordKind.PERSON)]
    passages = [passage_at(work, text_version_id, Span(at * 9, at * 9 + 8)).id for at in range(5)]
    for passage_id in passages:
        work.insert(Mention, passage_id=passage_id, record_id=other[0], role="described", certainty="certain")
    for record_id in own:
        _names(work, chance, record_id)
        for passage_id in passages:
            if chance.random() < 0.3:
                add_mention(work, chance, record_id, passage_id)
    for _n in range(chance.randint(0, 3 * count)):
        add_claim(work, chance, own, other)
    _support(work, chance, [*own, *other], passages)
    return own


def _support(work: Work, chance: Random, ids: list[str], passages: list[str]) -> None:
    claims = [(table, row.id) for table in CLAIMS for row in work.find(LOGGED[table])]
    for _n in range(chance.randint(0, 2 * len(ids))):
        cite(work, *chance.choice(claims), chance.choice(passages))
    for passage_id in chance.sample(passages, 2):
        facts = {"published_language": "en", "spoken_language": "", "manner": "direct", "level": ""}
        work.insert(Quote, passage_id=passage_id, speaker_id=chance.choice([*ids, None]), **facts)
    for _n in range(chance.randint(0, 2)):
        one, two = sorted(chance.sample(ids, 2))
        if not work.find(NotSame, one_id=one, other_id=two):
            work.insert(NotSame, one_id=one, other_id=two)


def _record(work: Work, chance: Random, kind: RecordKind) -> str:
    protected = chance.random() < 0.2
    pseudonym = chance.choice(("", "A.", "B.")) if protected else ""
    row = work.insert(Record, kind=kind.value, level=chance.choice(LEVELS), protected=protected, pseudonym=pseudonym)
    add_name(work, chance, row.id, "en")
    return row.id


def _names(work: Work, chance: Random, record_id: str) -> None:
    for _n in range(chance.randint(0, 3)):
        add_name(work, chance, record_id, chance.choice(TAGS))


def add_name(work: Work, chance: Random, record_id: str, tag: str) -> None:
    """Add a name, with cases by chance; the first of its tag may be the preferred one."""
    value = chance.choice(VALUES)
    if work.find(Name, record_id=record_id, tag=tag, value=value):
        return
    preferred = not work.find(Name, record_id=record_id, tag=tag, kind="preferred") and chance.random() < 0.7
    family = value if chance.random() < 0.5 else ""
    facts: dict[str, Any] = {"kind": "preferred" if preferred else "alias", "level": chance.choice(LEVELS)}
    row = work.insert(Name, record_id=record_id, value=value, tag=tag, given="", patronymic="", family=family, **facts)
    if chance.random() < 0.3:
        work.insert(Inflection, name_id=row.id, grammatical_case="Gen", value=chance.choice(VALUES))


def add_mention(work: Work, chance: Random, record_id: str, passage_id: str) -> None:
    """Have a passage name a record."""
    certainty = chance.choice(("certain", "possible"))
    if not work.find(Mention, passage_id=passage_id, record_id=record_id):
        role = chance.choice(("mentioned", "speaker"))
        work.insert(Mention, passage_id=passage_id, record_id=record_id, role=role, certainty=certainty)


def add_claim(work: Work, chance: Random, own: list[str], other: list[str]) -> None:
    """Say something of a record: a value, a place, a part in an event, or a tie to another."""
    one, two = chance.choice(own), chance.choice([*own, *other])
    plain: dict[str, Any] = {"certainty": chance.choice(("certain", "possible")), "level": chance.choice(LEVELS)}
    weighed = {"dated": "", "standing": "", "reason": ""}
    way = chance.randrange(4)
    if way == 0:
        facts = {"property": "description", "value": chance.choice(("a", "b")), "language": "", "place_id": None}
        work.insert(Statement, record_id=one, **facts, **plain, **weighed)
    elif way == 1 and one != two:
        # The kinds do not matter here: any of the records stands for the place.
        facts = {"property": "place", "value": two, "language": "", "place_id": two}
        work.insert(Statement, record_id=one, **facts, **plain, **weighed)
    elif way == 2 and one != two:
        work.insert(Participation, event_id=two, record_id=one, role="witness", **plain)
    elif way == 3 and one != two:
        work.insert(Relation, from_id=one, to_id=two, kind=chance.choice(("sibling", "spouse")), dated="", **plain)


def cite(work: Work, table: str, row_id: str, passage_id: str) -> None:
    """Support a claim by a passage, once."""
    column = CLAIMS[table]
    if not work.find(Evidence, passage_id=passage_id, **{column: row_id}):
        empty = dict.fromkeys(CLAIMS.values(), None)
        work.insert(Evidence, passage_id=passage_id, **{**empty, column: row_id})
