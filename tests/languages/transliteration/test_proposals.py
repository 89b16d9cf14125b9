from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.kinds import NameKind
from workbench.domain.languages import normal_tag
from workbench.languages.transliteration.proposals import Standard, from_belarusian_latin, missing_forms, propose


@dataclass(frozen=True)
class Form:
    value: str
    tag: str
    kind: str = "preferred"


def values(name: str, tag: str, wanted: str) -> list[str]:
    return [one.value for one in propose(name, tag) if one.tag == wanted]


def test_from_belarusian_to_all_the_others() -> None:
    assert values("Ірына Гурэвіч", "be", "ru") == ["Ирина Гуревич"]
    assert values("Ірына Гурэвіч", "be", "lt") == ["Iryna Hurevič", "Irina Gurevič"]
    assert values("Ірына Гурэвіч", "be", "en") == ["Iryna Hurevich", "Irina Gurevich"]
    assert values("Ірына Гурэвіч", "be", "be-Latn") == ["Iryna Hurevič", "Iryna Gurevich", "Ìryna Gurèvìč"]


def test_every_proposal_names_its_standard() -> None:
    by_standard = {one.standard: one for one in propose("Павел Снегін", "be") if one.tag == "be-Latn"}
    assert by_standard[Standard.UN_2012].value == "Paviel Sniehin"
    assert by_standard[Standard.CLASSICAL].value == "Pavieł Śniehin"
    assert by_standard[Standard.ISO_9].value == "Pavel Snegìn"
    assert by_standard[Standard.UN_2012].certain
    assert not by_standard[Standard.CLASSICAL].certain


@pytest.mark.parametrize(
    ("latin", "cyrillic", "certain"),
    [
        ("Łarysa Hienijuš", "Ларыса Геніюш", True),
        ("Homieĺ", "Гомель", True),
        ("Ûryj Snegìn", "Юрый Снегін", True),
        ("Śniehin", "Снегін", False),
        ("Alena", "Алена", False),
    ],
)
def test_back_from_belarusian_latin(latin: str, cyrillic: str, *, certain: bool) -> None:
    found = from_belarusian_latin(latin)
    assert found[0].value == cyrillic
    assert found[0].certain is certain


def test_what_comes_of_a_guess_is_a_guess() -> None:
    assert not any(one.certain for one in propose("Kovaliovas", "lt"))
    assert not any(one.certain for one in propose("Olga Petrova", "en"))


def test_only_what_is_missing_is_proposed() -> None:
    names = [Form("Ірына Гурэвіч", "be"), Form("Ирина Гуревич", "ru"), Form("Irina Gurevich", "en")]
    found = missing_forms(names)
    have = {(name.tag, name.value) for name in names}
    assert not have & {(one.tag, one.value) for one in found}
    # English has its preferred name, so that the passport's spelling stands beside it.
    [passport] = [one for one in found if one.standard is Standard.MIA_2008]
    assert (passport.value, passport.kind) == ("Iryna Hurevich", NameKind.TRANSLITERATION)


def test_guesses_into_a_language_that_has_a_name_are_left_out() -> None:
    names = [Form("Аляксандр Казлоў", "be"), Form("Александр Козлов", "ru"), Form("Aleksandras Kozlovas", "lt")]
    assert not [one for one in missing_forms(names) if one.tag in ("be", "ru", "lt")]
    assert [one.value for one in missing_forms(names) if one.tag == "en"] == [
        "Aliaksandr Kazlou",
        "Aleksandr Kozlov",
        "Alexander Kozlov",
    ]


def test_aliases_and_short_forms_lead_nowhere() -> None:
    assert missing_forms([Form("Ірка", "be", "alias"), Form("І. Г.", "be", "short")]) == []


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("", "be"),
        ("а" * 201, "be"),
        ("東京", "ja"),
        ("Berlin", "de"),
        ("Гродна", "uk"),
        ("2020", "be"),
        ("Минск", "en"),
    ],
)
def test_nothing_is_made_of_what_is_not_known(value: str, tag: str) -> None:
    assert propose(value, tag) == []


@given(
    st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюяABCłšžch’'- .АБВ\u0301", max_size=40),
    st.sampled_from(["be", "ru", "lt", "en", "be-Latn", "ru-Latn"]),
)
def test_proposals_are_few_differ_and_can_be_kept(name: str, tag: str) -> None:
    found = propose(name, tag)
    assert len(found) <= 16
    assert len({(one.tag, one.value) for one in found}) == len(found)
    for one in found:
        assert one.value.strip()
        assert one.value != name
        assert normal_tag(one.tag) == one.tag
