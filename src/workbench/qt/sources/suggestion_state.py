"""What is known of the suggestions in the open text, and how that is said."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from workbench.domain.anchors import Span
from workbench.i18n import N_, _, active, ngettext
from workbench.languages.known_names import Why
from workbench.qt.sources.opener import Opening
from workbench.services.name_suggestions import NameSuggestion
from workbench.services.suggestions import Suggestion, Suggestions
from workbench.store.queries.suggestions import RejectionRow

Offer = Suggestion | NameSuggestion
"""What may be proposed: a quotation, or a name that the archive knows."""

_SURE = 50
"""Per cent from which a proposed speaker is not called a guess."""


WHY: dict[Why, str] = {
    Why.EXACT: N_("as the archive has it"),
    Why.INFLECTED: N_("in another case"),
    Why.OTHER_SPELLING: N_("in another script or spelling"),
    Why.INITIALS: N_("with initials"),
    Why.SURNAME: N_("surname alone"),
    Why.SHORT: N_("without the surname"),
    Why.GIVEN: N_("given name alone"),
}
"""Why words are taken for a name, in English."""


@dataclass
class SuggestionState:
    """What is known of the suggestions in the open text, and which of them is proposed now."""

    opening: Opening
    suggestions: Suggestions | None = None
    known: tuple[NameSuggestion, ...] = ()
    """Names that the archive knows and that are open in the text."""

    quotations_on: bool = True
    names_on: bool = True
    rejected: tuple[RejectionRow, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    current: Span | None = None
    settling: set[Span] = field(default_factory=set)
    """Decided, and not written yet."""

    _open: list[Offer] | None = None
    _places: dict[Span, int] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """The text version and the language: what decides what is found."""
        return self.opening.source.text_version_id, self.opening.source.language

    @property
    def open(self) -> list[Offer]:
        """What is still to be decided, in reading order; not to be changed. No two are of the same words."""
        if self._open is None:
            quotations = self.suggestions.open if self.suggestions is not None and self.quotations_on else ()
            every: dict[Span, Offer] = {each.anchor.span: each for each in (self.known if self.names_on else ())}
            every |= {each.anchor.span: each for each in quotations}
            left = [every[span] for span in sorted(every, key=lambda span: (span.start, -span.end))]
            self._open = [each for each in left if each.anchor.span not in self.settling]
            self._places = {each.anchor.span: place for place, each in enumerate(self._open)}
        return self._open

    def at(self, span: Span | None) -> Offer | None:
        """Return the open suggestion of these words."""
        place = self._place_of(span)
        return None if place is None else self.open[place]

    def _place_of(self, span: Span | None) -> int | None:
        return self._places.get(span) if self.open and span is not None else None

    def after(self, position: int, *, back: bool) -> Offer | None:
        """Return the first one that begins at a position or after it, or the last before; round the text's end."""
        if not self.open:
            return None
        place = bisect_left(self.open, position, key=lambda each: each.anchor.span.start)
        return self.open[(place - 1 if back else place) % len(self.open)]

    def take(
        self,
        suggestions: Suggestions,
        known: tuple[NameSuggestion, ...],
        rejected: tuple[RejectionRow, ...],
        names: dict[str, str],
    ) -> None:
        """Know what is open now, what was rejected, and what the records are called."""
        self.suggestions, self.known, self.rejected, self.names = suggestions, known, rejected, names
        self._open = None

    def choose(self, *, quotations: bool, names: bool) -> None:
        """Offer some kinds of suggestions only."""
        self.quotations_on, self.names_on, self._open = quotations, names, None

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
            self.known = tuple(each for each in self.known if each.anchor.span != span)

    def line(self, *, read_only: bool) -> str:
        """Say in the active language where one is among the suggestions."""
        if self.opening.source.older:
            return _("Nothing is suggested in an older text of a source.")
        if self.suggestions is None:
            return _("Looking for suggestions…")
        place = self._place_of(self.current)
        if place is not None:
            parts = (*self._proposed(self.open[place]), _("read only") if read_only else "")
            return " · ".join(part for part in parts if part)
        if self.open:
            return " · ".join(filter(None, (self._quotations(), self._known())))
        return self._none_left(bool(self.rejected))

    def _proposed(self, offer: Offer) -> tuple[str, ...]:
        number = active().number
        same = [each for each in self.open if type(each) is type(offer)]
        place, count = number(same.index(offer) + 1), number(len(same))
        if isinstance(offer, Suggestion):
            return _("Quotation {n} of {all}").format(n=place, all=count), self._who(offer)
        return _("Name {n} of {all}").format(n=place, all=count), self._named(offer), _(WHY[offer.why])

    def _named(self, offer: NameSuggestion) -> str:
        names = [self.names.get(record_id, offer.form) for record_id in offer.record_ids]
        if offer.several:
            return _("fits several records: {names}").format(names=", ".join(names))
        if offer.form == names[0]:
            return names[0]
        return _("{name}, known as “{form}”").format(name=names[0], form=offer.form)

    def _quotations(self) -> str:
        count = sum(isinstance(each, Suggestion) for each in self.open)
        line = ngettext("{n} quotation is suggested in this text.", "{n} quotations are suggested in this text.", count)
        return line.format(n=active().number(count)) if count else ""

    def _known(self) -> str:
        count = sum(isinstance(each, NameSuggestion) for each in self.open)
        line = ngettext("{n} name is suggested in this text.", "{n} names are suggested in this text.", count)
        return line.format(n=active().number(count)) if count else ""

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
