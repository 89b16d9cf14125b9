"""One find of the memory in all its languages, the words that were looked for picked out."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.qt.frame.labels import SafeBrowser
from workbench.qt.look.style import current_look
from workbench.qt.translations.matches import where_words
from workbench.services.memory import Occurrence


class OccurrenceText(SafeBrowser):
    """Shows the text that was found, the same in the other languages, and where it comes from."""

    def __init__(self) -> None:
        self._found: Occurrence | None = None
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.retranslate()

    def show_occurrence(self, found: Occurrence | None) -> None:
        """Show another find, or none."""
        self._found = found
        self._show()

    def _show(self) -> None:
        found, colours, step = self._found, current_look().palette, current_look().px("gap")
        self.document().setDocumentMargin(0)
        if found is None:
            self.setHtml("")
            return
        unit, name = found.unit, active().language_name
        others = sorted((tag for tag in unit.texts if tag != unit.language), key=_order)
        rows = [(unit.language, _marked(found, colours.accent))]
        rows += [(tag, html.escape(unit.texts[tag])) for tag in others]
        head, style = f'<span style="color:{colours.second}">', f"margin:0 0 {step}px 0"
        parts = [f'<p style="{style}">{head}{html.escape(name(tag))}</span> {text}</p>' for tag, text in rows]
        about = [where_words(unit.origin, unit.label), unit.author, unit.moment]
        told = html.escape(" · ".join(part for part in about if part))
        parts.append(f'<p style="margin:0;color:{colours.second}">{told}</p>')
        self.setHtml("".join(parts))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("The text in its languages"))
        self._show()

    @override
    def restyle(self) -> None:
        super().restyle()
        self.document().setDefaultFont(current_look().reading_font(size="lead"))
        self._show()


def _order(tag: str) -> tuple[int, str]:
    return (WORKING_LANGUAGES.index(tag) if tag in WORKING_LANGUAGES else len(WORKING_LANGUAGES), tag)


def _marked(found: Occurrence, colour: str) -> str:
    parts, at = [], 0
    for span in found.spans:
        parts.append(html.escape(found.text[at : span.start]))
        words = html.escape(found.text[span.start : span.end])
        parts.append(f'<span style="color:{colour};font-weight:600">{words}</span>')
        at = span.end
    return "".join((*parts, html.escape(found.text[at:])))
