"""The models that an archive knows, wherever their folders lie."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.domain.languages import base_language
from workbench.store.tables import MachineModel
from workbench.store.work import table_of

_MODEL = table_of(MachineModel)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model: `digest` is the SHA-256 over its folder, `size` in bytes."""

    id: str
    revision: int
    label: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    digest: str
    size: int

    def translates(self, source: str, target: str) -> bool:
        """Whether it translates from one language (any tag) into another."""
        one, other = base_language(source), base_language(target)
        return one != other and one in map(base_language, self.sources) and other in map(base_language, self.targets)


def list_models(connection: Connection) -> list[ModelRow]:
    """Return all models by their labels; an archive has a few."""
    rows = connection.execute(select(_MODEL).order_by(_MODEL.c.label, _MODEL.c.id)).mappings()
    return [
        ModelRow(
            row["id"],
            row["revision"],
            row["label"],
            tuple(row["source_language"].split()),
            tuple(row["target_language"].split()),
            row["digest"],
            row["size"],
        )
        for row in rows
    ]
