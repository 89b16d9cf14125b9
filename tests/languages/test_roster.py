from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.languages.roster import Roster, read_roster


def cells(roster: Roster) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in roster.lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Алена Сокал\n2. Ян Чыж\n3. Ева Гай", "Алена Сокал / Ян Чыж / Ева Гай"),
        ("• Alena Sokal\n– Jan Čyž", "Alena Sokal / Jan Čyž"),
        ("Alena Sokal\t1984\nJan Čyž\t1990\nEva Haj\t", "Alena Sokal + 1984 / Jan Čyž + 1990 / Eva Haj + "),
        ("Alena Sokal; 1984; teacher\nJan Čyž; 1990; baker", "Alena Sokal + 1984 + teacher / Jan Čyž + 1990 + baker"),
        ("| Alena Sokal | 1984 |\n| Jan Čyž | 1990 |", "Alena Sokal + 1984 / Jan Čyž + 1990"),
        ("1) Sokal, Alena\n2) Čyž, Jan\n3) Haj, Eva", "Sokal + Alena / Čyž + Jan / Haj + Eva"),
        (
            "Alena Sokal (born 1984), teacher\nJan Čyž\nEva Haj – 5 years",
            "Alena Sokal + (born 1984), teacher / Jan Čyž / Eva Haj + – 5 years",
        ),
    ],
)
def test_lines_and_their_cells(text: str, expected: str) -> None:
    assert " / ".join(" + ".join(line) for line in cells(read_roster(text))) == expected


def test_columns_that_only_spaces_part_may_be_empty() -> None:
    rows = [["Alena Sokal", "12.03.1984", "teacher"], ["Jan Čyž", "", "baker"], ["Eva Haj", "1990", ""]]
    text = "\n".join(name.ljust(16) + born.ljust(12) + work for name, born, work in rows)
    assert cells(read_roster(text)) == rows


def test_the_numbers_before_the_lines_are_kept() -> None:
    roster = read_roster("7. Alena Sokal\n8. Jan Čyž\n\n10. Eva Haj\n")
    assert [line.number for line in roster.lines] == [7, 8, 10]


def test_a_heading_is_no_person() -> None:
    roster = read_roster("Name;Born;Work\nAlena Sokal;1984;teacher\nJan Čyž;1990;baker")
    assert roster.heading == ("Name", "Born", "Work")
    assert [line.cells[0].text for line in roster.lines] == ["Alena Sokal", "Jan Čyž"]
    assert read_roster("Alena Sokal;teacher\nJan Čyž;baker\nEva Haj;judge").heading == ()


def test_a_span_takes_whole_lines() -> None:
    text = "A list:\n1. Alena Sokal\n2. Jan Čyž\nThe end."
    roster = read_roster(text, Span(text.index("ena"), text.index("Čyž") + 1))
    assert cells(roster) == [["Alena Sokal"], ["Jan Čyž"]]
    assert all(text[line.span.start : line.span.end] == line.cells[0].text for line in roster.lines)
    up_to_the_break = Span(text.index("1."), text.index("2."))
    assert cells(read_roster(text, up_to_the_break)) == [["Alena Sokal"]]


@given(st.text(alphabet="až Ь1.,;|\t\n(–•\u00a0👩", max_size=80))
def test_every_span_holds_what_its_cell_says(text: str) -> None:
    roster = read_roster(text)
    for line in roster.lines:
        assert text[line.span.start : line.span.end].strip()
        assert "\n" not in text[line.span.start : line.span.end]
        for cell in line.cells:
            assert (cell.span is None) is (cell.text == "")
            assert cell.span is None or text[cell.span.start : cell.span.end] == cell.text
    if roster.fixed:
        assert len({len(line.cells) for line in roster.lines}) <= 1


def test_a_line_without_a_name_is_kept_to_be_looked_at() -> None:
    text = "1. Алена Сокал\n2. ;;;\n\n3. Ігар Лось"
    lines = read_roster(text).lines
    assert [(line.number, line.cells[0].text) for line in lines] == [(1, "Алена Сокал"), (2, ""), (3, "Ігар Лось")]
    assert text[lines[1].span.start : lines[1].span.end] == "2. ;;;"
