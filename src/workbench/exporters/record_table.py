"""Records as a table, CSV or XLSX: one row a record, a column for each language's name and each property.

Unlike `quotes.csv` this is for spreadsheets that a person opens with a double click, so a cell that
begins as a formula does (`=`, `+`, `-`, `@`, a tab) gets an apostrophe before it in CSV (OWASP, CSV
Injection); in XLSX every cell is typed as text, which no spreadsheet evaluates.
"""

from __future__ import annotations

import csv
import io

from workbench.domain.bundle import BundleRecord, BundleStatement, BundleTie
from workbench.domain.kinds import NameKind
from workbench.domain.names import display_name
from workbench.domain.properties import property_order
from workbench.exporters.lookup import Lookup, moment_of, name_in, remarks

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767
"""UTF-16 code units of a cell in XLSX; what is longer is cut there, and only there."""


def record_rows(lookup: Lookup) -> list[list[str]]:
    """Return headings and rows: id, kind, names, other names, a column for each property, events, relations, sources.

    Several values of one property stand in one cell, parted by ` | `; in parentheses after each what
    is to be known of it. The program's properties are headed by their keys, an archive's own by their labels.
    """
    content = lookup.content
    languages = content.languages
    properties = sorted({s.property for record in content.records for s in record.statements}, key=property_order)
    names = [f"name_{tag}" for tag in languages]
    headings = [about.label if (about := lookup.property(key)).own else key for key in properties]
    rows = [["id", "kind", *names, "other_names", *headings, "events", "relations", "sources"]]
    return [*rows, *(_row(lookup, record, properties) for record in content.records)]


def _row(lookup: Lookup, record: BundleRecord, properties: list[str]) -> list[str]:
    languages = lookup.content.languages
    shown = [name.value if (name := name_in(record, tag)) else "" for tag in languages]
    others = [name.value for name in record.names if name.value not in shown and name.kind is not NameKind.FORBIDDEN]
    said = [
        " | ".join(
            _with_remarks(_value(lookup, each.value), each) for each in record.statements if each.property == key
        )
        for key in properties
    ]
    own = languages[0]
    events = [
        _with_remarks(f"{display_name(event.names, own)} ({tie.role})", tie)
        for event, tie in lookup.events_of.get(record.id, ())
    ]
    relations = [
        _with_remarks(f"{tie.role}: {display_name(lookup.records[tie.other_id].names, own)}", tie)
        for tie in record.relations
        if tie.other_id in lookup.records
    ]
    cited = {passage.source_id for passage in lookup.mentions_of.get(record.id, ())}
    sources = [source.title for source in lookup.content.sources if source.id in cited]
    cells = (others, events, relations, sources)
    other, event, relation, source = (" | ".join(dict.fromkeys(each)) for each in cells)
    return [record.id, record.kind.value, *shown, other, *said, event, relation, source]


def _with_remarks(words: str, said: BundleStatement | BundleTie) -> str:
    found = "; ".join(remarks(said))
    return f"{words} ({found})" if found else words


def _value(lookup: Lookup, value: str) -> str:
    place = lookup.records.get(value)
    return value if place is None else display_name(place.names, lookup.content.languages[0])


def write_record_csv(lookup: Lookup) -> bytes:
    """Write the table as CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheets need."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in record_rows(lookup):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def write_record_xlsx(lookup: Lookup) -> bytes:
    """Write the table as XLSX, made in memory; its only date is that of the archive's last change."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": moment_of(lookup.content).replace(tzinfo=None)})
        sheet, strong = book.add_worksheet(), book.add_format({"bold": True})
        for number, row in enumerate(record_rows(lookup)):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, fitting(cell), None if number else strong)
        sheet.freeze_panes(1, 0)
    return buffer.getvalue()


def fitting(cell: str) -> str:
    """Cut a cell to what a workbook can hold; a character of two code units goes whole or not at all."""
    if 2 * len(cell) <= _LONGEST:
        return cell
    return cell.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")
