"""The way in: one original, one reading, chosen by what the bytes are and not by the name."""

from __future__ import annotations

import re

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers import limits
from workbench.importers.child import Cancel
from workbench.importers.files import Original, original_of
from workbench.importers.found import Reading
from workbench.importers.html import declared_charset, read_html
from workbench.importers.text import read_text

_PAGE = re.compile(r"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|div|br|a|span|h[1-6]|li|ul|meta|title|article|table|script|link)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ARCHIVED_PAGE = re.compile(rb"(?im)^content-type:\s*multipart/related")
_HEAD = 16_384


def read(original: Original, cancel: Cancel | None = None) -> Reading:
    """Read a text or a saved web page; what it is, is told by its bytes.

    `cancel` is asked now and then and stops the reading when it answers True.

    Raises:
        ImportFileError: see `read_text` and `read_html`.
        CancelledError: `cancel` answered True.
    """
    if _is_archived_page(original.data):
        raise ImportFileError(
            _("“{name}” is a web page packed with its pictures (MHTML).").format(name=original.file_name),
            do=_("Save it as “web page, HTML only”."),
        )
    return read_html(original, cancel) if is_page(original.data) else read_text(original)


def is_page(data: bytes) -> bool:
    """Tell whether bytes are HTML: it begins as a page does, or tags are common in its beginning."""
    head = data[:_HEAD]
    if b"<" not in head and b"<\x00" not in head and b"\x00<" not in head:
        return False
    text = _rough(head, declared_charset(head))
    text = _after_preamble(text)
    return _PAGE.match(text) is not None or (text[:1] == "<" and len(_TAGS.findall(text[:4096])) >= 3)


def _after_preamble(text: str) -> str:
    """Skip what may stand before a page's first tag: an XML declaration, comments, white space."""
    while True:
        text = text.lstrip()
        mark = "-->" if text.startswith("<!--") else "?>" if text.startswith("<?") else ""
        _before, found, rest = text.partition(mark) if mark else ("", "", "")
        if not found:
            return text
        text = rest


def read_clipboard(html: str | None, text: str | None, cancel: Cancel | None = None) -> tuple[Original, Reading]:
    """Read what was copied; the original is the copied HTML, else the copied text, as UTF-8.

    Lone surrogates, which a clipboard may hold and UTF-8 may not, become U+FFFD.

    Raises:
        ImportFileError: the clipboard has no text, or too much of it.
        CancelledError: `cancel` answered True.
    """
    if html and html.strip():
        original = _clipping(html)
        return original, read_html(original, cancel, fragment=True)
    if text and text.strip():
        original = _clipping(text)
        return original, read_text(original)
    raise ImportFileError(_("There is no text in the clipboard."), do=_("Copy the article first."))


def _clipping(text: str) -> Original:
    data = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    if len(data) > limits.ORIGINAL_BYTES:
        raise ImportFileError(_("The clipboard holds too much text."))
    return original_of(data)


def _rough(head: bytes, charset: str) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if b"\x00" in head[:4]:
        return head.decode("utf-16-be" if head[:1] == b"\x00" else "utf-16-le", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode(charset or "utf-8", "replace")


def _is_archived_page(data: bytes) -> bool:
    head = data[:4096]
    return b"MIME-Version:" in head and _ARCHIVED_PAGE.search(head) is not None
