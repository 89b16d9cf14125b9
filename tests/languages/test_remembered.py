from __future__ import annotations

from workbench.languages.remembered import forget_all, remembered


def test_answers_are_kept_until_all_is_forgotten() -> None:
    asked = []

    @remembered(2)
    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert [shout("a"), shout("a"), shout("b")] == ["A", "A", "B"]
    assert asked == ["a", "b"]
    forget_all()
    assert shout("a") == "A"
    assert asked == ["a", "b", "a"]
