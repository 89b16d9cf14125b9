from __future__ import annotations

import csv
import io
from dataclasses import replace

from workbench.domain.bundle import BundleContent, BundleName
from workbench.domain.kinds import NameKind
from workbench.exporters.lookup import Lookup
from workbench.exporters.record_table import record_rows, write_record_csv, write_record_xlsx
from workbench.importers.rows_child import answer_for


def dangerous(content: BundleContent) -> BundleContent:
    record = content.records[0]
    names = (BundleName("=HYPERLINK(1)", "en", NameKind.PREFERRED), BundleName("+375", "be", NameKind.PREFERRED))
    return replace(content, records=(replace(record, names=names), *content.records[1:]))


def test_a_row_for_each_record_with_names_values_and_ties(content: BundleContent) -> None:
    headings, *rows = record_rows(Lookup(content))
    assert len(rows) == len(content.records)
    by_name = {row[headings.index("name_be")]: dict(zip(headings, row, strict=True)) for row in rows}
    sokal = by_name["Алена Сокал"]
    assert sokal["occupation"] == "librarian | бібліятэкарка"
    assert "Olena Sokil" in sokal["other_names"]
    assert by_name["Ігар Сокал"]["relations"] == "sibling: Алена Сокал"
    assert sokal["sources"]


def test_cells_that_would_be_formulas_are_defused(content: BundleContent) -> None:
    data = write_record_csv(Lookup(dangerous(content)))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert "'+375" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_workbook_holds_text_only_and_the_same_bytes(content: BundleContent) -> None:
    lookup = Lookup(dangerous(content))
    data = write_record_xlsx(lookup)
    assert data == write_record_xlsx(lookup)
    cells = [cell for row in answer_for(data)["sheets"][0][1] for cell in row]
    assert "=HYPERLINK(1)" in cells
    assert b"<f>" not in data


def test_a_long_cell_is_cut_where_a_workbook_counts(content: BundleContent) -> None:
    record = replace(content.records[0], names=(BundleName("a" + "\U0001f600" * 20_000, "en", NameKind.PREFERRED),))
    lookup = Lookup(replace(content, records=(record, *content.records[1:])))
    cells = [cell for row in answer_for(write_record_xlsx(lookup))["sheets"][0][1] for cell in row]
    assert "a" + "\U0001f600" * 16_383 in cells


def test_own_properties_are_headed_by_their_labels_and_doubts_stand_in_parentheses(
    weighed_content: BundleContent,
) -> None:
    headings, sokal, ihar, *_others = record_rows(Lookup(weighed_content))
    row = dict(zip(headings, sokal, strict=True))
    assert headings[-4] == "Hunger strike"
    assert row["Hunger strike"] == "2020-01/2020-02"
    assert row["office"] == "head librarian (dated 2010/2014)"
    assert row["birth"] == "1984 (set aside: a <slip>) | 1985 (probable; preferred: her own words)"
    assert dict(zip(headings, ihar, strict=True))["relations"] == "sibling: Алена Сокал (probable; dated 1990)"
