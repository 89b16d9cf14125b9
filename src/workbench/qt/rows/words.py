"""The words of columns: what each can be."""

from __future__ import annotations

from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.row_mapping import ColumnUse, Use
from workbench.i18n import N_, _
from workbench.qt.reader.keyboard import FixedKeys
from workbench.qt.records.words import NAME_KINDS
from workbench.services.rows import Own, known_properties

USES: dict[Use, str] = {
    Use.IGNORE: N_("ignored"),
    Use.GIVEN: N_("given name"),
    Use.PATRONYMIC: N_("patronymic"),
    Use.FAMILY: N_("family name"),
    Use.KIND: N_("kind of record"),
    Use.LEVEL: N_("level"),
    Use.CERTAINTY: N_("certainty"),
    Use.EVENT: N_("event it takes part in"),
    Use.ROLE: N_("role in the event"),
}
NAMED = frozenset({Use.NAME, Use.GIVEN, Use.PATRONYMIC, Use.FAMILY})
"""Uses that have a language of their own."""

ROWS_KEYS = (
    FixedKeys(N_("Save columns, load columns"), ("Ctrl+S", "Ctrl+Alt+O"), selects=False),
    FixedKeys(N_("Bring in all rows"), ("Ctrl+Return",), selects=False),
)
"""What the review of rows does by itself."""


def use_choices(kind: RecordKind, own: Own) -> list[tuple[str, str]]:
    """Return what a column can be for a kind of record: key without language, and words, in the order of a list."""
    found = [(ColumnUse().code, _(USES[Use.IGNORE]))]
    found += [(f"{Use.NAME.value}:{each.value}", _(NAME_KINDS[each])) for each in NameKind]
    person = (Use.GIVEN, Use.PATRONYMIC, Use.FAMILY) if kind is RecordKind.PERSON else ()
    found += [(use.value, _(USES[use])) for use in person]
    found += [(f"{Use.PROPERTY.value}:{key}", each.words()) for key, each in known_properties(kind, own).items()]
    others = (Use.KIND, Use.LEVEL, Use.CERTAINTY, *(() if kind is RecordKind.EVENT else (Use.EVENT, Use.ROLE)))
    return found + [(use.value, _(USES[use])) for use in others]


def key_of(use: ColumnUse) -> str:
    """Return the key under which `use_choices` has a use: its code without the language."""
    return ColumnUse(use.use, use.key).code
