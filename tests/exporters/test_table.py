"""The table of quotes, read back with a CSV reader."""

from __future__ import annotations

import csv
import dataclasses
import io

from workbench.domain.bundle import BundleContent
from workbench.exporters.lookup import Lookup
from workbench.exporters.table import write_table


def rows(content: BundleContent) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_table(Lookup(content)).decode(), newline=""), strict=True))


def test_every_quote_is_one_row_whose_place_holds_its_words(content: BundleContent) -> None:
    texts = {source.text_version_id: source.text.text for source in content.sources}
    found = rows(content)
    assert [row["quote_id"] for row in found] == [quote.id for quote in content.quotes]
    for row in found:
        assert texts[row["text_version_id"]][int(row["start"]) : int(row["end"])] == row["exact"]


def test_a_row_tells_speaker_languages_and_translations(content: BundleContent) -> None:
    chair, wall, regret = rows(content)
    assert (chair["speaker_be"], chair["speaker_en"]) == ("Ігар Сокал", "Ihar Sokał")
    assert (chair["published_language"], chair["spoken_language"], chair["manner"]) == ("en", "be", "direct")
    assert chair["text_be"] == "Мы пакінулі тваё крэсла каля акна, ніхто на ім не сядзеў"
    assert (chair["state_lt"], chair["translator_lt"], chair["reviewer_lt"]) == ("translated", "JŽ", "")
    assert (wall["stale_be"], wall["stale_ru"], wall["text_lt"], wall["state_lt"]) == ("yes", "no", "", "")
    assert (regret["published_language"], regret["text_en"]) == ("be", "she regrets nothing")


def test_lines_end_as_the_format_says_and_nothing_marks_the_start(content: BundleContent) -> None:
    data = write_table(Lookup(content))
    assert data.startswith(b"quote_id,")
    assert data.endswith(b"\r\n")


def test_words_like_formulas_and_with_line_breaks_are_kept_to_the_character(content: BundleContent) -> None:
    words = '=1+1\n"- said, he"\t'
    quote = content.quotes[0]
    changed = dataclasses.replace(quote, translations=(dataclasses.replace(quote.translations[0], text=words),))
    assert rows(dataclasses.replace(content, quotes=(changed,)))[0]["text_be"] == words


def test_a_quote_without_a_known_speaker_has_empty_cells(content: BundleContent) -> None:
    nobody = dataclasses.replace(content.quotes[0], speaker_id=None)
    row = rows(dataclasses.replace(content, quotes=(nobody,)))[0]
    assert all(row[f"speaker_{tag}"] == "" for tag in content.languages)


def test_a_row_tells_what_stands_between(content: BundleContent) -> None:
    chair, wall, _regret = rows(content)
    assert (chair["via_language"], chair["interpreter_en"], chair["interpreter_lt"], chair["interpreter_ru"]) == (
        "ru",
        "Harbour Library",
        "Uosto biblioteka",
        "Harbour Library",
    )
    assert (chair["relay_lt"], chair["relay_be"], wall["via_language"], wall["interpreter_en"]) == ("ru", "", "", "")
