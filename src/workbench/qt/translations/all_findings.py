"""Findings: what the checks find in every translation of the archive, and what persons have let stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _, active, ngettext
from workbench.languages.checks import Severity
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, CountButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineDelegate, LineList
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.translations.findings import Findings
from workbench.qt.translations.findings_part import SEVERITIES
from workbench.qt.translations.found_list import WAIVED, Chosen, FoundLine, FoundList, Kind, WantedFindings
from workbench.qt.translations.pane import Pane
from workbench.services.findings import BEHIND, Found, findings_in
from workbench.services.terms import Finder
from workbench.store.queries.quotes import list_quotes

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

KINDS: dict[Kind, str] = {
    Kind.SAID: N_("What is said"),
    Kind.NUMBERS: N_("Numbers, dates and times"),
    Kind.NAMES: N_("Names and terms"),
    Kind.SIGNS: N_("Signs of the quote"),
    Kind.QUOTATION: N_("Quotation marks"),
    Kind.WORDS: N_("Words and letters"),
    Kind.SPACES: N_("Spaces"),
}
"""What findings of each kind are about, in words."""

_WEIGHTS: dict[str, tuple[str, str, str]] = {
    Severity.ERROR.value: (SEVERITIES[Severity.ERROR], "circle-alert", "error"),
    Severity.WARNING.value: (SEVERITIES[Severity.WARNING], "triangle-alert", "warning"),
    Severity.STYLE.value: (SEVERITIES[Severity.STYLE], "info", "second"),
    WAIVED: (N_("let stand"), "eye", "second"),
}
"""Words, icon and colour of each severity, and of what is let stand."""

_OF_QUOTES = ("translation", "quote_mark", "waiver")
"""Tables whose changes show in the findings of the quotes that they name."""

_FEW = 200
"""Quotes that are checked again at once, and up to which everything is, without being asked for."""


def _weight_button(weight: str) -> CountButton:
    words, icon, colour = _WEIGHTS[weight]

    def picture() -> QIcon:
        return current_look().icon(icon, colour)

    return CountButton(lambda: _(words), picture)


class AllFindingsPane(Pane):
    """Checks everything in the background when it first comes to the front; Enter goes to the finding at its words."""

    action = "desk.all_findings"
    icon = "checks"
    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.found = FoundList()
        self._chosen = Chosen()
        self._checked = self._checking = self._stale = self._focus = False
        self._wide = False
        self._changed: set[str] = set()
        self._people: Mapping[str, str] = {}
        self.banner = Banner()
        self.languages, self.kinds = FittedCombo(), FittedCombo()
        self.weights = {weight: _weight_button(weight) for weight in _WEIGHTS}
        self.again = Button(lambda: _("Check again"), self.check_all, kind="quiet", icon="refresh-cw")
        self.count = PlainLabel(self._count_words, role="second", wrap=True)
        self.list = LineList(lambda: _("Findings in all translations"), rows=2, place="paper")
        self.list.lines.read_with(self._read_lines)
        self._before = EmptyState(
            "checks",
            lambda: _("The translations have not been checked"),
            verbs=((lambda: _("Check all translations"), self.check_all, ""),),
        )
        self._wait = EmptyState("checks", lambda: _("The translations are being checked…"))
        self._nothing = EmptyState("circle-check", lambda: _("The checks find nothing here"))
        self._build()
        self.list.chosen.connect(self._open)
        for box in (self.languages, self.kinds):
            box.currentIndexChanged.connect(lambda _at: self._show())
        for button in self.weights.values():
            button.toggled.connect(lambda _on: self._show())
        self.retranslate()
        self.restyle()

    @staticmethod
    @override
    def words() -> str:
        return _("Findings")

    def _build(self) -> None:
        filters = QWidget()
        flow = Flow(filters)
        for part in (self.languages, self.kinds, *self.weights.values(), self.again):
            flow.addWidget(part)
        self._tools = QWidget()
        self._top = QVBoxLayout(self._tools)
        self._top.addWidget(filters)
        self._top.addWidget(self.count)
        self._stack = Stack()
        for part in (self._before, self._wait, self._nothing, self.list):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.banner, self._tools):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    # Checking

    @override
    def enter(self) -> None:
        self._focus = True
        self._catch_up()
        if not self._checking:
            self._take_focus()

    @override
    def refresh(self, changes: Changes) -> None:
        if not changes.touches(*BEHIND):
            return
        for change in changes.rows:
            row = change.after or change.before or {}
            if change.table in _OF_QUOTES:
                quote_id = row.get("quote_id") or self.found.quote_of(row.get("translation_id", ""))
                self._changed |= {quote_id} if quote_id else set()
            elif change.table in BEHIND:
                self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Check what has changed; where that may be everything, and that is much, say so."""
        if self._checking:
            return
        much = self.found.quotes > _FEW
        if not self._checked or ((self._stale or len(self._changed) > _FEW) and not much):
            self.check_all()
        elif self._stale or len(self._changed) > _FEW:
            if self.banner.isHidden():
                self.banner.show_message(
                    Level.INFO,
                    lambda: _("Something has changed that other findings may come of."),
                    verbs=((lambda: _("Check again"), self.check_all),),
                )
        elif self._changed:
            self._check_some(tuple(self._changed))

    def check_all(self) -> None:
        """Check every translation, in the background."""
        if self._checking:
            return
        self._checking, self._stale, self._changed = True, False, set()
        self.banner.close_message()
        session = self.session

        def read(context: Context) -> FoundList:
            with session.read() as connection:
                quotes = list_quotes(connection, session.language)
                # Another thread asks the session's finder: this one reads names and terms for itself.
                found = findings_in(connection, Finder(), quotes, context.progress)
            return FoundList(found, (quote.id for quote in quotes))

        session.operations.run_read(
            read,
            on_done=self._take,
            on_error=self._stop,
            owner=self,
            title=_("Checking all translations"),
            aside=True,
        )
        self._show()

    def _take(self, found: FoundList) -> None:
        self.found = found
        self._checked, self._checking = True, False
        self._people = {row.id: row.initials for row in self.session.profiles()}
        self.list.lines.mark_stale()
        self._show()
        if self._focus:
            self._take_focus()
        if self.isVisible():
            self._catch_up()

    def _stop(self, error: WorkbenchError) -> bool:
        """Keep what was found before: it was stopped, or could not be done."""
        self._checking, self._stale = False, self._checked
        self._show()
        return isinstance(error, CancelledError)

    def _check_some(self, quote_ids: tuple[str, ...]) -> None:
        self._checking, session = True, self.session
        self._changed.difference_update(quote_ids)

        def read(context: Context) -> list[Found]:
            with session.read() as connection:
                quotes = list_quotes(connection, session.language, quote_ids=quote_ids)
                return findings_in(connection, session.terms, quotes, context.progress)

        def done(found: list[Found]) -> None:
            self.found.patch(quote_ids, found)
            self._take(self.found)

        session.operations.run_read(read, on_done=done, on_error=self._stop, owner=self)

    # Showing

    def _wanted(self) -> WantedFindings:
        chosen = frozenset(weight for weight, button in self.weights.items() if button.isChecked())
        kind = self.kinds.currentData()
        return WantedFindings(self.languages.currentData(), Kind(kind) if kind else None, chosen)

    def _show(self) -> None:
        self._chosen = self.found.find(self._wanted())
        place = max(0, self.list.currentIndex().row())
        self.list.set_ids(self._chosen.lines)
        ids = self._chosen.lines.ids
        if ids and not self.list.current_id():
            self.list.go_to(ids[min(place, len(ids) - 1)])
        for weight, button in self.weights.items():
            button.set_count(self._chosen.weights.get(weight, 0))
        self.count.retranslate()
        self._tools.setVisible(self._checked)
        self.again.setEnabled(not self._checking)
        without = self._nothing if self._checked else self._wait if self._checking else self._before
        self._stack.setCurrentWidget(self.list if ids else without)

    def _take_focus(self) -> None:
        self._focus = False
        part = self.list if self._chosen.lines.ids else self.again if self._checked else self._before
        # The stack shows it only when it comes to rest.
        QTimer.singleShot(0, part, part.setFocus)

    def _count_words(self) -> str:
        number, count = active().number, len(self._chosen.lines.ids)
        found = ngettext("{n} finding", "{n} findings", count).format(n=number(count))
        among = ngettext("in {n} translation", "in {n} translations", self._chosen.translations)
        return f"{found} {among.format(n=number(self._chosen.translations))}"

    def _read_lines(self, keys: Sequence[str]) -> dict[str, Line]:
        lines = ((key, self.found.lines.get(key)) for key in keys)
        return {key: _line(line, self._people) for key, line in lines if line is not None}

    def _open(self, key: str) -> None:
        line = self.found.lines.get(key)
        if line is None:
            return
        self.view.open_quote(line.quote.id, line.translation.language)
        for feature in self.view.features:
            if isinstance(feature, Findings):
                feature.go_to(line.quote.id, line.translation.language, line.judged)

    def _fill(self, box: FittedCombo, name: str, everything: str, entries: Sequence[tuple[str, str]]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(everything, None)
            for key, words in entries:
                box.addItem(words, key)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setAccessibleName(name)
        box.updateGeometry()

    @override
    def retranslate(self) -> None:
        tags = [(tag, active().language_name(tag)) for tag in WORKING_LANGUAGES]
        self._fill(self.languages, _("Language"), _("All languages"), tags)
        kinds = [(kind.value, _(words)) for kind, words in KINDS.items()]
        self._fill(self.kinds, _("What findings are about"), _("All kinds"), kinds)
        self.list.lines.mark_stale()
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give what a finding says one line where that is wide, else two."""
        wide = self.width() >= 2 * current_look().px("column")
        if wide is not self._wide:
            self._wide = wide
            self.list.setItemDelegate(LineDelegate(1 if wide else 2, self.list))

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._top.setContentsMargins(gap, 0, wide, gap)
        self._top.setSpacing(gap)
        self._fit()


def _line(line: FoundLine, people: Mapping[str, str]) -> Line:
    waiver = line.judged.waiver
    words = " ".join(line.translation.text.split())
    if waiver is None:
        told = _(SEVERITIES[line.judged.finding.severity])
    elif (waiver.author_id or "") in people:
        told = _("Let stand by {who}: {reason}").format(who=people[waiver.author_id or ""], reason=waiver.reason)
    else:
        told = _("Let stand: {reason}").format(reason=waiver.reason)
    return Line(
        line.key,
        line.judged.finding.text(),
        f"{told} · {words}",
        active().language_name(line.translation.language),
        warning=waiver is None and line.judged.finding.severity is Severity.ERROR,
    )
