"""A dossier in words: what is said of a record, with a number for every passage that says so, and the passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from workbench.domain.conflicts import Conflict, conflicts
from workbench.domain.date_text import date_text
from workbench.domain.kinds import Certainty, Level, NameKind, RecordKind, Standing
from workbench.domain.properties import property_order
from workbench.domain.roles import inverse_role, role_text
from workbench.i18n import _, active, ngettext
from workbench.qt.history.row_history import RowPast, entry_lines
from workbench.qt.history.words import field_changes, value_text
from workbench.qt.picker.fields import CERTAINTIES
from workbench.qt.picker.offers import KIND_WORDS
from workbench.qt.printing.pieces import LONGEST, Piece, Style, flat, translation_text
from workbench.qt.records.facts import STANDINGS, shown_value
from workbench.qt.records.lacks import lacks_of
from workbench.qt.records.words import NAME_KINDS, claim_remarks
from workbench.services.levels import LEVEL_NAMES
from workbench.store.queries.dossier import Cited, CitedSource, Dossier
from workbench.store.queries.records import EvidenceRow, StatementRow, TieRow

EVIDENCE, QUOTES, MENTIONS, HISTORY = "evidence", "quotes", "mentions", "history"
"""The parts that a person can have or not."""


def dossier_pieces(dossier: Dossier, chosen: frozenset[str], made: str, past: RowPast | None) -> Iterator[Piece]:
    """Give everything that is printed of one record, in order, on pages of its own.

    `made` says who made the dossier and when. Without evidence no numbers stand behind the values.
    """
    yield from _Dossier(dossier, chosen).pieces(made, past)


class _Dossier:
    def __init__(self, dossier: Dossier, chosen: frozenset[str]) -> None:
        self._dossier, self._detail, self._chosen = dossier, dossier.detail, chosen
        self._numbers: dict[str, int] = {}
        """The number of each passage that was cited until now, in the order in which they were."""
        self._sources: dict[CitedSource, int] = {}
        """The number of each source that was named until now."""

    def pieces(self, made: str, past: RowPast | None) -> Iterator[Piece]:
        yield from self._head(made)
        yield from self._names()
        yield from self._statements()
        event = self._detail.kind == RecordKind.EVENT
        yield from self._ties(_("Participants") if event else _("Events"), self._detail.participations, _part_words)
        yield from self._ties(_("Relations"), self._detail.relations, self._relation_words)
        if QUOTES in self._chosen:
            yield from self._quotes()
        if MENTIONS in self._chosen:
            yield from self._mentions()
        if EVIDENCE in self._chosen:
            yield from self._notes()
        yield from self._told()
        if past is not None:
            yield from _history(past)

    def _head(self, made: str) -> Iterator[Piece]:
        dossier, detail = self._dossier, self._detail
        yield Piece(flat(detail.name) or _("Untitled"), Style.TITLE, begins_page=True)
        facts = [_(KIND_WORDS[RecordKind(detail.kind)])]
        if dossier.level:
            facts.append(_(LEVEL_NAMES[Level(dossier.level)]))
        lacks = lacks_of(detail)
        facts += [words for words in (lacks.conflict_words(), lacks.bare_words()) if words]
        yield Piece(" · ".join(facts), Style.FACT)
        if dossier.pseudonym:
            words = _("Protected: leaves the archive only as “{pseudonym}”.").format(pseudonym=dossier.pseudonym)
            yield Piece(flat(words), Style.FACT)
        if dossier.outside:
            yield Piece(_("For outside: only what is open, protected persons under their pseudonyms."), Style.FACT)
        yield Piece(made, Style.FACT)

    # What is said

    def _names(self) -> Iterator[Piece]:
        yield Piece(_("Names"), Style.SECTION)
        for name in self._detail.names:
            remarks = [active().language_name(name.tag)] if name.tag not in ("", "und") else []
            remarks.append(_(NAME_KINDS[NameKind(name.kind)]))
            yield self._said(name.value, remarks, self._detail.name_evidence.get(name.id, ()), bare=False)

    def _statements(self) -> Iterator[Piece]:
        yield Piece(_("What is said"), Style.SECTION)
        rows = sorted(self._detail.statements, key=lambda row: (property_order(row.property), row.id))
        against = {conflict.key: conflict for conflict in conflicts(rows)}
        for key, group in groupby(rows, key=lambda row: row.property):
            yield from self._property(list(group), against.get(key))
        if not rows:
            yield Piece(_("Nothing yet."), Style.NOTE)

    def _property(self, rows: list[StatementRow], conflict: Conflict | None) -> Iterator[Piece]:
        """Give the values of one property; of those in conflict the words that say so stand under each."""
        label = rows[0].about.words()
        if conflict is not None:
            disagree = _("the sources disagree; weighed") if conflict.weighed else _("the sources disagree")
            label = f"{label}: {disagree}"
        yield Piece(flat(label), Style.LABEL)
        for row in rows:
            remarks = [active().language_name(row.language)] if row.language else []
            value = shown_value(row, self._dossier.places.get(row.place_id or "", ""))
            yield self._said(value, [*remarks, *claim_remarks(row)], row.evidence)
            if row.standing:
                weighed = _(STANDINGS[Standing(row.standing)]).format(reason=row.reason)
                yield Piece(flat(weighed), Style.NOTE_MORE)
            if conflict is not None and row.id in conflict.statement_ids:
                for passage in self._cited(row.evidence):
                    yield from _parted(Piece(self._quoted(passage), Style.NOTE_MORE))

    def _ties(self, title: str, ties: Sequence[TieRow], words: Callable[[TieRow], str]) -> Iterator[Piece]:
        if ties:
            yield Piece(title, Style.SECTION)
        for tie in ties:
            yield self._said(words(tie), claim_remarks(tie), tie.evidence)

    def _relation_words(self, tie: TieRow) -> str:
        role = tie.role if tie.outgoing else inverse_role(tie.role)
        if role:
            return f"{role_text(role)} → {tie.other_name}"
        return f"{tie.other_name}: {role_text(tie.role)} → {self._detail.name}"

    def _said(self, value: str, remarks: list[str], evidence: Iterable[EvidenceRow], *, bare: bool = True) -> Piece:
        """Give one value: what is to be known of it, and the numbers of the passages that say so."""
        cited = self._cited(evidence)
        if not cited and bare:
            remarks = [*remarks, _("no evidence yet")]
        text = f"{value} ({' · '.join(remarks)})" if remarks else value
        return self._numbered(flat(text), cited, Style.ITEM)

    def _cited(self, evidence: Iterable[EvidenceRow]) -> list[Cited]:
        passages = self._dossier.passages
        return [passages[row.passage_id] for row in evidence if row.passage_id in passages]

    def _numbered(self, text: str, cited: Iterable[Cited], style: Style) -> Piece:
        if EVIDENCE not in self._chosen:
            return Piece(text, style)
        numbers = ",".join(str(self._numbers.setdefault(each.id, len(self._numbers) + 1)) for each in cited)
        raised = ((len(text), len(text) + len(numbers)),) if numbers else ()
        return Piece(text + numbers, style, raised=raised)

    # Where it stands

    def _quotes(self) -> Iterator[Piece]:
        if self._dossier.quotes:
            yield Piece(_("Quotes"), Style.SECTION)
        for passage_id, quote in self._dossier.quotes:
            passage = self._dossier.passages.get(passage_id)
            if passage is None:
                continue
            yield from _parted(Piece(f"“{flat(passage.exact)}”", Style.QUOTATION))
            about = (value_text("manner", quote.manner, {}, {}), self._source(passage))
            yield Piece(" · ".join(part for part in about if part), Style.NOTE_MORE)
            for translation in quote.translations:
                yield from _parted(Piece(flat(translation_text(*translation)), Style.NOTE_MORE))

    def _mentions(self) -> Iterator[Piece]:
        count = len(self._detail.mentions)
        if count:
            words = ngettext("{n} mention", "{n} mentions", count).format(n=active().number(count))
            yield Piece(words, Style.SECTION)
        for mention in self._detail.mentions:
            passage = self._dossier.passages.get(mention.passage_id)
            if passage is None:
                continue
            remarks = [role_text(mention.role)] if mention.role else []
            if mention.certainty != Certainty.CERTAIN:
                remarks.append(_(CERTAINTIES[Certainty(mention.certainty)]))
            text = self._quoted(passage) + (f" ({' · '.join(remarks)})" if remarks else "")
            yield from _parted(Piece(text, Style.NOTE))
            for body in passage.notes:
                yield Piece(_("Note: {text}").format(text=" ".join(body.split())), Style.NOTE_MORE)

    def _notes(self) -> Iterator[Piece]:
        """Give the exact words of every passage that has a number."""
        if self._numbers:
            yield Piece(_("Evidence"), Style.SECTION)
        for passage_id, number in self._numbers.items():
            passage = self._dossier.passages[passage_id]
            yield from _parted(Piece(f"{number}. {self._quoted(passage)}", Style.NOTE))

    def _told(self) -> Iterator[Piece]:
        """Give what is known of every source that was named, with what its file as received is checked by."""
        if self._sources:
            yield Piece(_("Sources"), Style.SECTION)
        for source, number in self._sources.items():
            published = date_text(source.published, active().language, point=True) if source.published else ""
            facts = (source.title or _("Untitled"), source.creator, source.publisher, published)
            yield Piece(flat(f"{number}. {' · '.join(filter(None, facts))}"), Style.NOTE)
            sha = _("SHA-256 of the original: {digest}").format(digest=source.digest) if source.digest else ""
            for line in (source.address, sha):
                if line:
                    yield Piece(flat(line), Style.NOTE_MORE)

    def _quoted(self, passage: Cited) -> str:
        return f"“{flat(passage.exact)}” — {self._source(passage)}"

    def _source(self, passage: Cited) -> str:
        """Name the source of a passage by its number, and its date."""
        source = passage.source
        words = _("source {n}").format(n=self._sources.setdefault(source, len(self._sources) + 1))
        published = date_text(source.published, active().language, point=True) if source.published else ""
        return f"{words}, {published}" if published else words


def _part_words(tie: TieRow) -> str:
    return f"{tie.other_name}: {role_text(tie.role)}" if tie.role else tie.other_name


def _parted(piece: Piece) -> Iterator[Piece]:
    """Part a piece that is too long for one; the raised numbers stand at its end."""
    text = piece.text
    for start in range(0, max(1, len(text)), LONGEST):
        end = start + LONGEST
        raised = tuple((max(a, start) - start, b - start) for a, b in piece.raised if start < b <= end)
        yield replace(piece, text=text[start:end], raised=raised, goes_on=start > 0)


def _history(past: RowPast) -> Iterator[Piece]:
    yield Piece(_("History"), Style.SECTION)
    for entry in past.entries:
        fields = field_changes(entry.change, past.names, past.own)
        if fields:
            lines, when = entry_lines(entry, fields, past.initials)
            yield Piece(flat(f"{lines[0]} · {when}"), Style.NOTE)
            for line in lines[1:]:
                yield from _parted(Piece(flat(line), Style.NOTE_MORE))
