"""Checking a bundle, with or without an archive: is it whole, and if not, what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.bundle import Finding, Verdict
from workbench.domain.errors import BundleError, CancelledError, WorkbenchError
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.bundles.parts import Facts, PathRow, Work, grouped, size_text
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.files import choose_folder
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.table import Column, RowModel, RowTable
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Operations

FINDING_WORDS = {
    "damaged": N_("damaged"),
    "missing": N_("not there"),
    "added": N_("added"),
    "invalid": N_("not as it should be"),
}
"""The kinds of findings in words."""


class VerifyPanel(Live, QWidget):
    """A path, a button, and the verdict. It needs no archive: the first page of the window uses it too.

    `recognise` is given the manifest's digest of a bundle that was read, on the GUI thread, and
    returns what is known of it, empty for nothing.
    """

    def __init__(self, operations: Operations, *, recognise: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._operations, self._recognise = operations, recognise
        self._verdict: Verdict | None = None
        self.folder = PathRow(lambda: _("Bundle"), self._browse, hint=lambda: _("The folder that holds bagit.txt."))
        self.folder.entered.connect(self.run)
        self.folder.edit.textChanged.connect(lambda _text: self._clear())
        self.button = Button(lambda: _("Verify"), self.run, kind="primary", icon="package-check")
        self.work = Work(operations)
        self.banner = Banner()
        self.facts = Facts()
        self.facts.add("files", lambda: _("Files"))
        self.facts.add("digest", lambda: _("Digest"), copy=lambda: _("Copy the digest"))
        self.facts.add("known", lambda: _("Known"))
        columns = (
            Column[Finding](N_("What"), lambda row: _(FINDING_WORDS.get(row.kind, row.kind))),
            Column[Finding](N_("File"), lambda row: row.path or "–"),
            Column[Finding](N_("Detail"), lambda row: row.detail, stretch=True),
        )
        self._model = RowModel[Finding](columns, self._fetch, self)
        self.findings = RowTable(self._model, columns)
        self.findings.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._lead = PlainLabel(
            lambda: _("Every file is compared with the bundle’s own manifests. Nothing is changed or kept."),
            role="second",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        for part in (self._lead, self.folder, self.button, self.work, self.banner, self.facts):
            alignment = Qt.AlignmentFlag.AlignLeft if part is self.button else Qt.AlignmentFlag(0)
            self._column.addWidget(part, 0, alignment)
        self._column.addWidget(self.findings, 1)
        self._column.addStretch(0)
        self.setFocusProxy(self.folder)
        self.findings.hide()
        self.retranslate()
        self.restyle()

    @property
    def verdict(self) -> Verdict | None:
        """What is shown, None before a bundle was read."""
        return self._verdict

    def verify(self, path: Path) -> None:
        """Check the bundle in a folder now."""
        self.folder.set_path(path)
        self.run()

    def run(self) -> None:
        """Check the bundle in the folder of the field."""
        path = self.folder.path()
        if path is None or self.work.job is not None:
            return
        self._clear()

        def work(context: Context) -> Verdict:
            from workbench.exporters.verify import verify_bundle

            return verify_bundle(path, progress=context.progress)

        job = self._operations.run_read(
            work, on_done=self._done, on_error=self._failed, title=_("Verifying the bundle"), initiator=self
        )
        if self.button.hasFocus():
            self.folder.setFocus()  # a button that is off would hand it to whatever comes next
        self.button.setEnabled(False)
        self.work.follow(job, lambda: _("Verifying…"))

    def _browse(self) -> Path | None:
        return choose_folder(self.window(), _("Choose a bundle"))

    def _clear(self) -> None:
        self._verdict = None
        self.banner.close_message()
        self.facts.hide()
        self.findings.hide()
        self._model.set_ids(())

    def _done(self, verdict: Verdict) -> None:
        self.button.setEnabled(True)
        self._verdict = verdict
        if verdict.whole:
            self.banner.show_message(Level.SUCCESS, lambda: _("The bundle is whole."), more=self._whole_words)
        else:
            self.banner.show_message(Level.ERROR, self._broken_words, more=self._kinds_words)
        self._model.set_ids(str(place) for place in range(len(verdict.findings)))
        self._model.mark_stale()
        self.findings.setVisible(not verdict.whole)
        self._show_facts()

    def _whole_words(self) -> str:
        return _("Compare the digest with the one that its sender told you: then it is also the very same bundle.")

    def _broken_words(self) -> str:
        count = len(self._verdict.findings) if self._verdict is not None else 0
        text = ngettext(
            "The bundle is not whole: {n} thing is wrong.", "The bundle is not whole: {n} things are wrong.", count
        )
        return text.format(n=active().number(count))

    def _kinds_words(self) -> str:
        kinds = Counter(finding.kind for finding in self._verdict.findings) if self._verdict is not None else Counter()
        counts = ", ".join(f"{_(FINDING_WORDS.get(kind, kind))}: {active().number(n)}" for kind, n in kinds.items())
        return counts + ". " + _("Ask its sender for another copy.")

    def _show_facts(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        files = ngettext("{n} file, {size}", "{n} files, {size}", verdict.files).format(
            n=active().number(verdict.files), size=size_text(verdict.bytes)
        )
        known = self._recognise(verdict.digest) if self._recognise is not None and verdict.digest else ""
        facts = {"files": files, "digest": grouped(verdict.digest) or "–"}
        self.facts.show_facts({**facts, "known": known}, copied={"digest": verdict.digest})
        self.facts.set_shown("known", shown=bool(known))

    def _failed(self, error: WorkbenchError) -> bool:
        self.button.setEnabled(True)
        if isinstance(error, CancelledError):
            self.banner.show_message(Level.INFO, lambda: _("Stopped before the end, so nothing can be said of it."))
            return True
        if isinstance(error, BundleError):
            self.folder.set_error(str(error))
            self.folder.setFocus()
            return True
        return False

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, Finding]:
        findings = self._verdict.findings if self._verdict is not None else ()
        return {key: findings[int(key)] for key in ids if int(key) < len(findings)}

    @override
    def retranslate(self) -> None:
        self.findings.setAccessibleName(_("What is wrong"))
        self._model.retranslate()
        self._show_facts()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("room"), look.px("room"), look.px("room"), look.px("room"))
        self._column.setSpacing(look.px("wide"))
