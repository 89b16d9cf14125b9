from __future__ import annotations

from pathlib import Path

import pytest

from workbench.domain.errors import BundleError, ImportFileError, InputError
from workbench.domain.kinds import RecordKind
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.services.row_files import fitted, read_mapping_file, write_mapping_file

CODES = ("name:preferred:be", "property:birth", "property:own_cell")
MAPPING = RowMapping(tuple(map(ColumnUse.of, CODES)), RecordKind.PERSON, "be", heading=1, role="tried", keep=False)


def test_a_mapping_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "columns.json"
    path.write_text("earlier", encoding="utf-8")
    write_mapping_file(path, MAPPING)
    assert read_mapping_file(path) == MAPPING


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="could not be written"):
        write_mapping_file(tmp_path / "no" / "columns.json", MAPPING)
    with pytest.raises(ImportFileError):
        read_mapping_file(tmp_path / "none.json")
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 1_000_001)
    with pytest.raises(ImportFileError):
        read_mapping_file(large)
    large.write_bytes(b"\xff")
    with pytest.raises(InputError):
        read_mapping_file(large)


def test_a_mapping_is_fitted_to_a_table_and_an_archive() -> None:
    codes = [[use.code for use in fitted(MAPPING, width, {}).columns] for width in (2, 4)]
    assert codes == [
        ["name:preferred:be", "property:birth"],
        ["name:preferred:be", "property:birth", "ignore", "ignore"],
    ]
