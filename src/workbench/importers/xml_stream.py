"""Large XML from outside, a part at a time: no entities, no DTD, bounded memory, whatever encoding it claims."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers import limits
from workbench.importers.decoding import BYTE_ORDER_MARKS, is_text_encoding
from workbench.importers.files import opened_original, safe_name
from workbench.importers.xml import HEAD, SAFE, declared_encoding, declares, local_name, without_declaration

Progress = Callable[[int, int], None]
"""Is told how many bytes are done, and of how many; may raise to stop."""

_CHUNK = 256 * 1024


@dataclass
class XmlStream:
    """The elements with certain names, in the order in which they end, of a file of any size.

    `parts` are names without their namespace; one part is in memory at a time, and everything
    before it is gone. `root` is the document element's name, and what the file is called; `older` what it was
    called in an edition before. `digest` is the SHA-256 of the bytes that were read, once all were.
    """

    path: Path
    parts: frozenset[str]
    root: str
    limit: int
    progress: Progress = lambda _done, _all: None
    older: str = ""
    digest: str = ""
    encoding: str = ""
    name: str = field(init=False)
    _size: int = 0

    def __post_init__(self) -> None:
        self.name = safe_name(self.path.name or str(self.path))

    def read(self) -> Iterator[etree._Element]:
        """Yield the parts.

        Raises:
            ImportFileError: the file cannot be read or is too large, not well-formed (then with the
                line), another kind of XML, declares anything, or is not in the encoding it names.
        """
        with opened_original(self.path, limit=self.limit) as file:
            self._size = os.fstat(file.fileno()).st_size
            self.encoding = self._encoding_of(file)
            file.seek(0)
            yield from self._parse(file)

    def refused(self, what: str, do: str = "") -> ImportFileError:
        """Return an error about this file, which leaves everything as it was."""
        return ImportFileError(what, kept=_("Nothing was taken in."), do=do)

    def too_much(self) -> ImportFileError:
        """Return the error for more than a sound file has."""
        return self.refused(_("“{name}” has more in one place than can be read.").format(name=self.name))

    def _encoding_of(self, file: BinaryIO) -> str:
        """Tell the encoding: a mark first, then UTF-8 where all of it is that, whatever it says, then what it says."""
        head = file.read(HEAD)
        for mark, encoding in BYTE_ORDER_MARKS:
            if head.startswith(mark):
                return encoding
        if b"\0" in head[:4]:
            return "utf-16-be" if head[0] == 0 else "utf-16-le"
        declared = declared_encoding(head) or "utf-8"
        file.seek(0)
        if self._is_utf8(file):
            return "utf-8"
        name = codecs.lookup(declared).name if is_text_encoding(declared) else "utf-8"
        if name in ("utf-8", "ascii") or name.startswith(("utf-16", "utf-32")):
            raise self.refused(
                _("“{name}” is not in the encoding that it names.").format(name=self.name),
                _("Save it as UTF-8 and try again."),
            )
        return name

    def _is_utf8(self, file: BinaryIO) -> bool:
        decoder = codecs.getincrementaldecoder("utf-8")()
        done = 0
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
                done += len(chunk)
                self.progress(done // 10, self._size)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        return True

    def _parse(self, file: BinaryIO) -> Iterator[etree._Element]:
        parser = etree.XMLPullParser(events=("start", "end"), **SAFE)
        watch = _Watch(self)
        try:
            for characters in self._characters(file):
                parser.feed(characters.encode("utf-8", "replace"))
                watch.fed(len(characters))
                yield from watch.parts(parser.read_events())
            parser.close()
            yield from watch.parts(parser.read_events())
        except etree.XMLSyntaxError as error:
            raise self.refused(
                _("“{name}” is not well-formed XML: line {n}.").format(name=self.name, n=error.lineno or 1),
                _("Ask for the file once more, as the program wrote it."),
            ) from None
        except UnicodeError:
            raise self.refused(
                _("“{name}” is not in the encoding that it names.").format(name=self.name),
                _("Save it as UTF-8 and try again."),
            ) from None
        if not watch.begun:
            raise self.other_kind()

    def _characters(self, file: BinaryIO) -> Iterator[str]:
        """Yield the file's text without its declaration, whose encoding may be a lie."""
        decoder = codecs.getincrementaldecoder(self.encoding)()
        digest = hashlib.sha256()
        done, first = 0, True
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            text = decoder.decode(chunk)
            if first:
                text, first = without_declaration(text.removeprefix("\ufeff")), False
            yield text
            self.progress(self._size // 10 + done * 9 // 10, self._size)
        yield decoder.decode(b"", final=True)
        self.progress(self._size, self._size)
        self.digest = digest.hexdigest()

    def other_kind(self) -> ImportFileError:
        """Return the error for XML of another kind than was asked for."""
        return self.refused(_("“{name}” is not a {kind} file.").format(name=self.name, kind=self.root.upper()))


class _Watch:
    """Follows the parser's events: gives out each part when it ends, and lets go of what is done with."""

    def __init__(self, stream: XmlStream) -> None:
        self._stream = stream
        self.begun = False
        self._inside = 0
        self._elements = 0
        self._outside = 0
        self._points = 0

    def fed(self, points: int) -> None:
        """Note how much was read since the last part ended; all of that is in memory."""
        self._points += points
        if self._points > limits.XML_PART_POINTS:
            raise self._stream.too_much()

    def parts(self, events: Any) -> Iterator[etree._Element]:
        for event, element in events:
            if event == "start":
                self._begin(element)
            elif local_name(element) in self._stream.parts:
                self._inside -= 1
                if self._inside == 0:
                    self._elements, self._points = 0, 0
                    yield element
                    _let_go(element)

    def _begin(self, element: etree._Element) -> None:
        name = local_name(element)
        if not self.begun:
            self.begun = True
            if name not in (self._stream.root, self._stream.older):
                raise self._stream.other_kind()
            if declares(element):
                raise self._stream.refused(
                    _("“{name}” declares entities of its own, which no such file needs.").format(name=self._stream.name)
                )
        if name in self._stream.parts:
            self._inside += 1
        self._elements += self._inside > 0
        self._outside += self._inside == 0
        if self._elements > limits.XML_PART_ELEMENTS or self._outside > limits.XML_OTHER_ELEMENTS:
            raise self._stream.too_much()


def _let_go(element: etree._Element) -> None:
    """Forget a part and everything before it in its parent."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
