"""What becomes of a passage in a newer text, case by case; random edits are in `test_carrying_edits.py`."""

from __future__ import annotations

import pytest

from workbench.domain.anchors import Span
from workbench.domain.carrying import MOST_CANDIDATES, Carry, Reason, carry
from workbench.domain.carrying.company import FOLLOWING, HEADING, PARAGRAPH, SENTENCE
from workbench.domain.errors import CancelledError
from workbench.domain.kinds import Carried

FIRST = "The convoy of the released crossed the border before dawn, and nobody in the square knew which way it went."
SECOND = "Kalina stood at the gate of the colony in a borrowed coat and asked the driver for the time of day."
THIRD = "Two weeks later the newspaper printed a list of names, and Kalina found her own in the second column."
FOURTH = "Her sister had kept every letter in a tin box under the window, sorted by the colour of the stamps."
TEXT = "\n".join((FIRST, SECOND, THIRD, FOURTH))


def span_of(text: str, words: str, which: int = 0) -> Span:
    at = -1
    for _n in range(which + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def carried(old: str, new: str, words: str, which: int = 0) -> Carry:
    (one,) = carry(old, new, [("a", span_of(old, words, which))])
    return one


def words_at(one: Carry, new: str) -> str:
    assert one.span is not None
    return new[one.span.start : one.span.end]


@pytest.mark.parametrize(
    "words", ["Kalina stood", "The convoy", "stamps.", SECOND, f"way it went.\n{SECOND[:20]}", TEXT]
)
def test_in_an_equal_text_everything_is_certain_where_it_was(words: str) -> None:
    assert carried(TEXT, TEXT, words) == Carry("a", Carried.CERTAIN, span_of(TEXT, words), 100)


def test_a_paragraph_before_shifts_what_is_certain() -> None:
    new = "Read the letters that were sent to us from the colony this week.\n" + TEXT
    one = carried(TEXT, new, "Kalina", 1)
    assert (one.how, one.span) == (Carried.CERTAIN, span_of(new, "Kalina", 1))


def test_an_unchanged_paragraph_is_certain_though_both_neighbours_changed() -> None:
    new = TEXT.replace("dawn", "sunrise").replace("newspaper", "gazette")
    one = carried(TEXT, new, "borrowed coat")
    assert (one.how, words_at(one, new)) == (Carried.CERTAIN, "borrowed coat")
    whole = carried(TEXT, new, SECOND)
    assert (whole.how, words_at(whole, new)) == (Carried.CERTAIN, SECOND)


def test_in_a_changed_sentence_or_paragraph_it_is_carried_and_marked() -> None:
    other_subject = TEXT.replace("The convoy", "A column")
    one = carried(TEXT, other_subject, "square")
    assert (one.how, words_at(one, other_subject), one.confidence) == (Carried.MOVED, "square", SENTENCE)
    old = TEXT.replace("tin box under", "tin box. It stood under")
    new = old.replace("stamps", "ribbons")
    one = carried(old, new, "sister had kept")
    assert (one.how, words_at(one, new), one.confidence) == (Carried.MOVED, "sister had kept", PARAGRAPH)


@pytest.mark.parametrize(
    ("was", "now", "confidence"),
    [
        ("17 May\n", "12 May\n", HEADING),
        ("Alena Novik, a teacher from Orša:\n", "Piotr Orlov, a driver from Orša:\n", HEADING),
        ("17 May\n", "", HEADING),
        ("\nAlena Novik", "\nPiotr Orlov", FOLLOWING),
    ],
)
def test_under_another_heading_or_over_another_name_it_is_carried_and_marked(
    was: str, now: str, confidence: int
) -> None:
    text = f"{FIRST}\n@{SECOND}#\n{THIRD}\n{FOURTH}"
    old = text.replace("#", was).replace("@", "") if was.startswith("\n") else text.replace("@", was).replace("#", "")
    new = text.replace("#", now).replace("@", "") if now.startswith("\n") else text.replace("@", now).replace("#", "")
    one = carried(old, new, SECOND)
    assert (one.how, words_at(one, new), one.confidence) == (Carried.MOVED, SECOND, confidence)


def test_words_under_swapped_speakers_are_never_certain() -> None:
    said, asked = (
        "“I regret nothing that I have done in these years.”",
        "“They asked me to sign a paper and I signed it.”",
    )
    old = f"{FIRST}\nAlena Novik, teacher:\n{said}\nPiotr Orlov, driver:\n{asked}\n{THIRD}"
    new = f"{FIRST}\nPiotr Orlov, driver:\n{said}\nAlena Novik, teacher:\n{asked}\n{THIRD}"
    assert all(carried(old, new, words).how is not Carried.CERTAIN for words in (said, asked))


def test_a_moved_paragraph_is_carried_and_said_to_have_moved() -> None:
    new = "\n".join((SECOND, THIRD, FOURTH, FIRST))
    one = carried(TEXT, new, "the square")
    assert (one.how, one.span) == (Carried.MOVED, span_of(new, "the square"))
    assert 50 < one.confidence < 100
    assert carried(TEXT, new, "borrowed coat").how is Carried.CERTAIN


@pytest.mark.parametrize(
    ("was", "now"),
    [("own in the", "own, in the"), ("own in the", "own in\u00a0the"), ("own in the", "own  in the"),
     ("own in the", "own “in” the"), ("own in the", "own—in the")],
)  # fmt: skip
def test_changed_punctuation_goes_to_a_person_with_a_flag(was: str, now: str) -> None:
    new = TEXT.replace(was, now)
    one = carried(TEXT, new, was)
    assert (one.how, one.reason) == (None, Reason.PUNCTUATION)
    assert one.candidates[0].reason is Reason.PUNCTUATION
    assert one.candidates[0].confidence >= 90
    assert words_at(Carry("a", None, one.candidates[0].span, 0), new) == now


@pytest.mark.parametrize(
    ("was", "now"),
    [("list of names", "list of sixty names"), ("list of names", "lists of names"), ("list of names", "list of NAMES")],
)
def test_changed_words_go_to_a_person_with_the_changed_place(was: str, now: str) -> None:
    new = TEXT.replace(was, now)
    one = carried(TEXT, new, was)
    assert (one.how, one.reason) == (None, Reason.CHANGED)
    assert words_at(Carry("a", None, one.candidates[0].span, 0), new) == now


def test_an_accent_is_a_letter() -> None:
    new = TEXT.replace("coat and", "coa\u0301t and")
    assert carried(TEXT, new, "coat and").reason is Reason.CHANGED


def test_deleted_words_are_gone() -> None:
    one = carried(TEXT, TEXT.replace("in a borrowed coat ", ""), "in a borrowed coat ")
    assert one == Carry("a", None, None, 0, (), Reason.GONE)


def test_the_name_is_not_carried_to_another_of_its_occurrences() -> None:
    new = TEXT.replace("Kalina stood", "She stood")
    one = carried(TEXT, new, "Kalina")
    assert one.how is None
    other = carried(TEXT, new, "Kalina", 1)
    assert (other.how, other.span) == (Carried.CERTAIN, span_of(new, "Kalina"))


def test_what_is_left_between_two_like_places_may_be_either() -> None:
    said = "The judge said that Kalina was free. "
    old = f"{FIRST}\n{said}Nobody asked. {said}Then it rained.\n{THIRD}"
    new = old.replace(f"{said}Nobody asked. ", "")
    assert [carried(old, new, "that Kalina was", which).how for which in (0, 1)] == [None, None]


def test_of_two_equal_paragraphs_one_was_deleted_and_nobody_knows_which() -> None:
    old = "\n".join((FIRST, SECOND, SECOND, THIRD))
    new = "\n".join((FIRST, SECOND, THIRD))
    for which in (0, 1):
        one = carried(old, new, "borrowed coat", which)
        assert one.how is None
        assert [candidate.span for candidate in one.candidates] == [span_of(new, "borrowed coat")]


def test_a_doubled_paragraph_goes_to_a_person_with_both_places() -> None:
    new = "\n".join((FIRST, SECOND, SECOND, THIRD, FOURTH))
    one = carried(TEXT, new, "borrowed coat")
    assert (one.how, one.reason) == (None, Reason.SEVERAL)
    assert {c.span for c in one.candidates} == {span_of(new, "borrowed coat", n) for n in (0, 1)}


def test_a_copy_is_not_taken_for_the_original_that_was_changed() -> None:
    new = "\n".join((FIRST, SECOND.replace("Kalina", "Novik").replace("coat", "shirt"), SECOND, THIRD, FOURTH))
    assert carried(TEXT, new, "the driver").how is None


def test_a_repeated_line_is_certain_between_its_own_neighbours() -> None:
    old = "\n".join((FIRST, "Read also", SECOND, "Read also", THIRD))
    for which in (0, 1):
        new = f"{THIRD[:60]} before.\n{old}"
        one = carried(old, new, "Read", which)
        assert (one.how, one.span) == (Carried.CERTAIN, span_of(new, "Read", which))


def test_words_that_were_cut_and_put_elsewhere_go_to_a_person() -> None:
    new = TEXT.replace("in a borrowed coat ", "").replace("kept every", "in a borrowed coat kept every")
    one = carried(TEXT, new, "in a borrowed coat")
    assert one.how is None
    assert [c.span for c in one.candidates] == [span_of(new, "in a borrowed coat")]


def test_names_exchanged_in_a_list_are_not_followed() -> None:
    lines = [
        f"{name} was sentenced by the court in Minsk to {n} years."
        for n, name in enumerate(("Ada", "Ivan", "Maria", "Peter"), 5)
    ]
    old = "\n".join(lines)
    new = "\n".join((lines[0], lines[2], lines[1], lines[3]))
    assert [carried(old, new, "was sentenced", n).how for n in (1, 2)] == [None, None]


@pytest.mark.parametrize("words", ["The convoy of", "the stamps."])
def test_the_very_start_and_end(words: str) -> None:
    new = TEXT.replace("borrowed", "new").replace("newspaper", "paper")
    one = carried(TEXT, new, words)
    assert (one.how, words_at(one, new)) == (Carried.CERTAIN, words)


def test_a_passage_across_paragraphs_that_stay_together() -> None:
    words = f"{FIRST[-20:]}\n{SECOND[:20]}"
    assert carried(TEXT, TEXT.replace("newspaper", "paper"), words).how is Carried.CERTAIN
    apart = TEXT.replace(f"{FIRST}\n", f"{FIRST}\nAdvertisement\n")
    assert carried(TEXT, apart, words).reason is Reason.CHANGED


def test_nothing_is_left_of_an_emptied_or_replaced_text() -> None:
    assert carried(TEXT, "", "Kalina") == Carry("a", None, None, 0, (), Reason.GONE)
    assert carried(TEXT, "Something else entirely.", "Kalina") == Carry("a", None, None, 0, (), Reason.GONE)
    assert carried(TEXT, "\n\n \n", TEXT).how is None


@pytest.mark.parametrize("odd", ["😀", "e\u0301", "\ud800", "\x00", "\u200f", "\u200d"])
def test_odd_code_points_count_one_each(odd: str) -> None:
    old = f"{odd}{odd}\n{FIRST}{odd}\n{SECOND}"
    new = f"{odd}\n{odd}{odd}\n{FIRST}{odd}\n{SECOND}"
    one = carried(old, new, "borrowed")
    assert (one.how, one.span) == (Carried.CERTAIN, span_of(new, "borrowed"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * 100_000, "a" * 99_999),
        ("\n".join(["the same line again"] * 20_000), "\n".join(["the same line again"] * 19_999)),
        ("\n" * 50_000 + "end", "\n" * 49_999 + "end"),
        ("слова " * 40_000, "слова " * 39_999),
    ],
    ids=["one character", "one line", "no lines", "one word"],
)
def test_what_is_the_same_everywhere_goes_to_a_person(old: str, new: str) -> None:
    middle = len(old) // 2
    spans = [("a", Span(middle, middle + 7)), ("b", Span(middle, middle + 1))] * 50
    for one in carry(old, new, spans):
        assert one.how is None
        assert len(one.candidates) <= MOST_CANDIDATES


def test_one_long_line_is_cut_where_its_words_say() -> None:
    words = [f"word{n * 7_919 % 30_011}" for n in range(30_000)]
    old = " ".join(words)
    changed = [*words[:7_000], "new", *words[7_000:15_000], *words[15_003:]]
    new = " ".join(changed)
    spans = [Span(at, at + 30) for at in range(0, len(old) - 30, 1_000)]
    found = carry(old, new, [(str(n), span) for n, span in enumerate(spans)])
    sure = [one for one in found if one.how is Carried.CERTAIN and one.span is not None]
    assert len(sure) > len(spans) * 0.9
    shift = len(old) - len(new)
    assert {spans[int(one.key)].start - one.span.start for one in sure if one.span} == {0, -4, shift}


def test_passages_come_back_in_their_order_and_a_range_past_the_end_is_refused() -> None:
    given = [(str(n), Span(at, at + 3)) for n, at in enumerate((90, 5, 200, 5))]
    assert [one.key for one in carry(TEXT, TEXT[:150], given)] == ["0", "1", "2", "3"]
    assert carry(TEXT, "new", []) == []
    with pytest.raises(ValueError, match="text at"):
        carry("abc", "abcd", [("a", Span(2, 5))])


def test_progress_goes_up_to_the_end_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    given = [(str(n), Span(n, n + 2)) for n in range(300)]
    carry(TEXT, TEXT.replace("a", "o"), given, progress=lambda done, total: told.append((done, total)))
    assert {total for _done, total in told} == {300}
    assert told[-1][0] == 300
    assert [done for done, _total in told] == sorted(done for done, _total in told)

    def stop(_done: int, _total: int) -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        carry(TEXT, TEXT + "!", given, progress=stop)
