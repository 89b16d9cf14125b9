import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check, corrected


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
