from __future__ import annotations

import pytest

from workbench.domain.errors import InputError
from workbench.domain.kinds import RecordKind
from workbench.domain.row_mapping import ColumnUse, RowMapping, Use, mapping_from_json, mapping_to_json

CODES = ("name:preferred:be", "given:ru", "property:birth", "level", "ignore", "event")


def test_a_mapping_is_kept_without_content() -> None:
    columns = tuple(ColumnUse.of(code) for code in CODES)
    mapping = RowMapping(columns, RecordKind.PERSON, "ru", 2, event="The release", role="released", leave_out=True)
    text = mapping_to_json(mapping)
    assert "The release" not in text
    assert mapping_from_json(text) == RowMapping(columns, RecordKind.PERSON, "ru", 2, role="released", leave_out=True)
    assert tuple(column.code for column in columns) == CODES


@pytest.mark.parametrize(
    "code", ["", "name", "name:odd:be", "name:preferred:no such tag", "property", "level:x", "given"]
)
def test_what_is_no_use_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"not a use of a column|tag"):
        ColumnUse.of(code)


HEAD = '{"format":"skaryna-rows-mapping","version":1,"kind":"person","language":"en",'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format":"skaryna-rows-mapping","version":9}',
        HEAD + '"columns":["odd"]}',
        HEAD + '"heading":-5,"columns":[]}',
    ],
)
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not a mapping"):
        mapping_from_json(text)


def test_columns_by_use() -> None:
    mapping = RowMapping(tuple(ColumnUse.of(code) for code in CODES))
    assert mapping.uses(Use.NAME, Use.GIVEN) == [0, 1]
    assert mapping.with_column(4, ColumnUse(Use.ROLE)).uses(Use.ROLE) == [4]
