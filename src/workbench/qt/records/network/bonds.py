"""What ties two records, taken together, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.domain.kinds import Certainty
from workbench.domain.properties import Property, find_property
from workbench.domain.roles import RELATIONS, role_text
from workbench.i18n import _, ngettext
from workbench.qt.picker.fields import CERTAINTIES
from workbench.store.queries.network import Tie


@dataclass(frozen=True, slots=True)
class Bond:
    """Everything that ties two records: one line in the network."""

    one: str
    other: str
    ties: tuple[Tie, ...]

    def across(self, record_id: str) -> str:
        """Return the record at the other end."""
        return self.other if record_id == self.one else self.one

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages that support any of the ties, each once."""
        return tuple(dict.fromkeys(passage for tie in self.ties for passage in tie.passages))

    @property
    def only_mentioned(self) -> bool:
        """Whether nothing is known but that the same passages name both."""
        return all(tie.claim == "mention" for tie in self.ties)

    @property
    def towards(self) -> str:
        """The record that all ties lead to; empty where some hold both ways, or lead the other way."""
        said = [tie for tie in self.ties if tie.claim == "relation"]
        one_way = said and all((kind := RELATIONS.get(tie.label)) is None or not kind.symmetric for tie in said)
        ends = {tie.to_id for tie in said}
        return ends.pop() if one_way and len(ends) == 1 and len(said) == len(self.ties) else ""


def bonds_of(ties: Iterable[Tie]) -> tuple[Bond, ...]:
    """Put ties of the same two records together, in the order in which they come."""
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        one, other = sorted((tie.from_id, tie.to_id))
        found.setdefault((one, other), []).append(tie)
    return tuple(Bond(one, other, tuple(together)) for (one, other), together in found.items())


def tie_label(tie: Tie, own: Mapping[str, Property]) -> str:
    """Say what ties two records."""
    if tie.claim == "statement":
        return find_property(own, tie.label).words()
    return role_text(tie.label)


def bond_label(bond: Bond, own: Mapping[str, Property]) -> str:
    """Say what stands on a line: its roles, each once."""
    return ", ".join(dict.fromkeys(label for tie in bond.ties if (label := tie_label(tie, own))))


def bond_words(bond: Bond, names: Mapping[str, str], own: Mapping[str, Property]) -> str:
    """Say everything about a line: who, what, how certain, and what it rests on."""
    said = []
    for tie in bond.ties:
        label = tie_label(tie, own)
        if tie.certainty in set(Certainty) and tie.certainty != Certainty.CERTAIN:
            label += f" ({_(CERTAINTIES[Certainty(tie.certainty)])})"
        if tie.claim == "mention":
            label = _("named together")
        said.append(label)
    count = len(bond.passages)
    rests = ngettext("{n} passage", "{n} passages", count).format(n=count) if count else _("no evidence")
    first = bond.ties[0]
    ends = f"{names.get(first.from_id, '')} – {names.get(first.to_id, '')}"
    return " · ".join((ends, ", ".join(dict.fromkeys(said)), rests))
