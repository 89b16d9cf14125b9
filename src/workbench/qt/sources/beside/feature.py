"""Two sources side by side: choosing, opening, closing, swapping, tying, and taking words as a translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import Block
from workbench.i18n import _
from workbench.languages.alignment import Path, path_between
from workbench.qt.frame.banner import Level
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.text_model import TextModel
from workbench.qt.reader.view import Place as ReadingPlace
from workbench.qt.session import Place
from workbench.qt.sources.article import Article
from workbench.qt.sources.beside.bar import BesideBar
from workbench.qt.sources.beside.chooser import Chooser
from workbench.qt.sources.beside.halves import Halves
from workbench.qt.sources.beside.step import InStep
from workbench.qt.sources.beside.verbs import Verbs
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.following import Following, brings_texts
from workbench.qt.sources.opener import Opener, Opening
from workbench.store.queries.pairs import pairs_of
from workbench.store.queries.sources import source_detail

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_ROOM = "beside"
"""Who asks the screen for room."""

_MARKS = "passage."
"""What actions begin with that mark passages."""


@dataclass(frozen=True, slots=True)
class _Swap:
    """Two sources that are changing places, and where each was read."""

    opens: str
    beside: str
    opens_at: ReadingPlace
    beside_at: ReadingPlace


class Beside(Feature):
    """Shows a second source right of the open one, and keeps the two in step.

    A pair stays together for the session: opening its first source again shows the second one
    where it was read, until it is closed. Nothing is written but what the person asks for.
    """

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self.article = Article(view.session)
        self._following = Following(view.session, self.article)
        self.bar = BesideBar()
        # Under the text, so that both texts begin at one height.
        self.article.add_foot(self.bar)
        self.chooser: Chooser | None = None
        kept = view.session.side_by_side
        self._partners, self._open_for = kept.partners, kept.shown_for
        self._swap: _Swap | None = None
        self._job: Job | None = None
        self._aligned = 0
        self._opener = Opener(view.session, self)
        self._opener.opened.connect(self._take)
        self.verbs = Verbs(view, self.article, self.bar)
        self._build()
        self.steps = InStep(view.reader, self.reader, self)
        self._connect()

    @property
    def reader(self) -> Reader:
        """The reader of the second source."""
        return self.article.reader

    @property
    def is_open(self) -> bool:
        """Whether a second source stands beside the first."""
        return not self.article.isHidden()

    def _build(self) -> None:
        """Put the open source and the second one into a splitter in the place of the first."""
        middle = self.view.article.parentWidget()
        work = middle.parentWidget() if middle is not None else None
        column = work.layout() if work is not None else None
        if middle is None or work is None or not isinstance(column, QVBoxLayout):
            raise RuntimeError("the article stands in a stack, and that in a column")
        self._host = work
        place = column.indexOf(middle)
        self.splitter = Halves()
        column.insertWidget(place, self.splitter, 1)
        self.article.hide()
        for at, part in enumerate((middle, self.article)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(at, 1)
            self.splitter.setCollapsible(at, False)  # noqa: FBT003 - Qt's signature

    def _connect(self) -> None:
        bar, reader = self.bar, self.reader
        self._own: dict[str, Callable[[], object]] = {
            "passage.next": reader.go_to_passage,
            "passage.previous": lambda: reader.go_to_passage(back=True),
            "passage.next_quote": lambda: reader.go_to_passage(kind=PassageKind.QUOTE),
            "passage.previous_quote": lambda: reader.go_to_passage(back=True, kind=PassageKind.QUOTE),
            "passage.select_more": reader.select_more,
            "passage.select_less": reader.select_less,
            **self.article.find_bar.commands(),
        }
        bar.take_asked.connect(self.verbs.take)
        bar.translation_asked.connect(self.verbs.tie)
        bar.original_asked.connect(lambda: self.verbs.tie(original=True))
        bar.untie_asked.connect(self.verbs.untie)
        bar.step_asked.connect(lambda: self.set_in_step(on=bar.step.isChecked()))
        bar.other_asked.connect(self.choose)
        bar.swap_asked.connect(self.swap)
        bar.close_asked.connect(self.close)
        self.article.details_asked.connect(self._show_details)
        self.reader.selectionChanged.connect(lambda _span: self.verbs.offer_take())
        self.reader.contextMenuRequested.connect(self._open_menu)
        self.view.inspector.shown.connect(lambda _passage: self.verbs.offer_take())

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {
            "view.beside": self.toggle,
            "beside.swap": self.swap,
            "beside.step": lambda: self.set_in_step(on=not self.steps.on),
            "beside.tie": self.verbs.tie,
            "beside.take": self.verbs.take,
        }

    @override
    def intercepts(self, action: str) -> bool:
        """Do in the second text what is asked for there; marking is for the open one alone."""
        focus = self.view.focusWidget()
        if not self.is_open or focus is None or not self.article.isAncestorOf(focus):
            return False
        if action in self._own:
            self._own[action]()
        elif action.startswith(_MARKS):
            self.view.say(Level.INFO, _("Passages are marked in the open source. Ctrl+Shift+B opens this one there."))
        else:
            return False
        return True

    # --- opening and closing ---

    def toggle(self) -> None:
        """Show the source that belongs beside the open one, or ask which; where one is shown, close it."""
        source = self.view.article.source
        if self.is_open:
            self.close()
        elif source is None:
            self.view.say(Level.INFO, _("Open a source first: its translation stands beside it then."))
        else:
            partner = self._partner_of(source.id)
            if partner is None:
                self.choose()
            else:
                self.show_source(partner)

    def _partner_of(self, source_id: str) -> str | None:
        """Return what was beside a source last, else what it is tied to."""
        known = self._partners.get(source_id)
        with self.view.session.read() as connection:
            if known is not None and source_detail(connection, known) is not None:
                return known
            tied = pairs_of(connection, source_id)
        return tied[0].source_id if tied else None

    def choose(self) -> None:
        """Ask which source stands beside the open one."""
        source = self.view.article.source
        if source is None:
            return
        if self.chooser is not None:
            self.chooser.left()
        reader = self.reader if self.is_open else self.view.reader
        # Not in the splitter: it takes everything that is put into it for one of its parts.
        self.chooser = chooser = Chooser(self._host, self.view.session, source.id)
        chooser.chosen.connect(self.show_source)
        chooser.closed.connect(self._chooser_closed)
        chooser.open_at(reader.selection_rect())

    def _chooser_closed(self) -> None:
        self.chooser = None

    def show_source(self, source_id: str) -> None:
        """Show a source beside the one that is open."""
        source = self.view.article.source
        if source is None or source_id == source.id:
            return
        self._partners[source.id] = source_id
        self._open_for.add(source.id)
        if self.is_open and self.article.source is not None and self.article.source.id == source_id:
            self._stand_beside()
        else:
            self._opener.open(source_id)

    def _take(self, opening: Opening) -> None:
        source = self.view.article.source
        if source is None or self._partners.get(source.id) != opening.source.id or source.id not in self._open_for:
            return
        swap, self._swap = self._swap, None
        self.article.show_source(opening.source, opening.text, opening.passages)
        if swap is not None and swap.beside == opening.source.id:
            self.reader.restore_place(swap.beside_at)
        self._stand_beside()

    def _stand_beside(self) -> None:
        if not self.is_open:
            self.view.room.make(_ROOM, 2)
            self.article.show()
            self.splitter.halve()
            if self.view.reader.hasFocus():
                self.view.setTabOrder(self.view.reader, self.reader)
        self.verbs.show_tie()
        self.verbs.offer_take()
        self._align()

    def close(self) -> None:
        """Show the open source alone, where it is read."""
        source = self.view.article.source
        if source is not None:
            self._open_for.discard(source.id)
        self._put_away()

    def _put_away(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._aligned += 1
        focus = self.view.focusWidget()
        had_focus = focus is not None and self.article.isAncestorOf(focus)
        self.steps.set_path(None)
        self.article.keep_place()
        self.article.hide()
        self.view.room.give_back(_ROOM)
        if had_focus:
            self.view.reader.setFocus()

    def _align(self) -> None:
        """Work out in the background which paragraphs belong together; until then go by proportion."""
        left, right = self.view.reader.model, self.reader.model
        self.steps.set_proportional()
        self._aligned += 1
        number = self._aligned
        if self._job is not None:
            self._job.cancel()

        def work(context: Context) -> Path:
            return path_between(left.text, _blocks(left), right.text, _blocks(right), context.check)

        def done(path: Path) -> None:
            if number == self._aligned:
                self.steps.set_path(path)

        self._job = self.view.session.operations.run_read(
            work, on_done=done, owner=self, title=_("Aligning the paragraphs of two sources")
        )

    # --- what the person does with the two ---

    def set_in_step(self, *, on: bool) -> None:
        """Keep the scrolling of the two in step, or not."""
        self.bar.step.setChecked(on)
        self.steps.set_on(on=on)

    def swap(self) -> None:
        """Open the second source in the place of the first, which then stands beside it."""
        source, other = self.view.article.source, self.article.source
        if not self.is_open or source is None or other is None:
            return
        self._swap = _Swap(other.id, source.id, self.reader.place(), self.view.reader.place())
        self._partners[other.id] = source.id
        self._open_for.add(other.id)
        self.view.show_place(Place(self.view.name, source_id=other.id))

    def _show_details(self) -> None:
        if self.article.source is not None:
            self.view.show_details(self.article.source.id)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = current_look()
        if self.reader.selection() is not None:
            menu.addAction(look.icon("copy"), _("Copy"), self.reader.copy)
            take = menu.addAction(look.icon("languages"), _("Take as translation"), self.verbs.take)
            take.setEnabled(self.bar.take.isEnabled() and not self.view.session.read_only)
        menu.addAction(look.icon("arrow-left"), _("Open this source"), self.swap)
        if self.bar.pair is None and not self.view.session.read_only:
            menu.addSeparator()
            menu.addAction(look.icon("link"), _("Is its published translation"), self.verbs.tie)
            menu.addAction(_("Is its original"), lambda: self.verbs.tie(original=True))
        menu.popup(at)

    # --- following the screen ---

    @override
    def opened(self, opening: Opening) -> None:
        swap = self._swap
        if swap is not None and swap.opens == opening.source.id:
            self.view.reader.restore_place(swap.opens_at)
            self.view.reader.setFocus()
        partner = self._partners.get(opening.source.id)
        if opening.source.id in self._open_for and partner is not None:
            self.steps.set_path(None)
            self.show_source(partner)
        elif self.is_open:
            self._put_away()

    @override
    def closed(self) -> None:
        if self.is_open:
            self._put_away()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("published_translation"):
            self.view.details.show_ties()
        for source_id, partner in list(self._partners.items()):
            if partner in changes.ids("source") and self._gone(partner):
                del self._partners[source_id]
                self._open_for.discard(source_id)
        if not self.is_open or self.article.source is None:
            return
        if self.article.source.id in changes.ids("source"):
            self._refresh_source(self.article.source.id)
        if self.article.source is None:
            return
        if brings_texts(changes, self.article.source.id):
            self._opener.open(self.article.source.id)
            return
        self._following.follow(changes)
        if changes.touches("published_translation"):
            self.verbs.show_tie()
        self.verbs.offer_take()

    def _gone(self, source_id: str) -> bool:
        with self.view.session.read() as connection:
            return source_detail(connection, source_id) is None

    def _refresh_source(self, source_id: str) -> None:
        with self.view.session.read() as connection:
            found = source_detail(connection, source_id)
        if found is not None:
            self.article.show_facts(found)
            return
        self._put_away()
        self.article.close_source()
        self.article.forget_place(source_id)

    @override
    def retranslate(self) -> None:
        self.verbs.offer_take()

    @override
    def save_drafts(self) -> None:
        if self.chooser is not None:
            self.chooser.left()
        self.article.keep_place()


def _blocks(model: TextModel) -> list[Block]:
    return [model.block(number) for number in range(model.block_count)]
