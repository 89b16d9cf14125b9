"""The flat lists as they may leave: the same keys, made of what a bundle of everything would hold."""

from __future__ import annotations

from sqlalchemy import Connection

from workbench.domain.bundle import BundleChoice, BundleContent
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.exporters.lookup import Lookup, name_in
from workbench.services.bundle_content import collect
from workbench.services.listings import Rows

_DATES = ("date", "birth", "founded")


EVERYTHING = BundleChoice("", WORKING_LANGUAGES, include_originals=False)
"""What the lists are made of: all that is open, and of translations the final ones."""


def list_outside(connection: Connection, what: str, language: str, choice: BundleChoice = EVERYTHING) -> Rows:
    """List one of `listings.LISTINGS`, what is open only and protected persons under their pseudonyms."""
    lookup = Lookup(collect(connection, choice))
    content = lookup.content
    if what == "sources":
        return _sources(content)
    if what == "passages":
        return [{"id": p.id, "source": p.source_id, **_place(lookup, p.id)} for p in content.passages]
    if what == "quotes":
        return _quotes(lookup, language)
    if what == "translations":
        return _translations(content)
    return _records(lookup, what.removesuffix("s"), language)


def _sources(content: BundleContent) -> Rows:
    quoted = {quote.passage_id for quote in content.quotes}
    rows: Rows = []
    for source in content.sources:
        own = [passage.id for passage in content.passages if passage.source_id == source.id]
        facts = {"id": source.id, "language": source.language, "published": source.published}
        facts |= {"publisher": source.publisher, "title": source.title}
        rows.append({**facts, "passages": len(own), "quotes": len(quoted.intersection(own))})
    return rows


def _place(lookup: Lookup, passage_id: str) -> dict[str, int | str]:
    anchor = lookup.passages[passage_id].anchor
    return {"start": anchor.span.start, "end": anchor.span.end, "exact": anchor.exact}


def _records(lookup: Lookup, kind: str, language: str) -> Rows:
    rows: Rows = []
    for record in lookup.content.records:
        if record.kind == kind:
            name = name_in(record, language)
            dates = [each.value for each in record.statements if each.property in _DATES]
            rows.append(
                {
                    "id": record.id,
                    "name": name.value if name else "",
                    "date": min(dates, default=""),
                    "mentions": len(lookup.mentions_of.get(record.id, ())),
                    "names": [{"value": n.value, "tag": n.tag, "kind": n.kind.value} for n in record.names],
                }
            )
    return sorted(rows, key=lambda row: (row["date"] if kind == "event" else "", row["name"].casefold(), row["id"]))


def _quotes(lookup: Lookup, language: str) -> Rows:
    rows: Rows = []
    for quote in lookup.content.quotes:
        rows.append(
            {
                "id": quote.id,
                "source": lookup.passages[quote.passage_id].source_id,
                "speaker": _name(lookup, quote.speaker_id, language),
                "published_language": quote.published_language,
                "spoken_language": quote.spoken_language,
                "via_language": quote.via_language,
                "interpreter": _name(lookup, quote.interpreter_id, language),
                "manner": quote.manner.value,
                **_place(lookup, quote.passage_id),
            }
        )
    return rows


def _name(lookup: Lookup, record_id: str | None, language: str) -> str:
    record = lookup.records.get(record_id or "")
    name = name_in(record, language) if record is not None else None
    return name.value if name else ""


def _translations(content: BundleContent) -> Rows:
    rows: Rows = []
    for quote in content.quotes:
        there = {each.language: each for each in quote.translations}
        for target in WORKING_LANGUAGES:
            found = there.get(target)
            if target != base_language(quote.published_language):
                state = found.state.value if found else "missing"
                rows.append(
                    {
                        "quote": quote.id,
                        "language": target,
                        "state": state,
                        "relay": found.relay_language if found else "",
                        "text": found.text if found else "",
                    }
                )
    return rows
