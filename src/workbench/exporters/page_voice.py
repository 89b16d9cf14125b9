"""The page's own words in every chosen language, each in an element that says which one it is.

All languages stand in the page; its style sheet shows the one that the reader chose, and a
browser without styles shows them all.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.domain.bundle import BundlePassage, BundleRecord
from workbench.domain.date_text import date_text
from workbench.domain.kinds import Certainty, Manner, NameKind, PassageKind, RecordKind, Standing
from workbench.domain.roles import KNOWN_ROLES
from workbench.exporters.lookup import Lookup, name_in
from workbench.exporters.markup import Markup, join, tag, text
from workbench.i18n import N_, Phrasebook, phrasebook

_EXCERPT = 150
"""Code points of a passage's words where they stand as a link to it."""

KIND_TEXT: dict[PassageKind, str] = {
    PassageKind.PERSON: N_("Person"),
    PassageKind.EVENT: N_("Event"),
    PassageKind.ORGANISATION: N_("Organisation"),
    PassageKind.PLACE: N_("Place"),
    PassageKind.QUOTE: N_("Quote"),
    PassageKind.NOTE: N_("Note"),
}
NAME_KIND_TEXT: dict[NameKind, str] = {
    NameKind.PREFERRED: N_("preferred name"),
    NameKind.ALIAS: N_("also known as"),
    NameKind.FORMER: N_("former name"),
    NameKind.TRANSLITERATION: N_("transliteration"),
    NameKind.SHORT: N_("short form"),
    NameKind.FORBIDDEN: N_("form not to be used"),
}
CERTAINTY_TEXT: dict[Certainty, str] = {
    Certainty.CERTAIN: N_("certain"),
    Certainty.PROBABLE: N_("probable"),
    Certainty.POSSIBLE: N_("possible"),
}
STANDING_TEXT: dict[Standing, str] = {
    Standing.PREFERRED: N_("Preferred: {reason}"),
    Standing.SET_ASIDE: N_("Set aside: {reason}"),
}
MANNER_TEXT: dict[Manner, str] = {
    Manner.DIRECT: N_("the speaker’s words"),
    Manner.PARAPHRASE: N_("retold, not word for word"),
}
RECORDS_TEXT: dict[RecordKind, str] = {
    RecordKind.PERSON: N_("Persons"),
    RecordKind.EVENT: N_("Events"),
    RecordKind.ORGANISATION: N_("Organisations"),
    RecordKind.PLACE: N_("Places"),
}


class Voice:
    """Says things in all languages of one page, and links to its records and passages."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.books = [phrasebook(language) for language in lookup.page_languages]
        # The same few words, languages, dates and names stand on a page thousands of times.
        self._said: dict[tuple[str, str], Markup] = {}

    def each(self, words: Callable[[Phrasebook], str]) -> Markup:
        """Return one element for each language of the page."""
        return join(*(self._span(book.language, book.language, words(book)) for book in self.books))

    def say(self, message: str, **values: str) -> Markup:
        """Return a message in every language; values that are no `Markup` are escaped."""
        if not values:
            return self._once("say", message, lambda: self.each(lambda book: book.gettext(message)))
        safe = {key: value if isinstance(value, Markup) else text(value) for key, value in values.items()}
        return self.each(lambda book: Markup(text(book.gettext(message)).format(**safe)))

    def role(self, role: str) -> Markup:
        """Return a role: in every language where it is one of the program's, else as it was typed."""
        return self.say(role) if role in KNOWN_ROLES else tag("span", role, lang="", dir="auto")

    def term(self, key: str) -> Markup:
        """Return a property's label in every language; that of the archive's own as it was typed."""
        about = self.lookup.property(key)
        return tag("span", about.label, lang="", dir="auto") if about.own else self.say(about.label)

    def date(self, edtf: str, *, lasting: bool = False) -> Markup:
        """Return an EDTF date in words, with the date itself for machines and doubts.

        `lasting` is one of what holds for a time, not of a single moment.
        """
        words = self._once(
            "lasting" if lasting else "date",
            edtf,
            lambda: self.each(lambda book: date_text(edtf, book.language, point=not lasting)),
        )
        return tag("time", words, title=edtf)

    def language(self, language: str) -> Markup:
        """Return the name of a language; words that say so where it is not known."""
        if language in {"", "und"}:
            return self.say(N_("unknown language"))
        return self._once("language", language, lambda: self.each(lambda book: book.language_name(language)))

    def name(self, record_id: str | None) -> Markup:
        """Return a record's name in each language of the page, told by the name's own tag."""
        return self._once("name", record_id or "", lambda: self._name(record_id or ""))

    def _name(self, record_id: str) -> Markup:
        record = self.lookup.records.get(record_id)
        if record is None:
            return tag("span", self.say(N_("a record that is not in this bundle")), class_="absent")
        names = [(book.language, name_in(record, book.language)) for book in self.books]
        found = [(language, name) for language, name in names if name is not None and name.value]
        if not found:
            return tag("span", self.say(N_("a record without a name")), class_="absent")
        if len({(name.value, name.tag) for _, name in found}) == 1:
            name = found[0][1]
            return tag("bdi", name.value, lang=name.tag)
        return join(*(self._span(language, name.tag, tag("bdi", name.value)) for language, name in found))

    def record_link(self, record_id: str) -> Markup:
        """Return a record's name, linked to its place on the page where it has one."""
        name = self.name(record_id)
        return tag("a", name, href=f"#r-{record_id}") if record_id in self.lookup.records else name

    def passages(self, passage_ids: tuple[str, ...]) -> Markup | None:
        """List passages as links with their words; those outside the bundle are counted, not shown."""
        known = [self.lookup.passages[i] for i in passage_ids if i in self.lookup.passages]
        rows = [tag("li", self.passage_link(passage)) for passage in known]
        if missing := len(passage_ids) - len(known):
            rows.append(tag("li", self.absent(missing), class_="absent"))
        return tag("ul", *rows, class_="evidence") if rows else None

    def passage_link(self, passage: BundlePassage) -> Markup:
        """Return the words of a passage as a link to its place in the text."""
        source = self.lookup.source_of(passage)
        words = " ".join(passage.anchor.exact.split())
        shown = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
        return tag("a", tag("bdi", shown), href=f"#p-{passage.id}", lang=source.language, class_="cite")

    def absent(self, count: int) -> Markup:
        """Say how many passages support something but stayed in the room."""
        return self.each(
            lambda book: book.ngettext(
                "{n} passage that is not in this bundle", "{n} passages that are not in this bundle", count
            ).format(n=book.number(count))
        )

    def names_by_language(self, record: BundleRecord) -> list[tuple[str, str]]:
        """Return (tag, name) of a record for each chosen language that it has a name in."""
        rows: dict[str, str] = {}
        for language in self.lookup.content.languages:
            name = name_in(record, language)
            if name is not None:
                rows.setdefault(name.tag, name.value)
        return list(rows.items())

    def _once(self, kind: str, key: str, make: Callable[[], Markup]) -> Markup:
        """Return what was made for a key before, or make it now."""
        if (kind, key) not in self._said:
            self._said[kind, key] = make()
        return self._said[kind, key]

    @staticmethod
    def _span(switch: str, language: str, words: str) -> Markup:
        return tag("span", words, class_=f"t t-{switch}", lang=language)
