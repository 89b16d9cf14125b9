"""A net for names that must not be named."""

from __future__ import annotations

from functools import partial

import pytest

from stepping import steps
from workbench.languages.name_called import Catch, Forms
from workbench.languages.name_net import NameNet
from workbench.services.levels import all_forms

NET = NameNet(
    [
        Forms("p", ("Марыя Калеснікава", "Мария Колесникова", "Maryja Kaleśnikava", "Marija Kalesnikava")),
        Forms("o", ("Рэйкавы шлях",), person=False),
    ]
)
SOKAL = NameNet([Forms("p", all_forms([("Алена Сокал", "be")]))])
ZHUK = NameNet([Forms("p", all_forms([("Ганна Жук", "be")]))])


def caught(text: str) -> list[tuple[str, str, bool]]:
    return [(text[c.start : c.end], c.owner, c.sure) for c in NET.find(text)]


@pytest.mark.parametrize(
    "words",
    [
        "Марыю Калеснікаву", "М. В. Калеснікава", "Калеснікавай М. В.", "КАЛЕСНІКАВАЙ", "Колесниковой",
        "Kalesnikavos", "Kolesnikova", "Ка\u200bлес\u0301нікаву", "Ка\u00adлеснікаву", "Kаleснiкava",
        "К-а-л-е-с-н-і-к-а-в-а",
        "Kolesni-\nkova", "К а л е с н і к а в а", "Калеснікаву",
    ],
)  # fmt: skip
def test_a_name_is_found_in_any_dress(words: str) -> None:
    assert caught(f"Учора {words}, і ўсё.") == [(words, "p", True)]


def test_the_end_of_a_sentence_is_no_initial() -> None:
    assert caught("in the region. Марыя Калеснікава") == [("Марыя Калеснікава", "p", True)]
    assert caught("і М. Калеснікава") == [("М. Калеснікава", "p", True)]


def test_encoded_names_are_found_whole() -> None:
    address = "https://x.by/%D0%9A%D0%B0%D0%BB%D0%B5%D1%81%D0%BD%D1%96%D0%BA%D0%B0%D0%B2%D0%B0"
    assert caught(f"гл. {address} там") == [(address, "p", True)]


@pytest.mark.parametrize("words", ["з калеснікавай", "Марыя пайшла", "Сяргей Калеснікаў", "В. Калеснікава"])
def test_what_may_be_somebody_else_is_not_sure(words: str) -> None:
    assert [sure for _words, _owner, sure in caught(words)] == [False]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Павел Дубовік", "Паўла Дубовіка"), ("Пётр Дубовік", "Пятру Дубовіку"), ("Леў Дубовік", "Льва Дубовіка"),
        ("Мікалай Дубовік", "Коля Дубовік"), ("Кацярына Дубовік", "Катю Дубовік"), ("Ганна Дубовік", "Анна Дубовик"),
    ],
)  # fmt: skip
def test_the_given_name_goes_with_the_family_name_in_any_form(name: str, words: str) -> None:
    (catch,) = NameNet([Forms("p", (name, name.replace("Дубовік", "Дубовик")))]).find(f"Учора {words} выйшаў.")
    assert (catch.start, catch.end, catch.sure) == (6, 6 + len(words), True)


def test_anothers_given_name_or_initial_makes_a_doubt_of_the_whole() -> None:
    net = NameNet([Forms("p", ("Зміцер Дубовік",))])
    for words in ("Марыя Дубовік", "М. Дубовік", "Дубовік М."):
        assert net.find(f"Там {words}, так.") == [Catch(4, 4 + len(words), "p", sure=False)]
    assert net.find("Там З. Дубовік, так.") == [Catch(4, 14, "p", sure=True)]


def test_a_given_name_with_another_family_name_is_somebody_else() -> None:
    net = NameNet([Forms("p", ("Марыя Калеснікава",))])
    assert net.find("Учора Марыя Дубовік прыйшла.") == []
    assert [catch.sure for catch in net.find("Там Марыя К.")] == [True]
    assert [catch.sure for catch in net.find("Марыя Дома Была")] == [False]


@pytest.mark.parametrize(("name", "text"), [("Наталля Беларус", "Republic of Belarus"), ("Ганна Воля", "Воля народа")])
def test_a_usual_word_or_a_country_alone_is_never_sure(name: str, text: str) -> None:
    net = NameNet([Forms("p", (name, "Natallia Belarus") if "Беларус" in name else (name,))])
    assert [catch.sure for catch in net.find(text)] == [False]
    assert [catch.sure for catch in net.find(f"Там {name}.")] == [True]


def test_other_names_need_all_their_words() -> None:
    assert caught("Няма Рэйкавага шляху, ёсць шлях.") == [("Рэйкавага шляху", "o", True)]


@pytest.mark.parametrize("words", ["Марка і калясы ў марце", "Maryland", "More of March", "нічога", "", "каля сніка"])
def test_other_words_are_left_alone(words: str) -> None:
    assert caught(words) == []


def test_runs_without_spaces_are_looked_through() -> None:
    assert NET.anywhere("mkalesnikava2.html")
    assert NET.anywhere("https://example.org/xx_kolesnikova_yy")
    assert not NET.anywhere("https://example.org/maryland")


@pytest.mark.parametrize(
    ("words", "caught_words"),
    [
        ("#FreeSokal", "FreeSokal"), ("#СвабодуСокал", "СвабодуСокал"), ("FreeSokal", "FreeSokal"),
        ("alenasokal@mail.by", "alenasokal@mail.by"), ("@alenasokal", "alenasokal"), ("@sokalalena", "sokalalena"),
        ("www.asokal.by", "www.asokal.by"), ("С о к а л", "С о к а л"), ("Сок-ал", "Сок-ал"), ("Со-\nкал", "Со-\nкал"),
        ("Сок\u00a0ал", "Сок\u00a0ал"), ("Сок\u2009ал", "Сок\u2009ал"), ("Сок\nал", "Сок\nал"),
        ("@freesokal", "freesokal"), ("wwwsakalinskyby", ""), ("Сокіл", ""),
    ],
)  # fmt: skip
def test_a_short_family_name_is_found_in_pieces_and_glued(words: str, caught_words: str) -> None:
    found = SOKAL.find(f"Там {words} так")
    assert [f"Там {words} так"[c.start : c.end] for c in found] == [caught_words] * bool(caught_words)


def test_a_given_name_glued_to_the_family_name_is_sure() -> None:
    assert [catch.sure for catch in SOKAL.find("гл. @alenasokal")] == [True]
    assert [catch.sure for catch in SOKAL.find("гл. @freesokal")] == [False]
    assert [catch.sure for catch in ZHUK.find("гл. hannazhuk.by")] == [True]
    assert ZHUK.find("гл. zhukovka.by") == []


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Янка Швец", "Шаўца Шаўцу"), ("Янка Заяц", "Зайца Зайцу"), ("Ганна Рэпка", "Рэпак Рэпцы"),
        ("Янка Орел", "Орла Орлу"), ("Пётр Кавалеўскі", "Пятра Пятром"), ("Rytis Žemaitis", "Ryčiui Ryčio"),
        ("Jonas Gaidys", "Gaidytė Gaidytės Gaidienė"), ("Vytas Butkus", "Butkutė Butkaus"), ("Леў Лось", "Лася Ласю"),
        ("Jan Król", "Круль Крулю Короля"), ("Янка Король", "Круль Król"), ("Ян Чарнышэвіч", "Tschernyschewitsch"),
    ],
)  # fmt: skip
def test_stems_that_change_are_found(name: str, forms: str) -> None:
    net = NameNet([Forms("p", all_forms([(name, "lt" if name.endswith("s") else "be")]))])
    for form in forms.split():
        assert [(c.start, c.end) for c in net.find(f"Там {form} там")] == [(4, 4 + len(form))], form


@pytest.mark.parametrize(
    "words", ["3арэмба", "Ҙарэмба", "ᴢᴀʀᴇᴍʙᴀ", "Зapэm6a", "Ꮓaremba", "З\u00a0арэмба", "За рэм ба", "Зарэм=\nба"]
)
def test_look_alikes_and_pieces_of_a_long_name_are_found(words: str) -> None:
    net = NameNet([Forms("p", all_forms([("Зянон Зарэмба", "be")]))])
    assert [(c.start, c.end) for c in net.find(f"Там {words} там")] == [(4, 4 + len(words))]


@pytest.mark.parametrize("words", ["З.З.", "З. З.", "З.А.З."])
def test_bare_initials_of_both_names_are_a_doubt(words: str) -> None:
    net = NameNet([Forms("p", ("Зянон Зарэмба",))])
    assert net.find(f"Там {words}, так") == [Catch(4, 4 + len(words), "p", sure=False)]


@pytest.mark.parametrize("words", ["З.А.", "З.З. Кот", "Котаў З.З.", "U.S.", "а.з.", "З."])
def test_initials_of_somebody_else_are_left_alone(words: str) -> None:
    net = NameNet([Forms("p", ("Зянон Зарэмба",)), Forms("q", ("Ursula Stone",))])
    assert net.find(f"там {words}, так") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ольга Свобода", "На Радио Свобода"), ("Ольга Свобода", "за свободу"), ("Іван Мельнік", "Мельніца стаіць"),
        ("Hanna Park", "in Gorky Park today"), ("Anna Us", "the US court, us, USA"), ("Алег Мір", "мір і міравы Мірон"),
        ("Алег Мір", "мірны дагавор"), ("Rose Will", "she will; William; they rose"), ("Аляксандр Суд", "суд, Судан"),
        ("Ганна Воля", "на волю"), ("Jan van der Berg", "van Gogh, Van Der Waals"), ("Іван Зарэмба", "Іваноў, Іванава"),
        ("Яна Зарэмба", "што яна і яны"), ("Ганна Зарэмба", "Ганна Лось маўчала. Потым Ганна пайшла."),
    ],
)  # fmt: skip
def test_usual_words_and_others_of_the_given_name_are_left_alone(name: str, text: str) -> None:
    assert NameNet([Forms("p", all_forms([(name, "be" if name[0] > "z" else "en")]))]).find(text) == []


def test_words_of_a_name_that_may_be_told_mean_nothing_alone() -> None:
    net = NameNet([Forms("n", ("Ганна Кот",), told=("Ганна Лось",))])
    assert net.find("Ганна Лось і Ганна") == []
    assert net.find("Ганна Кот") == [Catch(0, 9, "n", sure=True)]
    assert not net.tells("n", "Ганны")
    assert net.tells("n", "Ганна Кот")
    assert net.tells("another", "Ганна")


def test_all_of_a_name_is_found_where_another_way_of_writing_it_may_be_told() -> None:
    net = NameNet([Forms("n", ("Ганна Лось",), told=("Hanna Loś",))])
    assert [(c.start, c.end) for c in net.find("Там Ганна Лось")] == [(4, 14)]


def test_nothing_is_caught_without_names() -> None:
    assert not NameNet([])
    assert NameNet([]).find("Марыя") == []
    assert NET.find("Калеснікава")[0] == Catch(0, 11, "p", sure=True)


@pytest.mark.parametrize(
    "unit", ["iVBORw0KGgoAAAANSUhEUg", "калеснік", "Калеснікава", "&a", "Аб.", "aў", "a.", "К а л е с н і к "]
)
def test_a_long_run_without_spaces_costs_by_its_length_only(unit: str) -> None:
    few, many = (steps(partial(NET.find, unit * n), "languages/name_") for n in (100, 800))
    assert many < 12 * few
    # What the regular expressions do is not counted: were it quadratic, this would take minutes.
    NET.find(unit * (40_000 // len(unit)))


@pytest.mark.parametrize(
    ("name", "text"),
    [("Максім Знак", "Знакаміты пісьменнік"), ("Андрэй Рак", "Рекомендуем"), ("Мікалай Дзядок", "Дадатковыя месцы"),
     ("Павел Север", "Северная Корея")],
)  # fmt: skip
def test_an_adjective_or_another_word_is_never_sure(name: str, text: str) -> None:
    assert not any(catch.sure for catch in NameNet([Forms("p", all_forms([(name, "be")]))]).find(text))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Зянон Зарэмба", "zianonzaremba1990"), ("Зянон Зарэмба", "zaremba1990"), ("Зянон Зарэмба", "zzaremba88"),
        ("Павел Козік", "pavel_kozik91"), ("Павел Козік", "павелкозік"), ("Павел Козік", "kozik1"),
        ("Ян Жук", "yan_zhuk@mail.ru"), ("Ян Жук", "https://nn.by/zhuk-aryshtavany"), ("Ян Жук", "zhuk.by"),
        ("Леў Лось", "https://x.org/los"), ("Леў Лось", "t.me/freelos"), ("Ян Жук", "ЖУК"),
        ("Jan Dąbrowski", "Домбровский"),
    ],
)  # fmt: skip
def test_handles_addresses_and_lists_are_caught_whole(name: str, words: str) -> None:
    text = f"Тут {words} 12.03.1990"
    found = NameNet([Forms("p", all_forms([(name, "pl" if "ą" in name else "be")]))]).find(text)
    assert any(catch.start <= 4 and catch.end >= 4 + len(words) for catch in found)


@pytest.mark.parametrize("words", ["Алесь Іосіфавіч", "Сашка Бяляцкі Мікалаевіч"])
def test_a_patronymic_goes_with_the_name(words: str) -> None:
    found = NameNet([Forms("p", ("Алесь Бяляцкі", "Аляксандр Бяляцкі"))]).find(f"Тут {words}.")
    assert any(catch.start == 4 and catch.end == 4 + len(words) for catch in found)


@pytest.mark.parametrize(
    ("name", "own", "strange"),
    [
        ("Янка Савяка", "Савяцы", "Савету"),
        ("Янка Савяка", "Savyatsy", "Soviet"),
        ("Алена Рагенка", "Рагенцы", "Рэгенцтва"),
        ("Антон Шымка", "Шымцы", "Šimtai"),
    ],
)
def test_a_consonant_that_changes_is_sure_only_where_it_has_changed(name: str, own: str, strange: str) -> None:
    net = NameNet([Forms("p", all_forms([(name, "be")]))])
    assert [catch.sure for word in (own, strange) for catch in net.find(f"Там {word}, там.")] == [True, False]


def test_a_vowel_that_does_not_flee_is_no_name() -> None:
    assert NameNet([Forms("p", all_forms([("Ян Дамашык", "be")]))]).find("Там Дамаск, Дамаскам.") == []


def test_a_name_that_ends_a_longer_word_is_a_doubt() -> None:
    net = NameNet([Forms("p", all_forms([("Андрэй Уловіч", "be")]))])
    found = net.find("Сайфула Хабібулаевіч. Потым не-Уловіч. Там ПраУловіча ўсё.")
    assert [catch.sure for catch in found] == [False, True, True]


def test_a_given_name_with_an_initial_is_sure_where_the_family_name_may_begin_so() -> None:
    net = NameNet([Forms("p", all_forms([("Дзяніс Супрук", "be")]))])
    found = net.find("Дзяніс С., Дзяніс А., Д. Супрук.")
    assert [catch.sure for catch in found] == [True, False, True]


def test_many_short_texts_are_looked_through_at_once_as_one_by_one() -> None:
    net = NameNet(
        [
            Forms("p", all_forms([("Алена Сокал", "be")])),
            Forms("q", all_forms([("Tomas Žukas", "lt")])),
            Forms("o", ("Вясна",), person=False),
        ]
    )
    texts = [
        "Алена Сокал", "Алена", "Алена Жыгун", "А. С.", "Леў Толстой", "", "Соколова Ирина", "Żukowska", "сокал",
        "Со\u00adкал", "С-о-к-а-л", "Вясна", "Вясна 96", "З'езд", "FreeSokal", "%D0%A1", "Tomo Žuko", "Tomas Venclova",
        "žukas", "Сока", "л", "Sokal\nAlena", "Ян Вясна",
    ]  # fmt: skip
    assert net.touched(texts) == [bool(net.find(text)) or text == "%D0%A1" for text in texts]
    assert NameNet([]).touched(texts) == [False] * len(texts)
