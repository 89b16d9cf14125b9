"""The Bundles view: choose what leaves, see what would leave, export; verify; what left before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.bundle import BundleChoice
from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import LetOutInput, checked
from workbench.i18n import _
from workbench.qt.bundles.candidates import Candidates, read_candidates
from workbench.qt.bundles.choice import ChoicePanel
from workbench.qt.bundles.earlier import EarlierPage, moment_text
from workbench.qt.bundles.exporting import Exporting
from workbench.qt.bundles.options import Options
from workbench.qt.bundles.parts import Scroll, Tabs
from workbench.qt.bundles.preview import PreviewPanel
from workbench.qt.bundles.verifying import VerifyPanel
from workbench.qt.frame.base import Live, hair_line
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.view import View
from workbench.services.bundles import BundlePreview, preview_bundle
from workbench.services.doubts import SurePlace
from workbench.services.letting_out import let_out_place, withhold_place
from workbench.store.queries.exports import ExportRow, list_exports

_REST = 200
"""Milliseconds of rest after a change of the choice before it is counted."""

_WIDE = 35
"""Tenths of a side panel's width from which the three parts of the first page stand side by side."""

EXPORT, VERIFY, EARLIER = range(3)


class BundlesView(View):
    """Three pages: export, verify, earlier bundles."""

    name = ViewName.BUNDLES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._stale = self._preview_stale = True
        self._counting: Job | None = None
        self._counted_choice: BundleChoice | None = None
        self.choice = ChoicePanel()
        self.options = Options(session.archive.path.stem)
        self.exporting = Exporting(session)
        self.preview = PreviewPanel()
        self.verify = VerifyPanel(session.operations, recognise=self._recognise)
        self.earlier = EarlierPage()
        self.tabs = Tabs(lambda: _("Bundles"), lambda: _("Export"), lambda: _("Verify"), lambda: _("Earlier bundles"))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._count)
        self._build()
        self._connect()

    def _build(self) -> None:
        settings = self.session.settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget(self)
        for part, stretch in ((self.tabs, 0), (hair_line(), 0), (self._stack, 1)):
            column.addWidget(part, stretch)
        self.splitter = _splitter(self._stack)
        self.choice_panel = Panel(
            "bundle-choice", lambda: _("What to take"), self.choice, settings, parent=self.splitter
        )
        self.inner = _splitter(self.splitter)
        self._form = Scroll(_Column(self.options, self.exporting), place="paper")
        self.inner.addWidget(self._form)
        self.preview_panel = Panel(
            "bundle-preview",
            lambda: _("What would leave"),
            Scroll(self.preview),
            settings,
            side=Side.RIGHT,
            parent=self.inner,
        )
        self.inner.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        side = current_look().px("side")
        for key, splitter, sizes in (
            ("bundles", self.splitter, [side, side * 3]),
            ("bundles-inner", self.inner, [side * 2, side * 6 // 5]),
        ):
            kept = settings.split(key)
            if not (kept and splitter.restoreState(kept)):
                splitter.setSizes(sizes)
            splitter.splitterMoved.connect(partial(self._keep_split, key, splitter))
        for page in (self.splitter, Scroll(_Column(self.verify, wide=True), place="paper"), self.earlier):
            self._stack.addWidget(page)

    def _keep_split(self, key: str, splitter: QSplitter, *_moved: int) -> None:
        self.session.settings.set_split(key, bytes(splitter.saveState().data()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what would leave under the form where there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= current_look().px("side") * _WIDE // 10
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if orientation != self.inner.orientation():
            self.inner.setOrientation(orientation)
            width, height = self.width(), self.height()
            self.inner.setSizes([width // 2, width // 3] if wide else [height // 2, height // 2])
            self.splitter.setSizes([width // 4, width * 3 // 4] if wide else [width * 2 // 5, width * 3 // 5])

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.choice.changed.connect(self._choice_changed)
        self.options.changed.connect(self._choice_changed)
        self.exporting.asked.connect(self._export)
        self.exporting.verify_asked.connect(self._verify)
        # After the layout has made room for what came.
        self.exporting.ended.connect(lambda: QTimer.singleShot(0, self._form, self._show_end))
        self.preview.doubts.changed.connect(self._choice_changed)
        self.preview.sure.asked.connect(self._let_out)
        self.preview.sure.taken_back.connect(self._take_back)
        self.preview.person_asked.connect(lambda key: self.session.go(Place(ViewName.RECORDS, record_id=key)))

    # Reading

    @override
    def enter(self) -> None:
        self._load()
        page = self._stack.currentIndex()
        if page == EXPORT:
            self.choice.current.setFocus()
        else:
            (self.verify if page == VERIFY else self.earlier).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Count nothing that nobody sees; what is stale is counted when the view is shown again."""
        self._rest.stop()
        super().hideEvent(event)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("export"):
            self._load_exports()
        if changes.operation.action != "export_bundle":
            self._stale = self._preview_stale = True
            if self.isVisible():
                self._load()

    def _load(self) -> None:
        if self._stale:
            self._stale = False
            self.session.operations.run_read(self._read, on_done=self._loaded, owner=self)
            self._load_exports()
        if self._preview_stale:
            self._choice_changed()

    def _read(self, _context: Context) -> Candidates:
        with self.session.read() as connection:
            return read_candidates(connection, self.session.language)

    def _loaded(self, found: Candidates) -> None:
        self.choice.show_candidates(found)

    def _load_exports(self) -> None:
        self.session.operations.run_read(self._read_exports, on_done=self.earlier.show_exports, owner=self)

    def _read_exports(self, _context: Context) -> list[ExportRow]:
        with self.session.read() as connection:
            return list_exports(connection)

    # Counting what would leave

    def chosen(self) -> BundleChoice:
        """Return what would be exported now."""
        return BundleChoice(
            title=self.options.chosen_title(),
            languages=self.options.chosen_languages(),
            source_ids=self.choice.chosen("sources"),
            record_ids=self.choice.chosen("records"),
            quote_ids=self.choice.chosen("quotes"),
            states=self.options.chosen_states(),
            include_originals=self.options.originals.isChecked(),
            include_notes=self.options.notes.isChecked(),
            level=self.options.chosen_level(),
            let_out=self.preview.doubts.let_out,
        )

    def _choice_changed(self) -> None:
        self._preview_stale = True
        self._rest.start()

    def _count(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
        self._preview_stale = False
        self._counted_choice = choice = self.chosen()
        language, archive = self.session.language, self.session.archive

        def read(_context: Context) -> tuple[BundleChoice, BundlePreview]:
            return choice, preview_bundle(archive, choice, language)

        self.preview.set_counting()
        self._counting = self.session.operations.run_read(read, on_done=self._counted, owner=self)

    def _counted(self, found: tuple[BundleChoice, BundlePreview]) -> None:
        choice, preview = found
        if choice is self._counted_choice:  # an answer about an earlier choice is of no use any more
            self._counting = None
            self.preview.show_preview(preview, choice)

    # Places that surely are a hidden name

    def _let_out(self, place: SurePlace, reason: str) -> None:
        def refused(error: WorkbenchError) -> bool:
            if isinstance(error, InputError):
                self.preview.sure.refuse(error)
            return isinstance(error, InputError)

        try:
            given = checked(LetOutInput, place=place.place, reason=reason)
        except InputError as error:
            self.preview.sure.refuse(error)
            return
        self.session.perform(let_out_place(place.record_id, given), on_error=refused, initiator=self)

    def _take_back(self, place: SurePlace) -> None:
        self.session.perform(withhold_place(place.record_id, place.place), initiator=self)

    # Exporting and verifying

    def _export(self) -> None:
        if self.options.check():
            self.exporting.run(self.chosen())

    def _show_end(self) -> None:
        bar = self._form.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _verify(self, path: Path) -> None:
        self.tabs.setCurrentIndex(VERIFY)
        self.verify.setFocus()  # not the button, which is off until the verdict is there
        self.verify.verify(path)

    def _recognise(self, digest: str) -> str:
        """Say when this archive has exported the bundle with this manifest."""
        with self.session.read() as connection:
            rows = list_exports(connection, manifest_digest=digest)
        if not rows:
            return _("Not one of the bundles that this archive has exported.")
        text = _("Exported from this archive: {when}, {who}.")
        return text.format(when=moment_text(rows[0].moment), who=rows[0].author or "–")

    # Moving and actions

    @override
    def show_place(self, place: Place) -> None:
        for kind, row_id in (("sources", place.source_id), ("records", place.record_id), ("quotes", place.quote_id)):
            if row_id is not None:
                self.tabs.setCurrentIndex(EXPORT)
                self.choice.choose(kind, frozenset({row_id}))

    @override
    def run_action(self, action_id: str) -> bool:
        if action_id == "bundle.export":
            self.tabs.setCurrentIndex(EXPORT)
            self.exporting.folder.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.exporting.folder.edit.selectAll()
            self._show_end()
        elif action_id == "bundle.verify":
            self.tabs.setCurrentIndex(VERIFY)
            self.verify.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif action_id == "find.text" and self._stack.currentIndex() == EXPORT:
            self.choice_panel.set_folded(folded=False)
            self.choice.current.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif action_id == "view.list":
            self.choice_panel.toggle()
        elif action_id == "view.inspector":
            self.preview_panel.toggle()
        else:
            return False
        return True

    @override
    def retranslate(self) -> None:
        self._stale = self._preview_stale = True  # records are named in the interface language
        if self.isVisible():
            self._load()


def _splitter(parent: QWidget) -> QSplitter:
    made = QSplitter(Qt.Orientation.Horizontal, parent)
    made.setChildrenCollapsible(False)
    return made


class _Column(Live, QWidget):
    """Parts under each other in a column that is no wider than reading needs, from the left."""

    def __init__(self, *parts: QWidget, wide: bool = False) -> None:
        super().__init__()
        self._inside, self._wide = QWidget(), wide
        self._column = QVBoxLayout(self._inside)
        for place, part in enumerate(parts):
            if place:
                self._column.addWidget(hair_line())
            self._column.addWidget(part, 1 if wide else 0)
        if not wide:
            self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inside, 1000)
        row.addStretch(1)
        self.restyle()

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = 0 if self._wide else look.px("room")
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.px("room"))
        self._inside.setMaximumWidth(look.px("column") * (2 if self._wide else 1) + 2 * margin)
