"""What the columns of a table are, kept in a file for the next table of the same shape."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbench.domain.row_mapping import ColumnUse, RowMapping, Use, mapping_from_json, mapping_to_json
from workbench.importers.files import read_original
from workbench.services.record_export import write_out
from workbench.services.rows import Own, known_properties

_MOST = 1_000_000
"""Bytes of such a file."""


def read_mapping_file(path: Path) -> RowMapping:
    """Read what `write_mapping_file` wrote.

    Raises:
        ImportFileError: the file cannot be read, or is too large.
        InputError: it is not such a mapping.
    """
    return mapping_from_json(read_original(path, limit=_MOST).data.decode("utf-8", "replace"))


def write_mapping_file(path: Path, mapping: RowMapping) -> None:
    """Write a mapping to a file, in the place of one that is there; its event, which is content, is left out.

    Raises:
        BundleError: the path cannot be written to.
    """
    write_out(path, mapping_to_json(mapping).encode(), replacing=True)


def fitted(mapping: RowMapping, width: int, own: Own) -> RowMapping:
    """Return a mapping for a table that has `width` columns: those that it does not know are ignored.

    So are those that give a property which the archive does not have (`own` are its own ones).
    """
    known = known_properties(mapping.kind, own)
    columns = [use if use.use is not Use.PROPERTY or use.key in known else ColumnUse() for use in mapping.columns]
    missing = [ColumnUse()] * (width - len(columns))
    return replace(mapping, columns=(*columns[:width], *missing))
