"""Quotations that a text seems to have, offered one by one; nothing is recorded that nobody asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.anchors import Anchor, Span, anchor_at
from workbench.domain.errors import NotFoundError
from workbench.domain.inputs import NameInput, QuoteInput, RecordInput, checked
from workbench.domain.kinds import Manner, RecordKind
from workbench.domain.languages import UNKNOWN, base_language
from workbench.domain.structure import StructuredText
from workbench.i18n import _
from workbench.languages.name_index import NameIndex
from workbench.languages.quotations import Quotation, find_quotations, offered
from workbench.languages.speakers import full_names
from workbench.services.quotes import Marked, mark_quote
from workbench.services.rejections import QUOTATION, reject, rejected_spans
from workbench.store.queries.records import name_keys
from workbench.store.queries.suggestions import (
    RejectionRow,
    quote_spans,
    records_in_text,
    rejections,
    source_of_text,
)
from workbench.store.work import Act, Work

_SPEAKERS = (RecordKind.PERSON.value, RecordKind.ORGANISATION.value)


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A likely quotation of a text with its speaker's name, in full where the text has it in full."""

    quotation: Quotation
    anchor: Anchor
    speaker: str
    verb: str


@dataclass(frozen=True, slots=True)
class ProposedSpeaker:
    """Who may have said it: a record of the archive, or a name that stands for a record to be made.

    Where the name fits several records and nothing tells which, `several` is true, and a
    quote that is accepted so has no speaker.
    """

    name: str
    record_id: str | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A quotation that is open: neither a quote yet nor rejected. `certainty` is of the speaker, per cent."""

    text_version_id: str
    anchor: Anchor
    language: str
    speaker: ProposedSpeaker | None
    certainty: int
    verb: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is open in a text version, in reading order, and what was rejected in its source."""

    open: tuple[Suggestion, ...]
    rejected: tuple[RejectionRow, ...]


def find_in_text(
    structured: StructuredText, language: str, progress: Callable[[int, int], None] | None = None
) -> tuple[FoundQuotation, ...]:
    """Return the likely quotations of a text; the same text gives the same, so it is asked once.

    Time grows with the text: for the worker. `progress` may raise to stop it.
    """
    text = structured.text
    paragraphs = [Span(block.start, block.end) for block in structured.blocks if block.start < block.end]
    found = offered(find_quotations(text, language, paragraphs=paragraphs, progress=progress))
    names = {q.speaker: text[q.speaker.start : q.speaker.end] for q in found if q.speaker is not None}
    whole = full_names(text, {name for name in names.values() if len(name.split()) == 1}, language)
    return tuple(
        FoundQuotation(
            each,
            anchor_at(text, each.span),
            "" if each.speaker is None else " ".join(whole.get(names[each.speaker], names[each.speaker]).split()),
            "" if each.verb is None else text[each.verb.start : each.verb.end],
        )
        for each in found
    )


def suggest(connection: Connection, text_version_id: str, found: Sequence[FoundQuotation]) -> Suggestions:
    """Return what is open of what was found in a text version. Reads every name: for the worker.

    Raises:
        NotFoundError: the text version is gone.
    """
    source = source_of_text(connection, text_version_id)
    if source is None:
        raise NotFoundError(_("What you wanted to see is no longer in the archive."))
    source_id, language = source
    turned_down = rejections(connection, source_id, QUOTATION)
    rejected = rejected_spans(turned_down, (each.anchor for each in found))
    marked = _Covered(quote_spans(connection, text_version_id))
    speakers = _Speakers(connection, text_version_id) if found else None
    return Suggestions(
        tuple(
            Suggestion(
                text_version_id,
                each.anchor,
                language,
                speakers.who(each.speaker) if speakers is not None and each.speaker else None,
                each.quotation.speaker_certainty,
                each.verb,
            )
            for each in found
            if not marked.most_of(each.anchor.span) and each.anchor.span not in rejected
        ),
        tuple(turned_down),
    )


class _Covered:
    """Ranges that quotes take up, without overlaps."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._joined: list[list[int]] = []
        for span in spans:
            if self._joined and span.start <= self._joined[-1][1]:
                self._joined[-1][1] = max(self._joined[-1][1], span.end)
            else:
                self._joined.append([span.start, span.end])
        self._starts = [start for start, _end in self._joined]

    def most_of(self, span: Span) -> bool:
        """Tell whether half of a range or more is taken up."""
        taken, at = 0, max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(self._joined) and self._joined[at][0] < span.end:
            start, end = self._joined[at]
            taken += max(0, min(end, span.end) - max(start, span.start))
            at += 1
        return 2 * taken >= span.end - span.start


class _Speakers:
    """The archive's persons and organisations by their names."""

    def __init__(self, connection: Connection, text_version_id: str) -> None:
        keys = [key for key in name_keys(connection) if key.kind in _SPEAKERS]
        self._index = NameIndex((key.record_id, key.value, key.folded) for key in keys)
        self._here = records_in_text(connection, text_version_id)
        self._known: dict[str, ProposedSpeaker] = {}

    def who(self, name: str) -> ProposedSpeaker:
        """Return the one record that a name means, where it means one."""
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> ProposedSpeaker:
        fitting = self._index.find(name)
        if len(fitting) > 1:
            fitting = self._index.written_so(name, fitting) or fitting
        if len(fitting) > 1:
            fitting = [record_id for record_id in fitting if record_id in self._here] or fitting
        if len(fitting) == 1:
            return ProposedSpeaker(name, fitting[0])
        return ProposedSpeaker(name, several=bool(fitting))


def accept_suggestion(suggestion: Suggestion) -> Act[Marked]:
    """Mark a suggestion as a quote with its proposed speaker, who is made in the same operation where need be.

    The speaker is looked up again then: one who was made a moment ago is not made twice.

    Raises:
        InputError: the source's language is not known, which a quote must say.
    """
    text_version_id, anchor = suggestion.text_version_id, suggestion.anchor
    given = checked(QuoteInput, published_language=suggestion.language, manner=Manner.DIRECT)

    def run(work: Work) -> Marked:
        who = suggestion.speaker
        if who is not None:
            who = _Speakers(work.connection, text_version_id).who(who.name)
        named = given.model_copy(update={"speaker_id": who.record_id if who is not None else None})
        return mark_quote(text_version_id, anchor.span, named, new_speaker=new_speaker(suggestion, who)).run(work)

    return Act("mark_quote", run, anchor.exact)


def new_speaker(suggestion: Suggestion, who: ProposedSpeaker | None) -> RecordInput | None:
    """Return the person to be made for a speaker whom the archive does not know; None where there is none such."""
    if who is None or who.record_id is not None or who.several:
        return None
    tag = base_language(suggestion.language) if suggestion.language else UNKNOWN
    name = checked(NameInput, value=who.name, tag=tag)
    return checked(RecordInput, kind=RecordKind.PERSON, names=(name,))


def reject_suggestion(suggestion: Suggestion) -> Act[str]:
    """Turn a suggestion down for its source, whichever text version; returns the rejection's id."""

    def run(work: Work) -> str:
        return reject(work, QUOTATION, suggestion.text_version_id, suggestion.anchor)

    return Act("reject_suggestion", run, suggestion.anchor.exact)
