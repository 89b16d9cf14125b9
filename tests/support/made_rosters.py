"""Lists of people who never were, as they are published: four languages, with and without columns."""

from __future__ import annotations

from itertools import islice, product

_BELARUSIAN = (
    "Алег Барыс Віктар Дзмітрый Ігар Максім Павел Раман Сяргей Антон Арцём",
    "Рыбак Каваленка Савіцкі Лукашык Марцінкевіч Зайцаў Гурскі Дубовік Жук Муравейка Пінчук Супрун",
)
_RUSSIAN = (
    "Олег Борис Виктор Дмитрий Игорь Максим Павел Роман Сергей",
    "Рыбаков Коваленко Савицкий Лукашин Мартынов Зайцев Гурский Дубов",
)
_LITHUANIAN = (
    "Jonas Petras Antanas Vytautas Tomas Mindaugas Giedrius Linas",
    "Kazlauskas Petrauskas Jankauskas Stankevičius Žukauskas Butkus",
)
_ENGLISH = ("John Peter Michael David Thomas Andrew", "Baker Carter Miller Turner Walker Hunter")


def _pairs(names: tuple[str, str], count: int) -> list[tuple[str, str]]:
    return list(islice(((given, family) for family, given in product(names[1].split(), names[0].split())), count))


def prisoners() -> str:
    """Return 123 numbered lines in four languages: a name, then what is told of the person."""
    lines = [
        f"{family} {given} Іванавіч, {1950 + n} г.н., затрыманы {1 + n % 28:02}.08.2020, асуджаны на {1 + n % 9} гадоў"
        for n, (given, family) in enumerate(_pairs(_BELARUSIAN, 51))
    ]
    lines += [
        f"{family} {given} Петрович, {1950 + n} г.р., задержан {1 + n % 28:02}.09.2020"
        for n, (given, family) in enumerate(_pairs(_RUSSIAN, 40))
    ]
    lines += [
        f"{given} {family}, gim. {1960 + n} m., sulaikytas 2021-03-{1 + n % 28:02}"
        for n, (given, family) in enumerate(_pairs(_LITHUANIAN, 20))
    ]
    lines += [
        f"{given} {family}, born {1970 + n}, detained {1 + n} March 2021, teacher"
        for n, (given, family) in enumerate(_pairs(_ENGLISH, 12))
    ]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)) + "\n"


def table_of_prisoners() -> str:
    """Return ten lines with tabs between their columns, and a line that names these."""
    pairs = _pairs(_BELARUSIAN, 10)
    lines = [f"{family} {given}\t{1950 + n}\t{1 + n:02}.08.2020" for n, (given, family) in enumerate(pairs)]
    return "\n".join(["Прозвішча і імя\tГод нараджэння\tДата затрымання", *lines]) + "\n"
