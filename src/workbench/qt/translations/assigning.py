"""Who is responsible for the lines at hand: a small menu of the people who work in the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from workbench.i18n import _, ngettext
from workbench.qt.translations.feature import DeskFeature
from workbench.services.assignments import Place, assign, unassign
from workbench.store.queries.quotes import QuoteRow


class Assigning(DeskFeature):
    """The lines are those that are selected in the queue."""

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.assign": self._ask}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        people = {row.id: row.initials for row in self.session.profiles()}
        for tag, editor in self.view.desk.editors.items():
            editor.show_responsible(people.get(quote.responsible.get(tag, ""), ""))

    def _ask(self) -> None:
        rows = self.view.queue.selected()
        if not rows:
            return
        lines: tuple[Place, ...] = tuple((row.quote.id, row.language) for row in rows)
        now = {row.responsible_id for row in rows}
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(lines)
        menu.addSection(
            ngettext("Responsible for {n} line", "Responsible for {n} lines", count).format(n=count).replace("&", "&&")
        )
        for profile in self.session.profiles():
            text = f"{profile.initials} · {profile.name}".replace("&", "&&")
            self._choice(menu, text, partial(self._assign, lines, profile.id), chosen=now == {profile.id})
        menu.addSeparator()
        self._choice(menu, _("Nobody"), partial(self._assign, lines, None), chosen=now == {None})
        under = self._under()
        menu.popup(under.mapToGlobal(QPoint(0, 0)))
        menu.setActiveAction(next(action for action in menu.actions() if not action.isSeparator()))

    def _choice(self, menu: QMenu, text: str, does: Callable[[], object], *, chosen: bool) -> None:
        action = menu.addAction(text, does)
        action.setCheckable(True)
        action.setChecked(chosen)

    def _under(self) -> QWidget:
        """Return what the menu opens over: where the person is writing, or the queue."""
        editor = self.view.desk.editor
        return editor.field if editor is not None and editor.field.hasFocus() else self.view.queue.list

    def _assign(self, lines: tuple[Place, ...], profile_id: str | None) -> None:
        act = unassign(lines) if profile_id is None else assign(lines, profile_id)
        self.session.perform(act, initiator=self.view)
