"""What of an archive's rows stays in the room, by level and for the sake of protected persons.

`withhold` takes it out of the rows before a bundle is made of them, and tells which places of the
texts go with it: the words of a withheld passage in every text of its source, and all but the open
passages of a source that stays itself. A passage that shares a place with one that is withheld for
its own sake stays with it, unless it was opened itself. What only passages that stay support stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import RowMapping

from workbench.domain.anchors import find_quote
from workbench.domain.kinds import RecordKind
from workbench.domain.redaction import Cut
from workbench.languages.same_words import WordsOf
from workbench.services.bundle_rows import Rows
from workbench.services.outgoing import Outgoing
from workbench.store.tables import (
    Capture,
    Carrying,
    Evidence,
    Mention,
    Name,
    Note,
    Participation,
    Passage,
    PassageTag,
    Profile,
    Quote,
    Record,
    Relation,
    Row,
    Source,
    Statement,
    TextVersion,
    Translation,
)

_SHORT_MENTION = 60
"""Code points of a mention that is nothing but a name, so that its pseudonym takes its whole place."""

Range = tuple[int, int]

_ATTACHED: tuple[type[Row], ...] = (Note, PassageTag)
_CLAIMS: tuple[type[Row], ...] = (Name, Statement, Participation, Relation)


@dataclass
class Withheld:
    """What `withhold` has taken out.

    `excerpts` are sources of which only open passages leave, `cuts` places of text versions,
    by id; `rows` the ids that stay, by table; `described` the quotes, with the hidden record, whose words
    told of it without a name: their translations may too. False where it is nothing.
    """

    excerpts: set[str] = field(default_factory=set)
    cuts: dict[str, list[Cut]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[type[Row], set[str]] = field(default_factory=lambda: defaultdict(set))
    described: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.excerpts or self.cuts) or any(self.rows.values())


def withhold(rows: Rows, outgoing: Outgoing, text_of: Callable[[str], str]) -> tuple[Rows, Withheld]:
    """Return the rows that may leave, and what was taken out; `text_of` reads a text version by its id."""
    withheld = Withheld()
    kept = dict(rows.tables)

    def keep(model: type[Row], fits: Callable[[RowMapping], bool]) -> None:
        found = {key: row for key, row in kept[model].items() if fits(row)}
        withheld.rows[model] |= kept[model].keys() - found.keys()
        kept[model] = found

    _withdraw_nameless(rows, outgoing)
    levels = outgoing.levels
    source = {key: levels.source(key) for key in rows[Source]}
    keep(Record, lambda row: outgoing.leaves(Record, row))
    passage = {key: levels.passage(key, rows.source_of(key)) for key in rows[Passage]}
    keep(Quote, lambda row: outgoing.leaves(Quote, row, passage[row["passage_id"]]))
    said = {rows[Quote][key]["passage_id"] for key in withheld.rows[Quote]}
    opened = _opened(rows, outgoing, said)
    # The words of a quote are its passage's: where the quote stays or leaves, they do.
    keep(Passage, lambda row: row["id"] not in said and (row["id"] in opened or outgoing.may(passage[row["id"]])))
    beside = _beside(rows, outgoing, said)
    keep(Passage, lambda row: row["id"] in opened or row["id"] not in beside)
    closed = {key for key, level in source.items() if not outgoing.may(level)}
    withheld.excerpts = closed & {rows.source_of(key) for key in kept[Passage]}
    keep(Source, lambda row: row["id"] not in closed or row["id"] in withheld.excerpts)
    _Places(rows, outgoing, withheld, text_of, kept[Passage].keys(), said, opened).find()
    keep(TextVersion, lambda row: row["source_id"] in kept[Source])
    keep(Capture, lambda row: row["source_id"] in kept[Source])
    keep(Quote, lambda row: row["passage_id"] in kept[Passage])
    kept[Quote] = _spoken(kept[Quote], kept[Record].keys())
    keep(Translation, lambda row: row["quote_id"] in kept[Quote])
    for model in _ATTACHED:
        keep(model, lambda row: row["passage_id"] in kept[Passage])
    keep(Mention, lambda row: row["passage_id"] in kept[Passage] and outgoing.leaves(Mention, row))
    for claim in _CLAIMS:
        keep(claim, partial(outgoing.leaves, claim))
    for claim in _CLAIMS:
        keep(claim, lambda row, model=claim: _known(model, row, rows, outgoing, kept[Passage]))  # type: ignore[misc]
    kept[Profile] = _neutral(kept[Profile], outgoing)
    keep(Evidence, lambda row: row["passage_id"] in kept[Passage] and _stands(row, kept))
    return Rows(kept), withheld


def _withdraw_nameless(rows: Rows, outgoing: Outgoing) -> None:
    """Find the persons whose every name stays, or is like a hidden one: they may be somebody who is hidden."""
    if not outgoing.hidden:
        return
    people = {
        key: rows.having(Name, "record_id", key)
        for key, record in rows[Record].items()
        if record["kind"] == RecordKind.PERSON and key not in outgoing.pseudonyms and outgoing.leaves(Record, record)
    }
    leaving = {key: [name for name in names if outgoing.leaves(Name, name)] for key, names in people.items() if names}
    outgoing.look_through((name["value"], name["tag"]) for names in leaving.values() for name in names[:1])
    for key, names in leaving.items():
        if not any(outgoing.is_clean(name["value"], name["tag"]) for name in names):
            outgoing.withdraw(key, people[key][0]["value"])


def _opened(rows: Rows, outgoing: Outgoing, said: set[str]) -> set[str]:
    """Return the passages that leave whatever they stand in: a person has said so of them, or of their quote."""
    own = outgoing.levels.set_on
    found = {key for key in rows[Passage] if own(Passage, key) and outgoing.may(own(Passage, key))}
    for quote in rows[Quote].values():
        level = own(Quote, quote["id"])
        if level and outgoing.may(level) and not own(Passage, quote["passage_id"]):
            found.add(quote["passage_id"])
    return found - said


def _known(model: type[Row], row: RowMapping, rows: Rows, outgoing: Outgoing, leaving: Collection[str]) -> bool:
    """Tell whether something said is known from passages that leave, from none at all, or was opened itself."""
    support = rows.evidence.get(row["id"], ())
    return (
        not support
        or bool(outgoing.levels.set_on(model, row["id"]))
        or any(each["passage_id"] in leaving for each in support)
    )


def _all_places(rows: Rows) -> dict[str, dict[str, Range]]:
    """Return by passage the ranges where it stands or stood, by text version."""
    found: dict[str, dict[str, Range]] = defaultdict(dict)
    for step in rows[Carrying].values():
        found[step["passage_id"]][step["from_id"]] = step["start"], step["end"]
    for row in rows[Passage].values():
        found[row["id"]][row["text_version_id"]] = row["start"], row["end"]
    return found


def _by_itself(outgoing: Outgoing, passage_id: str, said: Collection[str]) -> bool:
    """Tell whether a passage stays for its own sake and not only because its source does."""
    own = outgoing.levels.set_on(Passage, passage_id)
    return passage_id in said or (bool(own) and not outgoing.may(own))


def _beside(rows: Rows, outgoing: Outgoing, said: Collection[str]) -> set[str]:
    """Return the passages that share a place with one that stays for its own sake, and those themselves."""
    places = _all_places(rows)
    closed: dict[str, list[Range]] = defaultdict(list)
    for key in rows[Passage]:
        if _by_itself(outgoing, key, said):
            for version_id, place in places[key].items():
                closed[version_id].append(place)
    return {
        key
        for key in rows[Passage]
        for version_id, (start, end) in places[key].items()
        if any(start < last and first < end for first, last in closed.get(version_id, ()))
    }


def _neutral(profiles: dict[str, RowMapping], outgoing: Outgoing) -> dict[str, Any]:
    """Return the profiles with neither id nor initials of those whose owners are hidden."""
    numbered = outgoing.numbered({key: row["name"] for key, row in profiles.items()})
    return profiles | {
        key: {**profiles[key], "id": outgoing.other_id(key, label), "initials": label}
        for key, label in numbered.items()
    }


def _spoken(quotes: dict[str, RowMapping], records: Collection[str]) -> dict[str, Any]:
    """Return the quotes, without a speaker or an interpreter where that one stays."""

    def who(row: RowMapping) -> dict[str, None]:
        return {name: None for name in ("speaker_id", "interpreter_id") if row[name] and row[name] not in records}

    return {key: {**row, **who(row)} for key, row in quotes.items()}


_SUPPORTED: dict[str, type[Row]] = {
    "name_id": Name,
    "statement_id": Statement,
    "participation_id": Participation,
    "relation_id": Relation,
}


def _stands(row: RowMapping, kept: dict[type[Any], dict[str, RowMapping]]) -> bool:
    return all(row[column] is None or row[column] in kept[model] for column, model in _SUPPORTED.items())


@dataclass
class _Places:
    """Works out which places of which texts are taken out; `leaving` are the ids of passages that leave."""

    rows: Rows
    outgoing: Outgoing
    withheld: Withheld
    text_of: Callable[[str], str]
    leaving: Collection[str]
    said: set[str]
    opened: set[str]
    words: dict[str, WordsOf] = field(default_factory=dict)

    def find(self) -> None:
        self.places = _all_places(self.rows)
        self.standing: dict[str, list[tuple[Range, str]]] = defaultdict(list)
        for key in self.leaving:
            for version_id, place in self.places[key].items():
                self.standing[version_id].append((place, key))
        for passage_id, row in self.rows[Passage].items():
            if passage_id not in self.leaving and _by_itself(self.outgoing, passage_id, self.said):
                self._cut_everywhere(row)
        for source_id in self.withheld.excerpts:
            for version in self.rows.having(TextVersion, "source_id", source_id):
                self._excerpt(version["id"])
        for mention in self.rows[Mention].values():
            if mention["record_id"] in self.outgoing.hidden:
                self._mention(mention)

    def _cut_everywhere(self, row: RowMapping) -> None:
        places = self.places[row["id"]]
        source_id = self.rows.source_of(row["id"])
        for version in self.rows.having(TextVersion, "source_id", source_id):
            version_id = version["id"]
            found = [places[version_id]] if version_id in places else []
            text = self.text_of(version_id)
            found += [(span.start, span.end) for span in find_quote(text, row["exact"])]
            if version_id not in self.words:
                self.words[version_id] = WordsOf(text)
            found += [(place.start, place.end) for place in self.words[version_id].places(row["exact"])]
            if not found:
                # The words may stand there in other words: nothing but the passages that leave is sent.
                self._excerpt(version_id)
            for start, end in dict.fromkeys(found):
                inside = (place for place, key in self.standing[version_id] if key in self.opened)
                holes = sorted(place for place in inside if start <= place[0] and place[1] <= end)
                # One that is as long says the opposite of the same words: they stay.
                self._cut_around(version_id, start, end, [hole for hole in holes if hole != (start, end)])

    def _excerpt(self, version_id: str) -> None:
        """Take out everything but the passages that leave."""
        kept = sorted(place for place, _key in self.standing[version_id])
        self._cut_around(version_id, 0, len(self.text_of(version_id)), kept)

    def _cut_around(self, version_id: str, start: int, end: int, holes: list[Range]) -> None:
        at = start
        for first, last in holes:
            if first > at:
                self.withheld.cuts[version_id].append(Cut(at, first))
            at = max(at, last)
        if at < end:
            self.withheld.cuts[version_id].append(Cut(at, end))

    def _mention(self, mention: RowMapping) -> None:
        """Put the pseudonym where a passage names somebody hidden, found by its letters or not."""
        passage, owner = self.rows[Passage][mention["passage_id"]], mention["record_id"]
        words = passage["exact"]
        by_name = any(catch.owner == owner for catch in self.outgoing.net.find(words))
        if len(words) <= _SHORT_MENTION and "\n" not in words:
            instead = self.outgoing.hidden[owner].instead
            if not by_name:
                self._describe(passage["id"], owner)
        elif by_name:
            return
        else:
            key = f"{owner}/{passage['id']}"
            self.outgoing.doubt(key, owner, words, 0, len(words))
            if key in self.outgoing.let_out:
                return
            instead = ""
        for version_id, (start, end) in self.places[passage["id"]].items():
            self.withheld.cuts[version_id].append(Cut(start, end, instead) if instead else Cut(start, end))

    def _describe(self, passage_id: str, owner: str) -> None:
        """Note the quotes that a mention stands in."""
        for version_id, (start, end) in self.places[passage_id].items():
            for (first, last), key in self.standing[version_id]:
                if first < end and start < last:
                    said = self.rows.having(Quote, "passage_id", key)
                    self.withheld.described |= dict.fromkeys((quote["id"] for quote in said), owner)
