"""What the columns of a table are, told by their headings in four languages and by their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workbench.domain.dates import normal_date
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.properties import Property
from workbench.domain.row_mapping import ColumnUse, Use
from workbench.i18n import INTERFACE_LANGUAGES, phrasebook

_WORDS = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.7
"""The share of a column's cells that must look like a thing before the column is taken for it."""

_USES: dict[Use, str] = {
    Use.NAME: (
        "name|full name|title|person|who|організацыя|назва|імя і прозвішча|прозвішча і імя|"
        "прозвішча імя імя па бацьку|"
        "асоба|хто|название|фио|ф и о|фамилия имя отчество|фамилия имя|"
        "фамилия и имя|имя и фамилия|лицо|кто|организация|"
        "vardas ir pavardė|vardas pavardė|pavardė vardas|pavadinimas|asmuo|kas|organisation|organization"
    ),
    Use.GIVEN: "given name|first name|forename|імя|имя|vardas",
    Use.PATRONYMIC: "patronymic|middle name|імя па бацьку|імя па-бацьку|отчество|tėvavardis",
    Use.FAMILY: "family name|last name|surname|прозвішча|фамилия|pavardė",
    Use.KIND: "kind|type|від|тып|вид|тип|rūšis|tipas",
    Use.LEVEL: "level|sensitivity|узровень|уровень|lygis|lygmuo",
    Use.CERTAINTY: "certainty|пэўнасць|достоверность|уверенность|tikrumas",
    Use.EVENT: "event|падзея|событие|įvykis",
    Use.ROLE: "role|роля|роль|vaidmuo",
}
_PROPERTIES: dict[str, str] = {
    "birth": (
        "born|birth|birth date|date of birth|dob|year of birth|дата нараджэння|нараджэнне|год нараджэння|нарадзіўся|"
        "нарадзілася|дата рождения|год рождения|родился|родилась|рождение|г р|gimė|gimimo data|gimimo metai|gimimas"
    ),
    "death": "died|death|date of death|дата смерці|памёр|памерла|дата смерти|умер|умерла|mirė|mirties data|mirtis",
    "detained": (
        "detained|arrested|date of arrest|date of detention|detention|затрыманы|затрыманне|дата затрымання|арыштаваны|"
        "задержан|задержание|дата задержания|арестован|дата ареста|sulaikytas|sulaikyta|sulaikymo data|suimtas"
    ),
    "sentence": "sentence|term|прысуд|тэрмін|приговор|срок|nuosprendis|bausmė|terminas",
    "released": (
        "released|release|date of release|release date|вызвалены|вызваленне|дата вызвалення|освобождён|освобожден|"
        "освобождение|дата освобождения|paleistas|paleista|paleidimo data|išlaisvintas"
    ),
    "occupation": "occupation|profession|занятак|прафесія|род занятий|профессия|занятие|užsiėmimas|profesija",
    "office": "office|position|post|пасада|должность|pareigos",
    "description": (
        "description|note|notes|comment|comments|апісанне|заўвага|нататкі|каментар|описание|примечание|примечания|"
        "заметки|комментарий|aprašymas|pastaba|pastabos|komentaras"
    ),
    "date": "date|дата|data",
    "place": "place|location|месца|месцазнаходжанне|место|местонахождение|vieta",
    "outcome": "outcome|result|вынік|итог|результат|baigtis|rezultatas",
    "founded": "founded|заснавана|заснавана ў|основана|дата основания|įkurta|įsteigta",
    "dissolved": "dissolved|closed|ліквідавана|ликвидирована|распущена|likviduota",
    "country": "country|краіна|страна|šalis",
}
_LANGUAGES: dict[str, str] = {
    "be": "be|by|бел|беларуская|беларускай|беларуску|белорусский|белорусски|belarusian|baltarusių|baltarusiškai",
    "ru": "ru|рус|руск|руская|рускай|русский|русски|русском|russian|rusų|rusiškai",
    "lt": "lt|літ|літоўская|лит|литовский|литовски|lithuanian|lietuvių|lietuviškai",
    "en": "en|англ|английская|английский|английски|ангельская|ангельску|english|anglų|angliškai",
}
_KEYS = {word: use for use, words in _USES.items() for word in words.split("|")}
_PROPERTY_KEYS = {word: key for key, words in _PROPERTIES.items() for word in words.split("|")}
_TAGS = {word: tag for tag, words in _LANGUAGES.items() for word in words.split("|")}


def propose_uses(
    headings: Sequence[str], rows: Sequence[Sequence[str]], kind: RecordKind, properties: Mapping[str, Property]
) -> tuple[ColumnUse, ...]:
    """Propose what each column is; `rows` are some of the rows below the headings, which may be empty.

    A use is proposed once, names once a language; what cannot be told is ignored. `properties` are
    those that the kind may have, by key: their labels in the four languages count as headings too.
    """
    labels = _labels(properties.values())
    proposed: list[ColumnUse] = []
    for place, heading in enumerate(headings):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        use = _by_heading(heading, cells, properties, labels)
        proposed.append(ColumnUse() if use in proposed else use)
    proposed = _whole_names(proposed)
    if not any(column.use in {Use.NAME, Use.FAMILY} for column in proposed):
        _find_name(proposed, rows)
    return _preferred_once(proposed, kind)


def _labels(properties: Iterable[Property]) -> dict[str, str]:
    found = {}
    for each in properties:
        for language in INTERFACE_LANGUAGES:
            found[_plain(each.words(phrasebook(language)))] = each.key
    return found


def _plain(heading: str) -> str:
    return " ".join(_WORDS.findall(heading.casefold()))


def _by_heading(
    heading: str, cells: Sequence[str], properties: Mapping[str, Property], labels: Mapping[str, str]
) -> ColumnUse:
    words = _plain(heading).split()
    tag = next((_TAGS[word] for word in reversed(words) if word in _TAGS), "")
    plain = " ".join(word for word in words if word not in _TAGS and word not in {"па", "по"})
    key = _PROPERTY_KEYS.get(plain, "")
    if plain in labels or key in properties:
        return ColumnUse(Use.PROPERTY, labels.get(plain, key))
    use = _KEYS.get(plain) or _KEYS.get(" ".join(words))
    if use is Use.NAME:
        return ColumnUse(Use.NAME, NameKind.PREFERRED.value, tag or tag_of(cells))
    if use in {Use.GIVEN, Use.PATRONYMIC, Use.FAMILY}:
        return ColumnUse(use, "", tag or tag_of(cells))
    return ColumnUse(use) if use else ColumnUse()


def _whole_names(columns: Sequence[ColumnUse]) -> list[ColumnUse]:
    """Take a given name without a family name of its language, or the other way, for a whole one."""
    found = []
    for column in columns:
        beside = {other.use for other in columns if other.tag == column.tag}
        alone = column.use in {Use.GIVEN, Use.FAMILY} and not {Use.GIVEN, Use.FAMILY} <= beside
        found.append(ColumnUse(Use.NAME, NameKind.PREFERRED.value, column.tag) if alone else column)
    return found


def _find_name(columns: list[ColumnUse], rows: Sequence[Sequence[str]]) -> None:
    """Take the first column of words that differ from row to row for the name."""
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        worded = [cell for cell in cells if _WORDS.search(cell) and len(cell) < 120 and not is_date(cell)]
        if (
            column.use is Use.IGNORE
            and cells
            and len(worded) >= _MOSTLY * len(rows)
            and len(set(cells)) * 2 > len(cells)
        ):
            columns[place] = ColumnUse(Use.NAME, NameKind.PREFERRED.value, tag_of(cells))
            return


def _preferred_once(columns: Sequence[ColumnUse], kind: RecordKind) -> tuple[ColumnUse, ...]:
    """Leave a language one preferred name; an event has no role and no part in another one."""
    taken = {column.tag for column in columns if column.use in {Use.GIVEN, Use.FAMILY}}
    found = []
    for column in columns:
        if column.use is Use.NAME and column.key == NameKind.PREFERRED:
            kept = column if column.tag not in taken else ColumnUse(Use.NAME, NameKind.ALIAS.value, column.tag)
            taken.add(column.tag)
            found.append(kept)
        elif column.use in {Use.EVENT, Use.ROLE} and kind is RecordKind.EVENT:
            found.append(ColumnUse())
        else:
            found.append(column)
    return tuple(found)


def is_date(text: str) -> bool:
    """Tell whether a cell reads as a date."""
    try:
        return bool(normal_date(text))
    except ValueError:
        return False


def tag_of(cells: Iterable[str]) -> str:
    """Tell the language of names by their letters: і and ў are Belarusian, other Cyrillic Russian; else English."""
    letters = {letter for cell in cells for letter in cell.casefold()}
    if letters & set("іў"):
        return "be"
    if any("а" <= letter <= "ё" for letter in letters):
        return "ru"
    return "lt" if letters & set("ąčęėįšųūž") else "en"


def looks_like_headings(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns: mostly words, none twice, and a known one or other cells below."""
    cells = [cell for cell in first if cell.strip()]
    worded = [cell for cell in cells if _WORDS.search(cell) and not is_date(cell)]
    if len(worded) * 2 <= len(cells) or any(is_date(cell) for cell in cells) or len(set(cells)) < len(cells):
        return False
    known = sum(_plain(cell) in _KEYS or _plain(cell) in _PROPERTY_KEYS for cell in cells)
    dated = any(is_date(cell) for row in rows[:20] for cell in row)
    return known > 0 or dated or len(rows) < 2
