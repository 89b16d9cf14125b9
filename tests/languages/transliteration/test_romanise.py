from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.transliteration import romanise
from workbench.languages.transliteration.rules import Rules, clean, map_words, with_case

BELARUSIAN = "абвгдеёжзійклмнопрстуўфхцчшыьэюя"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALL = {
    "UN_2012": romanise.UN_2012,
    "INSTRUCTION_2023": romanise.INSTRUCTION_2023,
    "LACINKA": romanise.LACINKA,
    "MIA_2008": romanise.MIA_2008,
    "BGN_PCGN": romanise.BGN_PCGN,
    "ISO9_BE": romanise.ISO9_BE,
    "ISO9_RU": romanise.ISO9_RU,
}


@pytest.mark.parametrize(
    ("name", "un", "lacinka", "of_2023", "passport", "iso"),
    [
        ("Ягайла", "Jahajla", "Jahajła", "Jagajla", "Yahaila", "Âgajla"),
        ("Ельск", "Jeĺsk", "Jelsk", "Jelsk", "Yelsk", "Elʹsk"),
        ("Гомель", "Homieĺ", "Homiel", "Gomiel", "Homel", "Gomelʹ"),
        ("Заслаўе", "Zaslaŭje", "Zasłaŭje", "Zaslawje", "Zaslauye", "Zaslaŭe"),
        ("Вераб’ёвічы", "Vierabjovičy", "Vierabjovičy", "Vierabjovichy", "Verabyovichy", "Verab’ëvìčy"),
        ("Сянно", "Sianno", "Sianno", "Sianno", "Sianno", "Sânno"),
        ("Любань", "Liubań", "Lubań", "Liuban", "Liuban", "Lûbanʹ"),
        ("Чачэрск", "Čačersk", "Čačersk", "Chachersk", "Chachersk", "Čačèrsk"),
        ("Шчара", "Ščara", "Ščara", "Shchara", "Shchara", "Ščara"),
        ("Хоцімск", "Chocimsk", "Chocimsk", "Hocimsk", "Khotsimsk", "Hocìmsk"),
        ("Сафія Ўласава", "Safija Ŭlasava", "Safija Ŭłasava", "Safija Wlasava", "Safiya Ulasava", "Safìâ Ŭlasava"),
        ("Вікторыя", "Viktoryja", "Viktoryja", "Viktoryja", "Viktoryia", "Vìktoryâ"),
        ("Лідзія-Ганна", "Lidzija-Hanna", "Lidzija-Hanna", "Lidzija-Ganna", "Lidziya-Hanna", "Lìdzìâ-Ganna"),
    ],
)
def test_belarusian_tables(name: str, un: str, lacinka: str, of_2023: str, passport: str, iso: str) -> None:
    assert romanise.UN_2012.text(name) == un
    assert romanise.LACINKA.text(name) == lacinka
    assert romanise.INSTRUCTION_2023.text(name) == of_2023
    assert romanise.MIA_2008.text(name) == passport
    assert romanise.ISO9_BE.text(name) == iso


@pytest.mark.parametrize(
    ("name", "press", "iso"),
    [
        ("Юрий Щукин", "Yury Shchukin", "Ûrij Ŝukin"),
        ("Елена Алексеева", "Yelena Alekseyeva", "Elena Alekseeva"),
        ("Объездчиков", "Obyezdchikov", "Obʺezdčikov"),
        ("Ильинский", "Ilinsky", "Ilʹinskij"),
        ("Ёжиков", "Yozhikov", "Ëžikov"),
        ("Хохлова Эмма", "Khokhlova Emma", "Hohlova Èmma"),
        ("Григорьев", "Grigoryev", "Grigorʹev"),
        ("Цыганов", "Tsyganov", "Cyganov"),
    ],
)
def test_russian_tables(name: str, press: str, iso: str) -> None:
    assert romanise.BGN_PCGN.text(name) == press
    assert romanise.ISO9_RU.text(name) == iso


@pytest.mark.parametrize(
    ("official", "softened"),
    [("Снежань", "Сьнежань"), ("Цвік", "Цьвік"), ("Святы", "Сьвяты"), ("Пастка", "Пастка"), ("Касса", "Касса")],
)
def test_classical_softness_is_written_and_left_out_again(official: str, softened: str) -> None:
    assert romanise.soften(official) == softened
    assert romanise.unsoften(softened) == official


def test_capitals_initials_and_what_is_no_letter_of_the_table() -> None:
    assert romanise.UN_2012.text("ЮХНАВЕЦ Я. Ш.") == "JUCHNAVIEC Ja. Š."
    assert romanise.MIA_2008.text("Ж. Шчур, 3-і") == "Zh. Shchur, 3-i"
    assert romanise.LACINKA.text("O’Brien 東京 ქართ") == "O’Brien 東京 ქართ"
    assert romanise.UN_2012.text("Лука\u0301ш") == "Lukaš"


@pytest.mark.parametrize("name", ["Ягайла", "Ельск", "Гомель", "Заслаўе", "Вераб’ёвічы", "Любань", "Хоцімск", "Аўдзей"])
def test_back_from_the_alphabets_of_belarusian(name: str) -> None:
    assert romanise.FROM_UN_2012.text(romanise.UN_2012.text(name)) == name
    assert romanise.FROM_LACINKA.text(romanise.LACINKA.text(name)) == name


@given(st.text(alphabet=BELARUSIAN + BELARUSIAN.upper() + "’ -.", max_size=30))
def test_iso_9_can_be_read_back_in_belarusian(name: str) -> None:
    name = re.sub("’+", "’", name.replace("Ь", ""))
    assert romanise.FROM_ISO9_BE.text(romanise.ISO9_BE.text(name)) == name


@given(st.text(alphabet=RUSSIAN + RUSSIAN.upper() + " -.", max_size=30))
def test_iso_9_can_be_read_back_in_russian(name: str) -> None:
    # The signs ь and ъ have no capitals in ISO 9.
    name = re.sub("[ЬЪ]", "", name)
    assert romanise.FROM_ISO9_RU.text(romanise.ISO9_RU.text(name)) == name


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
@given(name=st.text(max_size=30))
def test_nothing_but_the_letters_of_the_table_is_touched(table: Rules, name: str) -> None:
    """Digits, spaces, hyphens, signs and Latin letters stay; what was rewritten once is not rewritten again."""
    once = table.text(name)
    assert table.text(once) == once
    latin = "".join(char for char in clean(name) if char.isascii() and char not in "'`")
    rest = iter(once)
    assert all(char in rest for char in latin), (latin, once)


@pytest.mark.parametrize("table", ALL.values(), ids=ALL)
@given(name=st.text(alphabet=BELARUSIAN + RUSSIAN, min_size=1, max_size=12))
def test_no_letter_is_lost(table: Rules, name: str) -> None:
    """Every letter that stands for a sound gives at least one letter; only ь and ъ may vanish, and one of цц."""
    letters = re.sub("[ьъ]", "", name)
    endings = len(re.findall("(?:ый|ій|ий)$", name)) + name.count("цц")
    assert len(table.text(name)) >= len(letters) - endings


def test_case_is_taken_from_what_was_there() -> None:
    assert with_case("shch", "Щ") == "Shch"
    assert with_case("юрый", "ЮРИЙ") == "ЮРЫЙ"
    assert with_case("юрый", "юрий") == "юрый"


def test_words_are_rewritten_one_by_one() -> None:
    assert map_words("а-б в. ’г", str.upper) == "А-Б В. ’Г"
