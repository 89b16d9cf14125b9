"""What all parts share: words that follow the language, looks that follow the theme."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from workbench.i18n import active
from workbench.qt.look.style import current_look

Words = str | Callable[[], str]
"""A text to show; a function is asked again at every change of language."""

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


def say(words: Words) -> str:
    """Return the words in the active language."""
    return words if isinstance(words, str) else words()


class Live(_Base):
    """Stands before the Qt class among a widget's bases.

    A language is switched with `language.switch_language`, which sends `LanguageChange` to every
    window; Qt hands it down to each widget, and each shows its own words anew in `retranslate`.
    In the same way `restyle` comes after a new theme or scale.
    """

    def retranslate(self) -> None:
        """Show every text of this widget in the active language."""

    def restyle(self) -> None:
        """Take lengths, icons and painted colours from the look in force."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.restyle()


def variant(widget: QWidget, **properties: Any) -> None:
    """Choose a variant of the style sheet: `role`, `kind`, `level`, `place`, `wrong`."""
    for name, value in properties.items():
        if widget.property(name) == value:
            continue
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def tip(text: str) -> str:
    """Return a tooltip that shows exactly this text: Qt would take a `<` in content for markup."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def hair_line(parent: QWidget | None = None, *, vertical: bool = False) -> QFrame:
    """Return a line one pixel wide between two areas."""
    line = QFrame(parent)
    line.setProperty("place", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class Button(Live, QPushButton):
    """A button with a verb on it. `kind` is "", "primary", "quiet" or "danger"."""

    def __init__(
        self,
        words: Words,
        does: Callable[[], object] | None = None,
        *,
        kind: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._icon = words, icon
        self._breaks = False
        self.setProperty("kind", kind)
        # Enter presses it too, not Space alone; Qt ties the two together under this name.
        self.setAutoDefault(True)
        if does is not None:
            self.clicked.connect(lambda *_checked: does())
        self.retranslate()
        self.restyle()

    def set_words(self, words: Words) -> None:
        """Change what stands on the button."""
        self._words = words
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(self._whole())
        self._break()

    # Where a button may break its words (`Flow` lets it), it is as wide as they are while there is
    # room, and as high as their lines where there is none.

    def let_break(self) -> None:
        """Have the words go on in another line where the button is narrower than they are."""
        self._breaks = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # else Qt holds it to one line

    def _around(self) -> int:
        """Return how much of the width the words do not have: padding, frame, icon."""
        return super().sizeHint().width() - self._extent(self.text())

    def _extent(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    def _lines(self, width: int) -> str:
        """Break the words into lines for a button of this width."""
        room, lines, whole = width - self._around(), [""], self._whole()
        if self._extent(whole) <= room:
            return whole
        for word in whole.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._extent(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def _whole(self) -> str:
        return say(self._words).replace("&", "&&")

    def _break(self) -> None:
        shown = self._lines(self.width()) if self._breaks else self.text()
        if shown != self.text():
            self.setText(shown)

    def _height(self, lines: int) -> int:
        more = (lines - self.text().count("\n") - 1) * self.fontMetrics().lineSpacing()
        return max(current_look().px("target"), super().sizeHint().height() + more)

    @override
    def sizeHint(self) -> QSize:
        if not self._breaks:
            return super().sizeHint()
        return QSize(self._around() + self._extent(self._whole()), self._height(1))

    @override
    def minimumSizeHint(self) -> QSize:
        if not self._breaks:
            return super().minimumSizeHint()
        widest = max((self._extent(word) for word in self.text().split()), default=0)
        return QSize(self._around() + widest, self._height(1))

    @override
    def hasHeightForWidth(self) -> bool:
        return self._breaks

    @override
    def heightForWidth(self, width: int) -> int:
        return self._height(self._lines(width).count("\n") + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    @override
    def restyle(self) -> None:
        if self._icon:
            look = current_look()
            colours = {"primary": "on_accent", "danger": "error", "quiet": "accent"}
            self.setIcon(look.icon(self._icon, colours.get(str(self.property("kind")), "ink")))
            self.setIconSize(QSize(look.px("icon") + look.px("step"), look.px("icon")))


class PictureButton(Live, QPushButton):
    """A choice that is on or off, with a picture; its words go to the tooltip where they have no room.

    `picture` is asked again when the look changes; `size` is its side, a name in `tokens.LENGTHS`.
    """

    def __init__(self, words: Words, picture: Callable[[], QIcon], *, size: str = "icon") -> None:
        super().__init__()
        self._words, self._picture, self._size = words, picture, size
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it, as any other button
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "filter")
        self.retranslate()
        self.restyle()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self._whole())
        self._fit()

    def _whole(self) -> str:
        return say(self._words)

    def _least(self) -> str:
        """Return what stands beside the picture however narrow it is."""
        return ""

    def _fit(self) -> None:
        spare = self.width() - super().sizeHint().width()
        cut = self._longer(self._whole()) > spare
        self.setText(self._beside(self._least() if cut else self._whole()))
        self.setToolTip(tip(self._whole()) if cut else "")

    @staticmethod
    def _beside(words: str) -> str:
        """Return words as they stand beside the picture; without a mnemonic."""
        return f" {words}".rstrip().replace("&", "&&")

    def _longer(self, words: str) -> int:
        """Return by how much other words are wider than those that are shown."""
        extent = self.fontMetrics().horizontalAdvance
        return extent(self._beside(words)) - extent(self.text())

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._longer(self._whole()), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._longer(self._least())
        return super().sizeHint() + QSize(least, 0)  # Qt's own least size is what `sizeHint` says here

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def restyle(self) -> None:
        side = current_look().px(self._size)
        self.setIcon(self._picture())
        self.setIconSize(QSize(side, side))


class CountButton(PictureButton):
    """A filter with how many it lets through, which stays where the words go."""

    _count = 0

    def set_count(self, count: int) -> None:
        """Say how many there are."""
        self._count = count
        self.retranslate()

    @override
    def _whole(self) -> str:
        return f"{say(self._words)}  {self._least()}"

    @override
    def _least(self) -> str:
        return active().number(self._count)


class ToolButton(QToolButton):
    """A tool button that Enter presses too, not Space alone, as it does a `Button`."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(Live, ToolButton):
    """A square button that shows only an icon; its words are its name and its tooltip."""

    def __init__(
        self,
        icon: str,
        words: Words,
        does: Callable[[], object] | None = None,
        *,
        keys: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._icon, self._keys = words, icon, keys
        self.setProperty("kind", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if does is not None:
            self.clicked.connect(lambda *_checked: does())
        self.retranslate()
        self.restyle()

    def set_icon(self, icon: str, words: Words) -> None:
        """Change what the button shows and says."""
        self._icon, self._words = icon, words
        self.retranslate()
        self.restyle()

    @override
    def retranslate(self) -> None:
        text = say(self._words)
        keys = self._keys() if self._keys is not None else ""
        self.setAccessibleName(text)
        self.setToolTip(tip(f"{text} ({keys})" if keys else text))

    @override
    def restyle(self) -> None:
        look = current_look()
        self.setIcon(look.icon(self._icon, "second", on="accent"))
        self.setIconSize(QSize(look.px("icon"), look.px("icon")))
