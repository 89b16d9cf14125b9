"""What is known of the suggestions in the open text, and how that is said."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from workbench.domain.anchors import Span
from workbench.i18n import _, active, ngettext
from workbench.qt.sources.opener import Opening
from workbench.services.suggestions import Suggestion, Suggestions

_SURE = 50
"""Per cent from which a proposed speaker is not called a guess."""


@dataclass
class SuggestionState:
    """What is known of the suggestions in the open text, and which of them is proposed now."""

    opening: Opening
    suggestions: Suggestions | None = None
    names: dict[str, str] = field(default_factory=dict)
    current: Span | None = None
    settling: set[Span] = field(default_factory=set)
    """Decided, and not written yet."""

    _open: list[Suggestion] | None = None
    _places: dict[Span, int] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """The text version and the language: what decides what is found."""
        return self.opening.source.text_version_id, self.opening.source.language

    @property
    def open(self) -> list[Suggestion]:
        """What is still to be decided, in reading order; not to be changed."""
        if self._open is None:
            known = self.suggestions or Suggestions((), ())
            self._open = [each for each in known.open if each.anchor.span not in self.settling]
            self._places = {each.anchor.span: place for place, each in enumerate(self._open)}
        return self._open

    def at(self, span: Span | None) -> Suggestion | None:
        """Return the open suggestion of these words."""
        place = self._place_of(span)
        return None if place is None else self.open[place]

    def _place_of(self, span: Span | None) -> int | None:
        return self._places.get(span) if self.open and span is not None else None

    def after(self, position: int, *, back: bool) -> Suggestion | None:
        """Return the first one that begins at a position or after it, or the last before; round the text's end."""
        if not self.open:
            return None
        place = bisect_left(self.open, position, key=lambda each: each.anchor.span.start)
        return self.open[(place - 1 if back else place) % len(self.open)]

    def take(self, suggestions: Suggestions, names: dict[str, str]) -> None:
        """Know what is open now."""
        self.suggestions, self.names, self._open = suggestions, names, None

    def begin(self, span: Span) -> None:
        """Count these words as decided from now on."""
        self.settling.add(span)
        self._open = None

    def settle(self, span: Span, *, done: bool) -> None:
        """Follow a decision that was written, or that could not be: then it is open again."""
        self.settling.discard(span)
        self._open = None
        if done and self.suggestions is not None:
            left = tuple(each for each in self.suggestions.open if each.anchor.span != span)
            self.suggestions = replace(self.suggestions, open=left)

    def line(self, *, read_only: bool) -> str:
        """Say in the active language where one is among the suggestions."""
        if self.opening.source.older:
            return _("Nothing is suggested in an older text of a source.")
        if self.suggestions is None:
            return _("Looking for quotations…")
        place = self._place_of(self.current)
        if place is not None:
            number = active().number
            where = _("Quotation {n} of {all}").format(n=number(place + 1), all=number(len(self.open)))
            parts = (where, self._who(self.open[place]), _("read only") if read_only else "")
            return " · ".join(part for part in parts if part)
        if self.open:
            count = len(self.open)
            line = ngettext(
                "{n} quotation is suggested in this text.", "{n} quotations are suggested in this text.", count
            )
            return line.format(n=active().number(count))
        return self._none_left(bool(self.suggestions.rejected))

    @staticmethod
    def _none_left(rejected: bool) -> str:
        if rejected:
            return _("No suggestion is left in this text. Those that were rejected can be brought back.")
        return _("No suggestion is left in this text.")

    def _who(self, suggestion: Suggestion) -> str:
        who = suggestion.speaker
        if who is None:
            return _("no speaker proposed")
        name = self.names.get(who.record_id or "", who.name)
        if suggestion.verb:
            name = _("{name} ({verb})").format(name=name, verb=suggestion.verb)
        if who.several:
            return _("speaker: {name}, which fits several records").format(name=name)
        line = _("proposed speaker: {name}") if suggestion.certainty >= _SURE else _("perhaps said by: {name}")
        line = line.format(name=name)
        return line if who.record_id is not None else _("{line}, a new person").format(line=line)
