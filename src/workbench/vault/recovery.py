"""The recovery sheet: an archive's raw key as 24 words with a checksum (BIP 39, English list).

The words open the archive without its passphrase, until the next passphrase change gives the
file another key. The list's first four letters are unique, so shortened words are enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from html import escape

from mnemonic import Mnemonic

from workbench.domain.errors import InputError
from workbench.i18n import N_, _, ngettext, phrasebook
from workbench.vault.keys import ArchiveKey

WORD_COUNT = 24
_LONGEST_TEXT = 4096
_UNIQUE_LETTERS = 4
_COLUMNS = 4
_TOKEN = re.compile(r"[^\W\d_]+")


@cache
def _words() -> Mnemonic:
    return Mnemonic("english")


@cache
def _spellings() -> dict[str, str]:
    """Every accepted spelling (whole, or from four letters on) and the word that it means."""
    table: dict[str, str] = {}
    for word in _words().wordlist:
        for length in range(_UNIQUE_LETTERS, len(word)):
            table.setdefault(word[:length], word)
    # Whole words last: a four-letter word may be the beginning of a longer one.
    table.update((word, word) for word in _words().wordlist)
    return table


def to_words(key: ArchiveKey) -> list[str]:
    """Write the raw key (not the salt, which is in the file) as 24 words.

    Raises:
        ValueError: the key was wiped.
    """
    return _words().to_mnemonic(key.raw()).split(" ")


def from_words(text: str, salt: bytes) -> ArchiveKey:
    """Read words as they were typed from the sheet; `salt` is the archive file's own.

    Letter case, the sheet's numbers, line breaks, punctuation and whatever follows the first
    four letters of a word may be missing. The texts of the errors hold no word.

    Raises:
        InputError: with the field `words`: which word is not on the list, a wrong number of
            words, or a checksum that does not match.
    """
    if len(text) > _LONGEST_TEXT:
        raise InputError(_("That is longer than a recovery sheet."), field="words", do=_count_advice())
    typed = _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
    known = _spellings()
    for number, word in enumerate(typed[:WORD_COUNT], start=1):
        if word not in known:
            raise InputError(
                _("Word {number} is not a recovery word.").format(number=number),
                field="words",
                do=_("Compare it with the sheet, letter by letter."),
            )
    if len(typed) != WORD_COUNT:
        found = ngettext("There is {n} word.", "There are {n} words.", len(typed)).format(n=len(typed))
        raise InputError(found, field="words", do=_count_advice())
    words = [known[word] for word in typed]
    # Asked before decoding: the library's exception would keep the words alive in its frames.
    if not _words().check(" ".join(words)):
        raise InputError(
            _("The words do not belong together: at least one is wrong or out of place."),
            field="words",
            do=_("Compare them with the sheet in the order of their numbers."),
        )
    raw = _words().to_entropy(words)
    key = ArchiveKey(raw, salt)
    raw[:] = bytes(len(raw))
    return key


def _count_advice() -> str:
    return _("Type the 24 words of the sheet in the order of their numbers.")


_TITLE = N_("Recovery sheet")
_ARCHIVE = N_("Archive: {name}")
_CREATED = N_("Made: {date}")
_WHAT = N_(
    "These 24 words are the key of the archive. Whoever has them and a copy of the archive file can read "
    "everything in it, without the passphrase."
)
_HOW = (
    N_("Print this sheet, or copy the words by hand. Do not keep it in a file or a photograph."),
    N_("Keep it in a safe place, away from the computer and from copies of the archive."),
    N_("If the passphrase is lost, open the archive, choose to open it with the recovery sheet, and type the words."),
    N_("The first four letters of each word are enough; capital letters do not matter."),
)
_UNTIL = N_(
    "The sheet opens the archive until the next passphrase change, which makes a new sheet. Then destroy this one. "
    "Older copies of the archive file still open with the sheet of their time."
)

_STYLE = (
    "body{font-family:sans-serif;font-size:11pt;color:#000;background:#fff;max-width:46em;margin:2em auto}"
    "h1{font-size:20pt}td{padding:6px 14px 6px 4px}.n{color:#555}.w{font-family:monospace;font-size:13pt}"
    ".warn{font-weight:bold}"
)


def sheet_html(words: Sequence[str], archive_name: str, created: datetime, language: str) -> str:
    """Return a page that needs nothing else, for a `QTextDocument` and a printer.

    `archive_name` is shown as plain text; `created` is an aware moment, printed in the
    machine's time zone; `language` is an interface language (any other gives English).
    """
    book = phrasebook(language)

    def text(message: str, **values: str) -> str:
        return escape(book.gettext(message).format(**values))

    rows = "".join(
        "<tr>" + "".join(_cell(at + 1, words[at]) for at in range(row, min(row + _COLUMNS, len(words)))) + "</tr>\n"
        for row in range(0, len(words), _COLUMNS)
    )
    steps = "".join(f"<li>{text(step)}</li>\n" for step in _HOW)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(book.language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{text(_TITLE)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{text(_TITLE)}</h1>\n"
        f"<p>{text(_ARCHIVE, name=archive_name)}<br>{text(_CREATED, date=book.date_time(created))}</p>\n"
        f'<p class="warn">{text(_WHAT)}</p>\n'
        f'<table lang="en" border="1" cellspacing="0">\n{rows}</table>\n'
        f'<ol>\n{steps}</ol>\n<p class="warn">{text(_UNTIL)}</p>\n</body>\n</html>\n'
    )


def _cell(number: int, word: str) -> str:
    return f'<td><span class="n">{number}.</span>&nbsp;<span class="w">{escape(word)}</span></td>'
