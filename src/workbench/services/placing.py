"""What a person decides about passages that could not be carried to a newer text with certainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.anchors import Anchor, Span
from workbench.domain.errors import InputError, StaleError
from workbench.domain.kinds import Carried
from workbench.domain.text import same_letters
from workbench.i18n import _
from workbench.services.passages import anchor_columns, anchor_in
from workbench.services.versions import step_from
from workbench.store.tables import Carrying, Evidence, Mention, Note, Passage, PassageTag, Quote, Row, TextVersion
from workbench.store.work import Act, Work

_SAME: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (Quote, ()),
    (Mention, ("record_id",)),
    (Note, ("body",)),
    (PassageTag, ("tag_id",)),
    (Evidence, ("name_id", "statement_id", "participation_id", "relation_id")),
    (Carrying, ("to_id",)),
)
"""What hangs on a passage, and the columns that two rows of one passage may not share."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage is now; `merged` where another one stood at exactly that place and took everything over."""

    passage_id: str
    merged: bool


def place_passage(passage_id: str, span: Span, *, text_version_id: str, expected: int | None = None) -> Act[Placed]:
    """Put a passage at a range of the newest text of its source, as a person says.

    Where a passage stands at exactly that place already, what is attached to this one moves
    there, and this one goes; of what both have (a mention of the same record) that one's stays.

    Raises:
        InputError: there are no words in the range, or both passages are quotes.
        StaleError: the text is no longer the newest, or the passage was changed since.
    """

    def run(work: Work) -> Placed:
        passage = _expected(work, passage_id, expected)
        return _place(work, passage, _in_newest(work, passage, text_version_id), span)

    return Act("place_passage", run, lambda work, placed: work.get(Passage, placed.passage_id).exact)


def place_alike(places: Mapping[str, Span], *, text_version_id: str) -> Act[int]:
    """Put passages at ranges that differ from their words in punctuation and spaces only; return how many.

    A passage that cannot be put so without being put together with another one stays and waits.

    Raises:
        InputError: the words of a range differ in more than that; nothing is placed then.
        StaleError: as for `place_passage`.
    """

    def run(work: Work) -> int:
        done = 0
        for passage_id, span in places.items():
            passage = _expected(work, passage_id, None)
            version = _in_newest(work, passage, text_version_id)
            anchor = anchor_in(work, version.id, span)
            if not same_letters(passage.exact, anchor.exact):
                raise InputError(_("The words of a passage have changed."), do=_("Decide on it by itself."))
            if _there(work, version.id, anchor, passage) is None:
                _place(work, passage, version, span)
                done += 1
        return done

    return Act("place_alike", run)


def passage_gone(passage_id: str, *, text_version_id: str, expected: int | None = None) -> Act[None]:
    """Say that the newest text does not have a passage any more: it stays where it stood, and waits no longer.

    Raises:
        StaleError: as for `place_passage`.
    """

    def run(work: Work) -> None:
        passage = _expected(work, passage_id, expected)
        version = _in_newest(work, passage, text_version_id)
        if passage.text_version_id == version.id:
            passage = _send_back(work, passage, _step(work, passage))
        step_from(work, passage, version.id, Carried.GONE)

    return Act("passage_gone", run, lambda work, _none: work.get(Passage, passage_id).exact)


def confirm_passage(passage_id: str) -> Act[None]:
    """Say that a passage that was carried with a doubt is where it belongs.

    Raises:
        StaleError: it was not carried so, or is decided already.
    """

    def run(work: Work) -> None:
        step = _step(work, work.get(Passage, passage_id))
        if step.how != Carried.MOVED.value:
            raise _decided()
        work.change(Carrying, step.id, how=Carried.PERSON.value)

    return Act("confirm_passage", run, lambda work, _none: work.get(Passage, passage_id).exact)


def return_passage(passage_id: str) -> Act[None]:
    """Send a passage that was carried with a doubt, or is said to be gone, back to be decided.

    Raises:
        InputError: there is another passage by now where it stood.
        StaleError: it does not wait for a decision, nor can it again.
    """

    def run(work: Work) -> None:
        passage = work.get(Passage, passage_id)
        gone = work.find(Carrying, passage_id=passage_id, how=Carried.GONE.value, from_id=passage.text_version_id)
        if gone:
            for row in gone:
                work.remove(Carrying, row.id)
            return
        step = _step(work, passage)
        if step.how != Carried.MOVED.value:
            raise _decided()
        _send_back(work, passage, step)

    return Act("return_passage", run, lambda work, _none: work.get(Passage, passage_id).exact)


def _expected(work: Work, passage_id: str, revision: int | None) -> Passage:
    passage = work.get(Passage, passage_id)
    if revision is not None and passage.revision != revision:
        raise _decided()
    return passage


def _decided() -> StaleError:
    return StaleError(
        _("This passage was changed since you looked at it."),
        kept=_("Nothing was overwritten."),
        do=_("Look at it again."),
    )


def _in_newest(work: Work, passage: Passage, text_version_id: str) -> TextVersion:
    """Return the text version that the person has seen; it has to be the newest of the passage's source."""
    source_id = work.get(TextVersion, passage.text_version_id).source_id
    newest = max(work.find(TextVersion, source_id=source_id), key=lambda row: row.number)
    if newest.id != text_version_id:
        raise StaleError(
            _("The source has a newer text by now."), kept=_("Nothing was changed."), do=_("Look at the passage there.")
        )
    return newest


def _step(work: Work, passage: Passage) -> Carrying:
    found = work.find(Carrying, passage_id=passage.id, to_id=passage.text_version_id)
    if not found:
        raise _decided()
    return found[0]


def _send_back(work: Work, passage: Passage, step: Carrying) -> Passage:
    """Undo a passage's last step, and those before it that carried the same doubt along."""
    passage = _put_back(work, passage, step)
    while step.how == Carried.MOVED.value:
        doubted = work.find(Carrying, passage_id=passage.id, to_id=passage.text_version_id, how=Carried.MOVED.value)
        if not doubted:
            break
        step = doubted[0]
        passage = _put_back(work, passage, step)
    return passage


def _put_back(work: Work, passage: Passage, step: Carrying) -> Passage:
    place: dict[str, Any] = {"text_version_id": step.from_id, "start": step.start, "end": step.end}
    if work.find(Passage, **place):
        raise InputError(_("There is another passage where this one stood."), kept=_("Nothing was changed."))
    work.remove(Carrying, step.id)
    words: dict[str, Any] = {"exact": step.exact, "prefix": step.prefix, "suffix": step.suffix}
    return work.change(Passage, passage.id, **place, **words)


def _there(work: Work, version_id: str, anchor: Anchor, passage: Passage) -> Passage | None:
    """Return another passage that stands at a place."""
    found = work.find(Passage, text_version_id=version_id, start=anchor.span.start, end=anchor.span.end)
    return next((row for row in found if row.id != passage.id), None)


def _place(work: Work, passage: Passage, version: TextVersion, span: Span) -> Placed:
    anchor = anchor_in(work, version.id, span)
    if passage.text_version_id == version.id:
        work.change(Carrying, _step(work, passage).id, how=Carried.PERSON.value)
    else:
        step_from(work, passage, version.id, Carried.PERSON)
    other = _there(work, version.id, anchor, passage)
    if other is not None:
        _merge(work, passage, other)
        return Placed(other.id, merged=True)
    work.change(Passage, passage.id, text_version_id=version.id, **anchor_columns(anchor))
    return Placed(passage.id, merged=False)


def _merge(work: Work, passage: Passage, other: Passage) -> None:
    """Move everything attached to one passage to another, and take the one away."""
    if work.find(Quote, passage_id=passage.id) and work.find(Quote, passage_id=other.id):
        raise InputError(
            _("There is a quote at exactly these words already."),
            kept=_("Nothing was changed."),
            do=_("Remove one of the two quotes first, or choose other words."),
        )
    for model, columns in _SAME:
        for row in work.find(model, passage_id=passage.id):
            twin = {name: getattr(row, name) for name in columns}
            if columns and any(_has(known, twin) for known in work.find(model, passage_id=other.id)):
                continue  # goes with its passage
            work.change(model, row.id, passage_id=other.id)
    work.remove(Passage, passage.id)


def _has(row: Row, columns: dict[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())
