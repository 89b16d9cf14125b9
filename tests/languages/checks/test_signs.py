import pytest

from checked import keys, one_of
from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.languages.checks import Context, Key, Severity, check, corrected


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
    assert keys("She [the judge] left.", "en", "Яна, суддзя, пайшла.", "be") == {Key.MARKS}


def test_typed_marks_survive() -> None:
    source = "She […] left [then]…"
    assert keys(source, "en", "Яна [...] пайшла [тады]…", "be") == set()
    lost = [each for each in check(source, "en", "Яна пайшла тады.", "be") if each.key is Key.MARKS]
    assert [each.values["source"] for each in lost] == ["[…]", "[then]"]


def test_what_a_person_has_said_of_a_sign_counts() -> None:
    said = Context(said_marks={Span(4, 10): MarkKind.ASIDE})
    assert keys("She [laugh] left.", "en", "Яна пайшла.", "be") == {Key.MARKS}
    assert (
        keys("She [laugh] left.", "en", "Яна пайшла.", "be", Context(said_marks={Span(4, 11): MarkKind.ASIDE})) == set()
    )
    assert keys("She [laugh] left.", "en", "Яна пайшла.", "be", said) == {Key.MARKS}


def test_only_a_question_changes_what_is_said() -> None:
    source = "They took us there at night and kept us until the morning."
    stopped = one_of(check(source, "en", "Нас забралі туды ўначы і трымалі да раніцы", "be"), Key.FINAL_SIGN)
    asked = one_of(check(source, "en", "Нас забралі туды ўначы і трымалі да раніцы?", "be"), Key.FINAL_SIGN)
    assert (stopped.severity, asked.severity) == (Severity.STYLE, Severity.WARNING)


def test_either_sign_renders_both() -> None:
    assert keys("Is it really so?!", "en", "Няўжо гэта праўда?", "be") == set()


def test_a_quoted_question_before_a_full_stop_is_a_question() -> None:
    source = "“How could I miss such a thing?”"
    assert Key.FINAL_SIGN not in keys(source, "en", "«Как могу я пропустить такое?».", "ru")
    assert Key.FINAL_SIGN in keys(source, "en", "«Я не могу пропустить такое».", "ru")


def test_a_question_that_stands_earlier_is_a_matter_of_print() -> None:
    source = "Why did they take him, and where to?"
    moved = check(source, "en", "Почему его забрали? И куда, неизвестно.", "ru")
    lost = check(source, "en", "Его забрали неизвестно почему и неизвестно куда.", "ru")
    assert one_of(moved, Key.FINAL_SIGN).severity is Severity.STYLE
    assert one_of(lost, Key.FINAL_SIGN).severity is Severity.WARNING
