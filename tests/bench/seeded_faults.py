"""Faults that people make in translations, put into correct ones: one function a kind.

Each takes a `Case` and returns it with the fault in its target, or None where the text has no place for one. They share
no code with the checks that are to find them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

CYRILLIC = ("be", "ru")
MARKS = {"be": "«»„“", "ru": "«»„“", "lt": "„“‚‘", "en": "“”‘’"}
FOREIGN = {"be": ("“”", '""', "„”"), "ru": ("“”", '""', "„”"), "lt": ("«»", "“”", '""'), "en": ("«»", "„“")}
WORD = re.compile(r"[^\W\d_]+")
MONTHS = {
    "en": ("January February March April May June July August September October November December",),
    "be": ("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
           "студзені лютым сакавіку красавіку маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні"),
    "ru": ("января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
           "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
    "lt": ("sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
           "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį"),
}  # fmt: skip
DAYS = {
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday",),
    "be": ("панядзелак аўторак сераду чацвер пятніцу суботу нядзелю",),
    "ru": ("понедельник вторник среду четверг пятницу субботу воскресенье",),
    "lt": ("pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį",),
}
MONEY = (
    ("$", "€", "£"),
    ("dollar", "pound", "rouble"),
    ("доллар", "фунт", "рубл"),
    ("долар", "фунт", "рубл"),
    ("JAV doleri", "eur", "JAV doleri"),
    ("doleri", "eur", "svar"),
    ("евро", "долларов", "фунтов"),
    ("еўра", "долараў", "фунтаў"),
    ("euros", "dollars", "pounds"),
    ("pounds", "dollars", "euros"),
    ("фунтаў", "долараў", "еўра"),
    ("фунтов", "долларов", "евро"),
    ("svarų", "eurų", "dolerių"),
    ("€", "$", "£"),
    ("£", "$", "€"),
)
ALIKE = dict(zip("аеорсухі", "aeopcyxi", strict=True))
NOT = {"en": r"(?i)\b(?:not|never|cannot)\b|n[’']t\b",
       "be": r"(?i)\b(?:не|няма|ніколі)\b", "ru": r"(?i)\b(?:не|нет|никогда)\b",
       "lt": r"(?i)\b(?:ne|nėra|niekada|nebuvo|negali\w*|nebus|neturi\w*|nežino\w*|nenori\w*|nereik\w*)\b"}  # fmt: skip
REMOVED = {"en": (r"\b(?:not|never) ", r"n[’']t\b"), "be": (r"\b[Нн]е ",), "ru": (r"\b[Нн]е ",),
           "lt": (r"\bne(?=(?:buvo|gal|bus|tur|žino|nor|reik|mat|manau|daro|padar|pavyk|leid|suprat)\w*)",
                  r"\b[Nn]e ")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One text in two languages; `others` are its other translations, `names` (source, allowed, text) of its names."""

    source: str
    target: str
    one: str
    other: str
    others: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()


Fault = Callable[[random.Random, Case], Case | None]


def put(case: Case, start: int, end: int, text: str) -> Case | None:
    made = case.target[:start] + text + case.target[end:]
    return replace(case, target=made) if made != case.target else None


def some(rng: random.Random, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    return rng.choice(found) if found else None


def figures(case: Case, pattern: str) -> list[re.Match[str]]:
    known = set(re.findall(r"\d+", case.source))
    return [each for each in re.finditer(pattern, case.target) if each[0] in known]


def number_changed(rng: random.Random, case: Case) -> Case | None:
    found = some(rng, figures(case, r"\d+"))
    if found is None:
        return None
    at = rng.randrange(found.start(), found.end())
    digits = [each for each in "123456789" if each != case.target[at]]
    return put(case, at, at + 1, rng.choice(digits))


def digits_transposed(rng: random.Random, case: Case) -> Case | None:
    places = [
        at for each in figures(case, r"\d{2,}") for at in range(each.start(), each.end() - 1)
        if case.target[at] != case.target[at + 1] and (case.target[at + 1] != "0" or at > each.start())
    ]  # fmt: skip
    if not places:
        return None
    at = rng.choice(places)
    return put(case, at, at + 2, case.target[at + 1] + case.target[at])


def _moved(rng: random.Random, case: Case, lists: dict[str, tuple[str, ...]]) -> Case | None:
    choices = []
    for line in lists[case.other]:
        words = line.split()
        choices += [(found, words) for found in re.finditer(rf"\b(?:{'|'.join(words)})\b", case.target)]
    if not choices or not any(re.search(rf"\b(?:{'|'.join(each.split())})", case.source) for each in lists[case.one]):
        return None
    found, words = rng.choice(choices)
    return put(case, *found.span(), rng.choice([word for word in words if word != found[0]]))


def date_shifted(rng: random.Random, case: Case) -> Case | None:
    return _moved(rng, case, MONTHS) or _moved(rng, case, DAYS)


def time_wrong(rng: random.Random, case: Case) -> Case | None:
    clock = (
        r"\b(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)\b(?!\d|[.,]\d|%| ?(?:млн|mln|m\b))"
        r"|\b(?P<o>\d{1,2})(?=\s?(?:a\.m|p\.m|am\b|pm\b|гадзін|час|val\.))"
    )
    here = (
        r"\d{1,2}(?:[.:][0-5]\d)?\s?(?:a\.?m|p\.?m|гадзін\w* (?:раніцы|вечара|дня)"
        r"|час\w* (?:утра|вечера|дня)|val\.|г\.)|\b\d{1,2}:[0-5]\d\b"
    )
    found = some(rng, list(re.finditer(clock, case.target)))
    if found is None or not re.search(here, case.source) or not re.search(here, case.target):
        return None
    part = "h" if found["h"] else "o"
    hour = int(found[part])
    return put(case, *found.span(part), str((hour + rng.choice((1, 2, 3, 4)) - 1) % 12 + 1))


def currency_swapped(rng: random.Random, case: Case) -> Case | None:
    sign = r"[$€£]|(?i:\b(?:dol|euro|eur[oųa]\b|pound|svar|rub|дол|евро\b|еўра\b|фунт|рубл))"
    for old, *new in MONEY:
        start, end = r"\b" if old[0].isalpha() else "", r"\b" if old[0].isalpha() and len(old) < 5 else ""
        whole = re.compile(start + re.escape(old) + end)
        if whole.search(case.target) and re.search(sign, case.source):
            return replace(case, target=whole.sub(rng.choice([each for each in new if each != old]), case.target))
    return None


def quote_not_closed(rng: random.Random, case: Case) -> Case | None:
    opening, closing = ('"', '"') if case.other == "en" else tuple(MARKS[case.other][:2])
    count = case.target.count(closing)
    if (case.other == "en" and count % 2) or (case.other != "en" and case.target.count(opening) != count) or not count:
        return None
    own = [at for at, char in enumerate(case.target) if char == closing][
        1 if case.other == "en" else 0 :: 2 if case.other == "en" else 1
    ]
    at = rng.choice(own)
    if case.other == "lt" and re.match(r",?.,? ?[–—⎯-] |[.!?…] ?[–—⎯-] ", case.target[at - 1 : at + 5]):
        return None  # before a reporter's words Lithuanian print may leave the mark out, as lines of the data do
    return put(case, at, at + 1, "")


def _curly(text: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def foreign_quotes(rng: random.Random, case: Case) -> Case | None:
    text = _curly(case.target) if case.other == "en" else case.target
    opening, closing = MARKS[case.other][:2]
    if opening not in text or text.count(opening) != text.count(closing):
        return None
    new = rng.choice(FOREIGN[case.other])
    return replace(case, target=text.replace(opening, new[0]).replace(closing, new[1]))


def nested_swapped(rng: random.Random, case: Case) -> Case | None:
    text = _curly(case.target) if case.other == "en" else case.target
    a, b, c, d = MARKS[case.other]
    found = re.search(rf"{a}([^{a}{b}{c}{d}]{{30,}}){b}", text)
    if found is None or text.count(a) != 1:
        return None
    words = list(re.finditer(r"(?<= )\w{4,}(?= )", found[1]))
    if not words:
        return None
    word = rng.choice(words)
    inner = found[1][: word.start()] + a + word[0] + b + found[1][word.end() :]
    return replace(case, target=text[: found.start()] + c + inner + d + text[found.end() :])


def _final(text: str) -> re.Match[str] | None:
    return re.search(r"[.?!](?=[»”“\"’')]*$)", text)


def final_dropped(rng: random.Random, case: Case) -> Case | None:
    found = _final(case.target)
    return put(case, *found.span(), "") if found and _final(case.source) else None


def final_changed(rng: random.Random, case: Case) -> Case | None:
    found = _final(case.target)
    signs = [each for each in ".?!," if found is not None and each != found[0]]
    return put(case, *found.span(), rng.choice(signs)) if found and _final(case.source) else None


def ellipsis_lost(rng: random.Random, case: Case) -> Case | None:
    places = [each.end() for each in re.finditer(r"\w,(?= )", case.source)]
    if not places:
        return None
    at = rng.choice(places)
    return replace(case, source=case.source[: at - 1] + rng.choice(("…", "...")) + case.source[at:])


def bracket_dropped(rng: random.Random, case: Case) -> Case | None:
    found = some(rng, list(re.finditer(r"[()]", case.target)))
    return put(case, *found.span(), "") if found and case.source.count("(") == case.source.count(")") else None


def mark_lost(rng: random.Random, case: Case) -> Case | None:
    places = [each.start() for each in re.finditer(r" (?=\w)", case.source)]
    if not places:
        return None
    at, sign = rng.choice(places), rng.choice(("[…]", "[sic]"))
    return replace(case, source=case.source[:at] + " " + sign + case.source[at:])


def negation_removed(rng: random.Random, case: Case) -> Case | None:
    if not re.search(NOT[case.one], case.source):
        return None
    found = some(rng, [each for pattern in REMOVED[case.other] for each in re.finditer(pattern, case.target)])
    return put(case, *found.span(), "") if found else None


def sentence_removed(rng: random.Random, case: Case) -> Case | None:
    if len(case.sentences) < 2:
        return None
    gone = rng.randrange(len(case.sentences))
    if sum(map(str.isalnum, case.sentences[gone])) < 25:
        return None
    left = case.target.replace(case.sentences[gone], "", 1).strip()
    return replace(case, target=re.sub(r"\s*\n\s*", "\n", left).replace("  ", " "))


def cut_by_half(rng: random.Random, case: Case) -> Case | None:
    words = case.target.split(" ")
    if len(words) < 8:
        return None
    sign = _final(case.target)
    return replace(case, target=" ".join(words[: len(words) // 2]).rstrip(",;:") + (sign[0] if sign else ""))


def word_doubled(rng: random.Random, case: Case) -> Case | None:
    found = some(rng, list(re.finditer(r"(?<=\s)[^\W\d_]{2,}(?=\s)", case.target)))
    return put(case, found.start(), found.start(), found[0] + " ") if found else None


def untranslated_word(rng: random.Random, case: Case) -> Case | None:
    ours, theirs = (list(re.finditer(r"(?<=\s)[^\W\d_]{4,}(?=[\s,.])", text)) for text in (case.source, case.target))
    ours, theirs = ([each for each in side if each[0].islower()] for side in (ours, theirs))
    new = [each for each in ours if not re.search(rf"\b{each[0]}\b", case.target)]
    if not new or not theirs:
        return None
    word = rng.choice(new)
    share = word.start() / len(case.source)
    old = min(theirs, key=lambda each: abs(each.start() / len(case.target) - share))
    return put(case, *old.span(), word[0])


def wrong_language(rng: random.Random, case: Case) -> Case | None:
    made = rng.choice(case.others)
    return replace(case, target=made) if sum(map(str.isalpha, made)) >= 30 else None


def look_alike(rng: random.Random, case: Case) -> Case | None:
    table = ALIKE if case.other in CYRILLIC else {latin: cyrillic for cyrillic, latin in ALIKE.items()}
    places = [
        at for word in WORD.finditer(case.target)
        if len(word[0]) > 3 and (ord(word[0][0]) > 0x3FF) == (case.other in CYRILLIC)
        for at in range(word.start(), word.end()) if case.target[at] in table
    ]  # fmt: skip
    if not places:
        return None
    at = rng.choice(places)
    return put(case, at, at + 1, table[case.target[at]])


def double_space(rng: random.Random, case: Case) -> Case | None:
    found = some(rng, list(re.finditer(r"(?<=\w) (?=\w)", case.target)))
    return put(case, found.end(), found.end(), rng.choice((" ", "\u00a0"))) if found else None


def space_before_sign(rng: random.Random, case: Case) -> Case | None:
    found = some(rng, list(re.finditer(r"(?<=\w)(?=[,.;:?!](?:\s|$))", case.target)))
    return put(case, found.end(), found.end(), " ") if found else None


def zero_width(rng: random.Random, case: Case) -> Case | None:
    at = rng.randrange(1, len(case.target))
    return put(case, at, at, rng.choice("\u200b\u200c\u2060\ufeff\u00ad\u200e"))


def name_changed(rng: random.Random, case: Case) -> Case | None:
    """Write another name of the same article instead, as a slip of memory does."""
    if len(case.names) < 2:
        return None
    own, other = rng.sample(case.names, 2)
    return replace(case, target=re.sub(rf"\b{re.escape(own[2])}\b", other[1], case.target), names=(own,))


FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "number changed": (number_changed, frozenset({"number", "date", "time", "percent"})),
    "digits transposed": (digits_transposed, frozenset({"number", "date", "time"})),
    "date shifted": (date_shifted, frozenset({"date"})),
    "time wrong": (time_wrong, frozenset({"time"})),
    "currency swapped": (currency_swapped, frozenset({"currency"})),
    "quote not closed": (quote_not_closed, frozenset({"quote-balance"})),
    "foreign quotes": (foreign_quotes, frozenset({"quote-marks"})),
    "nested swapped": (nested_swapped, frozenset({"quote-marks"})),
    "final sign dropped": (final_dropped, frozenset({"final-sign"})),
    "final sign changed": (final_changed, frozenset({"final-sign"})),
    "ellipsis lost": (ellipsis_lost, frozenset({"ellipsis"})),
    "bracket dropped": (bracket_dropped, frozenset({"brackets"})),
    "typed mark lost": (mark_lost, frozenset({"typed-marks"})),
    "negation removed": (negation_removed, frozenset({"negation"})),
    "sentence removed": (sentence_removed, frozenset({"sentences", "length"})),
    "text cut by half": (cut_by_half, frozenset({"length", "sentences"})),
    "word doubled": (word_doubled, frozenset({"doubled-word"})),
    "untranslated word": (untranslated_word, frozenset({"leftover"})),
    "wrong language": (wrong_language, frozenset({"language"})),
    "look-alike letter": (look_alike, frozenset({"letters"})),
    "double space": (double_space, frozenset({"spaces"})),
    "space before sign": (space_before_sign, frozenset({"spaces"})),
    "unseen character": (zero_width, frozenset({"unseen"})),
    "name changed": (name_changed, frozenset({"name"})),
}
"""Of each kind the function, and the keys of which one must be found."""
