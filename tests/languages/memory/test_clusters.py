from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.languages.memory.clusters import Clusters
from workbench.languages.remembered import forget_all

LONG = "We kept your chair by the window, and nobody sat on it for two years."


def test_the_same_words_are_one_quote_whatever_their_marks() -> None:
    clusters = Clusters([("a", "“We kept  your chair…”"), ("b", '"we kept your chair..."'), ("c", "We kept a chair")])
    assert clusters.of("a") == ("b",)
    assert clusters.of("c") == ()
    assert clusters.of("nobody") == ()


def test_a_slip_in_a_longer_quote_is_still_it_over_several_steps() -> None:
    near = LONG.replace("nobody", "no body")
    nearer = near.replace("two years", "two year")
    clusters = Clusters([("a", LONG), ("b", near), ("c", nearer), ("d", LONG.replace("chair", "letters and books"))])
    assert clusters.of("a") == ("b", "c")
    clusters.remove("b")
    assert clusters.of("c") in (("a",), ())
    clusters.put("b", LONG)
    assert "b" in clusters.of("a")


def test_a_short_quote_is_another_with_a_word_changed() -> None:
    clusters = Clusters([("a", "I will go home"), ("b", "I will go hope")])
    assert clusters.of("a") == ()


def test_new_words_leave_the_old_cluster() -> None:
    clusters = Clusters([("a", LONG), ("b", LONG), ("c", LONG)])
    clusters.put("a", "Something else altogether was said that day.")
    assert clusters.of("a") == ()
    assert clusters.of("b") == ("c",)
    clusters.remove("b")
    clusters.put("d", LONG)
    assert clusters.of("c") == ("d",)


def test_nothing_is_no_reprint_of_nothing_and_the_lock_forgets() -> None:
    clusters = Clusters([("a", " "), ("b", ""), ("c", LONG), ("d", LONG)])
    assert clusters.of("a") == ()
    forget_all()
    assert clusters.of("c") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from(["", "суд", "Суд ", LONG, LONG + ".", LONG[3:] + " so"])),
        max_size=14,
    )
)
def test_what_was_put_and_removed_is_as_if_made_anew(steps: list[tuple[str, str]]) -> None:
    clusters = Clusters()
    now: dict[str, str] = {}
    for segment_id, text in steps:
        if text:
            clusters.put(segment_id, text)
            now[segment_id] = text
        else:
            clusters.remove(segment_id)
            now.pop(segment_id, None)
    fresh = Clusters(now.items())
    assert {each: clusters.of(each) for each in now} == {each: fresh.of(each) for each in now}
    assert all(each in clusters.of(other) for each in now for other in clusters.of(each))
