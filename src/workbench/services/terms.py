"""Names and terms of a quote: how what it names is written in the language that it is translated into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.kinds import Case, NameKind, RecordKind, TermStatus
from workbench.domain.languages import base_language
from workbench.languages.checks.findings import Forbidden, Wanted
from workbench.languages.inflection.names import inflect
from workbench.languages.known_names import KnownNames
from workbench.languages.name_parts import NameParts, guess_gender, split_name
from workbench.languages.remembered import also_forget
from workbench.languages.terms import TermForm, TermIndex
from workbench.services.name_suggestions import known_names
from workbench.store.queries.glossary import ConceptRow, glossary
from workbench.store.queries.known_names import mention_spans
from workbench.store.queries.name_cases import NameCases, name_cases
from workbench.store.queries.quotes import QuoteRow
from workbench.store.queries.records import NameRow, names_of, record_kinds

T = TypeVar("T")

BEHIND = ("record", "name", "inflection", "mention", "concept", "term")
"""Tables whose changes make other names and terms, beside those of the quote itself."""

KEPT = ("record", "name", "inflection", "concept", "term")
"""Those of them whose changes make what `Finder` keeps wrong."""

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"the", "and", "for"})
"""Words that are a part of names and name nobody."""

_STEM = 3
_ENDING = 2
"""Letters that two words must begin with alike, at least; and those of an ending that may differ."""

_AT_MOST = 12
"""Records of one place that are told: more are no help."""


@dataclass(frozen=True, slots=True)
class CaseOf:
    """One case of a form; `kept` says that a person has written or accepted it, else it was made by rule."""

    case: Case
    value: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name or term in the target language, in the nominative, with its other cases."""

    value: str
    tag: str
    cases: tuple[CaseOf, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The nominative and every other case, each once."""
        return tuple(dict.fromkeys((self.value, *(case.value for case in self.cases))))


@dataclass(frozen=True, slots=True)
class Wording:
    """A name or a term of a quote, and how it may be written in the target language.

    `id` is a record's where `kind` says of which kind, else a concept's. `original` is how the words
    that are translated have it, and `places` where, in code points of them; empty where the passage is linked to the
    record and its words do not name it. `forms` are those that are allowed, the one that fits first;
    empty where the archive knows none. `note` is a concept's definition.
    """

    id: str
    kind: RecordKind | None
    original: str
    places: tuple[Span, ...]
    forms: tuple[Form, ...]
    forbidden: tuple[Forbidden, ...] = ()
    note: str = ""


class Finder:
    """Finds names and terms in quotes; made once, for the worker, and asked often.

    What it has worked out is kept until `forget`, which may be called from anywhere.
    """

    def __init__(self) -> None:
        self._names: KnownNames | None = None
        self._concepts: dict[str, ConceptRow] | None = None
        self._indexes: dict[str, TermIndex] = {}
        self._version = 0
        also_forget(self.forget)

    def forget(self) -> None:
        """Read everything anew next time: names or terms have changed, or the archive was locked."""
        self._version += 1
        self._names, self._concepts, self._indexes = None, None, {}

    def wordings(self, connection: Connection, quote: QuoteRow, language: str, source: str = "") -> list[Wording]:
        """Return the names of a quote, in its order, then what is linked to its passage only; then its terms.

        `language` is the base language that it is translated into; `source` the one whose words are
        translated, and that the places are of: empty as published.
        """
        version = self._version
        names = self._of_names(connection, quote, (language, source), version)
        return [*names, *self._of_terms(connection, quote, (language, source), version)]

    def concepts(self, connection: Connection) -> dict[str, ConceptRow]:
        """Return the whole glossary by id."""
        return self._all_concepts(connection, self._version)

    def _all_concepts(self, connection: Connection, version: int) -> dict[str, ConceptRow]:
        return self._keep(
            lambda: self._concepts, lambda: {row.id: row for row in glossary(connection)}, self._set_concepts, version
        )

    # Names

    def _of_names(
        self, connection: Connection, quote: QuoteRow, languages: tuple[str, str], version: int
    ) -> list[Wording]:
        language, source = languages
        words, tongue = quote.words_in(source)
        known = self._keep(lambda: self._names, lambda: known_names(connection), self._set_names, version)
        places: dict[str, list[Span]] = {}
        linked = list(dict.fromkeys(_linked(connection, quote, places)))
        names = names_of(connection, linked)
        # A mention's place is in the words as published, and it may be by other words than a name: “her sister”.
        for key, spans in places.items():
            named_so = _Naming(names.get(key, ()), base_language(tongue)) if words == quote.exact else None
            places[key] = [span for span in spans if named_so and named_so.by(words[span.start : span.end])]
        for found in known.find(words, tongue):
            sure = [key for key in found.record_ids if key in linked] or list(found.record_ids)
            for key in sure[:_AT_MOST]:
                if found.span not in places.setdefault(key, []):
                    places[key].append(found.span)
        named = sorted((key for key in places if places[key]), key=lambda key: min(s.start for s in places[key]))
        keys = list(dict.fromkeys((*named, *linked)))
        names |= names_of(connection, [key for key in keys if key not in names])
        kinds = record_kinds(connection, keys)
        cases = name_cases(connection, [name.id for rows in names.values() for name in rows])
        return [
            _wording(
                key, RecordKind(kinds[key]), names.get(key, []), cases, (words, tongue), places.get(key, []), language
            )
            for key in keys
            if key in kinds
        ]

    # Terms

    def _of_terms(
        self, connection: Connection, quote: QuoteRow, languages: tuple[str, str], version: int
    ) -> list[Wording]:
        concepts = self._all_concepts(connection, version)
        words, tongue = quote.words_in(languages[1])
        source = base_language(tongue)
        index = self._keep(
            lambda: self._indexes.get(source),
            lambda: TermIndex(_forms_in(concepts.values(), source), source),
            lambda made: self._indexes.__setitem__(source, made),
            version,
        )
        places: dict[str, list[Span]] = {}
        for found in index.find(words):
            places.setdefault(found.concept_id, []).append(found.span)
        return [
            _of_concept(concepts[key], words, spans, languages[0]) for key, spans in places.items() if key in concepts
        ]

    def _set_names(self, made: KnownNames) -> None:
        self._names = made

    def _set_concepts(self, made: dict[str, ConceptRow]) -> None:
        self._concepts = made

    def _keep(self, kept: Callable[[], T | None], make: Callable[[], T], keep: Callable[[T], None], version: int) -> T:
        """Return what is kept, or make it; it is not kept where it was to be forgotten since `version`.

        That is of before the connection's first question: it sees the archive as it was then.
        """
        there = kept()
        if there is not None:
            return there
        made = make()
        if version == self._version:
            keep(made)
        return made


def wanted_of(wordings: Iterable[Wording]) -> tuple[Wanted, ...]:
    """Return names and terms as the checks of a translation take them."""
    return tuple(
        Wanted(
            tuple(dict.fromkeys(form.value for form in each.forms)),
            each.places,
            each.kind,
            tuple(dict.fromkeys(case.value for form in each.forms for case in form.cases if case.kept)),
            each.forbidden,
        )
        for each in wordings
        if each.forms or each.forbidden
    )


def used(wordings: Iterable[Wording], text: str, language: str) -> frozenset[str]:
    """Return the ids of the names and terms that stand in a translation, in any allowed form and case."""
    forms = [(each.id, form) for each in wordings for form in each.forms]
    found = {
        place.concept_id for place in TermIndex([TermForm(key, form.value) for key, form in forms], language).find(text)
    }
    low = text.casefold()
    return frozenset(found | {key for key, form in forms if any(value.casefold() in low for value in form.all)})


def _linked(connection: Connection, quote: QuoteRow, places: dict[str, list[Span]]) -> Iterable[str]:
    """Give the records that passages in or around the quote name; where one lies within it, that is its place."""
    for span, record_id in mention_spans(connection, quote.text_version_id):
        if span.end <= quote.start or quote.end <= span.start:
            continue
        if quote.start <= span.start and span.end <= quote.end and (span.start, span.end) != (quote.start, quote.end):
            places.setdefault(record_id, []).append(Span(span.start - quote.start, span.end - quote.start))
        yield record_id


class _Naming:
    """Tells whether words that a person has linked to a record name it, be it by a part, inflected or derived.

    That is by its names in their language; by all where it has none in that.
    """

    def __init__(self, names: Sequence[NameRow], language: str) -> None:
        own = [name for name in names if base_language(name.tag) == language]
        self._words = {word for name in own or names for word in _folded(name.value)}

    def by(self, text: str) -> bool:
        return any(_alike(one, other) for one in _folded(text) for other in self._words)


def _folded(text: str) -> list[str]:
    words = _WORD.findall(text)
    return [word.casefold() for word in words if (len(word) > 2 or word.isupper()) and word.casefold() not in _SMALL]


def _alike(one: str, other: str) -> bool:
    """Tell whether two words in small letters begin alike, but for the endings of cases and of what is derived.

    What is as short as a stem has a short ending: “суд”, “судом”, and not “the”, “Theodore”.
    """
    short, long = sorted((one, other), key=len)
    stem = max(_STEM, len(short) - _ENDING)
    return one == other or (short[:stem] == long[:stem] and (len(short) > _STEM or len(long) <= _STEM + _ENDING))


def _wording(
    record_id: str,
    kind: RecordKind,
    names: list[NameRow],
    cases: dict[str, NameCases],
    source: tuple[str, str],
    places: list[Span],
    language: str,
) -> Wording:
    places = sorted(places, key=lambda span: span.start)
    words, tongue = source
    own = next((words[span.start : span.end] for span in places), "")
    there = [name for name in names if base_language(name.tag) == language]
    allowed = [name for name in there if name.kind != NameKind.FORBIDDEN]
    shown = own or _called(names, base_language(tongue))
    forms = [_form(name, kind, cases.get(name.id)) for name in sorted(allowed, key=lambda name: _rank(name, own))]
    surname = _surname(allowed, kind, own)
    forbidden = tuple(Forbidden(name.value, name.reason) for name in there if name.kind == NameKind.FORBIDDEN)
    return Wording(record_id, kind, shown, tuple(places), (*surname, *forms), forbidden)


def _rank(name: NameRow, own: str) -> tuple[int, bool, str]:
    """Order forms: where the quote has one word only, the short form first; the preferred, further ones, the short."""
    order = [NameKind.PREFERRED, NameKind.ALIAS, NameKind.TRANSLITERATION, NameKind.FORMER, NameKind.SHORT]
    place = order.index(NameKind(name.kind))
    short = name.kind == NameKind.SHORT and own and " " not in own
    return -1 if short else place, "-" in name.tag, name.id


def _called(names: list[NameRow], language: str) -> str:
    """Return what a record is called in the quote's own language, where its words do not say it."""
    usable = [name for name in names if name.kind != NameKind.FORBIDDEN]
    best = min(
        usable, key=lambda name: (base_language(name.tag) != language, name.kind != NameKind.PREFERRED), default=None
    )
    return best.value if best else ""


def _surname(allowed: list[NameRow], kind: RecordKind, own: str) -> tuple[Form, ...]:
    """Return the family name alone, where the quote says no more of a person either."""
    first = min(allowed, key=lambda name: _rank(name, ""), default=None)
    alone = kind is RecordKind.PERSON and own[:1].isupper() and " " not in own.strip()
    if first is None or not alone or any(name.kind == NameKind.SHORT for name in allowed):
        return ()
    parts = _parts(first)
    if not parts.family or parts.family == first.value:
        return ()
    made = inflect(parts.family, first.tag, NameParts(family=parts.family), guess_gender(parts, first.tag))
    return (Form(parts.family, first.tag, tuple(CaseOf(each.case, each.value, kept=False) for each in made)),)


def _parts(name: NameRow) -> NameParts:
    """Return the parts that a person has given a name, else those that are proposed."""
    own = NameParts(name.given, name.patronymic, name.family)
    return own if own != NameParts() else split_name(name.value, name.tag)


def _form(name: NameRow, kind: RecordKind, kept: NameCases | None) -> Form:
    """Return a name with its cases: those that are kept, and the others by rule."""
    there = kept.forms if kept is not None and kept.nominative == name.value else {}
    parts = _parts(name) if kind is RecordKind.PERSON else None
    made = {each.case: each.value for each in inflect(name.value, name.tag, parts)} if kind != RecordKind.EVENT else {}
    cases: list[CaseOf] = []
    for case in Case:
        if case in there:
            cases += [CaseOf(case, value, kept=True) for value in there[case]]
        elif case in made:
            cases.append(CaseOf(case, made[case], kept=False))
    return Form(name.value, name.tag, tuple(cases))


def _forms_in(concepts: Iterable[ConceptRow], language: str) -> Iterable[TermForm]:
    """Give the terms of a language; forbidden ones too, for a source may well say what is not to be written."""
    return (
        TermForm(concept.id, term.value)
        for concept in concepts
        for term in concept.terms
        if base_language(term.tag) == language
    )


def _of_concept(concept: ConceptRow, words: str, places: list[Span], language: str) -> Wording:
    there = [term for term in concept.terms if base_language(term.tag) == language]
    order = list(TermStatus)
    allowed = sorted(
        (term for term in there if term.status is not TermStatus.FORBIDDEN), key=lambda term: order.index(term.status)
    )
    return Wording(
        concept.id,
        None,
        words[places[0].start : places[0].end],
        tuple(places),
        tuple(Form(term.value, term.tag, _cases_of_term(term.value, term.tag)) for term in allowed),
        tuple(Forbidden(term.value, term.reason) for term in there if term.status is TermStatus.FORBIDDEN),
        concept.definition,
    )


def _cases_of_term(value: str, tag: str) -> tuple[CaseOf, ...]:
    """Return the singular cases of a term of one word, which is declined as a place's name is; of a phrase, none."""
    if " " in value.strip():
        return ()
    return tuple(CaseOf(each.case, each.value, kept=False) for each in inflect(value, tag) if not each.same)
