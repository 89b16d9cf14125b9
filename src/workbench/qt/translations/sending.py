"""Sending quotes to a translator outside: which, in what languages and format, and where the files go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.exchange import ExchangeFormat, Sent
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.archive.page import Tick
from workbench.qt.frame.banner import Level
from workbench.qt.frame.base import Button, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.files import choose_folder
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.operations import Job
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.translations.form_task import FormTask
from workbench.services.sending import SendChoice, preview_sending, send
from workbench.store.queries.quotes import Need

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_FORMATS: dict[ExchangeFormat, str] = {
    ExchangeFormat.XLIFF: N_("XLIFF 2.1, for translation programs"),
    ExchangeFormat.XLIFF12: N_("XLIFF 1.2, for OmegaT and older programs"),
    ExchangeFormat.TMX: N_("TMX 1.4b, a translation memory"),
    ExchangeFormat.DOCX: N_("Text document with a table (DOCX)"),
    ExchangeFormat.XLSX: N_("Table for a spreadsheet (XLSX)"),
}
_WAITING: dict[str, tuple[str, frozenset[Need]]] = {
    "open": (N_("missing, draft or stale"), frozenset({Need.MISSING, Need.DRAFT, Need.STALE})),
    "missing": (N_("missing"), frozenset({Need.MISSING})),
    "any": (N_("in any state"), frozenset()),
}


class SendTask(FormTask):
    """A short form with what would go, and what stays, under it."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._job: Job | None = None
        self._looking: Job | None = None
        self._told: Sent | None = None
        self._here = view.desk.quote.id if view.desk.quote is not None else ""
        self._listed = frozenset(row.quote.id for row in view.queue.shown())
        self.languages = {tag: Tick(_naming(tag), checked=tag == view.desk.language) for tag in WORKING_LANGUAGES}
        if not self.chosen_languages():
            self.languages[WORKING_LANGUAGES[0]].setChecked(True)
        self.which, self.waiting, self.form = FittedCombo(), FittedCombo(), FittedCombo()
        self.summary = PlainLabel(self._summary, wrap=True)
        self.stays = PlainLabel(self._stays, role="second", wrap=True)
        self.button = Button(lambda: _("Choose a folder and write…"), self.choose, kind="primary", icon="send")
        self._build()
        self.retranslate()
        self.restyle()
        for part in (self.which, self.waiting):
            part.currentIndexChanged.connect(self._look)
        for tick in self.languages.values():
            tick.toggled.connect(self._look)
        self._look()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("Send to a translator"), role="title")
        words = PlainLabel(
            lambda: _(
                "Only what is open leaves, and protected persons stand under their pseudonym. "
                "What comes back waits under “Returned”."
            ),
            role="second",
            wrap=True,
        )
        ticks = QWidget()
        flow = Flow(ticks)
        for tick in self.languages.values():
            flow.addWidget(tick)
        self._rows: tuple[QWidget, ...] = (
            FormRow(lambda: _("Languages"), ticks),
            FormRow(lambda: _("Quotes"), self.which),
            FormRow(lambda: _("Translations that are"), self.waiting),
            FormRow(lambda: _("Format"), self.form),
        )
        self.lay_out((head, words, *self._rows, self.summary, self.stays), self.button)
        self.setFocusProxy(self.which)

    # The choice

    def chosen_languages(self) -> tuple[str, ...]:
        """Return the tags of the ticked languages."""
        return tuple(tag for tag, tick in self.languages.items() if tick.isChecked())

    def choice(self) -> SendChoice:
        """Return what is chosen."""
        ids = {"listed": self._listed, "here": frozenset({self._here})}.get(self.which.currentData(), frozenset[str]())
        form = ExchangeFormat(self.form.currentData())
        return SendChoice(self.chosen_languages(), form, _WAITING[self.waiting.currentData()][1], quote_ids=ids)

    def _look(self) -> None:
        """Ask in the worker what would go."""
        if self._looking is not None:
            self._looking.cancel()
        choice, archive = self.choice(), self.session.archive
        self._looking = self.session.operations.run_read(
            lambda _context: preview_sending(archive, choice), on_done=self._looked, owner=self
        )

    def _looked(self, told: Sent) -> None:
        self._looking, self._told = None, told
        self._show_summary()

    def _show_summary(self) -> None:
        self.summary.retranslate()
        self.stays.retranslate()
        self.stays.setVisible(bool(self._stays()))
        self.button.setEnabled(self._job is None and self._told is not None and any(self._told.wanted.values()))

    def _summary(self) -> str:
        if self._told is None:
            return _("Looking what would go…")
        if not any(self._told.wanted.values()):
            return _("Nothing in this choice is to be sent.")
        number = active().number
        parts = [f"{active().language_name(tag)} {number(count)}" for tag, count in self._told.wanted.items() if count]
        words = ngettext("{n} quote goes: {parts}.", "{n} quotes go: {parts}.", self._told.quotes)
        return words.format(n=number(self._told.quotes), parts=", ".join(parts))

    def _stays(self) -> str:
        told, number = self._told, active().number
        if told is None:
            return ""
        parts = []
        if told.stay:
            words = ngettext("{n} quote stays: it is not open.", "{n} quotes stay: they are not open.", told.stay)
            parts.append(words.format(n=number(told.stay)))
        if told.reworded:
            words = ngettext(
                "{n} quote goes with other words where a hidden name stands.",
                "{n} quotes go with other words where a hidden name stands.",
                told.reworded,
            )
            parts.append(words.format(n=number(told.reworded)))
        return " ".join(parts)

    # Writing

    def choose(self) -> None:
        """Ask for a folder, and write a new one into it."""
        folder = choose_folder(self.window(), _("Send to a translator"))
        if folder is not None:
            self.write(folder)

    def write(self, folder: Path) -> None:
        """Write the files in the worker, into a new folder in the one that was chosen."""
        if self._job is not None:
            return
        self.view.flush()
        choice, archive = self.choice(), self.session.archive
        path = _free(folder, choice)
        self._job = self.session.operations.run_read(
            lambda context: send(archive, choice, path, progress=context.progress),
            on_done=lambda sent: self._done(sent, path),
            on_error=self._failed,
            owner=self,
            initiator=self,
            title=_("Sending to a translator"),
            lasting=True,
        )
        self.button.setEnabled(False)

    def _done(self, sent: Sent, path: Path) -> None:
        self._ended()
        words = ngettext("{n} file was written to “{name}”.", "{n} files were written to “{name}”.", sent.files)
        self.banner.show_message(
            Level.SUCCESS,
            words.format(n=active().number(sent.files), name=path.name),
            more=_("Take in what comes back with “Take in what came back”."),
        )

    def _failed(self, error: WorkbenchError) -> bool:
        self._ended()
        if not isinstance(error, CancelledError):
            self.banner.show_error(error)
        return True

    def _ended(self) -> None:
        self._job = None
        self._show_summary()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("quote", "passage", "translation", "record", "source"):
            self._look()

    @override
    def retranslate(self) -> None:
        number = active().number
        which = [("all", _("all quotes"))]
        if self._listed:
            words = ngettext("the {n} quote in the queue", "the {n} quotes in the queue", len(self._listed))
            which.append(("listed", words.format(n=number(len(self._listed)))))
        if self._here:
            which.append(("here", _("the quote at hand")))
        _fill(self.which, which)
        _fill(self.waiting, [(key, _(words)) for key, (words, _needs) in _WAITING.items()])
        _fill(self.form, [(form.value, _(words)) for form, words in _FORMATS.items()])
        self._show_summary()


def _naming(tag: str) -> Words:
    return lambda: active().language_name(tag)


def _fill(box: QComboBox, items: list[tuple[str, str]]) -> None:
    """Fill a box anew, in the same place; who listens is not told."""
    place = max(0, box.currentIndex())
    box.blockSignals(True)  # noqa: FBT003 - Qt's signature
    box.clear()
    for key, words in items:
        box.addItem(words, key)
    box.setCurrentIndex(min(place, box.count() - 1))
    box.blockSignals(False)  # noqa: FBT003 - Qt's signature


def _free(folder: Path, choice: SendChoice) -> Path:
    """Return a name that nothing in a folder has yet."""
    name = "-".join(("translate", *choice.languages, choice.form.value.replace(".", "")))
    number = 1
    while (path := folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return path
