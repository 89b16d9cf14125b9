"""A hundred thousand people who never were: names as they are given in four languages, and an archive of them.

The stock of given names and of roots and endings of family names is this file's own. The same
seed gives the same people; one in `TWIN` comes a second time, written otherwise.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import insert, text

from workbench.domain.ids import new_id
from workbench.languages.fold import fold
from workbench.store.archive import Archive
from workbench.store.tables import Name, Record, Statement
from workbench.store.work import table_of

TWIN = 200
"""One of so many people is an earlier one again."""

_MEN = """
Алег Олег Oleg Olegas · Алесь Алесь Ales Alesis · Аляксандр Александр Alexander Aleksandras
Андрэй Андрей Andrei Andrejus · Антон Антон Anton Antonas · Арцём Артём Artyom Artiomas
Барыс Борис Boris Borisas · Віктар Виктор Viktor Viktoras · Вячаслаў Вячеслав Vyacheslav Viačeslavas
Генадзь Геннадий Gennady Genadijus · Дзмітрый Дмитрий Dmitry Dmitrijus · Дзяніс Денис Denis Denisas
Ігар Игорь Igor Igoris · Канстанцін Константин Konstantin Konstantinas · Максім Максим Maxim Maksimas
Мікалай Николай Nikolai Nikolajus · Мікіта Никита Nikita Nikita · Павел Павел Pavel Pavelas
Пётр Пётр Pyotr Piotras · Раман Роман Roman Romanas · Сяргей Сергей Sergei Sergejus
Уладзімір Владимир Vladimir Vladimiras · Уладзіслаў Владислав Vladislav Vladislavas · Юры Юрий Yury Jurijus
Яўген Евгений Evgeny Jevgenijus · Іван Иван Ivan Ivanas
"""
_WOMEN = """
Аксана Оксана Oksana Oksana · Алена Елена Elena Jelena · Анастасія Анастасия Anastasia Anastasija
Вера Вера Vera Vera · Вераніка Вероника Veronika Veronika · Вікторыя Виктория Victoria Viktorija
Вольга Ольга Olga Olga · Ганна Анна Anna Ana · Дар’я Дарья Daria Darja · Ірына Ирина Irina Irina
Кацярына Екатерина Ekaterina Jekaterina · Ксенія Ксения Ksenia Ksenija · Людміла Людмила Lyudmila Liudmila
Марына Марина Marina Marina · Марыя Мария Maria Marija · Надзея Надежда Nadezhda Nadežda
Наталля Наталья Natalia Natalja · Паліна Полина Polina Polina · Святлана Светлана Svetlana Svetlana
Таццяна Татьяна Tatiana Tatjana · Юлія Юлия Yulia Julija · Яна Яна Yana Jana
"""
_FATHERS = """
Аляксандравіч Александрович · Андрэевіч Андреевич · Анатольевіч Анатольевич · Барысавіч Борисович
Віктаравіч Викторович · Дзмітрыевіч Дмитриевич · Іванавіч Иванович · Мікалаевіч Николаевич · Паўлавіч Павлович
Пятровіч Петрович · Сяргеевіч Сергеевич · Уладзіміравіч Владимирович · Яўгенавіч Евгеньевич
Рыгоравіч Григорьевич · Міхайлавіч Михайлович
"""
_ROOTS = """
Кавал Ковал · Рыбак Рыбак · Каваль Коваль · Мельн Мельн · Крав Крав · Савіц Савиц · Лукаш Лукаш · Марц Март
Бараноў Баранов · Жук Жук · Кас Кос · Паўл Павл · Сак Сак · Гур Гур · Дуб Дуб · Зайц Зайц · Каз Коз · Лаб Лоб
Маз Маз · Нов Нов · Арл Орл · Пух Пух · Руд Руд · Сав Сав · Тар Тар · Федар Федор · Хад Ход · Шым Шим
Юрк Юрк · Як Як · Барыс Борис · Валод Волод · Грынь Гринь · Дамаш Домаш · Ермал Ермол · Жыл Жил · Каш Каш
Лях Лях · Мацк Мацк · Несц Нест · Палт Полт · Рамань Романь · Сіл Сил · Цім Тим · Ул Ул · Філ Фил
Харыт Харит · Чарн Черн · Шах Шах · Ганч Гонч · Багд Богд · Вась Вась · Гарб Горб · Ждан Ждан · Карн Корн
Ласт Ласт · Мурав Мурав · Нік Ник · Асіп Осип · Пінч Пинч · Раг Рог · Супр Супр · Трафім Трофим
"""
_ENDINGS = """
оў ова ов ова · скі ская ский ская · енка енка енко енко · чык чык чик чик · ук ук ук ук · евіч евіч евич евич
ік ік ик ик · ін іна ин ина · овіч овіч ович ович · анок анок анок анок · эйка эйка ейко ейко
уноў унова унов унова · ыцкі ыцкая ицкий ицкая · ура ура ура ура · яка яка яко яко
"""
_LITHUANIAN = (
    "Jonas Petras Antanas Vytautas Tomas Mindaugas Giedrius Linas Darius Rimas",
    "Rūta Ona Daiva Rasa Eglė Aušra Jurgita Laima Asta Vaiva",
    "Kazlausk Petrausk Jankausk Stankevič Žukausk Butk Paulausk Urbon Kavaliausk Baranausk Šimk Navick Vaitk Mikal",
)
_ENGLISH = (
    "John Peter Michael David Thomas Andrew James Robert Mary Susan Anne Karen Linda Helen Julia Laura",
    "Smith Harper Collins Whitfield Ashdown Merton Langley Barrow Thornton Pelham Redfern Holloway Stokes Winslow",
)
_CYRILLIC_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя’іў"
_ROMAN = "a b v g d e yo zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya - i u"
_LETTERS = {one: other.strip("-") for one, other in zip(_CYRILLIC_LETTERS, _ROMAN.split(), strict=True)}
_CARONS = str.maketrans({"ž": "zh", "š": "sh", "č": "ch", "ė": "e", "ū": "u"})
_CYRILLIC = {"sh": "ш", "zh": "ж", "ch": "ч", "th": "т"} | dict(
    zip("abcdefghijklmnopqrstuvwxyzžščėū", "абкдефгхийклмнопкрстувукизжшчеу", strict=True)
)


@dataclass(frozen=True, slots=True)
class MadeName:
    """One form of a name with its BCP 47 tag, kind and parts."""

    value: str
    tag: str
    kind: str
    given: str
    family: str
    patronymic: str = ""


@dataclass(frozen=True, slots=True)
class MadePerson:
    """A person: names, and the birth date as EDTF, empty for one in two; `again` is the number of their twin."""

    names: tuple[MadeName, ...]
    born: str
    again: int | None = None


def people(count: int, *, seed: int = 7) -> Iterator[MadePerson]:
    """Make people with three names each on the average: seven in ten Belarusian, the others Lithuanian or English."""
    chance = random.Random(seed)  # noqa: S311 - material for tests
    recent: list[tuple[int, MadePerson]] = []
    for number in range(count):
        if recent and number % TWIN == TWIN - 1:
            yield _again(chance, *chance.choice(recent))
            continue
        made = (_belarusian, _belarusian, _belarusian, _lithuanian, _english)[number % 5](chance)
        born = f"{chance.randint(1930, 2006)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        person = MadePerson(made, born if chance.random() < 0.5 else "")
        if number % 5 < 3:
            recent = [*recent[-50:], (number, person)]
        yield person


def fill(archive: Archive, count: int, *, seed: int = 7) -> list[str]:
    """Put people into an open archive, fast and past its log; returns the ids of their records in order.

    The search index is in step. What is written so is not in the history: `check_archive` says so.
    """
    records, names, births = [], [], []
    for person in people(count, seed=seed):
        record_id = new_id()
        records.append({"id": record_id, "revision": 1, "kind": "person", **_PLAIN})
        for name in person.names:
            facts = {field: getattr(name, field) for field in MadeName.__slots__}
            names.append({"id": new_id(), "revision": 1, "record_id": record_id, "level": "", **facts})
        if person.born:
            births.append({"record_id": record_id, "property": "birth", "value": person.born, **_birth()})
    assert archive._writer is not None
    items = [{"row_id": name["id"], "body": name["value"], "folded": fold(name["value"])} for name in names]
    with archive._writer.begin() as connection:
        for model, rows in ((Record, records), (Name, names), (Statement, births)):
            connection.execute(insert(table_of(model)), rows)
        connection.execute(
            text(_INDEXED),
            items,
        )
    return [record["id"] for record in records]


_INDEXED = """
INSERT INTO search_item(kind, row_id, position, body, folded)
VALUES ('name', :row_id, 0, :body, :folded)
"""
_PLAIN = {"level": "", "protected": False, "pseudonym": ""}


def _birth() -> dict[str, object]:
    empty = dict.fromkeys(("language", "dated", "standing", "reason", "level"), "")
    return {"id": new_id(), "revision": 1, "place_id": None, "certainty": "certain", **empty}


def _entries(stock: str) -> list[list[str]]:
    return [entry.split() for entry in stock.replace("\n", " · ").split("·") if entry.strip()]


_GIVEN = (_entries(_MEN), _entries(_WOMEN))
_FATHER_NAMES, _FAMILY_ROOTS, _FAMILY_ENDINGS = _entries(_FATHERS), _entries(_ROOTS), _entries(_ENDINGS)


def _belarusian(chance: random.Random) -> tuple[MadeName, ...]:
    woman = chance.random() < 0.4
    be, ru, en, lt = chance.choice(_GIVEN[woman])
    (be_root, ru_root), ending = chance.choice(_FAMILY_ROOTS), chance.choice(_FAMILY_ENDINGS)
    be_family, ru_family = be_root + ending[woman], ru_root + ending[2 + woman]
    be_father, ru_father = chance.choice(_FATHER_NAMES)
    if woman:
        be_father, ru_father = be_father[:-3] + "ўна", ru_father[:-2] + "на"
    names = [
        MadeName(f"{be} {be_family}", "be", "preferred", be, be_family),
        MadeName(f"{ru_family} {ru} {ru_father}", "ru", "preferred", ru, ru_family, ru_father),
        MadeName(f"{en} {latin(ru_family)}", "en", "preferred", en, latin(ru_family)),
    ]
    if chance.random() < 0.3:
        lithuanian = latin(ru_family).replace("sh", "š").replace("zh", "ž").replace("ch", "č")
        names.append(MadeName(f"{lt} {lithuanian}", "lt", "preferred", lt, lithuanian))
    if chance.random() < 0.3:
        names.append(MadeName(f"{be} {be_father} {be_family}", "be", "alias", be, be_family, be_father))
    return tuple(names)


def _lithuanian(chance: random.Random) -> tuple[MadeName, ...]:
    woman = chance.random() < 0.5
    given, root = chance.choice(_LITHUANIAN[woman].split()), chance.choice(_LITHUANIAN[2].split())
    family = root + (chance.choice(("ienė", "aitė")) if woman else "as")
    plain = f"{given} {family}".translate(_CARONS)
    return (
        MadeName(f"{given} {family}", "lt", "preferred", given, family),
        MadeName(cyrillic(f"{given} {family}"), "ru", "transliteration", cyrillic(given), cyrillic(family)),
        MadeName(plain, "en", "preferred", *plain.split()),
    )


def _english(chance: random.Random) -> tuple[MadeName, ...]:
    given, family = chance.choice(_ENGLISH[0].split()), chance.choice(_ENGLISH[1].split())
    middle = chance.choice("ABCDEFGHJKLMNPRSTW")
    names = [MadeName(f"{given} {middle}. {family}", "en", "preferred", given, family)]
    if chance.random() < 0.5:
        names.append(
            MadeName(cyrillic(f"{given} {family}"), "ru", "transliteration", cyrillic(given), cyrillic(family))
        )
    return tuple(names)


def _again(chance: random.Random, number: int, person: MadePerson) -> MadePerson:
    """Return somebody as another source has them: in one language, perhaps with an initial or in another order."""
    name = chance.choice(person.names)
    how = chance.randrange(4)
    if how == 0:
        name = replace(name, value=f"{name.given[0]}. {name.family}", given="")
    elif how == 1 and name.tag == "ru":
        name = replace(name, value=f"{name.given} {name.family}", patronymic="")
    elif how == 2:
        name = replace(name, value=f"{name.family} {name.given}")
    born = (person.born, person.born[:4], "")[chance.randrange(3)]
    return MadePerson((replace(name, kind="preferred"),), born, number)


def latin(word: str) -> str:
    """Write a Cyrillic name in Latin letters, as a newspaper might."""
    return "".join(_LETTERS.get(letter, letter) for letter in word.lower()).title()


def cyrillic(name: str) -> str:
    """Write a Latin name in Cyrillic letters, roughly."""
    text = name.lower()
    for two in ("sh", "zh", "ch", "th"):
        text = text.replace(two, _CYRILLIC[two])
    return "".join(_CYRILLIC.get(letter, letter) for letter in text).title()
