from __future__ import annotations

import pytest

from workbench.languages.fold import fold, skeletons, tokens


@pytest.mark.parametrize(
    "forms",
    [
        "Калеснікава Колесникова Kolesnikova Kaleśnikava Kalesnikava Калеснікавай Колесникову",
        "Бяляцкі Беляцкий Bialiatski Bialacki Bialiackis Byalyatski",
        "Лукашэнка Лукашенко Lukashenko Lukašenka Łukašenka Lukashenka LUKASHENKO",
        "Бабарыка Бабарико Babaryka Babariko",
        "Хоміч Хомич Khomich Chomič Homich",
        "Вільня Вильнюс Vilnius Vilnia Wilno",
        "Ціханоўская Тихановская Tsikhanouskaya Cichanouskaja Cichanoŭskaja Tikhanovskaya",
        "Аляксандр Александр Aliaksandr Alaksandr Alyaksandr Aliaksandras",
        "Таццяна Татьяна Tatsiana Tatyana Tacciana Tacjana",
        "Уладзімір Владимир Vladimir Uladzimir Vladimiras Uładzimir",
        "Яўген Евгений Evgeny Yauhen Jauhien",
        "Сяргей Сергей Siarhei Sergei Sergejus Siarhiej",
        "Марыя Мария Maria Marija Maryja Maryia",
        "Віктар Виктор Viktor Victor Viktaras",
        "Дзмітрый Дмитрий Dzmitry Dmitri Dmitrijus",
        "Святлана Светлана Sviatlana Svetlana Śviatłana",
        "Магілёў Могилёв Mahilioŭ Mogilev Mahiliou",
        "Пазняк Позняк Pazniak Paźniak",
        "Вячорка Вечорко Viačorka Viachorka",
        "Шчучын Щучин Shchuchyn Ščučyn",
        "Гродна Гродно Hrodna Grodno",
        "Мінск Минск Minsk Minskas Mińsk",
    ],
)
def test_forms_of_one_name_have_one_key(forms: str) -> None:
    assert len({fold(form) for form in forms.split()}) == 1, {form: fold(form) for form in forms.split()}


SAME = """
Калеснікава Колесникова Kaleśnikava Kolesnikova
Шаўчэнка Шевченко Ševčenka Shevchenko
Каваленка Коваленко Kovalenko Kavalenka
Караткевіч Короткевич Karatkievič Karatkevich
Ціханоўскі Тихановский Tsikhanouski Tikhanovsky
Статкевіч Статкевич Statkevich Statkievič
Лябедзька Лебедько Liabedzka Lebedko
Мілінкевіч Милинкевич Milinkievič Milinkevich
Някляеў Некляев Niaklajeŭ Neklyaev
Саннікаў Санников Sannikaŭ Sannikov
Бандарэнка Бондаренко Bandarenka Bondarenko
Севярынец Северинец Sieviaryniec Severinets
Дашкевіч Дашкевич Daškievič Dashkevich
Ліхавід Лиховид Lichavid Likhavid
Вячорка Вечёрко Viačorka Viachorka
Грамыка Громыко Hramyka Gromyko
Шушкевіч Шушкевич Šuškievič Shushkevich
Зянковіч Зенкович Ziankovič Zenkovich
Латыпава Латыпова Łatypava Latypova
Кавальчук Ковальчук Kavalčuk Kovalchuk
Ганчароў Гончаров Hančaroŭ Goncharov
Дубавец Дубовец Dubaviec Dubovets
Аляхновіч Алехнович Alachnovič Aliakhnovich
Цвяткоў Цветков Ćviatkoŭ Tsvetkov
Мядзведзеў Медведев Miadzviedzieŭ Medvedev
Рабкоў Рябков Rabkoŭ Ryabkov
Шчарбакоў Щербаков Ščarbakoŭ Shcherbakov
Юхнавец Юхновец Juchnaviec Yukhnovets
Ягораў Егоров Jahoraŭ Yegorov
Еўдакімаў Евдокимов Jeŭdakimaŭ Yevdokimov
Яўсееў Евсеев Jaŭsiejeŭ Yevseyev
Наталля Наталья Natallia Natalya
Алена Елена Alena Yelena
Міхаіл Михаил Michaił Mikhail
Андрэй Андрей Andrej Andrei
Аляксей Алексей Alaksiej Aleksei
Юлія Юлия Julija Yuliya
Ілля Илья Illa Ilya
Ігар Игорь Ihar Igor
Кірыл Кирилл Kirył Kirill
Пётр Петр Piotr Pyotr
Сямён Семён Siamion Semyon
Фёдар Фёдор Fiodar Fyodor
Дар’я Дарья Darja Darya
Васіль Василь Vasil Vasiĺ
Зміцер Змитер Źmicier Zmitser
Гомель Homiel Gomel Homieĺ Gomelis
Брэст Брест Brest Brestas
Віцебск Витебск Vitebsk Viciebsk Vitebskas
Бабруйск Бобруйск Babrujsk Bobruisk Bobruysk
Полацк Полоцк Polack Polotsk Polockas
Маладзечна Молодечно Maładziečna Molodechno Maladzyechna
Баранавічы Барановичи Baranavičy Baranovichi
Жодзіна Жодино Žodzina Zhodino Zhodzina
Орша Orša Orsha
Хатынь Chatyń Khatyn
Кобрын Кобрин Kobryn Kobrin
Ліда Лида Lida
Слуцк Слуцк Słuck Slutsk Sluckas
Каўнас Каунас Kaunas Kaŭnas
Шэўчук Шевчук Šeŭčuk Shevchuk
Мураўёў Муравьёв Muraŭjoŭ Muravyov
Саўка Савка Saŭka Sauka Savka
"""
"""Surnames, given names and places in the languages and scripts of an archive, a line each."""

DIFFERENT = """
Кавалёў Кавальчук, Марыя Марына, Марыя Марыянавіч, Алена Алеся, Іваноў Ганаў
Пятроў Петрыкаў, Сідарэнка Сідарук, Зайцаў Зайчанка, Бык Бог, Коваль Каваленка
Бораў Бяроза, Ліс Лес, Ніна Нана, Ян Іна, Яна Іна
Дуб Дым, Маша Міша, Мамай Мамін, Рыба Раба, Мінск Менск
Ліда Леда, Тарас Тарасаў, Антон Антонаў, Іванова Іваненка, Раманаў Раманюк
Козел Касел, Кулік Куліш, Лукін Лукаш, Юрый Юрыс, Навумаў Нікіцін
Волкаў Воўк, Kovalenko Kovalchuk, Petrova Petrenko, Сергеев Сергиенко, Иванов Ивановский
Тарасевіч Тарасенка, Jonaitis Jonauskas, Petraitis Petrauskas, Kazlauskas Kazlaitis, Мікіта Мікалай
Михаил Максим, Viktar Vital, Віктар Віталь, Анна Инна, Раман Рамуальд
Яўген Яўгенчык, Барыс Барысаў, Брест Брянск, Гродна Гарадок, Полацк Палессе
Ліда Лунінец, Вільня Велена, Каўнас Клайпеда, Шаўлі Шылуте, Рига Прага
Minsk Pinsk, Vilnius Vilkaviškis, Хоміч Хамянок, Бабарыка Бабаед, Статкевіч Станкевіч
Някляеў Мікляеў
"""
"""Pairs that are near each other and not the same."""

CONFUSED = (
    ("Жук", "Зук"),  # a Latin z without its sign
    ("Шыла", "Сіла"),  # a Latin s without its sign
    ("Чарот", "Харот"),  # ch is ч in English, х in Łacinka and Lithuanian
    ("Громаў", "Храмаў"),  # h is г in Belarusian, х in ISO 9
    ("Цар", "Тар"),  # ц before a soft vowel is т in Russian
    ("Вера", "Вара"),  # е before the stress is я
)
"""What one key for all scripts cannot keep apart: who looks for sames weighs more than the key."""


@pytest.mark.parametrize("forms", SAME.strip().splitlines())
def test_names_of_a_longer_list_agree(forms: str) -> None:
    assert len({fold(form) for form in forms.split()}) == 1, {form: fold(form) for form in forms.split()}


@pytest.mark.parametrize("pair", [pair.strip() for line in DIFFERENT.strip().splitlines() for pair in line.split(",")])
def test_names_near_each_other_differ(pair: str) -> None:
    one, other = pair.split()
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), CONFUSED)
def test_what_the_key_takes_for_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Мінск", "Пінск"), ("Марыя", "Марта"), ("Калеснікава", "Калініна"), ("Вільня", "Вілейка"), ("Брэст", "Бэрлін")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_are_kept_apart_and_in_order() -> None:
    assert tokens("Марыя Калеснікава-Жук") == (fold("Марыя"), fold("Калеснікава"), fold("Жук"))
    assert fold("  Марыя\u00a0 Калеснікава ") == fold("Марыя Калеснікава")


def test_apostrophes_accents_and_composition_do_not_count() -> None:
    assert fold("Дар’я") == fold("Дар'я") == fold("Даръя")
    assert fold("Łuka\u0301šenka") == fold("Łukašenka")
    assert fold("Лукашэ\u0301нка") == fold("Лукашэнка")
    assert fold("Coale'as") == fold("Coaleas")


def test_what_is_being_typed_keeps_its_end() -> None:
    assert skeletons("Вільнюс") == ("vilnus",)
    assert tokens("Вільнюс") == ("viln",)


def test_other_scripts_and_nothing() -> None:
    assert fold("") == fold(" –, ") == ""
    assert fold("東京 2020") == "東京 2020"
    assert fold("ش") == "ش"
