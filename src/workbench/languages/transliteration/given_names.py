"""Given names whose Belarusian and Russian forms no rule of spelling leads to each other.

Beside them stands what the English-language press writes where it is not what a table of letters
gives. A list of usual names of the calendar, not of particular people.
"""

from __future__ import annotations

from functools import cache

_NAMES = """
Адам Адам · Аксана Оксана · Алег Олег · Алена Елена · Алесь Алесь · Аляксандр Александр Alexander
Аляксандра Александра Alexandra · Аляксей Алексей Alexei · Ала Алла · Алімпіяда Олимпиада · Альбіна Альбина
Альгерд Ольгерд · Анастасія Анастасия Anastasia · Анатоль Анатолий Anatoly · Анатолій Анатолий Anatoly
Ангеліна Ангелина · Андрэй Андрей Andrei · Антаніна Антонина · Антон Антон · Арцём Артём Artyom
Арцём Артем Artyom · Аркадзь Аркадий Arkady · Арсеній Арсений Arseny · Арцемій Артемий Artemy
Багдан Богдан · Барыс Борис · Валерый Валерий Valery · Валерыя Валерия Valeria · Валянціна Валентина
Валянцін Валентин · Варвара Варвара · Васіль Василий Vasily · Вера Вера · Вераніка Вероника · Віктар Виктор
Вікторыя Виктория Victoria · Віктарына Викторина · Вінцэнт Викентий · Віталь Виталий Vitaly · Віталій Виталий Vitaly
Вольга Ольга · Вячаслаў Вячеслав · Галіна Галина · Генадзь Геннадий Gennady · Георгій Георгий Georgy
Глеб Глеб · Грыгорый Григорий Grigory · Рыгор Григорий Grigory · Дар’я Дарья Daria · Даніла Даниил Daniil
Данііл Даниил Daniil · Дзмітрый Дмитрий Dmitry · Дзяніс Денис · Дзіяна Диана · Дзям’ян Демьян
Еўдакія Евдокия · Яўдакія Евдокия · Ева Ева · Зінаіда Зинаида · Зоя Зоя · Зміцер Дмитрий Dmitry
Іван Иван · Ігар Игорь · Ігнат Игнат
Ілля Илья Ilya · Ілья Илья Ilya · Іна Инна · Іосіф Иосиф · Язэп Иосиф · Восіп Осип · Ірына Ирина
Казімір Казимир · Канстанцін Константин · Карына Карина · Кацярына Екатерина Ekaterina · Кірыл Кирилл
Кірыла Кирилл · Клаўдзія Клавдия Klavdia · Ксенія Ксения Ksenia · Крысціна Кристина · Лідзія Лидия Lidia
Леанід Леонид · Лявон Леон · Ларыса Лариса · Любоў Любовь Lyubov · Людміла Людмила · Лізавета Елизавета Elizaveta
Лукаш Лука · Майсей Моисей · Макар Макар · Максім Максим · Маргарыта Маргарита · Марк Марк · Марына Марина
Марыя Мария Maria · Матвей Матвей Matvei · Мацвей Матвей Matvei · Міхаіл Михаил · Міхась Михаил
Мікалай Николай Nikolai
Мікола Николай Nikolai · Мікіта Никита · Надзея Надежда · Наталля Наталья Natalia · Наталія Наталия Natalia
Настасся Анастасия Anastasia · Наста Анастасия Anastasia · Ніна Нина · Павел Павел · Павал Павел · Паліна Полина
Пётр Пётр Pyotr
Пётр Петр Pyotr · Пятро Пётр Pyotr · Пятровіч Петрович · Пятроўна Петровна
Піліп Филипп · Раіса Раиса · Раман Роман · Расціслаў Ростислав
Руслан Руслан · Сафія София Sofia · Святлана Светлана · Святаслаў Святослав · Станіслаў Станислав
Станіслава Станислава · Сцяпан Степан · Сямён Семён Semyon · Сямён Семен Semyon · Сяргей Сергей Sergei
Тадэвуш Тадеуш · Анжаліка Анжелика · Анжэла Анжела
Таісія Таисия Taisia · Тамара Тамара · Тарас Тарас · Таццяна Татьяна Tatiana · Тацяна Татьяна Tatiana
Тімафей Тимофей Timofei · Цімафей Тимофей Timofei · Уладзімір Владимир Vladimir · Уладзіслаў Владислав
Уладзіслава Владислава · Усевалад Всеволод · Фёдар Фёдор Fyodor · Фёдар Федор Fyodor · Фаіна Фаина
Юлія Юлия Yulia · Юры Юрий Yury · Юрый Юрий Yury · Юрась Юрий Yury · Якаў Яков · Ян Ян · Яна Яна
Янка Янка · Яраслаў Ярослав · Яўген Евгений Evgeny · Яўгеній Евгений Evgeny · Яўгенія Евгения Evgenia
Яўгена Евгения Evgenia · Ягор Егор Egor · Яфім Ефим Efim · Эдуард Эдуард · Эльвіра Эльвира · Эма Эмма
Джон Джон John · Дональд Дональд Donald
"""


@cache
def _entries() -> tuple[tuple[str, str, str], ...]:
    lines = (entry.split() for entry in _NAMES.replace("\n", " · ").split("·") if entry.strip())
    return tuple((line[0].lower(), line[1].lower(), line[2].lower() if len(line) > 2 else "") for line in lines)


def _patronymics(be: str, ru: str) -> list[tuple[str, str]]:
    """Return the regular patronymics of a name; none of names whose stems change."""
    if be.endswith(("ай", "ей", "эй")) and ru.endswith(("ай", "ей")):
        be_stem, ru_stem, be_sound, ru_sound = be[:-1], ru[:-1], "е", "е"
    elif ru in ("пётр", "петр"):
        return []  # its ё goes: Петрович
    elif be[-1:] not in "аеёіоуыэюяьй’" and ru[-1:] not in "аеёиоуыэюяьй":
        be_stem, ru_stem, be_sound, ru_sound = be.removesuffix("ў") + "в" * be.endswith("ў"), ru, "а", "о"
    elif be[-1:] not in "аеёіоуыэюяьй" and ru.endswith("рь"):
        be_stem, ru_stem, be_sound, ru_sound = be, ru[:-1], "а", "е"
    elif be[-1:] not in "аеёіоуыэюяьй" and ru.endswith("ний"):
        be_stem, ru_stem, be_sound, ru_sound = be, ru[:-2] + "ь", "а", "е"
    else:
        return []
    return [
        (f"{be_stem}{be_sound}віч", f"{ru_stem}{ru_sound}вич"),
        (f"{be_stem}{be_sound}ўна", f"{ru_stem}{ru_sound}вна"),
    ]


@cache
def _tables() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, str]]:
    to_ru: dict[str, list[str]] = {}
    to_be: dict[str, list[str]] = {}
    english: dict[str, str] = {}
    for be, ru, en in _entries():
        for one, other in [(be, ru), *_patronymics(be, ru)]:
            to_ru.setdefault(one, [])
            to_be.setdefault(other, [])
            if other not in to_ru[one]:
                to_ru[one].append(other)
            if one not in to_be[other]:
                to_be[other].append(one)
        if en:
            english[ru] = en
    return to_ru, to_be, english


def russian_of(word: str) -> list[str]:
    """Return the Russian forms of a Belarusian given name or patronymic in lower case, the usual first."""
    return _tables()[0].get(word, [])


def belarusian_of(word: str) -> list[str]:
    """Return the Belarusian forms of a Russian given name or patronymic in lower case, the usual first."""
    return _tables()[1].get(word, [])


def english_of(word: str) -> str:
    """Return what the English-language press makes of a Russian given name; empty where it is as by the letters."""
    return _tables()[2].get(word, "")


def every_name() -> tuple[tuple[str, str, str], ...]:
    """Return (Belarusian, Russian, English or empty) of the whole list, in lower case."""
    return _entries()


@cache
def _feminine() -> frozenset[str]:
    return frozenset(name for be, ru, _en in _entries() for name in (be, ru) if name.endswith(("а", "я", "любовь"))) - {
        "лука", "никита", "мікіта", "илья", "ілля", "ілья", "даніла", "кірыла", "мікола", "янка",
    } | {"любоў", "любовь"}  # fmt: skip


def is_feminine(word: str) -> bool:
    """Tell whether a Cyrillic word in lower case is a woman's given name or patronymic."""
    return word in _feminine() or word.endswith(("вна", "ўна", "ічна", "ична"))


def is_given(word: str) -> bool:
    """Tell whether a Cyrillic word in lower case is a given name or patronymic of the list."""
    to_ru, to_be, _english = _tables()
    return word in to_ru or word in to_be
