import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check


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
