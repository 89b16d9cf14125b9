"""What would leave the room, before it does: counts, translations by state, warnings, persons named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.bundle import BundleChoice
from workbench.domain.kinds import Level, RecordKind, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active, ngettext
from workbench.qt.bundles.doubts import Doubts
from workbench.qt.bundles.parts import size_text
from workbench.qt.bundles.sure_places import SurePlaces
from workbench.qt.frame.base import Live, tip
from workbench.qt.frame.labels import PlainLabel, StateBadge, state_text
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.services.bundles import BundlePreview, PersonLeaving
from workbench.services.left_out import LeftOut, left_out_words

_STATES: tuple[TranslationState | None, ...] = (
    TranslationState.FINAL,
    TranslationState.REVIEWED,
    TranslationState.TRANSLATED,
    TranslationState.INITIAL,
    None,
)
_PATIENCE = 300
"""Milliseconds of counting after which the panel says that it counts."""

_PERSONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know before the bundle leaves; a serious one is a warning."""

    text: str
    serious: bool = True


class _Sign(Live, QWidget):
    """An icon and words beside it: a warning, or something good to know."""

    def __init__(self, icon: str, colour: str, words: str, *, small: bool = False) -> None:
        super().__init__()
        self._facts = (icon, colour)
        self._icon = QLabel()
        self.label = PlainLabel(words, role="small" if small else "", wrap=not small)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.label, 1)
        self._size = "wide" if small else "icon"
        self.restyle()

    @override
    def restyle(self) -> None:
        look = current_look()
        side = look.px(self._size)
        self._icon.setPixmap(look.icon(*self._facts).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._icon.setContentsMargins(0, look.px("half"), 0, 0)
        self._row.setSpacing(look.px("step") if self._size == "wide" else look.px("gap"))


class StateTable(Live, QWidget):
    """How many translations leave in which state: a line for each state, a column for each language."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._heads = {tag: PlainLabel(tag, role="section") for tag in WORKING_LANGUAGES}
        self.numbers: dict[tuple[str, str], PlainLabel] = {}
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, head in enumerate(self._heads.values(), 1):
            self._grid.addWidget(head, 0, column, right)
        for row, state in enumerate(_STATES, 1):
            self._grid.addWidget(StateBadge(state), row, 0)
            self._add_numbers(row, "missing" if state is None else state.value)
        self._stale = _Sign("triangle-alert", "warning", "", small=True)
        self._grid.addWidget(self._stale, len(_STATES) + 1, 0)
        self._add_numbers(len(_STATES) + 1, "stale")
        self._shown: BundlePreview | None = None
        self._languages: tuple[str, ...] = WORKING_LANGUAGES
        self.retranslate()
        self.restyle()

    def _add_numbers(self, row: int, key: str) -> None:
        for column, tag in enumerate(WORKING_LANGUAGES, 1):
            label = PlainLabel()
            self.numbers[key, tag] = label
            alignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(label, row, column, alignment)

    def show_counts(self, found: BundlePreview, languages: tuple[str, ...]) -> None:
        """Show the counts of a preview for the languages of its choice."""
        self._shown, self._languages = found, languages
        self.retranslate()

    @override
    def retranslate(self) -> None:
        stale = _("stale")
        self._stale.label.setText(stale)
        words = {"missing": state_text(None), "stale": stale}
        words |= {state.value: state_text(state) for state in TranslationState}
        for tag, head in self._heads.items():
            head.setVisible(tag in self._languages)
            head.setToolTip(tip(active().language_name(tag)))
            head.setAccessibleName(active().language_name(tag))
        for (key, tag), label in self.numbers.items():
            count = _count(self._shown, key, tag) if self._shown is not None else 0
            label.setVisible(tag in self._languages)
            label.setText(active().number(count) if count else "–")
            label.setAccessibleName(f"{active().language_name(tag)}, {words[key]}: {active().number(count)}")
            label.setProperty("role", "" if count else "second")
            label.style().unpolish(label)
            label.style().polish(label)

    @override
    def restyle(self) -> None:
        look = current_look()
        self._grid.setHorizontalSpacing(look.px("room"))
        self._grid.setVerticalSpacing(look.px("step"))
        for head in self._heads.values():
            head.setMinimumWidth(look.px("hall"))
            head.setAlignment(Qt.AlignmentFlag.AlignRight)


def _count(found: BundlePreview, key: str, tag: str) -> int:
    if key in ("missing", "stale"):
        return (found.missing if key == "missing" else found.stale).get(tag, 0)
    return found.translations.get(tag, {}).get(TranslationState(key), 0)


class PreviewPanel(Live, QWidget):
    """Follows the choice. `person_asked(id)` when a person of the list is chosen."""

    person_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._found: BundlePreview | None = None
        self._choice: BundleChoice | None = None
        self._counts: dict[str, PlainLabel] = {}
        self._counting = PlainLabel(lambda: _("Counting…"), role="second")
        self._counting.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._counting.show)
        self._numbers = QGridLayout()
        self.table = StateTable()
        self._warnings = QVBoxLayout()
        self.warnings: list[Remark] = []
        self._signs: list[_Sign] = []
        self._named = PlainLabel(self._named_words, role="section")
        self.persons = LineList(lambda: _("Persons whose names would leave"))
        # Put into words where they are looked at: a hundred thousand at once would hold the window up.
        self._leaving: dict[str, PersonLeaving] = {}
        self.persons.lines.read_with(self._person_lines)
        self.persons.chosen.connect(self.person_asked)
        self.doubts = Doubts()
        self.sure = SurePlaces()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._counting)
        self._column.addLayout(self._numbers)
        self._column.addLayout(self._warnings)
        self._column.addWidget(self.doubts)
        self._column.addWidget(self.sure)
        self._column.addWidget(PlainLabel(lambda: _("Translations"), role="section"))
        self._column.addWidget(self.table)
        self._column.addWidget(self._named)
        self._column.addWidget(self.persons)
        self._column.addStretch(1)
        self._add_counts()
        self.restyle()

    @property
    def found(self) -> BundlePreview | None:
        """What is shown; None before the first count."""
        return self._found

    def _add_counts(self) -> None:
        words: tuple[tuple[str, Callable[[], str]], ...] = (
            ("sources", lambda: _("Sources")),
            ("passages", lambda: _("Passages")),
            ("quotes", lambda: _("Quotes")),
            ("notes", lambda: _("Notes and tags")),
            (RecordKind.PERSON.value, lambda: _("Persons")),
            (RecordKind.EVENT.value, lambda: _("Events")),
            (RecordKind.ORGANISATION.value, lambda: _("Organisations")),
            (RecordKind.PLACE.value, lambda: _("Places")),
        )
        self._numbers.setColumnStretch(0, 1)
        self._numbers.setColumnStretch(3, 1)
        for place, (key, word) in enumerate(words):
            row, column = place % 4, place // 4 * 3
            self._counts[key] = PlainLabel("–")
            self._numbers.addWidget(PlainLabel(word, role="second"), row, column)
            self._numbers.addWidget(self._counts[key], row, column + 1, Qt.AlignmentFlag.AlignRight)
        self._counts["originals"] = PlainLabel("–")
        self._numbers.addWidget(PlainLabel(lambda: _("Original files"), role="second"), 4, 0)
        self._numbers.addWidget(self._counts["originals"], 4, 1, Qt.AlignmentFlag.AlignRight)

    def count(self, key: str) -> str:
        """Return what stands beside one of the counts: sources, passages, quotes, notes, originals or a kind."""
        return self._counts[key].text()

    def set_counting(self) -> None:
        """Say that it counts, where that takes long; the counts before stay meanwhile."""
        self._patience.start()

    def show_preview(self, found: BundlePreview, choice: BundleChoice) -> None:
        """Show what a choice would carry out of the room."""
        self._patience.stop()
        self._counting.hide()
        self._found, self._choice = found, choice
        self.retranslate()

    @override
    def retranslate(self) -> None:
        found, choice, number = self._found, self._choice, active().number
        self._named.retranslate()
        if found is None or choice is None:
            return
        values = {"sources": found.sources, "passages": found.passages, "quotes": found.quotes}
        values |= {"notes": found.notes + found.tags} | {
            kind.value: found.records.get(kind.value, 0) for kind in RecordKind
        }
        for key, value in values.items():
            self._counts[key].setText(number(value))
        self._counts["originals"].setText(
            size_text(found.originals_bytes) if choice.include_originals and found.originals_bytes else "–"
        )
        self.table.show_counts(found, choice.languages)
        self._show_warnings(warnings_of(found, choice))
        self.doubts.show_doubts(found.left_out.doubts)
        self.sure.show_places(found.left_out.sure)
        self._leaving = {person.id: person for person in found.persons}
        self.persons.lines.mark_stale()
        self.persons.set_ids(self._leaving)
        self.persons.setVisible(bool(found.persons))
        self._fit()

    def _person_lines(self, ids: Sequence[str]) -> dict[str, Line]:
        return {key: _person_line(person) for key in ids if (person := self._leaving.get(key)) is not None}

    def _named_words(self) -> str:
        if self._found is None:
            return ""
        count = len(self._found.persons)
        text = ngettext("{n} person is named", "{n} persons are named", count)
        return text.format(n=active().number(count))

    def _show_warnings(self, remarks: list[Remark]) -> None:
        if remarks == self.warnings:
            return
        self.warnings = remarks
        for sign in self._signs:
            self._warnings.removeWidget(sign)
            sign.hide()
            sign.deleteLater()
        signs = {True: ("triangle-alert", "warning"), False: ("info", "info")}
        self._signs = [_Sign(*signs[remark.serious], remark.text) for remark in remarks]
        for sign in self._signs:
            self._warnings.addWidget(sign)

    def _fit(self) -> None:
        rows = min(_PERSONS_SHOWN, self.persons.lines.rowCount())
        self.persons.setFixedHeight(
            max(1, rows) * max(1, self.persons.sizeHintForRow(0)) + 2 * current_look().px("ring")
        )

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("wide"), look.px("wide"), look.px("wide"), look.px("wide"))
        self._column.setSpacing(look.px("wide"))
        self._numbers.setHorizontalSpacing(look.px("gap"))
        self._numbers.setVerticalSpacing(look.px("half"))
        self._numbers.setColumnMinimumWidth(2, look.px("room"))
        self._warnings.setSpacing(look.px("gap"))
        self._fit()


def _person_line(person: PersonLeaving) -> Line:
    number = active().number
    parts = [_("instead of {name}").format(name=person.instead_of)] if person.instead_of else []
    if person.passages:
        parts.append(ngettext("{n} passage", "{n} passages", person.passages).format(n=number(person.passages)))
    if person.quotes:
        parts.append(ngettext("{n} quote", "{n} quotes", person.quotes).format(n=number(person.quotes)))
    # Its name goes along because a record that leaves refers to it.
    parts = parts or [_("tied to another record")]
    return Line(person.id, person.name, " · ".join(parts), kind=RecordKind.PERSON.value)


def warnings_of(found: BundlePreview, choice: BundleChoice) -> list[Remark]:
    """Return, in plain words, what the person should have seen before the bundle leaves."""
    if not found.sources:
        return [Remark(_("There is nothing to export in this choice.")), *left_out_of(found.left_out)]
    stale = sum(found.stale.values())
    drafts, unreviewed = found.in_state(TranslationState.INITIAL), found.in_state(TranslationState.TRANSLATED)
    persons = sum(not person.instead_of for person in found.persons)
    notes = found.notes if choice.include_notes else 0
    counted = (
        (persons, True, ngettext(
            "The name of {n} person leaves the room.", "The names of {n} persons leave the room.", persons)),
        (drafts, True, ngettext("{n} translation is a draft.", "{n} translations are drafts.", drafts)),
        (unreviewed, True, ngettext(
            "{n} translation has not been reviewed.", "{n} translations have not been reviewed.", unreviewed)),
        (stale, True, ngettext(
            "{n} translation is stale: the words of its quote changed after it.",
            "{n} translations are stale: the words of their quotes changed after them.", stale)),
        (notes, True, ngettext(
            "{n} note leaves, as it was written.", "{n} notes leave, as they were written.", notes)),
        (found.sources - found.left_out.texts, False, ngettext(
            "The whole text of {n} source leaves, not only its passages.",
            "The whole texts of {n} sources leave, not only their passages.",
            found.sources - found.left_out.texts)),
    )  # fmt: skip
    number = active().number
    levels = {Level.RESTRICTED: _("What is restricted leaves."), Level.SECRET: _("What is secret leaves.")}
    remarks = [Remark(levels[choice.level])] if choice.level in levels else []
    remarks += [Remark(text.format(n=number(count)), serious=serious) for count, serious, text in counted if count]
    remarks += left_out_of(found.left_out)
    if choice.include_originals and found.originals_bytes:
        words = _("The original files leave as they were received, with whatever else is in them.")
        remarks.append(Remark(words, serious=False))
    return remarks


def left_out_of(left_out: LeftOut) -> list[Remark]:
    """Return, in plain words, what stays in the room."""
    return [Remark(words, serious=False) for words in left_out_words(left_out)]
