import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check, corrected


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


@pytest.mark.parametrize(
    ("source", "target", "alone"),
    [
        # One closing mark stands for two at the end of a speech, and nowhere else.
        ("They play for “Rapid” and “Rangers” now.", "Цяпер яны гуляюць у «Рапід і «Рэйнджэрс».", True),
        ("“They play for Rangers,” he said.", "«Яны гуляюць у «Рэйнджэрс», – сказаў ён.", False),
        # After the reporter's words nothing goes on.
        ("“We have to do it now,” he said.", "«Трэба зрабіць гэта зараз, – сказаў ён.", True),
        ("'We know it won't change students' behaviour.", "«Мы ведаем, што гэта не зменіць іх паводзін.", False),
    ],
)
def test_a_half_of_a_pair_is_told_from_a_speech_that_goes_on(source: str, target: str, alone: bool) -> None:
    assert (Key.QUOTE_BALANCE in keys(source, "en", target, "be")) is alone


def test_a_name_at_the_beginning_is_no_speech_that_goes_on() -> None:
    assert Key.QUOTE_BALANCE in keys("Toyota is moving north.", "en", "«Таёта рушыць на поўнач.", "be")
    assert Key.QUOTE_BALANCE not in keys("And so it went on.", "en", "«Так усё і працягвалася.", "be")
