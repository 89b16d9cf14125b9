"""What the columns of a table mean: the mapping from rows to records, without any content."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from workbench.domain.errors import InputError
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.languages import normal_tag
from workbench.i18n import _

FORMAT = "skaryna-rows-mapping"
VERSION = 1


class Use(StrEnum):
    """What a column gives to the record of its row."""

    IGNORE = "ignore"
    NAME = "name"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    PROPERTY = "property"
    KIND = "kind"
    LEVEL = "level"
    CERTAINTY = "certainty"
    EVENT = "event"
    ROLE = "role"


PARTS = (Use.GIVEN, Use.PATRONYMIC, Use.FAMILY)
"""Columns that together give one name, in the order in which it is written."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column is: `key` is a property's key or a `NameKind`, `tag` the BCP 47 tag of a name."""

    use: Use = Use.IGNORE
    key: str = ""
    tag: str = ""

    @property
    def code(self) -> str:
        """The use as one word, for a file or a list: `name:preferred:be`, `property:birth`, `ignore`."""
        return ":".join(part for part in (self.use.value, self.key, self.tag) if part)

    @classmethod
    def of(cls, code: str) -> ColumnUse:
        """Read what `code` writes.

        Raises:
            ValueError: it is no such word; the error does not repeat it.
        """
        first, *rest = code.split(":")
        use = Use(first) if first in set(Use) else None
        match use, rest:
            case Use.NAME, [kind, tag] if kind in set(NameKind):
                return cls(use, kind, normal_tag(tag))
            case ((Use.GIVEN | Use.PATRONYMIC | Use.FAMILY), [tag]):
                return cls(use, "", normal_tag(tag))
            case Use.PROPERTY, [key] if key:
                return cls(use, key)
            case ((Use.IGNORE | Use.KIND | Use.LEVEL | Use.CERTAINTY | Use.EVENT | Use.ROLE), []):
                return cls(use)
            case _:
                raise ValueError("not a use of a column")


@dataclass(frozen=True, slots=True)
class RowMapping:
    """How the rows of one sheet become records.

    `heading` is the place of the row of headings among the sheet's rows, -1 where there is none;
    `language` is that of the dates and of the texts. `event` is one event for all rows: its
    record's id, or the name of a new one, with its date and place as they are typed. With
    `given_first` whole names of persons are written with the given name first. Where `keep` is
    set the table itself is kept as a source, and each row is the evidence of what it gave. With
    `leave_out` rows that have problems are left out; else one such row holds back the whole.
    """

    columns: tuple[ColumnUse, ...]
    kind: RecordKind = RecordKind.PERSON
    language: str = "en"
    heading: int = 0
    event: str = ""
    role: str = "participant"
    keep: bool = True
    leave_out: bool = False
    given_first: bool = False
    event_date: str = ""
    event_place: str = ""

    def with_column(self, place: int, use: ColumnUse) -> RowMapping:
        """Return the mapping with another use of one column."""
        columns = list(self.columns)
        columns[place] = use
        return replace(self, columns=tuple(columns))

    def uses(self, *wanted: Use) -> list[int]:
        """Return the places of the columns with one of some uses."""
        return [place for place, column in enumerate(self.columns) if column.use in wanted]


def mapping_to_json(mapping: RowMapping) -> str:
    """Write a mapping so that it fits other tables of the same shape; the event, which is content, is left out."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "kind": mapping.kind.value,
        "language": mapping.language,
        "heading": mapping.heading,
        "role": mapping.role,
        "keep": mapping.keep,
        "leave_out": mapping.leave_out,
        "given_first": mapping.given_first,
        "columns": [column.code for column in mapping.columns],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def mapping_from_json(text: str) -> RowMapping:
    """Read what `mapping_to_json` wrote.

    Raises:
        InputError: it is not such a mapping.
    """
    try:
        document: Any = json.loads(text)
        if document["format"] != FORMAT or document["version"] != VERSION:
            raise ValueError("another format")
        columns, heading, role = document["columns"], document.get("heading", 0), document.get("role", "participant")
        if not isinstance(heading, int) or heading < -1 or not isinstance(role, str) or not 0 < len(role) <= 200:
            raise ValueError("not a mapping")
        return RowMapping(
            columns=tuple(ColumnUse.of(code) for code in columns),
            kind=RecordKind(document["kind"]),
            language=normal_tag(document["language"]),
            heading=heading,
            role=role,
            keep=document.get("keep", True) is True,
            leave_out=document.get("leave_out", False) is True,
            given_first=document.get("given_first", False) is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(
            _("This is not a mapping of columns that can be read."), kept=_("Nothing was brought in.")
        ) from None
