"""Names that the archive knows in a text, offered as mentions; nothing is recorded that nobody asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from workbench.domain.anchors import Anchor, Span, anchor_at
from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput, checked
from workbench.domain.kinds import NameKind, RecordKind
from workbench.i18n import _
from workbench.languages.known_names import Form, KnownNames, Why
from workbench.services.records import Linked, link_passage
from workbench.services.rejections import NAME, reject, rejected_spans
from workbench.store.queries.known_names import form_rows, mention_spans, newest_texts
from workbench.store.queries.sources import read_text
from workbench.store.queries.suggestions import RejectionRow, rejections
from workbench.store.tables import Mention, Passage
from workbench.store.work import Act, Work


@dataclass(frozen=True, slots=True)
class FoundName:
    """A place that may name one of some records, the likeliest first; `form` is the name as the archive has it."""

    anchor: Anchor
    record_ids: tuple[str, ...]
    form: str
    why: Why
    confidence: int


@dataclass(frozen=True, slots=True)
class NameSuggestion:
    """A name that is open: neither linked nor rejected. `confidence` is in per cent."""

    text_version_id: str
    anchor: Anchor
    record_ids: tuple[str, ...]
    form: str
    why: Why
    confidence: int

    @property
    def several(self) -> bool:
        """Whether it fits several records, and a person has to say which."""
        return len(self.record_ids) > 1


def known_names(connection: Connection) -> KnownNames:
    """Return a finder of all names of the archive. Reads every name: for the worker, and to be kept."""
    return KnownNames(
        Form(
            row.record_id,
            RecordKind(row.record_kind),
            row.value,
            row.tag,
            NameKind(row.kind),
            row.given,
            row.patronymic,
            row.family,
            row.cases,
        )
        for row in form_rows(connection)
    )


def find_names(
    names: KnownNames, text: str, language: str, progress: Callable[[int, int], None] | None = None
) -> tuple[FoundName, ...]:
    """Return the known names of a text, in its order. For the worker; `progress` may raise to stop it."""
    return tuple(
        FoundName(anchor_at(text, each.span), each.record_ids, each.form, each.why, each.confidence)
        for each in names.find(text, language, progress=progress)
    )


def suggest_names(
    connection: Connection, text_version_id: str, source_id: str, found: Sequence[FoundName]
) -> tuple[tuple[NameSuggestion, ...], tuple[RejectionRow, ...]]:
    """Return what is open of the names that were found in a text version, and what was rejected in its source."""
    turned_down = rejections(connection, source_id, NAME)
    rejected = rejected_spans(turned_down, (each.anchor for each in found))
    linked = _Linked(mention_spans(connection, text_version_id))
    return (
        tuple(
            NameSuggestion(text_version_id, each.anchor, each.record_ids, each.form, each.why, each.confidence)
            for each in found
            if each.anchor.span not in rejected and not linked.has(each.anchor.span, each.record_ids)
        ),
        tuple(turned_down),
    )


@dataclass(frozen=True, slots=True)
class FoundInSource:
    """A suggestion with the source that it stands in."""

    source_id: str
    title: str
    suggestion: NameSuggestion


def find_record(
    connection: Connection, record_id: str, progress: Callable[[int, int], None] | None = None
) -> tuple[FoundInSource, ...]:
    """Return where the newest texts of all sources may name a record, none linked or rejected, by source.

    Reads every name and every text: for the worker. `progress` is told the texts that were read,
    and may raise to stop it. Places that fit other records
    as well are proposed as this one.
    """
    names = known_names(connection)
    texts = newest_texts(connection)
    found: list[FoundInSource] = []
    for number, source in enumerate(texts):
        if progress is not None:
            progress(number, len(texts))
        text = read_text(connection, source.text_version_id).text

        def step(_done: int, _total: int, number: int = number) -> None:
            if progress is not None:
                progress(number, len(texts))

        here = [each for each in find_names(names, text, source.language, step) if record_id in each.record_ids]
        open_, _rejected = suggest_names(connection, source.text_version_id, source.id, here)
        found += [FoundInSource(source.id, source.title, _as(each, record_id)) for each in open_]
    return tuple(found)


def _as(suggestion: NameSuggestion, record_id: str) -> NameSuggestion:
    """Return a suggestion of one record alone: a person who looks for it has said which."""
    return replace(suggestion, record_ids=(record_id,))


class _Linked:
    """What a text names already."""

    def __init__(self, mentions: Sequence[tuple[Span, str]]) -> None:
        self._mentions = mentions
        self._same = {span for span, _record_id in mentions}
        self._longest = max((span.end - span.start for span, _record_id in mentions), default=0)

    def has(self, span: Span, record_ids: Sequence[str]) -> bool:
        """Tell whether these very words are linked, or words that overlap them to one of the records."""
        if span in self._same:
            return True
        at = bisect_left(self._mentions, span.start - self._longest, key=lambda each: each[0].start)
        while at < len(self._mentions) and self._mentions[at][0].start < span.end:
            mention, record_id = self._mentions[at]
            if mention.overlaps(span) and record_id in record_ids:
                return True
            at += 1
        return False


def accept_names(suggestions: Sequence[NameSuggestion]) -> Act[list[Linked]]:
    """Link the words of suggestions to the record that each proposes, in one operation.

    A mention that was made meanwhile keeps its role and certainty.

    Raises:
        InputError: one of them fits several records, and a person has to choose.
    """
    if any(each.several for each in suggestions):
        raise InputError(_("This name fits several records."), do=_("Choose the record that is meant."))
    given = checked(MentionInput)

    def run(work: Work) -> list[Linked]:
        done: list[Linked] = []
        for number, each in enumerate(suggestions):
            if number % 100 == 0:
                work.checkpoint()
            span, record_id = each.anchor.span, each.record_ids[0]
            found = work.find(Passage, text_version_id=each.text_version_id, start=span.start, end=span.end)
            linked = work.find(Mention, passage_id=found[0].id, record_id=record_id) if found else []
            if linked:
                done.append(Linked(found[0].id, linked[0].id, record_id))
            else:
                done.append(link_passage(each.text_version_id, span, record_id, given).run(work))
        return done

    return Act("link_passage" if len(suggestions) == 1 else "link_names", run, suggestions[0].anchor.exact)


def reject_names(suggestions: Sequence[NameSuggestion]) -> Act[list[str]]:
    """Turn suggestions of names down for their sources, in one operation; returns the rejections' ids."""

    def run(work: Work) -> list[str]:
        return [reject(work, NAME, each.text_version_id, each.anchor) for each in suggestions]

    action = "reject_suggestion" if len(suggestions) == 1 else "reject_names"
    return Act(action, run, suggestions[0].anchor.exact)


def of_form(suggestions: Sequence[NameSuggestion], one: NameSuggestion) -> list[NameSuggestion]:
    """Return the suggestions with the same words and the same proposed records: what is decided together."""
    words = " ".join(one.anchor.exact.split()).casefold()
    return [
        each
        for each in suggestions
        if each.record_ids == one.record_ids and " ".join(each.anchor.exact.split()).casefold() == words
    ]
