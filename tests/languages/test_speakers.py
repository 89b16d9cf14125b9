from __future__ import annotations

from workbench.languages.speakers import Clause, full_names, name_in, named_before
from workbench.languages.speech_verbs import lexicon


def test_a_clause_counts_words() -> None:
    clause = Clause("one two said three", 4, 18)
    assert clause.words == "two said three"
    assert clause.distance(8) == 1
    assert clause.gap(13) == 1
    assert clause.last_word() == "three"
    assert Clause("one", 3, 3).last_word() == ""


def test_the_nearest_name_is_not_always_the_speaker() -> None:
    text = "Alena Sokal, who knew Ihar Kruk, said"
    clause = Clause(text, 0, len(text))
    verb = lexicon("en").verbs.search(text)
    assert verb is not None
    from workbench.domain.anchors import Span

    named = name_in(clause, Span(*verb.span()), lexicon("en"))
    assert named is not None
    assert text[named.span.start : named.span.end] == "Alena Sokal"


def test_the_last_full_name_before_a_place() -> None:
    text = "Ihar Kruk met Alena Sokal in Minsk."
    named = named_before(text, 0, len(text), lexicon("en"))
    assert named is not None
    assert text[named.span.start : named.span.end] == "Alena Sokal"
    assert named_before(text, 3, 3, lexicon("en")) is None


def test_a_surname_is_given_in_full_where_the_text_has_it() -> None:
    text = "The Sokal house. Alena Sokal came. Sokal said so. Maria Sokal left. Kruk too."
    assert full_names(text, {"Sokal", "Kruk"}, "en") == {"Sokal": "Alena Sokal"}
    assert full_names(text, set(), "en") == {}
