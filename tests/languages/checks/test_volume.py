import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check

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


def test_a_line_ends_a_sentence() -> None:
    source = "A prison doctor tells of the nights\nThe lights were never off in the cells, and nobody could sleep."
    target = "Святло ў камерах ніколі не гасілі, і ніхто не мог спаць."
    assert one_of(check(source, "en", target, "be"), Key.SENTENCES).source[0].start == 0


@pytest.mark.parametrize(
    ("target", "language", "broken"),
    [
        ("Яе арыштавалі па.", "be", True),
        ("Её арестовали по", "ru", True),
        ("Ji buvo suimta už.", "lt", True),
        ("She was arrested in the.", "en", True),
        ("It is what she was arrested for.", "en", False),
        ("Гэта зрабіла яна.", "be", False),
        ("Арыштавалі сям'і", "be", False),
    ],
)
def test_a_text_does_not_end_in_a_preposition(target: str, language: str, broken: bool) -> None:
    source = "Ji buvo suimta." if language == "en" else "She was arrested."
    assert (Key.LENGTH in keys(source, "lt" if language == "en" else "en", target, language)) is broken


def test_a_shorter_text_that_lost_its_last_names_is_broken_off() -> None:
    source = "The prisoners were taken from the old jail at night and driven to Orsha, Mogilev and Gomel in 1937."
    kept = "Вязняў турмы ноччу вывезлі ў Оршу, Магілёў і Гомель у 1937."
    lost = "Вязняў старой турмы ноччу некуды адвезлі на тых жа машынах."
    assert abs(len(kept) - len(lost)) < 3
    assert Key.LENGTH not in keys(source, "en", kept, "be")
    assert Key.LENGTH in keys(source, "en", lost, "be")
