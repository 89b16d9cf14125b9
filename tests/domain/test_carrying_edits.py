"""Thousands of random edits by an editor that knows the truth: no passage may be carried to a wrong place."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edited_texts import HOSTILE, MILD, ROUGH, Editor, is_true
from made_texts import Maker, passages_of
from workbench.domain.anchors import Span
from workbench.domain.carrying import MOST_CANDIDATES, Carry, carry
from workbench.domain.kinds import Carried

Edit = Callable[[Editor], object]
LANGUAGES = ("be", "ru", "lt", "en")


def edited(seed: int, edits: Sequence[Edit], most: int, *, size: tuple[int, int] = (4, 40)) -> Editor:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    maker = Maker(chance, chance.choice(LANGUAGES))
    editor = Editor(maker.text(chance.randint(*size)), maker)
    hostile = False
    for _edit in range(chance.randint(1, most)):
        edit = chance.choice(edits)
        if not any(editor.lines) or (hostile and edit in HOSTILE):
            continue  # two tricks after each other can be a plain edit, which they then are
        hostile |= edit in HOSTILE
        edit(editor)
    return editor


def checked(editor: Editor, seed: int, count: int = 25) -> Counter[str]:
    """Carry passages and compare with the truth: how many went which way, and how many went wrong."""
    new, origins = editor.result()
    passages = passages_of(editor.old, random.Random(seed), count)  # noqa: S311
    found: Counter[str] = Counter()
    for one, (key, span) in zip(carry(editor.old, new, passages), passages, strict=True):
        assert one.key == key
        assert_sound(one, editor.old, new, span)
        found[one.how or "queued"] += 1
        if one.how and one.span and not is_true(editor.old, new, origins, span, one.span):
            found["mistakes"] += 1
    return found


def assert_sound(one: Carry, old: str, new: str, span: Span) -> None:
    if one.how is not None:
        assert one.span is not None
        assert new[one.span.start : one.span.end] == old[span.start : span.end]
        assert (one.confidence == 100) is (one.how is Carried.CERTAIN)
        assert (one.candidates, one.reason) == ((), None)
        return
    assert one.span is None
    assert one.reason is not None
    assert len(one.candidates) <= MOST_CANDIDATES
    assert len({candidate.span for candidate in one.candidates}) == len(one.candidates)
    assert one.confidence == max((c.confidence for c in one.candidates), default=0)
    assert all(0 < c.confidence < 100 and c.span.end <= len(new) for c in one.candidates)


@pytest.mark.parametrize(
    ("edits", "most", "seeds"),
    [(MILD, 4, 400), (MILD + ROUGH, 8, 500), (MILD + ROUGH + HOSTILE, 6, 400), (HOSTILE, 1, 300)],
    ids=["mild", "rough", "hostile", "hostile alone"],
)
def test_nothing_is_carried_to_a_wrong_place(edits: tuple[Edit, ...], most: int, seeds: int) -> None:
    total: Counter[str] = Counter()
    wrong: list[int] = []
    for seed in range(seeds):
        found = checked(edited(seed, edits, most), seed)
        total += found
        wrong += [seed] if found["mistakes"] else []
    assert wrong == []
    assert total[Carried.CERTAIN] > total.total() * 0.3, "what carries nothing makes no mistakes either"


@pytest.mark.parametrize("edit", MILD + ROUGH + HOSTILE, ids=lambda edit: edit.__name__)
def test_each_kind_of_edit_is_survived_by_most_passages(edit: Edit) -> None:
    total: Counter[str] = Counter()
    for seed in range(40):
        total += checked(edited(seed + 9_000, [edit], 1, size=(15, 40)), seed)
    assert total["mistakes"] == 0
    assert total[Carried.CERTAIN] + total[Carried.MOVED] >= total.total() * 0.45


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.integers(0, 2**32),
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(MILD + ROUGH), min_size=1, max_size=10),
)
def test_any_row_of_edits(seed: int, language: str, edits: list[Edit]) -> None:
    maker = Maker(random.Random(seed), language)  # noqa: S311
    editor = Editor(maker.text(maker.chance.randint(1, 25)), maker)
    for edit in edits:
        if any(editor.lines):
            edit(editor)
    assert checked(editor, seed)["mistakes"] == 0


texts = st.text(st.sampled_from("ab .\n«»—é\u0301😀\ud800\x00\u200f"), max_size=80)


@settings(max_examples=400, deadline=None)
@given(texts, texts, st.data())
def test_any_two_texts_give_sound_answers(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    (one,) = carry(old, new, [("a", span)])
    assert_sound(one, old, new, span)


def test_untouched_paragraphs_are_certain() -> None:
    """Words are put in, taken out and replaced in some paragraphs; few passages in the others are asked for.

    Those under a heading that was changed, or over a short line that was, are carried with a mark.
    """
    certain = moved = total = 0
    for seed in range(150):
        editor = edited(seed, (Editor.replace_words, Editor.delete_words, Editor.insert_words), 4, size=(20, 40))
        new, _origins = editor.result()
        lines, new_lines = editor.old.split("\n"), new.split("\n")
        at = 0
        passages: list[tuple[str, Span]] = []
        for line in lines:
            if len(line) > 30 and lines.count(line) == new_lines.count(line) == 1:
                middle = at + len(line) // 2
                passages += [
                    (line, Span(at, at + 5)),
                    (line, Span(middle, middle + 9)),
                    (line, Span(at, at + len(line))),
                ]
            at += len(line) + 1
        total += len(passages)
        found = Counter(one.how for one in carry(editor.old, new, passages))
        certain, moved = certain + found[Carried.CERTAIN], moved + found[Carried.MOVED]
    assert total > 5_000
    assert certain >= total * 0.85
    assert certain + moved >= total * 0.93  # nearly every paragraph here is like another: see below for prose


def test_untouched_paragraphs_of_prose_are_certain() -> None:
    certain = total = 0
    for seed in range(40):
        chance = random.Random(seed)  # noqa: S311
        words = ["".join(chance.choices("аеінораслктдмвупзы", k=chance.randint(2, 9))) for _word in range(2_000)]
        lines = [" ".join(chance.choices(words, k=chance.randint(12, 60))) + "." for _line in range(60)]
        changed = [line if n % 6 else f"{line} {chance.choice(words)}." for n, line in enumerate(lines)]
        at = 0
        passages: list[tuple[str, Span]] = []
        for n, line in enumerate(lines):
            if n % 6:
                passages += [(line, Span(at, at + 4)), (line, Span(at + len(line) // 2, at + len(line)))]
            at += len(line) + 1
        total += len(passages)
        certain += sum(one.how is Carried.CERTAIN for one in carry("\n".join(lines), "\n".join(changed), passages))
    assert certain >= total * 0.95
