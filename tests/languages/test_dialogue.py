from __future__ import annotations

from workbench.languages.dialogue import find_dialogue
from workbench.languages.quotation_marks import lines_of
from workbench.languages.speech_verbs import lexicon


def test_a_line_has_parts_and_the_author_s_words() -> None:
    text = "Раздзел\n— Так, — сказаў ён. — Пойдзем!"
    (line,) = find_dialogue(text, lines_of(text), lexicon("be"))
    assert [text[part.start : part.end] for part in line.parts] == ["Так,", "Пойдзем!"]
    assert line.clause.words == "сказаў ён."
    assert text[line.verb.start : line.verb.end] == "сказаў"


def test_a_dash_alone_a_late_verb_and_a_very_long_paragraph_are_no_dialogue() -> None:
    for text in ("— Так.", "— Так, — і доўга яшчэ потым сказаў", "— Так, — сказаў ён. " * 300, "Так, — сказаў ён."):
        assert list(find_dialogue(text, lines_of(text), lexicon("be"))) == []
