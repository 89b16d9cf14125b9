"""What can be chosen for a bundle: every source, record and quote as a line to tick."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.date_text import date_text
from workbench.i18n import _, ngettext
from workbench.qt.frame.lines import Line
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.records import list_records, name_keys
from workbench.store.queries.sources import list_sources

KINDS = ("sources", "records", "quotes")
"""The three kinds of thing that a choice names, in the order of the tabs."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """By kind the lines in order, and by line's id what a filter looks in."""

    lines: dict[str, list[Line]]
    words: dict[str, dict[str, str]]


def read_candidates(connection: Connection, language: str) -> Candidates:
    """Read all of them; without a bound, so in the worker. Records and speakers named in a language."""
    found = Candidates({kind: [] for kind in KINDS}, {kind: {} for kind in KINDS})
    for source in list_sources(connection):
        when = date_text(source.published, language, point=True) if source.published else ""
        _add(found, "sources", Line(source.id, source.title or _("Untitled"), _joined(source.publisher, when)))
    forms: dict[str, list[str]] = {}
    for name in name_keys(connection):
        forms.setdefault(name.record_id, []).extend((name.value, name.folded))
    for record in list_records(connection, language):
        passages = ngettext("{n} passage", "{n} passages", record.mentions).format(n=record.mentions)
        quotes = ngettext("{n} quote", "{n} quotes", record.quotes).format(n=record.quotes) if record.quotes else ""
        line = Line(record.id, record.name, _joined(passages, quotes), kind=record.kind)
        _add(found, "records", line, *forms.get(record.id, ()))
    for quote in list_quotes(connection, language):
        words = " ".join(quote.exact.split())
        _add(found, "quotes", Line(quote.id, words, _joined(quote.speaker, quote.source_title)))
    return found


def _add(found: Candidates, kind: str, line: Line, *more: str) -> None:
    found.lines[kind].append(line)
    found.words[kind][line.id] = "\n".join((line.title, line.detail, *more)).casefold()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
