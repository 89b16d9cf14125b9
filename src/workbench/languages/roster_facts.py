"""What a line of a list says after the name: dates that a word tells the meaning of, in four languages.

"born 1985, detained 12.03.2021", "1985 г.р., задержан 12.03.2021", "gim. 1985 m., sulaikytas 2021-03-12". What no
word tells the meaning of, a bare year or a number of years, stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.dates import DateError, DateProblem, normal_date
from workbench.languages.name_parts import split_name, words_of
from workbench.languages.roster import MOST

_TELLING: dict[str, str] = {
    "birth": (
        r"born|b\.(?=\s*\d)|нар\.?(?=\s*\d)|нар\.(?=\s*$)|нарадзі\w+|народжан\w*|нараджэння|род\.(?=\s*\d)"
        r"|роди(?:лся|лась|вш\w+)"
        r"|(?:года |даты? )?рождения|(?:года )?нараджэння|г\.\s?[рн]\.?(?=\W|$)|gim\."
        r"|gimė|gimęs|gimusi|gimimo(?: metai| metų| data)?|g\.(?=\s*\d)"
    ),
    "death": r"died|d\.(?=\s*\d)|пам[её]р(?:ла)?|умер(?:ла)?|скончал\w+|mirė|miręs|mirusi",
    "detained": (r"detained|arrested|затрыман\w*|арыштаван\w*|задержан\w*|арестован\w*|sulaikyt\w*|suimt\w*"),
    "charged": r"charged|абвінавачан\w*|обвин[её]н\w*|apkaltint\w*",
    "sentenced": (
        r"sentenced(?: to)?|асуджан\w*(?: на| да)?|прысуджан\w*(?: да)?|приговор[её]н\w*(?: к)?"
        r"|осужд[её]н\w*(?: на| к)?|nuteist\w*"
    ),
    "released": r"released|freed|вызвален\w*|освобожд[её]н\w*|paleist\w*|išlaisvint\w*",
    "exiled": r"exiled|deported|выслан\w*|депарціраван\w*|депортирован\w*|deportuot\w*|ištremt\w*",
}
KEYS = ("birth", "death", "detained", "charged", "sentenced", "sentence", "released", "exiled")
"""Keys of properties that may be told, in the order in which they are shown."""

_WORD = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{key}>{words})" for key, words in _TELLING.items()) + r")(?!\w)", re.IGNORECASE
)
_PART = re.compile(r"[;()\[\]|\t]|(?<![A-Za-z] \d)(?<![A-Za-z] \d\d),(?!\d)|\s[–—-]\s(?!\s*\d)")
_NAME_END = re.compile(r"[,;:(\[–—|\t]|\s-\s|\s\d|\d{2,}")
_FIGURES = re.compile(r"(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d)(?![\w/-]|\.\d)")
_EDGE = " ,;:–—-\u00a0"
_LONGEST = 12
"""Words in which a date is looked for."""

_IMPOSSIBLE = frozenset({DateProblem.NO_DAY, DateProblem.NO_MONTH})


@dataclass(frozen=True, slots=True)
class Told:
    """A value whose meaning a word tells: a property's key, and the value as it is written."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Loose:
    """One line without columns: the name, what is told of it, and all the rest as it is written."""

    name: str
    told: tuple[Told, ...]
    rest: str


def read_loose(text: str, *, family_first: bool = False) -> Loose:
    """Read a line that has no columns; with `family_first` a comma stands within its name."""
    end = _NAME_END.search(text)
    if end is not None and family_first and end[0] == ",":
        end = _NAME_END.search(text, end.end())
    at = end.start() if end is not None else len(text)
    word = _WORD.search(text)
    if word is not None and 0 < word.start() < at:
        at = word.start()
    found, rest = read_told(text[at:])
    return Loose(text[:at].strip(_EDGE), found, rest)


def read_told(text: str) -> tuple[tuple[Told, ...], str]:
    """Return what words tell of a text, each key once, and what is left, parted by commas."""
    found: dict[str, Told] = {}
    rest = []
    for clause in _clauses(text):
        one, whole = _told(clause)
        if one is not None and one.key not in found:
            found[one.key] = one
            if whole:
                continue
        rest.append(clause)
    return tuple(found.values()), ", ".join(rest)


def impossible_dates(text: str) -> tuple[str, ...]:
    """Return the dates in a text of a day or a month that the calendar does not have, as they are written."""
    written = [found[0] for found in _FIGURES.finditer(text) if _read(found[0])[1] in _IMPOSSIBLE]
    parts = (part.strip(_EDGE) for part in _PART.split(text))
    # Two numbers alone, "15/2020", are as often those of a case as a month and a year.
    return tuple(dict.fromkeys((*written, *(part for part in parts if _read(part)[1] is DateProblem.NO_DAY))))


def family_comes_first(lines: Sequence[str]) -> bool:
    """Tell whether most lines begin "Family, Given": one word, a comma, one or two words with capitals."""
    pattern = re.compile(
        r"\s*[^\W\d_][\w’'ʼ-]*,\s*([^\W\d_][\w’'ʼ.-]*)(?:\s+([^\W\d_][\w’'ʼ.-]*))?\s*(?:[,;(\[–—\d]|$)"
    )

    def fits(line: str) -> bool:
        start = pattern.match(line)
        return start is not None and all(part[:1].isupper() for part in start.groups() if part)

    return sum(map(fits, lines)) >= MOST * max(1, len(lines))


def given_first(value: str, tag: str) -> tuple[str, dict[str, str]]:
    """Return a person's name with the given name first, and its parts; as it is where they are not told."""
    parts = split_name(value, tag)
    named = {"given": parts.given, "patronymic": parts.patronymic, "family": parts.family}
    named = {key: part for key, part in named.items() if part}
    whole = " ".join(named.values())
    if "given" not in named or "family" not in named or sorted(words_of(whole)) != sorted(words_of(value)):
        return value, {}
    return whole, named


def _clauses(text: str) -> Iterator[str]:
    for part in _PART.split(text):
        clause, at = part.strip(_EDGE), 0
        for word in _WORD.finditer(clause):
            before = clause[at : word.start()].strip(_EDGE)
            # A word may stand after what it tells of: "1985 г.р."
            place = word.end() if _dated(before) and not _WORD.match(before) else word.start()
            if piece := clause[at:place].strip(_EDGE):
                yield piece
            at = place
        if piece := clause[at:].strip(_EDGE):
            yield piece


def _told(clause: str) -> tuple[Told | None, bool]:
    """Return what a clause tells, and whether that is all of it."""
    word = _WORD.search(clause)
    if word is None:
        return None, False
    key = str(word.lastgroup)
    value = (clause[word.end() :] if not word.start() else clause[: word.start()]).strip(_EDGE + ".")
    words = value.split()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count])
        if _dated(said):
            shorter = (" ".join(words[:few]) for few in range(1, count))
            short = next((each for each in shorter if _dated(each) == _dated(said)), said)
            return Told(key, short.rstrip(",;")), count == len(words)
    if key == "sentenced" and any(sign.isdigit() for sign in value):
        return Told("sentence", value), True
    return None, False


def _dated(text: str) -> str:
    """Return what a text means as a date, EDTF; for a day that there is none of, which the person must see, itself."""
    date, problem = _read(text.rstrip(",;"))
    return date if problem is None else "" if problem in {DateProblem.UNREAD, DateProblem.TOO_LONG} else text


def _read(text: str) -> tuple[str, DateProblem | None]:
    """Return what a text means as a date, EDTF, or why it is none."""
    if not any(sign.isdigit() for sign in text):
        return "", DateProblem.UNREAD
    try:
        return normal_date(text), None
    except DateError as error:
        return "", error.problem
