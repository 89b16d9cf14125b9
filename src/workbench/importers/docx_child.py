"""The child process that reads the tables of one DOCX: the document on standard input, JSON on standard output.

It answers `{"rows": [[cell…]…]}` with the rows of every table, hidden type among the words and what was
struck out by a tracked change not; or `{"refused": reason}` with a reason that `importers.returned` knows.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from workbench.importers import limits
from workbench.importers.html_child import serve
from workbench.importers.rows_child import RefusedWorkbookError, check_packing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"


def main() -> None:
    """Read, answer, end. The exit status is 0 even for a refusal: the answer says it."""
    serve(limits.RETURNED_BYTES + 1, answer_for)


def answer_for(data: bytes) -> dict[str, Any]:
    """Return the answer for a document, refusals included."""
    try:
        check_packing(data, _PART)
        return {"rows": _rows(data)}
    except RefusedWorkbookError as refusal:
        return {"refused": refusal.args[0]}
    except MemoryError:
        return {"refused": "memory"}


def _rows(data: bytes) -> list[list[str]]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(_PART) as part:
        document = part.read(limits.DOCUMENT_BYTES + 1)
    if len(document) > limits.DOCUMENT_BYTES:
        raise RefusedWorkbookError("packing")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedWorkbookError("") from error
    rows = [[_text(cell) for cell in row.iterchildren(f"{_W}tc")] for row in root.iter(f"{_W}tr")]
    if len(rows) > limits.TABLE_ROWS:
        raise RefusedWorkbookError("rows")
    if any(len(cell) > limits.CELL_POINTS for row in rows for cell in row):
        raise RefusedWorkbookError("cell")
    return rows


def _text(cell: Any) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iter(f"{_W}p"))


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            yield element.text or ""
        else:
            yield {"tab": "\t", "noBreakHyphen": "\u2011"}.get(element.tag.removeprefix(_W), "\n")


if __name__ == "__main__":
    main()
