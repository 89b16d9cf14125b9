"""What may leave the room, and any text made fit for it: the one way out for every exporter.

    outgoing = read_outgoing(connection, Level.OPEN, let_out=frozenset())
    outgoing.leaves(Statement, row)     # whether a row (a mapping of its columns) may leave
    outgoing.pseudonym(record_id)       # the only name of a protected person; None for all others
    outgoing.redact(text, language="")  # any text with every hidden name replaced
    outgoing.unnamed(text)              # an address or file name as it is, or empty where it names somebody
    outgoing.cuts(text, language="")    # the places themselves, for `domain.redaction.redact`
    outgoing.doubts                     # what was met that a person should decide; withheld until then

Hidden are the names of protected persons, which their pseudonym takes the place of, and of records
and names that stay in the room by their level, which `domain.sensitivity.WITHHELD` does. A name is
looked for in every form, in every script that the rules make of it, inflected (`languages.name_net`
and `languages.known_names`). What only may be a hidden name is withheld too, and stands in
`doubts`; a person lets it out by its key. A place that surely is the name is let out one by one, with a
reason (`services.letting_out`). So are the words of passages and translations that stay,
where they stand in something else (`languages.same_words`).

Whoever writes rows of their own (and not a `BundleContent`, which `bundle_content.collect` makes
of all this) asks `leaves` for each row, takes the names of a record from `names`, and passes every
text, title, value and role through `redact`.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection, RowMapping, select

from workbench.domain.kinds import Level
from workbench.domain.properties import LET_OUT
from workbench.domain.redaction import Cut, cut_words, united
from workbench.domain.roles import PARTICIPANT_ROLES
from workbench.domain.sensitivity import WITHHELD, effective, identifies, may_leave, strictest
from workbench.i18n import active
from workbench.languages.known_names import Form, KnownNames, Why
from workbench.languages.name_called import Catch
from workbench.languages.name_company import is_usual, of_another
from workbench.languages.name_net import NameNet
from workbench.languages.name_others import OtherPeople
from workbench.languages.name_phrases import is_worth_asking
from workbench.languages.same_words import SameWords
from workbench.services.doubts import Doubt, SurePlace, place_of
from workbench.services.letting_out import read_let_out
from workbench.services.outgoing_names import all_of, form_of, names_in, people_in, told_in
from workbench.services.withheld_words import read_withheld_words
from workbench.store.log import OPERATION
from workbench.store.queries.levels import Levels, read_levels
from workbench.store.queries.records import record_names
from workbench.store.tables import (
    Mention,
    Name,
    Participation,
    Passage,
    Quote,
    Record,
    Relation,
    Row,
    Source,
    Statement,
)
from workbench.store.work import table_of

_CONFIDENT = 80
"""Per cent from which what `known_names` alone has found is taken for the name without asking."""

_PARTING = re.compile(r"[-_+./]")
"""What parts words in an address or a file's name."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Whose names must not leave, and what stands in their place."""

    owner: str
    record_id: str
    instead: str


@dataclass(slots=True)
class Outgoing:
    """What may leave up to a level; made in the worker by `read_outgoing`. Not for two threads at once.

    `secret` is the random id of the archive's first operation, which nothing that leaves holds.
    `nameless` are persons of whom no name may leave, so that they leave as protected ones do, as “[…]”;
    `freed` are the reasons for places that were let out (`letting_out`), `sure` the places that may be so;
    `clear` are names, each with its language, that nothing is hidden in (`look_through`);
    `renamed` other records that leave under another id, with what that is made of.
    """

    level: Level
    levels: Levels
    hidden: dict[str, Hidden]
    net: NameNet
    known: KnownNames
    let_out: frozenset[str]
    people: dict[str, str]
    pseudonyms: dict[str, str]
    words: SameWords
    secret: uuid.UUID
    others: OtherPeople = field(default_factory=OtherPeople)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)
    clear: set[tuple[str, str]] = field(default_factory=set)
    freed: dict[tuple[str, str], str] = field(default_factory=dict)
    sure: dict[str, SurePlace] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    @property
    def hides(self) -> bool:
        """Whether there is anything to look for in what leaves."""
        return bool(self.hidden or self.words)

    def may(self, level: Level) -> bool:
        """Tell whether what has a level leaves."""
        return may_leave(level, self.level)

    def leaves(self, model: type[Row], row: RowMapping | Mapping[str, Any], within: Level = Level.OPEN) -> bool:
        """Tell whether a row may leave, by its own level and that of what it is said of.

        `within` is for passages and quotes: the level that counts for the source or passage.
        Whether the records that a row names leave with it is asked for here too.
        """
        row_id = row["id"]
        if model is Statement and row["property"] == LET_OUT:
            return False  # its value is what stands around a hidden name, and its reason is for inside
        if model in (Passage, Source, Quote):
            speaker = row["speaker_id"] if model is Quote else None
            inherited = strictest(within, self.levels.record(speaker) if speaker else Level.OPEN)
            return self.may(effective(self.levels.set_on(model, row_id), inherited))
        if model is Record:
            return self.may(self.levels.record(row_id))
        ends = [row[column] for column in _ENDS[model] if row[column]]
        own = self.levels.set_on(model, row_id) if model is not Mention else Level.INHERITED
        inherited = strictest(*map(self.levels.record, ends))
        if not self.may(effective(own, inherited)) or not self.may(inherited):
            return False
        if model is Name and row["record_id"] in self.nameless:
            return True  # so that somebody is asked about it; `redact` takes it out
        return not any(end in self.pseudonyms for end in ends) or _harmless(model, row, opened=own is Level.OPEN)

    def pseudonym(self, record_id: str) -> str | None:
        """Return the name under which a protected person leaves; None for a record that is not protected."""
        return self.pseudonyms.get(record_id)

    def record_id(self, record_id: str) -> str:
        """Return the id under which a record leaves: another than its own where that is known beside a name."""
        because = self.pseudonyms.get(record_id) or self.renamed.get(record_id)
        return record_id if because is None else self.other_id(record_id, because)

    def withdraw(self, record_id: str, name: str) -> None:
        """Treat a person of whom no name may leave as a protected one without a pseudonym; `name` is for inside."""
        self.pseudonyms[record_id] = WITHHELD
        self.hidden[record_id] = Hidden(record_id, record_id, WITHHELD)
        self.people[record_id] = name
        self.nameless.add(record_id)

    def other_id(self, row_id: str, because: str) -> str:
        """Return an id that nobody outside can tell a row's own id from; another one for another reason."""
        return str(uuid.uuid5(self.secret, f"{row_id}/{because}"))

    def cuts(self, text: str, language: str = "", already: Collection[Cut] = ()) -> list[Cut]:
        """Return the places of a text where something hidden stands, or may, and what takes their place.

        In the places of `already` nothing leaves whatever stands there, so that nobody is asked about them.
        """
        return [*self._names_in(text, language), *self._words_in(text, already)]

    def look_through(self, names: Iterable[tuple[str, str]]) -> None:
        """Find in one pass in which of many names, each with its language, there is nothing hidden.

        `cuts` gives the same with and without it, but then it costs next to nothing where there is nothing.
        """
        if not self.hidden:
            return
        by_language: dict[str, list[str]] = {}
        for name, language in dict.fromkeys(names):
            by_language.setdefault(language, []).append(name)
        for language, values in by_language.items():
            met = zip(values, self.net.touched(values), self.known.touched(values, language), strict=True)
            self.clear |= {(value, language) for value, by_net, by_known in met if not (by_net or by_known)}

    def is_clean(self, name: str, language: str = "") -> bool:
        """Tell whether a name leaves as it is; nobody is asked about it for that."""
        doubts, sure, self.doubts, self.sure = self.doubts, self.sure, {}, {}
        clean = not self.cuts(name, language)
        self.doubts, self.sure = doubts, sure
        return clean

    def _words_in(self, text: str, already: Collection[Cut]) -> Iterator[Cut]:
        """Look for the words of what stays in what `already` leaves of a text."""
        edges = [0, *(edge for cut in united(already) for edge in (cut.start, cut.end)), len(text)]
        for first, last in zip(edges[::2], edges[1::2], strict=True):
            for place in self.words.find(text[first:last]):
                key, start, end = f"words/{place.key}", first + place.start, first + place.end
                self.doubt(key, "", text, start, end)
                if key not in self.let_out:
                    yield Cut(start, end)

    def _names_in(self, text: str, language: str) -> list[Cut]:
        if not self.hidden or not text or (text, language) in self.clear:
            return []
        catches = self.net.find(text)
        for one in self.known.find(text, language, thorough=True):
            span = one.span
            met = any(catch.start < span.end and span.start < catch.end for catch in catches)
            words = text[span.start : span.end]
            given = one.why is Why.GIVEN
            if given and of_another(text, span.start, span.end):
                continue
            if not met and is_worth_asking(words, one.form) and self.net.tells(one.record_ids[0], words):
                # Many people have one given name: where it stands alone, how near the full name is tells nothing.
                sure = len(one.record_ids) == 1 and one.confidence >= _CONFIDENT and not given
                catches.append(Catch(span.start, span.end, one.record_ids[0], sure))
        catches = [catch for catch in catches if not self._anothers(text, catch)]
        catches = self._told_apart(sorted(catches, key=lambda each: (each.start, each.end, each.owner)))
        return [cut for catch in catches if (cut := self._cut(text, catch)) is not None]

    def _anothers(self, text: str, catch: Catch) -> bool:
        """Tell whether a place is part of the full name of somebody who may be named."""
        return self.others.bear(text, catch.start, catch.end, partial(self.net.is_another, catch.owner))

    def _told_apart(self, catches: list[Catch]) -> list[Catch]:
        """Drop what may be one owner where it surely is another; what may be two by as much becomes a doubt."""
        found = []
        for at, catch in enumerate(catches):
            rivals = [other for other in _overlapping(catches, at) if self._rivals(catch, other)]
            if catch.sure or all(catch.alone and other.alone for other in rivals):
                found.append(replace(catch, sure=catch.sure and not rivals))
        return found

    def _rivals(self, catch: Catch, other: Catch) -> bool:
        apart = self.hidden[catch.owner].instead != self.hidden[other.owner].instead
        as_much = other.sure or (catch.alone and other.alone)
        return apart and as_much and other.start <= catch.start and catch.end <= other.end

    def _cut(self, text: str, catch: Catch) -> Cut | None:
        owner = self.hidden[catch.owner]
        if catch.sure:
            free = self._is_freed(text, catch, owner.record_id)
            return None if free else Cut(catch.start, catch.end, owner.instead)
        words = text[catch.start : catch.end]
        key = f"{catch.owner}/{' '.join(words.split())}"
        self.doubt(key, owner.record_id, text, catch.start, catch.end)
        return None if key in self.let_out else Cut(catch.start, catch.end)

    def _is_freed(self, text: str, catch: Catch, record_id: str) -> bool:
        """Tell whether a person has let out just this place; note that one may."""
        place = place_of(text, catch.start, catch.end)
        if not place:
            return False
        reason = self.freed.get((record_id, place), "")
        found = SurePlace(record_id, self.people.get(record_id, ""), text[catch.start : catch.end], place, reason)
        self.sure.setdefault(found.key, found)
        return bool(reason)

    def doubt(self, key: str, record_id: str, text: str, start: int, end: int) -> None:
        """Note something that a person should decide."""
        fresh = Doubt(key, record_id, self.people.get(record_id, ""), text[start:end])
        self.doubts.setdefault(key, fresh).meet(text, start, end)

    def is_hidden(self, name: str) -> bool:
        """Tell whether the name of somebody who works in the archive surely is that of somebody hidden."""
        return bool(self.hidden) and any(catch.sure for catch in self.net.find(name))

    def numbered(self, names: Mapping[str, str]) -> dict[str, str]:
        """Return, by id, what those who work in the archive are called outside whose names are somebody hidden's."""
        hidden = sorted(key for key, name in names.items() if self.is_hidden(name))
        return {key: f"profile {number}" for number, key in enumerate(hidden, 1)}

    def redact(self, text: str, language: str = "") -> str:
        """Return a text with every hidden name replaced, and what may be one withheld."""
        return cut_words(text, self.cuts(text, language))

    def redact_name(self, value: str, language: str = "") -> str:
        """Return the name of a place, organisation or event as it leaves.

        A usual word or a country's name is its own, though a person who is hidden may be called so too.
        """
        if all(map(is_usual, value.split())) and not any(catch.sure for catch in self.net.find(value)):
            return value
        return self.redact(value, language)

    def unnamed(self, text: str) -> str:
        """Return an address or a file's name, or nothing where it names somebody hidden or says what stays."""
        return "" if self.betrayed_by(text) else text

    def betrayed_by(self, text: str) -> bool:
        """Tell whether a text, such as a file's bytes decoded, holds anything that may be hidden."""
        if self.hidden and self.net.anywhere(text):
            return True
        return bool(self.words) and bool(self.words.find(text) or self.words.find(_PARTING.sub(" ", unquote(text))))


def _overlapping(catches: list[Catch], at: int) -> Iterator[Catch]:
    """Yield the others that share a place with one of some catches in order, as far as they stand next to it."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(catches) and (
            catches[near].start < catches[at].end and catches[at].start < catches[near].end
        ):
            yield catches[near]
            near += step


def _harmless(model: type[Row], row: RowMapping | Mapping[str, Any], *, opened: bool) -> bool:
    """Tell whether something said of a protected person does not tell who it is."""
    if model is Name:
        return False
    if model is Relation:
        return opened
    if model is Participation:
        return opened or row["role"] in PARTICIPANT_ROLES  # one that was typed may say “husband of …”
    return model is not Statement or not identifies(row["property"], opened=opened)


_ENDS: dict[type[Row], tuple[str, ...]] = {
    Name: ("record_id",),
    Mention: ("record_id",),
    Statement: ("record_id", "place_id"),
    Participation: ("event_id", "record_id"),
    Relation: ("from_id", "to_id"),
}


def read_outgoing(connection: Connection, level: Level, let_out: Collection[str] = frozenset()) -> Outgoing:
    """Read what hides what at a level; `let_out` are the keys of doubts that a person has decided to let out."""
    levels = read_levels(connection)
    record = table_of(Record)
    rows = connection.execute(select(record.c.id, record.c.pseudonym).where(record.c.protected))
    protected: dict[str, str] = dict(rows.all())
    closed = {key for key in levels.own[Record] if not may_leave(levels.record(key), level)}
    closed_names = {key for key, own in levels.own[Name].items() if not may_leave(own, level)}
    hidden: dict[str, Hidden] = {}
    forms: list[Form] = []
    for row in names_in(connection, protected.keys() | closed, closed_names):
        record_id = row["record_id"]
        owner = record_id if record_id in protected or record_id in closed else row["id"]
        hidden[owner] = Hidden(owner, record_id, WITHHELD)
        forms.append(form_of(row, owner))
    alone = [(each.owner, each.record_id) for each in hidden.values() if each.owner != each.record_id]
    net = NameNet(all_of(forms, told_in(connection, alone, closed_names)))
    pseudonyms: dict[str, str] = {}
    for record_id in protected.keys() - closed:
        # A name that was added later may be like the pseudonym: then that must not leave either.
        fits = protected[record_id] and not net.anywhere(protected[record_id])
        pseudonyms[record_id] = protected[record_id] if fits else WITHHELD
        if record_id in hidden:
            hidden[record_id] = Hidden(record_id, record_id, pseudonyms[record_id])
    people = record_names(connection, {each.record_id for each in hidden.values()}, active().language)
    words = read_withheld_words(connection, levels, level, hidden.keys(), net)
    return Outgoing(
        level,
        levels,
        hidden,
        net,
        KnownNames(forms),
        frozenset(let_out),
        people,
        pseudonyms,
        words,
        read_secret(connection),
        OtherPeople(people_in(connection, protected.keys() | closed, closed_names)),
        freed=read_let_out(connection),
    )


def read_secret(connection: Connection) -> uuid.UUID:
    """Return the random id of the archive's first operation, which nothing that leaves holds."""
    return uuid.UUID(connection.execute(select(OPERATION.c.id).where(OPERATION.c.number == 1)).scalar_one())
