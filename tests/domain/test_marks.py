from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.domain.marks import Mark, find_marks, marks_of_translation, missing_marks, written

PAUSE, OMISSION, INSERTION, ASIDE, ADDED = MarkKind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Мы чакалі… і дачакаліся", [PAUSE]),
        ("We waited... and waited....", [PAUSE, PAUSE]),
        ("We waited . . . long", [PAUSE]),
        ("They came […] at night", [OMISSION]),
        ("They came [ ... ] at (…) night <…>", [OMISSION, OMISSION, OMISSION]),
        ("[The guards] came (he laughs)", [INSERTION, ASIDE]),
        ("He said: “No.” Then left.", []),
        ("a [b [c] d]", [INSERTION]),
        ("It was 3.5 or 1..2", []),
        ("unclosed [bracket and (one", []),
    ],
)
def test_signs_are_told_apart(text: str, kinds: list[MarkKind]) -> None:
    marks = find_marks(text)
    assert [mark.kind for mark in marks] == kinds
    assert all(text[mark.span.start : mark.span.end] == mark.words for mark in marks)


def test_what_a_person_says_of_a_sign_counts_while_it_stands_there() -> None:
    said = {Span(9, 10): OMISSION}
    assert find_marks("We waited… long", said) == (Mark(Span(9, 10), OMISSION, "…"),)
    assert [mark.kind for mark in find_marks("We wait… long", said)] == [PAUSE]


@pytest.mark.parametrize(
    ("sign", "kind", "words"),
    [
        ("(the guards)", INSERTION, "[the guards]"),
        ("[he laughs]", ASIDE, "(he laughs)"),
        ("[the head (of the ward)]", INSERTION, "[the head (of the ward)]"),
        ("…", OMISSION, "[…]"),
        ("(…)", PAUSE, "…"),
    ],
)
def test_a_sign_is_written_as_what_a_person_has_called_it(sign: str, kind: MarkKind, words: str) -> None:
    (mark,) = find_marks(sign, {Span(0, len(sign)): kind})
    assert written(mark) == words
    assert missing_marks([mark], words) == ()


def test_what_a_translator_puts_in_is_told_from_what_was_published() -> None:
    marks = find_marks("[They] came…")
    kinds = [mark.kind for mark in marks_of_translation(marks, "[Яны] прыйшлі [у камеру]…")]
    assert kinds == [INSERTION, ADDED, PAUSE]
    assert [mark.kind for mark in marks_of_translation((), "[у камеру]")] == [ADDED]


def test_a_translation_lacks_what_it_has_too_few_of() -> None:
    marks = find_marks("[They] came… and […] went… away")
    assert missing_marks(marks, "[Яны] прыйшлі… і […] пайшлі… прэч") == ()
    lacking = missing_marks(marks, "Яны прыйшлі… і пайшлі")
    assert [(mark.kind, written(mark)) for mark in lacking] == [(INSERTION, "[They]"), (OMISSION, "[…]"), (PAUSE, "…")]


@given(st.text(alphabet="a .…[]()\n", max_size=60))
def test_marks_never_overlap_and_a_text_lacks_none_of_its_own(text: str) -> None:
    marks = find_marks(text)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(marks))
    assert missing_marks(marks, text) == ()
