"""What the checks find in all translations, in memory: which of it is wanted, and how much; no widget knows how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.listing import Listed, listed
from workbench.languages.checks import Key, Severity
from workbench.services.findings import Found, Judged
from workbench.store.queries.quotes import QuoteRow, TranslationRow


class Kind(StrEnum):
    """What findings are about."""

    SAID = "said"
    NUMBERS = "numbers"
    NAMES = "names"
    SIGNS = "signs"
    QUOTATION = "quotation"
    WORDS = "words"
    SPACES = "spaces"


KIND_OF: dict[Key, Kind] = {
    **dict.fromkeys((Key.NEGATION, Key.SENTENCES, Key.LENGTH), Kind.SAID),
    **dict.fromkeys((Key.NUMBER, Key.PERCENT, Key.CURRENCY, Key.DATE, Key.TIME), Kind.NUMBERS),
    **dict.fromkeys((Key.NAME, Key.FORBIDDEN), Kind.NAMES),
    **dict.fromkeys((Key.MARKS, Key.ELLIPSIS, Key.BRACKETS, Key.FINAL_SIGN), Kind.SIGNS),
    **dict.fromkeys((Key.QUOTE_MARKS, Key.QUOTE_BALANCE), Kind.QUOTATION),
    **dict.fromkeys((Key.DOUBLED, Key.LANGUAGE, Key.LEFTOVER, Key.LETTERS), Kind.WORDS),
    **dict.fromkeys((Key.SPACES, Key.UNSEEN), Kind.SPACES),
}
"""Which check finds what."""

WAIVED = "waived"
"""In place of a severity: somebody lets it stand."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One finding in its translation."""

    key: str
    quote: QuoteRow
    translation: TranslationRow
    judged: Judged

    @property
    def weight(self) -> str:
        """Its severity, or `WAIVED`."""
        return WAIVED if self.judged.waiver is not None else self.judged.finding.severity.value


@dataclass(frozen=True, slots=True)
class WantedFindings:
    """What findings are to be like; None is anything. Without `weights` all that is open is wanted."""

    language: str | None = None
    kind: Kind | None = None
    weights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The lines that are wanted, in how many translations they are, and how many there are of each weight."""

    lines: Listed = field(default_factory=Listed)
    translations: int = 0
    weights: Mapping[str, int] = field(default_factory=dict)


class FoundList:
    """Findings by quote, in the order of the quotes that were checked."""

    def __init__(self, found: Iterable[Found] = (), quote_ids: Iterable[str] = ()) -> None:
        self._quotes: dict[str, list[FoundLine]] = {quote_id: [] for quote_id in quote_ids}
        self.lines: dict[str, FoundLine] = {}
        self._put(found)

    @property
    def quotes(self) -> int:
        """How many quotes were checked."""
        return len(self._quotes)

    def _put(self, found: Iterable[Found]) -> None:
        for each in found:
            there = self._quotes.setdefault(each.quote.id, [])
            for number, judged in enumerate(each.judged):
                line = FoundLine(f"{each.translation.id} {number}", each.quote, each.translation, judged)
                there.append(line)
                self.lines[line.key] = line

    def patch(self, quote_ids: Iterable[str], found: Iterable[Found]) -> None:
        """Put what is found now in some quotes in place of what was found there."""
        for quote_id in quote_ids:
            for line in self._quotes.get(quote_id, ()):
                del self.lines[line.key]
            if quote_id in self._quotes:
                self._quotes[quote_id] = []
        self._put(found)

    def quote_of(self, translation_id: str) -> str | None:
        """Return the id of a translation's quote, None where nothing is found in it."""
        ids = (line.quote.id for line in self._in_order() if line.translation.id == translation_id)
        return next(ids, None)

    def _in_order(self) -> Iterator[FoundLine]:
        for lines in self._quotes.values():
            yield from lines

    def find(self, wanted: WantedFindings) -> Chosen:
        """Return the lines that are wanted."""
        among = [
            line
            for line in self._in_order()
            if wanted.language in (None, line.translation.language)
            and wanted.kind in (None, KIND_OF[line.judged.finding.key])
        ]
        weights = wanted.weights or {severity.value for severity in Severity}
        shown = [line for line in among if line.weight in weights]
        return Chosen(
            listed((line.key for line in shown), once=True),
            len({line.translation.id for line in shown}),
            Counter(line.weight for line in among),
        )
