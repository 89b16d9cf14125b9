from __future__ import annotations

import pytest

from workbench.languages.speech_verbs import lexicon


@pytest.mark.parametrize(
    ("tag", "verbs", "others"),
    [
        ("en-GB", ["said", "told", "Added", "wrote"], ["sad", "unsaid", "add"]),
        ("be", ["сказаў", "сказала", "заявіў", "дадаў", "піша"], ["казка", "дадатак"]),
        ("be-tarask", ["сказаў"], ["сказ"]),
        ("ru", ["сказал", "сказала", "заявили", "пишет", "отметил"], ["сказка", "писк"]),
        ("lt", ["sakė", "teigė", "pridūrė", "pasak", "rašė"], ["saka", "rasa"]),
        ("pl", ["said", "сказаў", "сказал", "sakė"], ["powiedział"]),
        ("", ["said", "сказал"], []),
    ],
)
def test_speaking_verbs_of_each_language(tag: str, verbs: list[str], others: list[str]) -> None:
    words = lexicon(tag).verbs
    assert [verb for verb in verbs if not words.fullmatch(verb)] == []
    assert [other for other in others if words.search(other)] == []


def test_a_language_does_not_know_the_words_of_another() -> None:
    assert not lexicon("lt").verbs.fullmatch("said")
    assert "he" not in lexicon("ru").pronouns
