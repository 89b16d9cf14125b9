"""Every check through `check`, on pairs that a person would call right or wrong."""

import pytest

from workbench import i18n
from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.languages.checks import (
    Context,
    Finding,
    Forbidden,
    Key,
    MarkKind,
    Severity,
    TypedMark,
    Wanted,
    check,
    corrected,
)

EN = "On 9 May 2018 at 3:30 p.m. the court fined her $5m and sent two hundred people home."
RIGHT = {
    "ru": "9 мая 2018 года в 15.30 суд оштрафовал её на 5 млн долларов и отпустил двести человек.",
    "be": "9 мая 2018 года а 15.30 суд аштрафаваў яе на 5 млн долараў і адпусціў дзвесце чалавек.",
    "lt": "2018 m. gegužės 9 d. 15.30 val. teismas skyrė jai 5 mln. dolerių baudą ir paleido du šimtus žmonių.",
}


def keys(source: str, one: str, target: str, other: str, context: Context | None = None) -> set[Key]:
    return {each.key for each in check(source, one, target, other, context or Context())}


def one_of(found: tuple[Finding, ...], key: Key) -> Finding:
    mine = [each for each in found if each.key is key]
    assert len(mine) == 1, found
    return mine[0]


@pytest.mark.parametrize("one", [*RIGHT, "en"])
@pytest.mark.parametrize("other", [*RIGHT, "en"])
def test_the_same_meaning_has_no_findings(one: str, other: str) -> None:
    texts = {**RIGHT, "en": EN}
    if one != other:
        assert check(texts[one], one, texts[other], other) == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("15.30", "14.30", Key.TIME),
        ("9 мая", "8 мая", Key.DATE),
        ("9 мая", "9 июня", Key.DATE),
        ("2018", "2081", Key.DATE),
        ("5 млн", "5 млрд", Key.NUMBER),
        ("двести", "триста", Key.NUMBER),
        ("долларов", "евро", Key.CURRENCY),
        ("ста", "стa", Key.LETTERS),
        ("суд ", "суд  ", Key.SPACES),
        ("суд ", "суд суд ", Key.DOUBLED),
        ("суд ", "су\u200bд ", Key.UNSEEN),
        ("суд ", "court ", Key.LEFTOVER),
        ("человек.", "человек", Key.FINAL_SIGN),
        ("человек.", "человек?", Key.FINAL_SIGN),
    ],
)
def test_one_fault_gives_one_finding(old: str, new: str, key: Key) -> None:
    right = RIGHT["ru"].replace("отпустил", "отпустил стало быть")
    assert old in right
    assert keys(EN, "en", right.replace(old, new), "ru") == {key}


def test_a_finding_says_where_it_is_and_what_is_wrong() -> None:
    target = RIGHT["be"].replace("15.30", "16.30")
    finding = one_of(check(EN, "en", target, "be"), Key.TIME)
    assert [EN[each.start : each.end] for each in finding.source] == ["3:30"]
    assert [target[each.start : each.end] for each in finding.target] == ["16.30"]
    assert finding.text() == "The source says 3:30, the translation 16.30: another time."
    assert finding.severity is Severity.ERROR


def test_a_finding_speaks_the_windows_language_of_the_moment() -> None:
    finding = one_of(check("One 500 here.", "en", "Один 600 тут.", "ru"), Key.NUMBER)
    before = finding.text()
    i18n.activate("lt")
    try:
        assert finding.text() == i18n.phrasebook("lt").gettext(finding.message).format(**finding.values)
    finally:
        i18n.activate("en")
    assert finding.text() == before


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("It grew by 85 mph.", "Хуткасць вырасла да 137 км/г.", "be"),
        ("It is 80 degrees.", "Температура 27 градусов.", "ru"),
        ("It was the first of two.", "Гэта было адно з пары.", "be"),
        ("They won 1-0.", "Победа со счётом 1:0.", "ru"),
        ("In July they met.", "Яны сустрэліся ў ліпені.", "be"),
        ("The 9/11 attacks.", "Атакі 11 верасня.", "be"),
    ],
)
def test_what_is_said_otherwise_is_no_other_number(source: str, target: str, language: str) -> None:
    assert not keys(source, "en", target, language) & {Key.NUMBER, Key.DATE, Key.TIME}


def test_a_figure_that_is_gone_is_missed() -> None:
    assert Key.NUMBER in keys("We held 1,240 people there.", "en", "Мы трымалі там людзей.", "be")


def test_a_percentage_that_is_no_longer_one() -> None:
    assert keys("90% left.", "en", "Из них ушли 90.", "ru") == {Key.PERCENT}
    assert keys("90% left.", "en", "Из них ушли 90 процентов.", "ru") == set()


# --- quotation marks ---


@pytest.mark.parametrize(
    ("target", "language", "found"),
    [
        ("Ён сказаў «так і ёсць» учора.", "be", False),
        ("Ён сказаў “так і ёсць” учора.", "be", True),
        ('Ён сказаў "так і ёсць" учора.', "be", True),
        ("Он сказал «так „и“ есть» вчера.", "ru", False),
        ("Он сказал „так «и» есть“ вчера.", "ru", True),
        ("Jis sakė „taip ir ‚yra‘ čia“ vakar.", "lt", False),
        ("Jis sakė «taip ir yra» vakar.", "lt", True),
        ("He said “it ‘is’ so” then.", "en", False),
        ("He said ‘it “is” so’ then.", "en", True),
        ("He said „it is so“ then.", "en", True),
        ('He said "it is so", they don\'t know.', "en", False),
        ("Гэта з’ява і аб'ява.", "be", False),
    ],
)
def test_marks_are_those_of_the_language(target: str, language: str, found: bool) -> None:
    assert (Key.QUOTE_MARKS in keys("Something was said then.", "de", target, language)) is found


def test_marks_of_another_language_are_put_right() -> None:
    target = "Ён сказаў “так і ёсць” учора."
    finding = one_of(check("He said “it is so” then.", "en", target, "be"), Key.QUOTE_MARKS)
    assert corrected(target, finding.fix) == "Ён сказаў «так і ёсць» учора."


def test_a_mark_that_nothing_closes_is_found_and_closed() -> None:
    target = "Ён сказаў: «Так і ёсць."
    finding = one_of(check("He said, “It is so.”", "en", target, "be"), Key.QUOTE_BALANCE)
    assert corrected(target, finding.fix) == "Ён сказаў: «Так і ёсць»."


def test_a_quotation_that_goes_on_after_the_text_is_let_pass() -> None:
    assert check("He said: “It is so.", "en", "Ён сказаў: «Так і ёсць.", "be") == ()


# --- signs ---


def test_the_last_sign_is_put_right_inside_the_marks() -> None:
    source = "He asked, “Is it so, after all that we have seen and heard in these two long years?”"
    target = "Ён спытаў: «Ці так яно пасля ўсяго, што мы бачылі і чулі за гэтыя два доўгія гады.»"
    finding = one_of(check(source, "en", target, "be"), Key.FINAL_SIGN)
    assert corrected(target, finding.fix).endswith("гады?»")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A title without a stop", "Загаловак з кропкай."),
        ("A short title.", "Кароткі загаловак"),
        ("They met on 9 May at 5 p.m.", "Яны сустрэліся 9 мая а 17 гадзіне, як заўсёды ў гэтыя дні і гэтыя гады"),
    ],
)
def test_titles_and_abbreviations_need_no_full_stop(source: str, target: str) -> None:
    assert Key.FINAL_SIGN not in keys(source, "en", target, "be")


def test_an_ellipsis_is_kept_in_either_spelling() -> None:
    assert keys("I thought… no.", "en", "Я думаў... не.", "be") == set()
    assert keys("I thought… no.", "en", "Я думаў, не.", "be") == {Key.ELLIPSIS}


def test_brackets_have_both_halves() -> None:
    assert keys("It was (then) so.", "en", "Так было (тады.", "be") == {Key.BRACKETS}
    assert keys("It was (then) so.", "en", "Так было (тады).", "be") == set()
    assert keys("Say: a) yes.", "en", "Скажы: а) так.", "be") == set()


def test_square_brackets_stay() -> None:
    assert keys("She [the judge] left.", "en", "Яна, суддзя, пайшла.", "be") == {Key.BRACKETS}


def test_typed_marks_survive() -> None:
    source = "She […] left [then]…"
    marks = (
        TypedMark(MarkKind.OMISSION, Span(4, 7)),
        TypedMark(MarkKind.INSERTION, Span(13, 19)),
        TypedMark(MarkKind.ELLIPSIS, Span(19, 20)),
    )
    context = Context(marks=marks)
    assert keys(source, "en", "Яна [...] пайшла [тады]…", "be", context) == set()
    lost = [each for each in check(source, "en", "Яна пайшла тады.", "be", context) if each.key is Key.MARKS]
    assert [each.values["source"] for each in lost] == ["[…]", "[then]", "…"]


# --- words ---


def test_a_negation_is_not_dropped() -> None:
    source = "She did not sign the paper."
    assert keys(source, "en", "Яна не падпісала паперу.", "be") == set()
    assert keys(source, "en", "Яна адмовілася падпісаць паперу.", "be") == set()
    finding = one_of(check(source, "en", "Яна падпісала паперу.", "be"), Key.NEGATION)
    assert source[finding.source[0].start : finding.source[0].end] == "not"


@pytest.mark.parametrize(
    ("one", "source", "other", "target"),
    [
        ("ru", "Она не подписала бумагу.", "en", "She signed the paper."),
        ("lt", "Ji nežino, ką daryti.", "ru", "Она знает, что делать."),
        ("be", "Яна ніколі гэтага рабіла.", "lt", "Ji visada tai darė."),
    ],
)
def test_a_negation_is_missed_in_every_language(one: str, source: str, other: str, target: str) -> None:
    assert Key.NEGATION in keys(source, one, target, other)


def test_a_doubled_word_is_let_pass_where_the_source_doubles_one() -> None:
    assert Key.DOUBLED in keys("They were very tired.", "en", "Яны былі вельмі вельмі стомленыя.", "be")
    assert Key.DOUBLED not in keys("They were so so tired.", "en", "Яны былі вельмі вельмі стомленыя.", "be")


def test_mixed_letters_are_written_in_one_alphabet() -> None:
    target = "Мiнск стаіць."
    finding = one_of(check("Minsk stands.", "en", target, "ru"), Key.LETTERS)
    assert corrected(target, finding.fix).startswith("Мінск")
    assert Key.LETTERS not in keys("A TV-show.", "en", "TV-шоў.", "be")


RU = "Мы хотим, чтобы люди знали правду о том, что происходило здесь в эти годы."
BE = "Мы хочам, каб людзі ведалі праўду пра тое, што адбывалася тут у гэтыя гады."
LT = "Mes norime, kad žmonės žinotų tiesą apie tai, kas čia vyko tais metais."
ENGLISH = "We want people to know the truth about what was happening here in those years."


@pytest.mark.parametrize("written", [RU, BE, LT, ENGLISH])
@pytest.mark.parametrize(("own", "said"), [("ru", RU), ("be", BE), ("lt", LT), ("en", ENGLISH)])
def test_another_language_is_told(own: str, said: str, written: str) -> None:
    one, source = ("en", ENGLISH) if own != "en" else ("be", BE)
    assert (Key.LANGUAGE in keys(source, one, written, own)) is (written != said)


def test_a_short_text_is_not_judged() -> None:
    assert Key.LANGUAGE not in keys("New York", "en", "New York", "be")


@pytest.mark.parametrize(
    ("one", "source", "other", "target"),
    [
        ("en", "We saw the guards.", "lt", "Mes matėme guards."),
        ("ru", "Мы видели охранников ночью.", "be", "Мы бачылі охранников уначы."),
        ("be", "Мы бачылі ахоўнікаў уначы.", "ru", "Мы видели ахоўнікаў ночью."),
        ("lt", "Mes matėme prižiūrėtojus.", "en", "We saw prižiūrėtojus."),
    ],
)
def test_a_word_left_in_the_sources_language(one: str, source: str, other: str, target: str) -> None:
    assert keys(source, one, target, other) == {Key.LEFTOVER}


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Read it at example.com/news.", "Чытайце на example.com/news.", "be"),
        ("The Bank of England said.", "Паведаміў Bank of England.", "be"),
        ("A personal data store.", "Сховішча (personal data store).", "be"),
        ("Per game he had two.", "Per rungtynes jis turėjo du.", "lt"),
    ],
)
def test_names_and_titles_may_stay(source: str, target: str, language: str) -> None:
    assert Key.LEFTOVER not in keys(source, "en", target, language)


# --- how much ---

SAID = (
    "We were woken at six every morning. The lights were never off at night. "
    "My cellmate was Maria, a doctor from Hrodna."
)
SAID_BE = "Нас будзілі а шостай кожную раніцу. Святло ніколі не гасілі ўначы. Са мной сядзела Марыя, доктарка з Гродна."


def test_every_sentence_is_there() -> None:
    assert check(SAID, "en", SAID_BE, "be") == ()


@pytest.mark.parametrize("gone", [0, 2])
def test_a_missing_sentence_is_named(gone: int) -> None:
    sentences = SAID_BE.split(". ")
    target = ". ".join(each for number, each in enumerate(sentences) if number != gone).rstrip(".") + "."
    finding = one_of(check(SAID, "en", target, "be"), Key.SENTENCES)
    span = finding.source[0]
    assert SAID[span.start : span.end].strip().startswith(SAID.split(". ")[gone][:12])


def test_two_sentences_made_one_are_no_loss() -> None:
    target = SAID_BE.replace(". Святло", ", і святло")
    assert Key.SENTENCES not in keys(SAID, "en", target, "be")


def test_a_text_cut_short_and_one_far_too_long() -> None:
    source = SAID.replace(". ", ", ")
    target = SAID_BE.replace(". ", ", ")
    assert Key.LENGTH in keys(source, "en", target[: len(target) // 3] + ".", "be")
    assert Key.LENGTH in keys(source, "en", target + " " + target + " " + target, "be")
    assert Key.LENGTH not in keys(source, "en", target, "be")


# --- spaces ---


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("Так  было.", "Так было."),
        ("Так \u00a0было.", "Так\u00a0было."),
        ("Так было .", "Так было."),
        ("Так , было.", "Так, было."),
        ("Казалі « так» было.", "Казалі «так» было."),
        ("Вельмі,было так.", "Вельмі, было так."),
        ("Вялікае\u00a0здарэнне было.", "Вялікае здарэнне было."),
        ("Так было. ", "Так было."),
    ],
)
def test_spaces_are_put_right(target: str, right: str) -> None:
    finding = one_of(check("It was so.", "en", target, "be"), Key.SPACES)
    assert corrected(target, finding.fix) == right


@pytest.mark.parametrize(
    "target", ["Было 90 %, так.", "А.\u00a0С. Пушкін у\u00a0Мінску.", "Так\u00a0— было.", "Ну … так."]
)
def test_spaces_that_belong_there(target: str) -> None:
    assert Key.SPACES not in keys("It was so.", "de", target, "be")


def test_what_nobody_sees_is_named_and_taken_out() -> None:
    target = "Так\u200b было."
    finding = one_of(check("It was so.", "en", target, "be"), Key.UNSEEN)
    assert "U+200B" in finding.text()
    assert corrected(target, finding.fix) == "Так было."


# --- names and terms ---

SOURCE = "Maria Kalesnikava spoke."
PERSON = Wanted(
    ("Марыя Калеснікава",),
    (Span(0, 17),),
    RecordKind.PERSON,
    forbidden=(Forbidden("Мария Колесникова", "the Russian form"),),
)


@pytest.mark.parametrize("target", ["Гаварыла Марыя Калеснікава.", "Слова Марыі Калеснікавай.", "Слова Калеснікавай."])
def test_a_name_may_stand_in_any_case(target: str) -> None:
    assert keys(SOURCE, "en", target, "be", Context((PERSON,))) == set()


def test_a_name_that_is_missing_says_how_it_is_written() -> None:
    finding = one_of(check(SOURCE, "en", "Гаварыла Вольга Іванова.", "be", Context((PERSON,))), Key.NAME)
    assert finding.values == {"source": "Maria Kalesnikava", "wanted": "Марыя Калеснікава"}
    assert SOURCE[finding.source[0].start : finding.source[0].end] == "Maria Kalesnikava"


def test_a_forbidden_form_is_found_with_its_reason() -> None:
    target = "Гаварыла Мария Колесникова."
    finding = one_of(check(SOURCE, "en", target, "be", Context((PERSON,))), Key.FORBIDDEN)
    assert "the Russian form" in finding.text()
    assert corrected(target, finding.fix) == "Гаварыла Марыя Калеснікава."


def test_a_term_is_found_by_its_beginning() -> None:
    term = Wanted(("карцэр",), (Span(10, 25),))
    source = "He was in a punishment cell."
    assert keys(source, "en", "Ён быў у карцэры.", "be", Context((term,))) == set()
    assert keys(source, "en", "Ён быў у камеры.", "be", Context((term,))) == {Key.NAME}


# --- all of it ---


def test_nothing_is_asked_of_an_empty_translation() -> None:
    assert check("It was so.", "en", " ", "be") == ()


def test_the_gravest_finding_comes_first() -> None:
    found = check("We held 1,240 people.", "en", "Мы трымалі  1 420 чалавек .", "be")
    assert [each.severity for each in found] == [Severity.ERROR, Severity.STYLE, Severity.STYLE]
    assert [each.target[0].start for each in found[1:]] == sorted(each.target[0].start for each in found[1:])


def test_other_languages_are_checked_for_what_all_have_in_common() -> None:
    assert keys("It took 500 days.", "en", "Es dauerte  600 Tage.", "de") == {Key.NUMBER, Key.SPACES}


@pytest.mark.parametrize("text", ["«" * 3000, "((" * 3000, "1 " * 3000, "а. " * 3000, "\u200b" * 3000, "XIV " * 2000])
def test_hostile_texts_end(text: str) -> None:
    check(text, "be", text, "ru")
    check("A plain sentence of a person.", "en", text, "be")
