"""A glossary as CSV, for a spreadsheet: one term a row (see `domain.glossary.COLUMNS`).

Cells hold the words to the character, as `table.py` says of its own: without a guard before a
cell that a spreadsheet would take for a formula, which would come back as a part of the term.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from workbench.domain.glossary import COLUMNS, Entry


def write_glossary_csv(entries: Iterable[Entry]) -> bytes:
    """Write CSV (RFC 4180: CR LF, quoted where needed) as UTF-8 with a mark, without which spreadsheets misread it.

    `entry` is the id that an entry has in the archive; what is said of it stands in the row of its first term.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, entry in enumerate(entries):
        said = entry.concept
        for place, term in enumerate(entry.terms):
            facts = ("", "", "") if place else (said.subject, said.definition, said.note)
            kinds = (term.status.value, term.part_of_speech.value, term.reason)
            writer.writerow([entry.id or number, *facts, term.tag, term.value, *kinds])
    return buffer.getvalue().encode("utf-8-sig")
