"""What the picker offers: records that fit, and the making of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.inputs import RecordInput
from workbench.domain.kinds import RecordKind
from workbench.i18n import N_, _, active
from workbench.qt.look.style import current_look
from workbench.services.picker import Candidate

Index = QModelIndex | QPersistentModelIndex

KIND_ICONS: dict[RecordKind, str] = {
    RecordKind.PERSON: "user",
    RecordKind.EVENT: "calendar",
    RecordKind.ORGANISATION: "building-2",
    RecordKind.PLACE: "map-pin",
}

KIND_WORDS: dict[RecordKind, str] = {
    RecordKind.PERSON: N_("Person"),
    RecordKind.EVENT: N_("Event"),
    RecordKind.ORGANISATION: N_("Organisation"),
    RecordKind.PLACE: N_("Place"),
}
"""Each kind's word, English."""

_CREATE: dict[RecordKind, str] = {
    RecordKind.PERSON: N_("Create person “{name}”"),
    RecordKind.EVENT: N_("Create event “{name}”"),
    RecordKind.ORGANISATION: N_("Create organisation “{name}”"),
    RecordKind.PLACE: N_("Create place “{name}”"),
}


@dataclass(frozen=True, slots=True)
class Creation:
    """The offer to make a record with what was typed as its name."""

    kind: RecordKind
    name: str


Offer = Candidate | Creation


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that was chosen: by its id, or one to be made."""

    record: str | RecordInput
    kind: RecordKind
    name: str

    @property
    def known(self) -> str | None:
        """The id of a record that is there already."""
        return self.record if isinstance(self.record, str) else None


def offer_text(offer: Offer) -> str:
    """Return an offer's first line."""
    return _(_CREATE[offer.kind]).format(name=offer.name) if isinstance(offer, Creation) else offer.name


def offer_more(offer: Offer) -> str:
    """Return an offer's second line: whether it only may be meant, the date in words, and the other names."""
    if isinstance(offer, Creation):
        return ""
    date = date_text(offer.date, active().language, point=True) if offer.date else ""
    doubt = _("Possibly the same") if offer.twin else ""
    return "  ·  ".join(part for part in (doubt, date, *offer.others) if part)


class OfferModel(QAbstractListModel):
    """The offers, one row each; `OFFER_ROLE` gives the offer itself."""

    OFFER_ROLE = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []

    @property
    def offers(self) -> tuple[Offer, ...]:
        """All offers in order."""
        return tuple(self._offers)

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show other offers."""
        self.beginResetModel()
        self._offers = list(offers)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._offers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._offers):
            return None
        offer = self._offers[index.row()]
        if role == self.OFFER_ROLE:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer_text(offer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = _(KIND_WORDS[RecordKind(offer.kind)])
            return ", ".join(part for part in (kind, offer_text(offer), offer_more(offer)) if part)
        return None


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer: the kind's icon, the name, and under it what tells records of one name apart."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current_look()
        lines = option.fontMetrics.lineSpacing()
        if offer_more(index.data(OfferModel.OFFER_ROLE)):
            lines += option.fontMetrics.lineSpacing()
        return QSize(look.px("side_least"), max(look.px("target"), lines + 2 * look.px("step")))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OfferModel.OFFER_ROLE)
        look = current_look()
        painter.save()
        draw_ground(painter, option)
        gap, side = look.px("gap"), look.px("icon")
        area = option.rect.adjusted(gap, look.px("step"), -gap, -look.px("step"))
        icon = "plus" if isinstance(offer, Creation) else KIND_ICONS[RecordKind(offer.kind)]
        colour = "accent" if isinstance(offer, Creation) else str(offer.kind)
        line = look.font(strong=not isinstance(offer, Creation))
        more = offer_more(offer)
        painter.setFont(line)
        height = painter.fontMetrics().lineSpacing() if more else area.height()
        first = QRect(area.left() + side + gap, area.top(), area.width() - side - gap, height)
        icon_area = QRect(area.left(), first.top() + (first.height() - side) // 2, side, side)
        look.icon(icon, colour).paint(painter, icon_area)
        _draw_line(painter, first, offer_text(offer), "accent" if isinstance(offer, Creation) else "ink")
        if more:
            painter.setFont(look.font("small"))
            second = QRect(first.left(), first.bottom() + 1, first.width(), area.bottom() - first.bottom())
            _draw_line(painter, second, more, "second")
        painter.restore()


def _draw_line(painter: QPainter, area: QRect, text: str, colour: str) -> None:
    painter.setPen(current_look().colour(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw a row's ground as the style sheet has it, with the bar that marks the chosen one."""
    style = option.widget.style() if option.widget is not None else QApplication.style()
    bare = QStyleOptionViewItem(option)
    bare.text = ""
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, bare, painter, option.widget)
    look = current_look()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        bar = QRect(option.rect.left(), option.rect.top(), look.px("ring"), option.rect.height())
        painter.fillRect(bar, look.colour("accent"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, look.colour("hover"))
