"""Passages, their notes and their tags."""

from __future__ import annotations

from typing import Any

from workbench.domain.anchors import Anchor, Span, anchor_at, trimmed
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import NoteInput, TagInput
from workbench.i18n import _
from workbench.store.tables import Evidence, Mention, Note, Passage, PassageTag, Quote, Row, Tag, TextVersion
from workbench.store.work import Act, Work


def passage_at(work: Work, text_version_id: str, span: Span, passage_id: str = "") -> Passage:
    """Return the passage at a range, made if there is none; white space at the edges is left out.

    `passage_id` is the id that a new one gets, so that it could be shown before it is written.

    Raises:
        InputError: the range is outside the text or holds only white space.
        StaleError: the passage with this id was moved or carried elsewhere meanwhile.
    """
    anchor = anchor_in(work, text_version_id, span)
    found = work.find(Passage, text_version_id=text_version_id, start=anchor.span.start, end=anchor.span.end)
    if found:
        return found[0]
    if passage_id and work.find(Passage, id=passage_id):
        raise _elsewhere()
    return work.insert(Passage, row_id=passage_id, text_version_id=text_version_id, **anchor_columns(anchor))


def _elsewhere() -> StaleError:
    return StaleError(
        _("This passage stands elsewhere by now, perhaps in another text of its source."),
        kept=_("Nothing was changed."),
        do=_("Look at it there and make your change again."),
    )


def anchor_in(work: Work, text_version_id: str, span: Span) -> Anchor:
    """Return the anchor of a range of a text version; white space at the edges is left out.

    Raises:
        InputError: the range is outside the text or holds only white space.
    """
    text = work.text(work.get(TextVersion, text_version_id).digest)
    inner = trimmed(text, span) if span.end <= len(text) else None
    if inner is None:
        raise InputError(_("There are no words in this selection."), do=_("Select some words first."))
    return anchor_at(text, inner)


def anchor_columns(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor as the columns of `Passage` and `Carrying`."""
    return {
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def move_passage(passage_id: str, span: Span, *, text_version_id: str, expected: int | None = None) -> Act[None]:
    """Move a passage's edges; what is attached to it stays, translations of its quote become stale.

    `span` is a range of the text version that the person saw: in another one it would be other words.

    Raises:
        InputError: another passage is at that place already, or there are no words.
        StaleError: the passage stands in another text version by now, or was changed since `expected`.
    """

    def run(work: Work) -> None:
        if work.get(Passage, passage_id).text_version_id != text_version_id:
            raise _elsewhere()
        anchor = anchor_in(work, text_version_id, span)
        place = {"start": anchor.span.start, "end": anchor.span.end}
        if any(row.id != passage_id for row in work.find(Passage, text_version_id=text_version_id, **place)):
            raise InputError(_("There is already a passage with exactly these words."), kept=_("Nothing was changed."))
        work.change(Passage, passage_id, expected=expected, **anchor_columns(anchor))

    return Act("move_passage", run)


def remove_passage(passage_id: str, *, expected: int | None = None) -> Act[None]:
    """Remove a passage with everything attached to it."""
    return Act("remove_passage", lambda work: work.remove(Passage, passage_id, expected=expected))


def is_bare(work: Work, passage_id: str) -> bool:
    """Tell whether nothing is attached to a passage any more."""
    attached = (Mention, Quote, Note, PassageTag, Evidence)
    return not any(work.find(model, passage_id=passage_id) for model in attached)


def drop_if_bare(work: Work, passage_id: str) -> None:
    """Remove a passage that nothing is attached to any more; one with a level of its own stays, for the level."""
    if is_bare(work, passage_id) and not work.get(Passage, passage_id).level:
        work.remove(Passage, passage_id)


def remove_with_bare(work: Work, model: type[Row], row_id: str, *, expected: int | None = None) -> None:
    """Remove a row as `Work.remove` does, and then the passages that held nothing but what went with it."""
    before = len(work.changes)
    work.remove(model, row_id, expected=expected)
    gone = [change.before for change in work.changes[before:] if change.before is not None and change.after is None]
    for passage_id in sorted({row["passage_id"] for row in gone if "passage_id" in row}):
        if work.find(Passage, id=passage_id):
            drop_if_bare(work, passage_id)


def add_note(text_version_id: str, span: Span, given: NoteInput, *, passage_id: str = "") -> Act[str]:
    """Put a note on a range; returns the passage's id (see `passage_at` for `passage_id`)."""

    def run(work: Work) -> str:
        passage = passage_at(work, text_version_id, span, passage_id)
        work.insert(Note, passage_id=passage.id, body=given.body)
        return passage.id

    return Act("add_note", run)


def edit_note(note_id: str, given: NoteInput, *, expected: int | None = None) -> Act[None]:
    """Change a note's text."""

    def run(work: Work) -> None:
        work.change(Note, note_id, expected=expected, body=given.body)

    return Act("edit_note", run)


def remove_note(note_id: str) -> Act[None]:
    """Remove a note, and its passage where nothing else is attached."""

    def run(work: Work) -> None:
        remove_with_bare(work, Note, note_id)

    return Act("remove_note", run)


def add_tag(text_version_id: str, span: Span, given: TagInput, *, passage_id: str = "") -> Act[str]:
    """Put a tag on a range, made if the archive has none like it; returns the passage's id (see `passage_at`)."""

    def run(work: Work) -> str:
        passage = passage_at(work, text_version_id, span, passage_id)
        same = [row for row in work.find(Tag) if row.label.casefold() == given.label.casefold()]
        tag = same[0] if same else work.insert(Tag, label=given.label)
        if not work.find(PassageTag, passage_id=passage.id, tag_id=tag.id):
            work.insert(PassageTag, passage_id=passage.id, tag_id=tag.id)
        return passage.id

    return Act("add_tag", run, given.label)


def remove_tag(passage_tag_id: str) -> Act[None]:
    """Take a tag off a passage, and the passage away where nothing else is attached."""

    def run(work: Work) -> None:
        remove_with_bare(work, PassageTag, passage_tag_id)

    return Act("remove_tag", run)
