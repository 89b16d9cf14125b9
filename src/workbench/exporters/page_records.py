"""The page's persons, events, organisations and places, with what supports each statement."""

from __future__ import annotations

from itertools import groupby

from workbench.domain.bundle import BundleRecord, BundleStatement, BundleTie
from workbench.domain.kinds import Certainty, RecordKind, Standing
from workbench.domain.properties import ValueType, property_order
from workbench.exporters.markup import Markup, join, parted, tag
from workbench.exporters.page_voice import CERTAINTY_TEXT, NAME_KIND_TEXT, RECORDS_TEXT, STANDING_TEXT, Voice
from workbench.i18n import N_


def record_sections(voice: Voice) -> list[tuple[str, str, Markup]]:
    """Return (anchor, heading, section) for each kind of record that the bundle has."""
    sections = []
    for kind in RecordKind:
        records = [record for record in voice.lookup.content.records if record.kind is kind]
        if records:
            heading = tag("h2", voice.say(RECORDS_TEXT[kind]))
            cards = [_record(voice, record) for record in records]
            sections.append((kind.value, RECORDS_TEXT[kind], tag("section", heading, *cards, id=kind.value)))
    return sections


def _record(voice: Voice, record: BundleRecord) -> Markup:
    return tag(
        "article",
        tag("h3", voice.name(record.id)),
        _names(voice, record),
        _statements(voice, record),
        _participants(voice, record),
        _takes_part(voice, record),
        _relations(voice, record),
        _quotes(voice, record),
        _mentions(voice, record),
        class_=f"record k-{record.kind.value}",
        id=f"r-{record.id}",
    )


def _names(voice: Voice, record: BundleRecord) -> Markup:
    """Return the name in each chosen language, then every other form with its kind."""
    shown = voice.names_by_language(record)
    rows = [
        tag("div", tag("dt", voice.language(language)), tag("dd", tag("bdi", name, lang=language)))
        for language, name in shown
    ]
    others = [
        tag("li", tag("bdi", name.value, lang=name.tag), " ", tag("small", _form(voice, name.tag, name.kind.value)))
        for name in record.names
        if (name.tag, name.value) not in shown
    ]
    return join(
        tag("dl", *rows, class_="names") if rows else None,
        tag("ul", *others, class_="forms") if others else None,
    )


def _form(voice: Voice, language: str, kind: str) -> Markup:
    words = next(text for key, text in NAME_KIND_TEXT.items() if key.value == kind)
    return join(voice.say(words), Markup(" · "), voice.language(language))


def _statements(voice: Voice, record: BundleRecord) -> Markup | None:
    """Return statements by property; those of one property stand side by side."""
    ordered = sorted(record.statements, key=lambda statement: property_order(statement.property))
    groups = []
    for key, group in groupby(ordered, key=lambda statement: statement.property):
        statements = list(group)
        cells = [_statement(voice, statement) for statement in statements]
        groups.append(
            tag(
                "div",
                tag("h4", voice.term(key), _how_many(voice, statements)),
                tag("div", *cells, class_="side"),
                class_="property",
            )
        )
    return join(*groups) if groups else None


def _how_many(voice: Voice, statements: list[BundleStatement]) -> Markup | None:
    """Say that several statements of one language stand side by side and none was weighed."""
    if any(statement.standing for statement in statements):
        return None
    by_language = [statement.language for statement in statements]
    if len(set(by_language)) == len(by_language):
        return None
    return join(" ", tag("small", voice.say(N_("several statements, side by side; none is preferred"))))


def _statement(voice: Voice, statement: BundleStatement) -> Markup:
    value_type = voice.lookup.property(statement.property).value_type
    if value_type is ValueType.DATE:
        value = voice.date(statement.value)
    elif value_type is ValueType.PLACE:
        value = voice.record_link(statement.value)
    else:
        value = tag("span", statement.value, lang=statement.language, dir="auto")
    evidence = voice.passages(statement.passage_ids)
    weighed = None
    if statement.standing:
        reason = tag("span", statement.reason, lang="", dir="auto")
        words = voice.say(STANDING_TEXT[Standing(statement.standing)], reason=reason)
        weighed = tag("p", tag("small", words))
    known = _remarks(voice, statement)
    shown = tag("p", value, " " if known else None, known, class_="value")
    return tag("div", shown, weighed, evidence or _unsupported(voice), class_="statement")


def _remarks(voice: Voice, said: BundleStatement | BundleTie) -> Markup | None:
    """Say that something is not certain, and when it held."""
    found = [] if said.certainty == Certainty.CERTAIN else [voice.say(CERTAINTY_TEXT[Certainty(said.certainty)])]
    found += [voice.date(said.dated, lasting=True)] if said.dated else []
    return tag("small", parted(*found)) if found else None


def _unsupported(voice: Voice) -> Markup:
    return tag("p", voice.say(N_("No passage supports this yet.")), class_="absent")


def _ties(voice: Voice, heading: str, rows: list[Markup]) -> Markup | None:
    if not rows:
        return None
    return tag("div", tag("h4", voice.say(heading)), tag("ul", *rows, class_="ties"), class_="property")


def _tie(voice: Voice, record_id: str, tie: BundleTie) -> Markup:
    role = tag("span", voice.role(tie.role), class_="role") if tie.role else None
    evidence = voice.passages(tie.passage_ids) or _unsupported(voice)
    return tag("li", voice.record_link(record_id), " ", role, " ", _remarks(voice, tie), evidence)


def _participants(voice: Voice, record: BundleRecord) -> Markup | None:
    return _ties(voice, N_("Participants"), [_tie(voice, tie.other_id, tie) for tie in record.participants])


def _takes_part(voice: Voice, record: BundleRecord) -> Markup | None:
    rows = [_tie(voice, event.id, tie) for event, tie in voice.lookup.events_of.get(record.id, [])]
    return _ties(voice, N_("Takes part in"), rows)


def _relations(voice: Voice, record: BundleRecord) -> Markup | None:
    """Return ties in both directions: a role is always that of the first name towards the second."""
    rows = []
    for first, tie in voice.lookup.relations_of.get(record.id, []):
        role = tag("span", " → ", voice.role(tie.role), " → ", class_="towards")
        ends = voice.record_link(first.id), voice.record_link(tie.other_id)
        evidence = voice.passages(tie.passage_ids) or _unsupported(voice)
        rows.append(tag("li", ends[0], role, ends[1], " ", _remarks(voice, tie), evidence))
    return _ties(voice, N_("Relations"), rows)


def _quotes(voice: Voice, record: BundleRecord) -> Markup | None:
    rows = []
    for quote in voice.lookup.quotes_by.get(record.id, []):
        words = " ".join(voice.lookup.passages[quote.passage_id].anchor.exact.split())
        link = tag("a", tag("bdi", words), href=f"#q-{quote.id}", lang=quote.published_language, class_="cite")
        rows.append(tag("li", link))
    return _ties(voice, N_("Quotes"), rows)


def _mentions(voice: Voice, record: BundleRecord) -> Markup | None:
    rows = []
    for passage in voice.lookup.mentions_of.get(record.id, []):
        roles = [voice.role(m.role) for m in passage.mentions if m.record_id == record.id and m.role]
        marks = [tag("span", role, class_="role") for role in roles]
        rows.append(tag("li", voice.passage_link(passage), " ", *marks))
    return _ties(voice, N_("Passages"), rows)
