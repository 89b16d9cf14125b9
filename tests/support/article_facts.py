"""What is known of one article of December 2025, and a text that holds its passages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A record's names: preferred in four languages, and others as (tag, value)."""

    forms: dict[str, str]
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Happening:
    """An event: its date as it is typed and as it is stored, and all that one passage says of it."""

    named: Named
    typed: str
    date: str
    evidence: str
    participants: tuple[tuple[str, str], ...]
    place: str = ""


PLACES = (
    Named({"en": "Minsk", "be": "Мінск", "ru": "Минск", "lt": "Minskas"}, ()),
    Named({"en": "Vilnius", "be": "Вільня", "ru": "Вильнюс", "lt": "Vilnius"}, ()),
    Named({"en": "Ukraine", "be": "Украіна", "ru": "Украина", "lt": "Ukraina"}, ()),
    Named({"en": "Belarus", "be": "Беларусь", "ru": "Беларусь", "lt": "Baltarusija"}, ()),
)
ORGANISATIONS = (
    Named({"en": "European Union", "be": "Еўрапейскі саюз", "ru": "Европейский союз", "lt": "Europos Sąjunga"}, ()),
    Named({"en": "United States", "be": "Злучаныя Штаты", "ru": "Соединённые Штаты", "lt": "Jungtinės Valstijos"}, ()),
)
PERSONS = (
    Named(
        {"en": "Maria Kolesnikova", "be": "Марыя Калеснікава", "ru": "Мария Колесникова", "lt": "Marija Kolesnikova"},
        (("be-Latn", "Maryja Kaleśnikava"), ("en", "Maryia Kalesnikava"), ("en", "Kolesnikova")),
    ),
    Named(
        {"en": "Viktor Babaryka", "be": "Віктар Бабарыка", "ru": "Виктор Бабарико", "lt": "Viktaras Babaryka"},
        (("be-Latn", "Viktar Babaryka"), ("en", "Viktar Babaryka"), ("en", "Viktor Babariko")),
    ),
    Named(
        {"en": "Ales Bialiatski", "be": "Алесь Бяляцкі", "ru": "Алесь Беляцкий", "lt": "Alesis Bialiackis"},
        (("be-Latn", "Aleś Bialacki"), ("en", "Bialiatski"), ("en", "Alaksandar Bialacki")),
    ),
    Named(
        {
            "en": "Alexander Lukashenko",
            "be": "Аляксандр Лукашэнка",
            "ru": "Александр Лукашенко",
            "lt": "Aliaksandras Lukašenka",
        },
        (("be-Latn", "Alaksandr Łukašenka"), ("en", "Lukashenko"), ("en", "Alyaksandr Lukashenka")),
    ),
    Named({"en": "Donald Trump", "be": "Дональд Трамп", "ru": "Дональд Трамп", "lt": "Donaldas Trumpas"}, ()),
    Named(
        {"en": "Tatsiana Khomich", "be": "Таццяна Хоміч", "ru": "Татьяна Хомич", "lt": "Tacjana Chomič"},
        (("be-Latn", "Tacciana Chomič"), ("en", "Tatyana Khomich")),
    ),
    Named({"en": "John Coale", "be": "Джон Коўл", "ru": "Джон Коул", "lt": "Johnas Coale'as"}, ()),
)
EVENTS = (
    Happening(
        Named(
            {
                "en": "Release of 123 political prisoners",
                "be": "Вызваленне 123 палітычных зняволеных",
                "ru": "Освобождение 123 политических заключённых",
                "lt": "123 politinių kalinių paleidimas",
            }
        ),
        "December 2025",
        "2025-12",
        "123 political prisoners have been released by President Alexander Lukashenko’s regime",
        (
            ("Maria Kolesnikova", "released"),
            ("Viktor Babaryka", "released"),
            ("Ales Bialiatski", "released"),
            ("Alexander Lukashenko", "authority"),
            ("United States", "negotiator"),
        ),
        "Belarus",
    ),
    Happening(
        Named(
            {
                "en": "Envoy's visit to Minsk",
                "be": "Візіт пасланніка ў Мінск",
                "ru": "Визит посланника в Минск",
                "lt": "Pasiuntinio vizitas Minske",
            }
        ),
        "2025",
        "2025",
        "a notable visit to Minsk by John Coale, the special envoy for former President Donald Trump",
        (("John Coale", "negotiator"),),
        "Minsk",
    ),
    Happening(
        Named(
            {
                "en": "Lifting of US potash sanctions",
                "be": "Зняцце санкцый ЗША з калію",
                "ru": "Снятие санкций США с калия",
                "lt": "JAV sankcijų kaliui panaikinimas",
            }
        ),
        "2025",
        "2025",
        "the U.S. lifted sanctions on potash, a crucial export for Belarus",
        (("United States", "authority"),),
        "",
    ),
    Happening(
        Named(
            {
                "en": "Transfer of released prisoners to Ukraine",
                "be": "Вываз вызваленых ва Украіну",
                "ru": "Вывоз освобождённых в Украину",
                "lt": "Paleistų kalinių išvežimas į Ukrainą",
            }
        ),
        "December 2025",
        "2025-12",
        "many, including Kolesnikova, were diverted to Ukraine",
        (("Maria Kolesnikova", "transferred"),),
        "Ukraine",
    ),
    Happening(
        Named(
            {
                "en": "Gathering at the US embassy in Vilnius",
                "be": "Сустрэча каля амбасады ЗША ў Вільні",
                "ru": "Встреча у посольства США в Вильнюсе",
                "lt": "Sutikimas prie JAV ambasados Vilniuje",
            }
        ),
        "12.2025",
        "2025-12",
        "Bialiatski, amid cheers from the crowd after emerging from the embassy",
        (("Ales Bialiatski", "participant"),),
        "Vilnius",
    ),
    Happening(
        Named(
            {
                "en": "Imprisonment of Ales Bialiatski",
                "be": "Зняволенне Алеся Бяляцкага",
                "ru": "Заключение Алеся Беляцкого",
                "lt": "Aleso Bialiackio įkalinimas",
            }
        ),
        "2021 – December 2025",
        "2021/2025-12",
        "still adjusting to life outside prison after four years of confinement",
        (("Ales Bialiatski", "imprisoned"), ("Alexander Lukashenko", "authority")),
        "",
    ),
)
HELD = (
    ("10 years", "was also released after serving a 10-year sentence"),
    ("4 years", "still adjusting to life outside prison after four years of confinement"),
)
RELATIONS = (
    ("Tatsiana Khomich", "Maria Kolesnikova", "sibling", "Kolesnikova’s sister, Tatsiana Khomich"),
    ("John Coale", "Donald Trump", "envoy of", "John Coale, the special envoy for former President Donald Trump"),
)
PASSAGES = tuple(
    dict.fromkeys(
        (
            *(event.evidence for event in EVENTS),
            *(words for _value, words in HELD),
            *(words for *_ends, words in RELATIONS),
        )
    )
)
ARTICLE = "\n".join(("Released", *(f"It is reported: {words}." for words in PASSAGES)))
