"""Names in running text: which words are taken for which record, and why."""

from __future__ import annotations

import pytest

from workbench.domain.kinds import NameKind, RecordKind
from workbench.languages.known_names import Form, Found, KnownNames, Why

PERSON, ORGANISATION, PLACE = RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE

FORMS = (
    Form("maryia", PERSON, "Марыя Калеснікава", "be"),
    Form("ihar", PERSON, "Ігар Калеснікаў", "be"),
    Form("ales", PERSON, "Алесь Бяляцкі", "be"),
    Form("mikalai", PERSON, "Мікалай Статкевіч", "be"),
    Form("boris", PERSON, "Борис Николаевич Сокол", "ru"),
    Form("vaclav", PERSON, "Andrius Rytis Mažeika", "lt", given="Andrius Rytis", family="Mažeika"),
    Form("will", PERSON, "Will", "en", NameKind.ALIAS),
    Form("minsk", PLACE, "Мінск", "be"),
    Form("volha", PLACE, "Вольга", "be"),
    Form("gomel", PLACE, "Гомель", "be"),
    Form("eu", ORGANISATION, "ЕС", "be"),
    Form("us", PLACE, "US", "en"),
    Form("front", ORGANISATION, "Беларускі народны фронт", "be"),
    Form("press", ORGANISATION, "Дом печати", "ru"),
    Form("kept", PLACE, "Слуцак", "be", cases=("Слуцку", "Слуцкам")),
)


@pytest.fixture(scope="module")
def names() -> KnownNames:
    return KnownNames(FORMS)


def words(text: str, found: list[Found]) -> list[tuple[str, str, Why]]:
    return [(text[each.span.start : each.span.end], each.record_ids[0], each.why) for each in found]


@pytest.mark.parametrize(
    ("text", "language", "record", "said", "why"),
    [
        ("Учора Марыя Калеснікава прыехала.", "be", "maryia", "Марыя Калеснікава", Why.EXACT),
        ("Разам з Марыяй Калеснікавай.", "be", "maryia", "Марыяй Калеснікавай", Why.INFLECTED),
        ("Разом с Марией Колесниковой.", "ru", "maryia", "Марией Колесниковой", Why.OTHER_SPELLING),
        ("С Марией Александровной Колесниковой.", "ru", "maryia", "Марией Александровной Колесниковой", None),
        ("Apie Marijos Kalesnikavos laišką.", "lt", "maryia", "Marijos Kalesnikavos", Why.OTHER_SPELLING),
        ("He met Maria Kolesnikova’s sister.", "en", "maryia", "Maria Kolesnikova", Why.OTHER_SPELLING),
        ("Пісаў А. Бяляцкі.", "be", "ales", "А. Бяляцкі", Why.INITIALS),
        ("A letter of A. Bialiatski came.", "en", "ales", "A. Bialiatski", Why.INITIALS),
        ("Спіс: БЯЛЯЦКІ АЛЕСЬ.", "be", "ales", "БЯЛЯЦКІ АЛЕСЬ", Why.EXACT),
        ("О Николае Статкевиче.", "ru", "mikalai", "Николае Статкевиче", Why.OTHER_SPELLING),
        ("Памятник Бориса Николаевича открыт.", "ru", "boris", "Бориса Николаевича", Why.SHORT),
        ("Andriaus Ryčio Mažeikos knyga.", "lt", "vaclav", "Andriaus Ryčio Mažeikos", Why.INFLECTED),
        ("Жыве ў Мінску.", "be", "minsk", "Мінску", Why.INFLECTED),
        ("Gyvena Minske.", "lt", "minsk", "Minske", Why.OTHER_SPELLING),
        ("На Вользе.", "be", "volha", "Вользе", Why.INFLECTED),
        ("Пад Гомелем.", "be", "gomel", "Гомелем", Why.INFLECTED),
        ("Рашэнне ЕС важнае.", "be", "eu", "ЕС", Why.EXACT),
        ("In the U.S. today.", "en", "us", "U.S.", Why.EXACT),
        ("З Беларускім народным фронтам.", "be", "front", "Беларускім народным фронтам", Why.INFLECTED),
        ("В Доме печати тихо.", "ru", "press", "Доме печати", Why.INFLECTED),
        ("Мы пад Слуцкам.", "be", "kept", "Слуцкам", Why.EXACT),
        ("Пра Марыю\nКалеснікаву.", "be", "maryia", "Марыю\nКалеснікаву", Why.INFLECTED),
        ("Пра Мары\u00adю Калес-\nнікаву.", "be", "maryia", "Мары\u00adю Калес-\nнікаву", Why.INFLECTED),
        ("Чы\u0301 Бяля\u0301цкі Але\u200bсь?", "be", "ales", "Бяля\u0301цкі Але\u200bсь", Why.EXACT),
    ],
)
def test_a_form_of_a_name_is_found(
    names: KnownNames, text: str, language: str, record: str, said: str, why: Why | None
) -> None:
    found = words(text, names.find(text, language))
    assert [(each[0], each[1]) for each in found] == [(said, record)]
    assert why is None or found[0][2] is why


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Пра есаула і мінскую вуліцу.", "be"),
        ("У Мінскай вобласці.", "be"),
        ("Will you come? You will.", "en"),
        ("They told us about it.", "en"),
        ("Вольга Калеснікава спявала.", "be"),
        ("Дзмітрый Бяляцкі спяваў.", "be"),
        ("Марыя спявала.", "be"),
        ("Пошта ales@бяляцкі.be і Мінск-Арэна.", "be"),
        ("Народны фронт.", "be"),
        ("", "be"),
    ],
)
def test_what_only_looks_like_a_name_is_left(names: KnownNames, text: str, language: str) -> None:
    assert words(text, names.find(text, language)) == []


def test_two_places_with_a_hyphen_are_both_found(names: KnownNames) -> None:
    text = "Дарога Мінск-Гомель."
    assert [each[0] for each in words(text, names.find(text, "be"))] == ["Мінск", "Гомель"]


def test_a_surname_alone_means_the_nearest_full_name_before_it(names: KnownNames) -> None:
    text = (
        "Калеснікаву чакалі. Марыя Калеснікава прыехала, і Калеснікава гаварыла.\n"
        "Ігара Калеснікава не было. Маці Калеснікава плакала."
    )
    found = names.find(text, "be")
    assert [each.record_ids[0] for each in found] == ["maryia", "maryia", "maryia", "ihar", "ihar"]
    assert [each.why for each in found][2] is Why.SURNAME


def test_a_surname_that_fits_several_is_offered_with_all(names: KnownNames) -> None:
    found = names.find("Пра Калеснікава ведалі.", "be")
    assert len(found) == 1
    assert set(found[0].record_ids) == {"maryia", "ihar"}
    assert found[0].confidence < 60


def test_a_surname_of_very_many_is_not_offered_but_found_thoroughly() -> None:
    many = KnownNames(Form(f"r{number}", PERSON, f"{given} Сокал", "be") for number, given in enumerate("АБВГДЖЗКЛ"))
    forms = [Form(f"r{number}", PERSON, f"{'Аа' * (number + 1)} Сокал", "be") for number in range(12)]
    known = KnownNames(forms)
    assert known.find("Пра Сокала.", "be") == []
    assert len(known.find("Пра Сокала.", "be", thorough=True)[0].record_ids) == 12
    assert len(many.find("Пра Сокала.", "be", thorough=True)[0].record_ids) == 9


def test_thoroughly_nothing_is_overlooked(names: KnownNames) -> None:
    text = "марыяй калеснікавай; Калеснікава-Бераг; пісала Марыя; М.А. Калеснікавай; Вольга Калеснікава"
    said = [each[0] for each in words(text, names.find(text, "be", thorough=True))]
    assert said[:4] == ["марыяй калеснікавай", "Калеснікава", "Марыя", "М.А. Калеснікавай"]
    assert said[-1] == "Калеснікава"


def test_names_that_are_no_words_find_nothing() -> None:
    odd = [Form("a", PERSON, value, "be") for value in ("А", "…", "- -", "\u200b", "", "1", "Я " * 40, "я" * 5_000)]
    names = KnownNames(odd)
    assert names.find("А я … - - 1 я.", "be") == []
    assert names.find("А я … - - 1 я.", "be", thorough=True) == []


def test_a_record_of_300_forms_is_found_once_a_place() -> None:
    names = KnownNames(Form("a", PERSON, f"Марыя {'Ка' * (number % 60 + 1)}ва", "be") for number in range(300))
    text = "Марыя Кава і Марыя КаКава."
    assert [each.record_ids for each in names.find(text, "be")] == [("a",), ("a",)]


def test_finding_says_how_far_it_is_and_can_be_stopped(names: KnownNames) -> None:
    text = "Пра Мінск нічога.\n" * 12_000
    said: list[int] = []

    def stop(done: int, total: int) -> None:
        said.append(done)
        assert total == len(text)
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        names.find(text, "be", progress=stop)
    assert set(said[:-1]) == {0}
    assert 0 < said[-1] < len(text)


def test_thoroughly_a_given_name_is_found_long_before_the_full_one(names: KnownNames) -> None:
    text = "Марыя пісала.\n" + "Нічога больш.\n" * 9_000 + "Марыя Калеснікава."
    found = names.find(text, "be", thorough=True)
    assert [(each.span.start, each.why) for each in found] == [(0, Why.GIVEN), (len(text) - 18, Why.EXACT)]
