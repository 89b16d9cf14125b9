"""Suggestions of quotes and names on the screen of sources: one by one, each decided by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from typing_extensions import override

from workbench.domain.changes import Changes, OperationKind
from workbench.domain.errors import WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.actions import keys_of
from workbench.qt.frame.banner import Level
from workbench.qt.frame.base import Button, tip
from workbench.qt.operations import Context, Job
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.kept_names import KeptNames
from workbench.qt.sources.opener import Opening
from workbench.qt.sources.suggestion_bar import SuggestionBar, with_keys
from workbench.qt.sources.suggestion_look_up import Answer, look_up, speaker_choice
from workbench.qt.sources.suggestion_state import Offer, SuggestionState
from workbench.services.name_suggestions import NameSuggestion, accept_names, of_form, reject_names
from workbench.services.rejections import restore_suggestion
from workbench.services.suggestions import FoundQuotation, accept_suggestion, reject_suggestion
from workbench.store.work import Act

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_REST = 200
"""Milliseconds without a change after which suggestions are looked up again."""

_LONG = 300_000
"""Code points of a text from which finding quotations is shown as work in progress."""

_KEPT = 8
"""Texts whose quotations are kept in memory, so that going back to one looks for nothing again."""

_NAMED = ("record", "name", "inflection")
"""What the names that the archive knows are made of."""

_FOLLOWED = ("inflection", "quote", "passage", "rejection", "record", "name", "mention", "source")


class Suggesting(Feature):
    """Finds quotations in the background, offers them one by one, and has a decision written at its key."""

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self._session, self._reader = view.session, view.reader
        self._state: SuggestionState | None = None
        self._found: dict[tuple[str, str], tuple[FoundQuotation, ...]] = {}
        self._kept = KeptNames()
        self._asked = 0
        self._job: Job | None = None
        self._wanted: bool | None = None
        self._came_back = False
        self._ruled: list[Offer] = []
        self.bar = SuggestionBar(self._keys)
        view.article.add_bar(self.bar, self.close_bar)
        self.count = Button(self._count_number, self.go_on, kind="quiet", icon="message-square-quote")
        self.count.hide()
        view.article.add_tool(self.count)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look_up)
        for asked, does in (
            (self.bar.next_asked, self.go_on),
            (self.bar.accept_asked, self.accept),
            (self.bar.change_asked, self.change),
            (self.bar.reject_asked, self.reject),
            (self.bar.accept_form_asked, self.accept_form),
            (self.bar.reject_form_asked, self.reject_form),
            (self.bar.close_asked, self.close_bar),
        ):
            asked.connect(does)
        self.bar.restore_asked.connect(self._restore)
        self.bar.kinds_asked.connect(self._choose_kinds)
        self._session.settings.changed.connect(self._follow_setting)
        self._session.operations.started.connect(self._give_way)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {
            "suggestion.next": self.go_on,
            "suggestion.previous": self.go_back,
            "suggestion.accept": self.accept,
            "suggestion.change": self.change,
            "suggestion.reject": self.reject,
            "suggestion.accept_form": self.accept_form,
            "suggestion.reject_form": self.reject_form,
        }

    @override
    def offers(self) -> tuple[str, ...]:
        state = self._state
        if state is None or state.at(state.current) is None or self._session.read_only:
            return ()
        forms = ("suggestion.accept_form", "suggestion.reject_form") if len(self._alike()) > 1 else ()
        return ("suggestion.accept", "suggestion.change", "suggestion.reject", *forms)

    def _keys(self, action: str) -> str:
        return keys_of(action, self._session.settings)

    # --- following the text ---

    @override
    def opened(self, opening: Opening) -> None:
        before, self._state = self._state, SuggestionState(opening)
        self._show_kinds()
        self._wanted = None
        if before is not None and before.key == self._state.key:
            self._state.current = before.current
            self._reader.set_proposed(before.current)
        else:
            self.close_bar(focus=False)
        self._show()
        self._look_up()

    @override
    def closed(self) -> None:
        self._drop_job()
        self._state = None
        self.close_bar(focus=False)
        self._show()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_NAMED):
            self._kept.forget()
        if self._state is not None and changes.touches(*_FOLLOWED):
            self._came_back = self._came_back or changes.operation.kind is OperationKind.UNDO
            self._drop_job()
            self._rest.start()

    @override
    def retranslate(self) -> None:
        self._rest.start()  # records are named in the interface's language

    def _drop_job(self) -> None:
        self._asked += 1
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _give_way(self, job: Job) -> None:
        """Let a reading that somebody waits for go first: one thread does them all."""
        if self._job is not None and job is not self._job and not job.writes:
            self._drop_job()
            self._rest.start()

    def _look_up(self) -> None:
        self._drop_job()
        state = self._state
        if state is None or state.opening.source.older or not self._session.archive.is_open:
            return
        number, archive, language = self._asked, self._session.archive, self._session.language
        known, opening, kept = self._found.get(state.key), state.opening, self._kept

        def work(context: Context) -> Answer:
            return look_up(archive, opening, known, kept, language, context)

        title = _("Looking for suggestions…") if known is None and opening.source.length >= _LONG else ""
        self._job = self._session.operations.run_read(
            work, on_done=lambda answer: self._take(number, answer), title=title, owner=self
        )

    def _take(self, number: int, answer: Answer) -> None:
        state = self._state
        if number != self._asked or state is None:
            return
        self._job = None
        self._found[state.key] = answer.found
        while len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        before = {each.anchor.span for each in state.open} if state.suggestions is not None else None
        state.take(answer.suggestions, answer.known, answer.rejected, answer.names)
        came_back, self._came_back = self._came_back, False
        new = [each for each in state.open if before is not None and each.anchor.span not in before]
        if state.at(state.current) is None:
            self._propose(None)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._go(back=wanted)
        elif came_back and len(new) == 1 and not self.bar.isHidden():
            self._propose(new[0])
        self._show()

    # --- going through them ---

    def go_on(self) -> None:
        """Go to the next suggestion after the caret; after the last one to the first."""
        self._ask_for(back=False)

    def go_back(self) -> None:
        """Go to the suggestion before the caret; before the first one to the last."""
        self._ask_for(back=True)

    def _ask_for(self, *, back: bool) -> None:
        state = self._state
        if state is None:
            return
        self.bar.show()
        if state.suggestions is None and not state.opening.source.older:
            self._wanted = back
        else:
            self._go(back=back)
        self._show()

    def _go(self, *, back: bool) -> None:
        state = self._state
        if state is None:
            return
        caret, current = self._reader.caret(), state.current
        if current is None or not current.start <= caret <= current.end:
            position = caret
        else:
            position = current.start if back else current.start + 1
        self._propose(state.after(position, back=back))

    def _propose(self, suggestion: Offer | None) -> None:
        state = self._state
        if state is None:
            return
        state.current = None if suggestion is None else suggestion.anchor.span
        if suggestion is None:
            self._reader.set_proposed(None)
            return
        self._reader.set_current(None)
        self._reader.show_proposed(suggestion.anchor.span)
        if not self.bar.list.hasFocus():
            self._reader.setFocus()

    def close_bar(self, *, focus: bool = True) -> None:
        """Put the suggestions away; the text has the focus again."""
        self._wanted = None
        self._propose(None)
        if focus and self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar):
            self._reader.setFocus()
        self.bar.hide()

    # --- deciding ---

    def _current(self) -> Offer | None:
        state = self._state
        found = state.at(state.current) if state is not None else None
        if found is None:
            line = _("Go to a suggestion first: {keys} goes to the next one.")
            self.view.say(Level.INFO, line.format(keys=self._keys("suggestion.next")))
        return found

    def accept(self) -> None:
        """Mark the proposed words as a quote of the speaker, or link them to the record, and go on."""
        offer = self._current()
        if offer is None:
            return
        if isinstance(offer, NameSuggestion):
            self._accept_names([offer])
        elif not offer.language:
            self.change()  # a quote says in which language it was published
        else:
            self._decide(accept_suggestion(offer), offer)

    def _accept_names(self, offers: list[NameSuggestion]) -> None:
        if offers[0].several:
            self.change()
        else:
            self._decide(accept_names(offers), *offers)

    def _decide(self, act: Act[Any], *offers: Offer) -> None:
        settled = self._settle(*offers)
        self._session.perform(act, on_done=settled, on_error=settled, initiator=self)

    def reject(self) -> None:
        """Turn the proposed words down for good, and go on."""
        offer = self._current()
        if offer is not None:
            self._decide(
                reject_names([offer]) if isinstance(offer, NameSuggestion) else reject_suggestion(offer), offer
            )

    def _alike(self) -> list[NameSuggestion]:
        """Return the names of the form that is proposed now, all that are open in this text."""
        state = self._state
        now = state.at(state.current) if state is not None else None
        if state is None or not isinstance(now, NameSuggestion):
            return []
        return of_form([each for each in state.open if isinstance(each, NameSuggestion)], now)

    def accept_form(self) -> None:
        """Link every open place with the proposed words to the record, in one operation, and go on."""
        if alike := self._alike():
            self._accept_names(alike)
        else:
            self.accept()

    def reject_form(self) -> None:
        """Turn every open place with the proposed words down, in one operation, and go on."""
        if alike := self._alike():
            self._decide(reject_names(alike), *alike)
        else:
            self.reject()

    def change(self) -> None:
        """Open the strip or the picker with the proposal; words that are selected across it are its words then."""
        offer = self._current()
        if offer is None:
            return
        span = offer.anchor.span
        selection = self._reader.selection()
        if selection is None or not selection.overlaps(span):
            self._reader.select(span)
        if isinstance(offer, NameSuggestion):
            self.view.marking.pick(words=offer.form)
        else:
            names = self._state.names if self._state is not None else {}
            speaker = speaker_choice(self._session, offer, names)
            self.view.marking.quote_proposed(speaker, lambda: self._settle(offer))

    def _settle(self, *offers: Offer) -> Callable[..., None]:
        """Go on at once; what is returned is called when the decision is written, or has failed."""
        state, spans = self._state, [offer.anchor.span for offer in offers]
        if state is not None:
            for span in spans:
                state.begin(span)
            self._go(back=False)
            self._show()

        def settled(answer: object = None) -> None:
            if state is not None:
                for span in spans:
                    state.settle(span, done=not isinstance(answer, WorkbenchError))
            self._rest.start()

        return settled

    # --- kinds ---

    def _choose_kinds(self, quotations: bool, names: bool) -> None:
        self._session.settings.suggest_quotations = quotations
        self._session.settings.suggest_names = names

    def _follow_setting(self, key: str) -> None:
        """Offer what was chosen over another text as well."""
        if key.startswith("suggest/"):
            self._show_kinds()
            state = self._state
            if state is not None and state.at(state.current) is None:
                self._propose(None)
            self._show()

    def _show_kinds(self) -> None:
        settings = self._session.settings
        self.bar.show_kinds(quotations=settings.suggest_quotations, names=settings.suggest_names)
        if self._state is not None:
            self._state.choose(quotations=settings.suggest_quotations, names=settings.suggest_names)

    def _restore(self, rejection_id: str) -> None:
        self._session.perform(restore_suggestion(rejection_id), initiator=self)

    # --- words ---

    def _show(self) -> None:
        state = self._state
        count = len(state.open) if state is not None else 0
        self._rule(state.open if state is not None else [])
        self.count.setVisible(count > 0)
        self.count.retranslate()
        self.count.setAccessibleName(self._count_words())
        self.count.setToolTip(tip(with_keys(self._count_words(), self._keys("suggestion.next"))))
        proposed = state.at(state.current) if state is not None else None
        self.bar.show_state(
            self._line,
            deciding=proposed is not None,
            going=count > (1 if proposed is not None else 0),
            read_only=self._session.read_only,
            rejected=state.rejected if state is not None else (),
            alike=len(self._alike()),
        )

    def _rule(self, open_: list[Offer]) -> None:
        """Show on the ruler what is open; a list that is there already is not gone through again."""
        ruler = self._reader.ruler
        if ruler is not None and open_ is not self._ruled:
            self._ruled = open_
            ruler.set_suggestions(each.anchor.span for each in open_)

    def _count_number(self) -> str:
        return active().number(len(self._state.open) if self._state is not None else 0)

    def _count_words(self) -> str:
        count = len(self._state.open) if self._state is not None else 0
        line = ngettext("{n} suggestion", "{n} suggestions", count)
        return line.format(n=active().number(count))

    def _line(self) -> str:
        return "" if self._state is None else self._state.line(read_only=self._session.read_only)
