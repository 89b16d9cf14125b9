"""Which records are proposed as the same, how they are rated, and why."""

from __future__ import annotations

import pytest

from made_people import people
from workbench.languages.fold import fold
from workbench.languages.sameness import LIKELY, POSSIBLE, Facts, Ground, Index, pairs, rate


def person(*names: tuple[str, str], **known: object) -> Facts:
    return Facts("x", "person", names, **known)  # type: ignore[arg-type]


MARYJA = person(("Марыя Калеснікава", "be"))


@pytest.mark.parametrize(
    ("other", "ground"),
    [
        (("Марыя Калеснікава", "be"), Ground.SAME_NAME),
        (("Мария Колесникова", "ru"), Ground.SPELLING),
        (("Maryia Kalesnikava", "en"), Ground.SPELLING),
        (("Марыі Калеснікавай", "be"), Ground.SPELLING),
    ],
)
def test_one_name_in_any_script_or_case_is_likely(other: tuple[str, str], ground: Ground) -> None:
    rating = rate(MARYJA, person(other))
    assert rating.score >= LIKELY
    assert rating.reasons[0].ground is ground


def test_a_mans_name_in_another_case() -> None:
    rating = rate(person(("Алесь Бяляцкі", "be")), person(("Алесю Бяляцкаму", "be")))
    assert rating.score >= POSSIBLE
    assert rating.reasons[0].ground is Ground.CASE


def test_initials_are_possible_a_family_name_alone_is_not() -> None:
    initials = rate(MARYJA, person(("М. Колесникова", "ru")))
    assert POSSIBLE <= initials.score < LIKELY
    assert initials.reasons[0].ground is Ground.INITIALS
    assert rate(MARYJA, person(("Калеснікава", "be"))).score < POSSIBLE
    assert rate(MARYJA, person(("Алена Калеснікава", "be"))).score < POSSIBLE


def test_other_knowledge_counts_for_and_against() -> None:
    one = person(("Марыя Калеснікава", "be"), begins=("1982-04-24",), sexes=frozenset({"female"}))

    def other(**known: object) -> Facts:
        return person(("Мария Колесникова", "ru"), **known)

    plain = rate(one, other())
    same_day = rate(one, other(begins=("1982-04-24",)))
    same_year = rate(one, other(begins=("1982",)))
    other_day = rate(one, other(begins=("1975",)))
    assert same_day.score > same_year.score > plain.score > other_day.score
    assert [reason.ground for reason in same_day.reasons] == [Ground.SPELLING, Ground.DATE]
    assert same_year.reasons[-1].ground is Ground.YEAR
    assert other_day.reasons[-1].ground is Ground.OTHER_DATE
    assert other_day.reasons[-1].against
    assert rate(one, other(begins=("1975~",))).reasons[-1].ground is Ground.SPELLING  # nobody is sure of that year
    assert rate(one, other(sexes=frozenset({"male"}))).score < POSSIBLE
    told = person(("Марыя Калеснікава", "be"), events=frozenset("e"), places={"s": frozenset("p")})
    apart = rate(told, other(events=frozenset("e"), places={"s": frozenset("q")}))
    assert [reason.ground for reason in apart.reasons[1:]] == [Ground.EVENT, Ground.APART]
    together = rate(told, other(places={"s": frozenset("p")}))
    assert Ground.APART not in [reason.ground for reason in together.reasons]


def test_two_dates_of_which_one_agrees_are_no_contradiction() -> None:
    one = person(("Марыя Калеснікава", "be"), begins=("1982", "1983"))
    rating = rate(one, person(("Мария Колесникова", "ru"), begins=("1983-01-02",)))
    assert [reason.ground for reason in rating.reasons] == [Ground.SPELLING, Ground.YEAR]


def test_other_patronymics_are_other_people() -> None:
    rating = rate(person(("Иван Петрович Орлов", "ru")), person(("Иван Сергеевич Орлов", "ru")))
    assert rating.score < POSSIBLE


def test_kinds_and_things() -> None:
    def thing(name: str, kind: str = "organisation") -> Facts:
        return Facts("x", kind, ((name, "be"),))

    assert rate(thing("Вясна"), thing("Viasna")).score >= LIKELY
    assert rate(thing("Вясна"), thing("Viasna", "place")).score == 0
    assert rate(thing("ЕС"), thing("ES")).score < POSSIBLE  # two letters say too little
    assert rate(thing("Праваабарончы цэнтр Вясна"), thing("Цэнтр моды")).score < POSSIBLE


def index_of(names: dict[str, list[str]]) -> Index:
    made = Index()
    for record_id, forms in names.items():
        made.put(record_id, "person", [fold(form) for form in forms])
    return made


def test_the_index_finds_what_shares_a_name_and_follows_changes() -> None:
    index = index_of(
        {
            "a": ["Марыя Калеснікава", "Мария Колесникова"],
            "b": ["M. Kolesnikova"],
            "c": ["Мікалай Бяляцкі"],
            "d": ["Николай Беляцкого"],
            "e": ["Алена Калеснікава"],
            "f": ["Калеснікава"],
        }
    )
    assert set(index.near("a")) == {"b", "f"}
    assert set(index.near("b")) >= {"a"}
    assert index.near("c") == ["d"]
    assert index.near_names("person", [fold("Mikałaj Bialacki")]) == ["c", "d"]
    assert index.near_names("place", [fold("Mikałaj Bialacki")]) == []
    index.drop("d")
    assert index.near("c") == []
    index.put("d", "place", [fold("Николай Беляцкий")])
    assert index.near("c") == []
    index.put("d", "person", [fold("Николай Беляцкий")])
    assert index.near("c") == ["d"]
    assert len(index) == 6
    assert index.near("nobody") == []


def test_nine_in_ten_of_those_who_come_again_are_found() -> None:
    """Of made people, of whom one in two hundred stands there a second time, written otherwise."""
    made = list(people(4000))
    index = index_of({str(n): [name.value for name in each.names] for n, each in enumerate(made)})
    again = {str(n): str(each.again) for n, each in enumerate(made) if each.again is not None}
    found = [one for one, other in again.items() if other in index.near(one)]
    assert len(found) >= 0.9 * len(again)
    rows = [(str(n), "person", fold(name.value)) for n, each in enumerate(made) for name in each.names]
    every = {frozenset(pair) for pair in pairs(rows)}
    assert len([one for one, other in again.items() if frozenset((one, other)) in every]) >= 0.9 * len(again)


def test_brothers_are_no_pair_and_the_search_can_be_stopped() -> None:
    rows = [
        ("a", "person", fold("Иван Петрович Орлов")),
        ("b", "person", fold("Сергей Петрович Орлов")),
        ("c", "person", fold("Иван Орлов")),
        ("d", "place", fold("Иван Орлов")),
    ]
    assert pairs(rows) == [("a", "c")]

    def stop(_done: int, _total: int) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        pairs(rows, stop)
