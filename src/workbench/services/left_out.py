"""What of a choice stays in the room, for the people inside."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.i18n import _, active, ngettext
from workbench.services.doubts import Doubt, SurePlace


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a choice stays in the room: for the preview, which only a person inside sees.

    `counts` by table name; `texts` are sent redacted, `originals` would be sent but for what they
    hold; `persons` are (record id, name, pseudonym) of the protected persons that leave, and of those
    whose names are too like theirs; `sure` the places that can be let out one by one, and those that were;
    `ids` the own ids of records by other ones that they leave under;
    `quotes` the same of quotes.
    """

    counts: dict[str, int]
    texts: int
    originals: int
    persons: tuple[tuple[str, str, str], ...]
    doubts: tuple[Doubt, ...]
    sure: tuple[SurePlace, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)


NOTHING_LEFT_OUT = LeftOut({}, 0, 0, (), ())


def left_out_words(left_out: LeftOut) -> list[str]:
    """Return, in plain words, what stays in the room: in counts, without any of its content."""
    number = active().number
    counts = left_out.counts
    kinds = (
        (counts.get("source", 0), ngettext("{n} source", "{n} sources", counts.get("source", 0))),
        (counts.get("passage", 0), ngettext("{n} passage", "{n} passages", counts.get("passage", 0))),
        (counts.get("quote", 0), ngettext("{n} quote", "{n} quotes", counts.get("quote", 0))),
        (counts.get("record", 0), ngettext("{n} record", "{n} records", counts.get("record", 0))),
        (counts.get("statement", 0), ngettext("{n} statement", "{n} statements", counts.get("statement", 0))),
        (left_out.originals, ngettext("{n} original file", "{n} original files", left_out.originals)),
    )
    parts = [text.format(n=number(count)) for count, text in kinds if count]
    words = [_("Left out: {parts}.").format(parts=", ".join(parts))] if parts else []
    if left_out.texts:
        text = ngettext(
            "{n} text leaves redacted, with other words where something is withheld.",
            "{n} texts leave redacted, with other words where something is withheld.",
            left_out.texts,
        )
        words.append(text.format(n=number(left_out.texts)))
    return words
