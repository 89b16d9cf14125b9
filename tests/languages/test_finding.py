from __future__ import annotations

import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.languages.finding import EXACT, WIDEST, Blindness, Folded, Scan, at_boundary
from workbench.languages.finding_fold import CHUNK, fold_query, fold_text
from workbench.languages.fold import skeletons

ACCENTS, SOFT = Blindness(accents=True), Blindness(softness=True)
EVERY = tuple(
    Blindness(accents=accents, softness=softness, script=script)
    for accents in (False, True)
    for softness in (False, True)
    for script in (False, True)
)


def spans(text: str, query: str, how: Blindness = EXACT, *, whole: bool = False, start: int = 0) -> list[Span]:
    scan = Scan(fold_text(text, how), fold_query(query, how), start, whole=whole)
    while not scan.done:
        scan.step(1.0)
    return [scan.span(k) for k in scan.found()]


def words(text: str, query: str, how: Blindness = EXACT, *, whole: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in spans(text, query, how, whole=whole)]


# --- what is found ---


def test_case_white_space_and_the_shape_of_apostrophes_never_matter() -> None:
    assert words("Сям’я\n  чакала СЯМ'Ю сямʼю", "сям'я чакала") == ["Сям’я\n  чакала"]
    assert words("Сям’я\nчакала СЯМ'Ю сямʼю", "сям’ю") == ["СЯМ'Ю", "сямʼю"]
    assert words("STRASSE Straße", "straße") == ["STRASSE", "Straße"]


def test_soft_hyphens_and_zero_width_signs_are_not_looked_at() -> None:
    assert words("вы\u00adзва\u200bлен\u200dне", "вызваленне") == ["вы\u00adзва\u200bлен\u200dне"]
    assert words("a b\u2011c", "b-c") == ["b\u2011c"]


def test_a_letter_and_its_mark_are_one_however_they_are_written() -> None:
    text = "Į́ мой мои\u0306 caf\u00e9 cafe\u0301"
    assert words(text, "café") == ["caf\u00e9", "cafe\u0301"]
    assert words(text, "cafe") == []
    assert words(text, "мой") == ["мой", "мои\u0306"]
    assert words(text, "мои") == []
    assert words(text, "į") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("еще", ["ещё", "еще\u0301"]),
        ("кусь", ["Ку\u0301сь"]),
        ("быкау", ["Быкаў", "Быкау\u0306"]),
        ("ґанак", ["ганак"]),
        ("Kulbyte", ["Kulbytė"]),
        ("šalys", ["salys", "ŝalys"]),
        ("Lodz", ["Łódź"]),
        ("мой", ["мой", "мои\u0306"]),
        ("мои", []),
    ],
)
def test_blind_to_accents(query: str, found: list[str]) -> None:
    text = "ещё еще\u0301 Ку\u0301сь Быкаў Быкау\u0306 ганак Kulbytė salys ŝalys Łódź мой мои\u0306"
    assert words(text, query, ACCENTS) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("сямя", ["сям’я", "сямʼя", "семья"][:2]),
        ("семя", ["семья"]),
        ("обект", ["объект"]),
        ("Kalesnikava", ["Kaleśnikava"]),
        ("Sokal", ["Sokał"]),
        ("Čurlionis", ["Čiurlionis"]),
        ("Kolesnikov", ["Kolesnikov"]),
        ("казан", ["Казань"]),
        ("café", ["café"]),
        ("cafe", []),
    ],
)
def test_blind_to_soft_signs(query: str, found: list[str]) -> None:
    text = "сям’я сямʼя семья объект Kaleśnikava Sokał Čiurlionis Kolesnikov’ Казань café"
    assert words(text, query, SOFT) == found


@pytest.mark.parametrize(
    "query", ["Kalesnikava", "Калеснікава", "Колесникова", "Kaleśnikava", "kolesnikova", "Колесніко\u0301ва"]
)
def test_blind_to_script_a_name_is_found_in_every_script(query: str) -> None:
    names = ["Калеснікава", "Колесникова", "Kaleśnikava", "Kolesnikova", "Kales\u0301nikava"]
    assert words(" i ".join(names), query, WIDEST) == names
    assert words("Minsk Минск Мінск Mińsk Менск", "Мінск", WIDEST) == ["Minsk", "Минск", "Мінск", "Mińsk"]
    assert words("Jana Яна Iana", "яна", WIDEST) == ["Jana", "Яна", "Iana"]
    assert words("Lukashenko Łukašenka Лукашэнка Лукашенко", "лукашенко", WIDEST) == [
        "Lukashenko",
        "Łukašenka",
        "Лукашэнка",
        "Лукашенко",
    ]
    assert words("Viktor Victor Віктар", "Виктор", WIDEST) == ["Viktor", "Victor", "Віктар"]


def test_a_quotation_mark_beside_a_find_is_left_out() -> None:
    assert words("‘free’ and ’free’.", "free", SOFT) == ["free", "free"]
    assert words("«мама’»", "мама", WIDEST) == ["мама"]


def test_whole_words_end_where_letters_do() -> None:
    text = "Мінск-Гомель, мінскі; Мінск’е Mi\u0301 Мінск"
    assert spans(text, "мінск", whole=True) == [Span(0, 5), Span(len(text) - 5, len(text))]
    assert words("é free freedom unfree e\u0301free", "free", whole=True) == ["free"]


def test_finds_are_whole_characters() -> None:
    family = "👩‍👩‍👧"
    assert words(f"{family} 👩 👩🏽", "👩") == ["👩"]
    assert words(f"x {family}", family) == [family]
    assert spans("🇱🇹🇧🇾", "🇧🇾") == [Span(2, 4)]
    assert spans("🇱🇹🇧🇾", "🇹🇧") == []
    assert spans("ﬁne", "f") == []
    assert words("ﬁne", "fine") == ["ﬁne"]
    assert spans("İx word", "WORD") == [Span(3, 7)]


def test_nothing_is_found_for_nothing() -> None:
    assert spans("abc", "") == spans("abc", "  \n") == spans("", "a") == spans("a’c", "’", SOFT) == []


def test_what_is_no_text_does_no_harm() -> None:
    text = "\0\ud800 word \udfff\U00020000\U0010ffff"
    for how in EVERY:
        assert words(text, "WORD", how) == ["word"]
    assert spans(text, "\U00020000") == [Span(9, 10)]


# --- how a search goes ---


def test_a_search_begins_at_a_place_and_goes_on_from_the_beginning() -> None:
    folded = fold_text("one two one two one", EXACT)
    scan = Scan(folded, "one", 5)
    scan.step(1.0)
    assert scan.first is not None
    assert scan.span(scan.first) == Span(8, 11)
    assert scan.done
    assert [scan.span(k).start for k in scan.found()] == [0, 8, 16]
    last = Scan(folded, "one", 17)
    last.step(1.0)
    assert last.first == 0
    assert list(last.found()) == list(scan.found())


def test_a_search_stops_between_two_steps() -> None:
    scan = Scan(fold_text("a " * 1_000, EXACT), "a", 0)
    scan.step(0.0)
    assert 0 < scan.count < 1_000
    assert scan.first == 0
    while not scan.done:
        scan.step(0.0)
    assert scan.count == 1_000


def test_folding_can_be_stopped_between_chunks() -> None:
    asked: list[int] = []

    def check() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fold_text("word " * CHUNK, EXACT, check)
    assert len(asked) == 3


@pytest.mark.parametrize("how", EVERY)
def test_chunks_leave_no_seam(how: Blindness) -> None:
    unit = "Колесникова, Kaleśnikava; сям’я ю. \n "
    text = unit * (2 * CHUNK // len(unit) + 10)
    times = len(text) // len(unit)
    whole, one = fold_text(text, how).letters, fold_text(unit, how).letters
    assert whole == one * times
    found = spans(text, "сям’я", how)
    assert len(found) == times
    assert {text[span.start : span.end] for span in found} == {"сям’я"}


def test_a_text_without_white_space_is_cut_too() -> None:
    text = "я" * (CHUNK + 5_000) + "нить" + "\n" * (CHUNK * 2)
    for how in (EXACT, ACCENTS, SOFT):
        assert spans(text, "нить", how) == [Span(CHUNK + 5_000, CHUNK + 5_004)]


# --- properties ---

LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aceghijklnostuvwxyzABCHIKSTZčśšžłąėųūŭ'’ʼ -\n"),
        st.sampled_from("абвгдеёжзийіклмноўуфхцчшщъыьэюяЯЮЩЙ"),
        st.sampled_from("\u0301\u0306\u030c\u0308\u00ad\u200b\u200d👩🏽🇱🇹ﬁßİ\0\ud800"),
        st.characters(),
    ),
    max_size=24,
)


def maps_back(folded: Folded) -> None:
    places = [folded.position(k) for k in range(len(folded.letters) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(folded.text)
    for place in range(len(folded.text) + 1):
        k = folded.index(place)
        assert k == sum(each < place for each in places[:-1])


@given(text=LETTERS, how=st.sampled_from(EVERY))
def test_every_place_is_mapped_both_ways(text: str, how: Blindness) -> None:
    maps_back(fold_text(text, how))


@given(text=LETTERS, how=st.sampled_from(EVERY), data=st.data())
def test_every_find_folds_to_what_was_looked_for(text: str, how: Blindness, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = text[start : start + data.draw(st.integers(1, 6))]
    needle = fold_query(query, how)
    for span in spans(text, query, how):
        assert fold_text(text[span.start : span.end], how).letters == needle
        assert at_boundary(text, span.start)
        assert at_boundary(text, span.end)


@given(
    before=LETTERS, name=st.sampled_from(["Калеснікава", "Kaleśnikava", "сям’я", "Ёлка", "Čiurlionis"]), after=LETTERS
)
def test_a_word_is_found_whatever_stands_around_it(before: str, name: str, after: str) -> None:
    text = f"{before} {name} {after}"
    for how in EVERY:
        assert any(name in text[s.start : s.end] for s in spans(text, name, how))


@given(text=LETTERS, how=st.sampled_from(EVERY))
def test_composed_or_not_a_text_folds_the_same(text: str, how: Blindness) -> None:
    forms = {fold_text(unicodedata.normalize(form, text), how).letters for form in ("NFC", "NFD")}
    assert len(forms) == 1


CONSONANTS = "b d f g h k l m n p r s t v c q x sh zh kh ch gh ph th sz cz ts dz tz ct shch tch tsch č š ž ł ć"
CYRILLIC = "б в г ґ д ж з к л м н п р с т ф х ц ч ш щ сь нь ’м"
VOWELS = "a o e i u ia ja yu ie а о е э и і ы у ю я ё й ія"
SYLLABLES = st.tuples(st.sampled_from(f"{CONSONANTS} {CYRILLIC}".split()), st.sampled_from(VOWELS.split()))


@given(syllables=st.lists(SYLLABLES, min_size=1, max_size=5))
def test_blind_to_script_is_the_skeleton_of_names(syllables: list[tuple[str, str]]) -> None:
    word = "".join(map("".join, syllables))
    key = "".join(skeletons(word)).replace("u", "v")
    assert fold_query(word, WIDEST) == "".join(letter for letter, _same in groupby(key))
