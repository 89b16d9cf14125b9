"""Wordings from outside that wait for a person: taking in what came back, and taking or removing each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.errors import InputError
from workbench.domain.inputs import TranslationInput, clean_line, clean_text
from workbench.domain.kinds import Origin, Trouble
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active, ngettext
from workbench.importers import limits
from workbench.importers.child import Cancel
from workbench.importers.files import read_original
from workbench.importers.returned import Returned, ReturnedUnit, read_returned
from workbench.services.matches import Match
from workbench.services.outgoing import read_secret
from workbench.services.quotes import words_of, write_translation
from workbench.store.log import now
from workbench.store.queries.proposals import proposals_for
from workbench.store.tables import Passage, Proposal, Quote, Translation
from workbench.store.work import Act, Work, table_of
from workbench.vault.seals import Sealer, fingerprint


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file's units: how many proposals, by what is wrong with them, and what made none.

    `same` say what the archive says already, `empty` are not translated, `foreign` are in a
    language that the quote is not translated into.
    """

    proposals: int
    troubles: dict[Trouble, int]
    same: int
    empty: int
    foreign: int

    @property
    def ready(self) -> int:
        """How many proposals can be taken as they are."""
        return self.troubles.get(Trouble.NONE, 0)


def taken_words(taken: TakenIn) -> str:
    """Say what made no proposal, and why; empty where everything made one."""
    number = active().number
    counted = (
        (taken.same, ngettext("{n} translation is here already.", "{n} translations are here already.", taken.same)),
        (taken.empty, ngettext("{n} quote is not translated.", "{n} quotes are not translated.", taken.empty)),
        (
            taken.foreign,
            ngettext(
                "{n} translation is in a language that its quote is not translated into.",
                "{n} translations are in languages that their quotes are not translated into.",
                taken.foreign,
            ),
        ),
    )
    return " ".join(words.format(n=number(count)) for count, words in counted if count)


def read_returned_file(path: Path, *, cancel: Cancel | None = None) -> Returned:
    """Read a file that came back; nothing is written.

    Raises:
        ImportFileError, CancelledError: see `read_returned`.
    """
    return read_returned(read_original(path, limit=limits.RETURNED_BYTES), cancel)


def take_in_all(returned: Iterable[Returned], author: str) -> Act[TakenIn]:
    """Make proposals of what a translator sent back, under their name as it is given; one operation.

    A unit belongs to the quote of its seal; without one, to the quote that has its id; without an
    id that is known, to the one quote with its words. Units of one quote and language that differ,
    changed quotes, languages that a quote was not sent for and unknown ids are proposals with a trouble.
    A wording that the archive has, as translation or as this translator's proposal, is not taken in twice.

    Raises:
        InputError: no name is given.
    """
    files, name = list(returned), str(clean_line(author))[:200]
    if not name:
        raise InputError(_("Say who has translated this."), field="author")

    def run(work: Work) -> TakenIn:
        taking = _Taking(work.connection, name)
        for file in files:
            for unit in file.units:
                work.checkpoint()
                taking.add(unit, file.name)
        rows = taking.rows()
        work.insert_all(Proposal, rows)
        troubles = Counter(Trouble(row["trouble"]) for row in rows)
        return TakenIn(len(rows), dict(troubles), taking.same, taking.empty, taking.foreign)

    return Act("take_in_returned", run, name)


@dataclass(frozen=True, slots=True)
class _Quote:
    id: str
    words: str
    language: str


class _Taking:
    """Finds the quotes of units, and what is wrong with these."""

    def __init__(self, connection: Connection, author: str) -> None:
        self._author, self._moment = author, now()
        self._sealer = Sealer(read_secret(connection))
        quote, passage, translation = table_of(Quote), table_of(Passage), table_of(Translation)
        query = select(quote.c.id, passage.c.exact, quote.c.published_language)
        found = connection.execute(query.join(passage, passage.c.id == quote.c.passage_id))
        self._quotes = {row[0]: _Quote(*row) for row in found}
        self._by_words: dict[bytes, list[_Quote]] = {}
        for each in self._quotes.values():
            self._by_words.setdefault(fingerprint(each.words), []).append(each)
        columns = (translation.c.quote_id, translation.c.language, translation.c.text)
        self._known = {(row[0], row[1], row[2], "") for row in connection.execute(select(*columns))}
        proposal = table_of(Proposal).c
        there = select(proposal.quote_id, proposal.language, proposal.text, proposal.author, proposal.unit)
        for row in connection.execute(there):
            self._known.add((row[0] or row[4], row[1], row[2], row[3]))
        self._rows: list[dict[str, Any]] = []
        self._came: dict[tuple[str, str], set[str]] = {}
        """What came for each quote, or unit of none, and language, with what makes no proposal."""
        self.same = self.empty = self.foreign = 0

    def add(self, unit: ReturnedUnit, file: str) -> None:
        """Make a proposal of a unit of a file, or count why it makes none."""
        text, language = str(clean_text(unit.text)), base_language(unit.language)
        quote, trouble = self._belongs(unit)
        key = (quote.id if quote else unit.unit, language, text)
        if not text:
            self.empty += 1
        elif language not in WORKING_LANGUAGES or (quote and language == base_language(quote.language)):
            self.foreign += 1
        else:
            self._came.setdefault(key[:2], set()).add(text)
            self._propose(unit, quote, trouble, file, key)

    def _propose(
        self, unit: ReturnedUnit, quote: _Quote | None, trouble: Trouble, file: str, key: tuple[str, str, str]
    ) -> None:
        if (*key, "") in self._known or (*key, self._author) in self._known:
            self.same += 1
        else:
            self._known.add((*key, self._author))
            told = {"detail": file, "trouble": trouble.value, "language": key[1], "text": key[2]}
            self._rows.append({**self._facts(unit, quote), **told})

    def _facts(self, unit: ReturnedUnit, quote: _Quote | None) -> dict[str, Any]:
        return {
            "quote_id": quote.id if quote else None,
            "source_language": unit.source_language,
            "source_text": str(clean_text(unit.source_text)),
            "origin": Origin.OUTSIDE.value,
            "author": self._author,
            "unit": unit.unit,
            "moment": self._moment,
        }

    def _belongs(self, unit: ReturnedUnit) -> tuple[_Quote | None, Trouble]:
        seal = self._sealer.open(unit.seal) if unit.seal else None
        came = fingerprint(unit.source_text)
        if seal is not None:
            quote = self._quotes.get(seal.quote_id)
            if quote is None:
                return None, Trouble.UNKNOWN
            if seal.languages and base_language(unit.language) not in seal.languages:
                return quote, Trouble.LANGUAGE
            same = seal.words == fingerprint(quote.words) and came in (seal.sent, seal.words)
            return quote, Trouble.NONE if same else Trouble.CHANGED
        quote = self._quotes.get(unit.quote_id)
        if quote is not None:
            return quote, Trouble.NONE if came == fingerprint(quote.words) else Trouble.CHANGED
        alike = self._by_words.get(came, [])
        return (alike[0], Trouble.NONE) if len(alike) == 1 else (None, Trouble.UNKNOWN)

    def rows(self) -> list[dict[str, Any]]:
        """Return the proposals; those of a quote and language for which several wordings came are marked so."""
        for row in self._rows:
            several = len(self._came[row["quote_id"] or row["unit"], row["language"]]) > 1
            if several and row["trouble"] == Trouble.NONE.value:
                row["trouble"] = Trouble.DOUBLED.value
        return self._rows


def proposed_matches(connection: Connection, quote_id: str, language: str) -> list[Match]:
    """Return what translators outside have proposed for a quote in a language, the newest first."""
    return [
        Match(
            row.text,
            row.source_text,
            100,
            by=_("proposed by {name} in “{file}”").format(name=row.author, file=row.detail),
        )
        for row in proposals_for(connection, quote_id, language)
        if row.origin is Origin.OUTSIDE
    ]


def take_proposal(proposal_id: str, *, expected: int | None = None) -> Act[str]:
    """Write a proposal as the draft of its quote, in the place of what stands there; returns the translation's id.

    What was translated from other words is stale then. The proposal is gone; other ones of the quote stay.

    Raises:
        InputError: the archive does not know its quote.
        StaleError: somebody has changed it since.
    """

    def run(work: Work) -> str:
        row = work.get(Proposal, proposal_id)
        if row.quote_id is None:
            raise InputError(
                _("The archive has no quote for this proposal."), do=_("Copy its words, or remove the proposal.")
            )
        given = TranslationInput(language=row.language, text=row.text)
        of = row.source_text if row.trouble == Trouble.CHANGED.value else ""
        written = write_translation(row.quote_id, given, of=of, origin=Origin(row.origin)).run(work)
        work.remove(Proposal, proposal_id, expected=expected)
        return written

    def subject(work: Work, written: str) -> str:
        return words_of(work, work.get(Translation, written).quote_id)

    return Act("take_proposal", run, subject)


def take_all(proposal_ids: Iterable[str]) -> Act[int]:
    """Take every one of some proposals that has no trouble and whose quote has no translation; returns how many."""
    wanted = list(proposal_ids)

    def run(work: Work) -> int:
        count = 0
        for row in work.facts_of(Proposal, wanted):
            work.checkpoint()
            if row["trouble"] or row["quote_id"] is None:
                continue
            found = work.find(Translation, quote_id=row["quote_id"], language=row["language"])
            if not (found and found[0].text):
                take_proposal(row["id"]).run(work)
                count += 1
        return count

    return Act("take_proposals", run)


def remove_proposals(proposal_ids: Iterable[str]) -> Act[int]:
    """Remove proposals; one that is gone already is passed over. Returns how many there were."""
    wanted = list(proposal_ids)

    def run(work: Work) -> int:
        there = [row["id"] for row in work.facts_of(Proposal, wanted)]
        for proposal_id in there:
            work.remove(Proposal, proposal_id)
        return len(there)

    return Act("remove_proposals", run)
