"""How a word of a name begins."""

from __future__ import annotations

from workbench.languages.name_stems import (
    begins,
    ends,
    forms_of,
    head_of,
    is_called_after,
    is_case,
    is_suffix,
    keys_of,
    letters_of,
    respelt,
    stems_of,
)


def test_a_stem_is_what_the_cases_share() -> None:
    assert stems_of("Калеснікава")[0] == stems_of("Kalesnikavos")[0]
    for form in ("Рэпка", "Рэпкі", "Рэпак", "Рэпцы"):
        assert begins(letters_of(form), stems_of("Рэпка")), form
    assert not begins(letters_of("Рэпа"), stems_of("Рэпка"))
    assert stems_of("ь") == ()
    assert "rapt" in stems_of("Рэпка")
    assert "rapt" not in stems_of("Рэпка", softened=False)


def test_forms_change_their_sounds() -> None:
    assert {"шаўц", "швецу"} <= set(forms_of("Швец"))
    assert {"ryčio", "ryčiui"} <= set(forms_of("Rytis"))
    assert respelt("Król") == ("krul", "korol")
    assert respelt("Зарэмба") == ()


def test_many_words_are_folded_as_one_is() -> None:
    words = ["Жук", "ь", "Sokał", "Ганна"]
    assert keys_of(words) == list(map(letters_of, words))


def test_endings_are_told_from_other_words() -> None:
    assert ends("zvk", "avi")
    assert not ends("zvk", "avka")
    assert is_case("Міру", "v")
    assert not is_case("Мірон", "an")
    assert is_case("Gaidytė", "ita")
    assert is_suffix("zaramb", "ist")
    assert not is_suffix("zaramb", "lat")
    assert is_called_after("Іваноў", "av")
    assert not is_called_after("Ганнаю", "av")


def test_a_head_is_in_its_own_script() -> None:
    assert head_of("Ёршаў") == "ерш"
    assert head_of("Š-a") == "sa"
