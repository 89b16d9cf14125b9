"""`README.<language>.txt`: what is in a bundle and how anybody can check it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from workbench.domain.date_text import date_text
from workbench.exporters.lookup import Lookup, moment_of, one_line
from workbench.exporters.standing import UNFINISHED
from workbench.i18n import N_, Phrasebook, phrasebook

_WIDTH = 78

_CHECK_WINDOWS = (
    "Get-Content manifest-sha256.txt | ForEach-Object {",
    "    $digest, $path = $_ -split '  ', 2",
    "    if ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $digest) { $path }",
    "}",
)

_FILES = (
    ("data/index.html", N_("everything on one page, for reading and printing")),
    ("data/quotes.csv", N_("the quotes as a table")),
    ("data/xliff/", N_("the quotes and their translations for translation programs (XLIFF 2.1)")),
    ("data/annotations.jsonld", N_("the passages as W3C Web Annotations")),
    ("data/records.json", N_("persons, events and everything else as JSON")),
    ("data/records.ftm.json", N_("the records as FollowTheMoney entities")),
    ("data/eac/", N_("persons and organisations as EAC-CPF 2.0")),
    ("data/texts/", N_("the texts, to which all positions refer")),
)


def write_readme(lookup: Lookup, language: str, *, originals: bool) -> bytes:
    """Write the README in one language: UTF-8, LF, lines of at most 78 characters but commands."""
    book = phrasebook(language)
    lines = [line.rstrip() for line in _lines(lookup, book, originals=originals)]
    return ("\n".join(lines) + "\n").encode()


def _lines(lookup: Lookup, book: Phrasebook, *, originals: bool) -> Iterator[str]:
    content = lookup.content
    title = one_line(content.title)
    yield from textwrap.wrap(title, _WIDTH)
    yield "=" * min(_WIDTH, max(1, len(title)))
    yield ""
    yield from _paragraph(
        book.gettext(N_("A bundle of the Skaryna Workbench. State of the archive: {date}.")).format(
            date=date_text(moment_of(content).date().isoformat(), book.language)
        )
    )
    yield from _paragraph(
        book.gettext(N_("Languages: {languages}.")).format(
            languages=", ".join(book.language_name(language) for language in content.languages)
        )
    )
    yield from _heading(book.gettext(N_("What is in it")))
    files = list(_FILES)
    if originals:
        files.append(("data/originals/", N_("the files as they were received, byte for byte")))
    width = max(len(path) for path, _ in files) + 2
    for path, words in files:
        yield from _wrapped(book.gettext(words), f"  {path:<{width}}", " " * (width + 2))
    yield ""
    if originals:
        yield from _paragraph(
            book.gettext(N_("Originals may be web pages: open them only where running their scripts does no harm."))
        )
    if content.unfinished:
        yield from _paragraph(book.gettext(UNFINISHED))
    if content.left_out:
        yield from _paragraph(book.gettext(_LEFT_OUT))
    yield from _paragraph(book.gettext(_TABLE))
    yield from _checking(book)


_LEFT_OUT = N_(
    "Parts of the archive were left out of this bundle. Some persons stand in it under a pseudonym, and “[…]” stands "
    "in a text where words were taken out. Such a text is marked as redacted: it is a text of its own, all positions "
    "are places of it, and the file that it was read from is not here."
)

_TABLE = N_(
    "The table holds the words exactly as they stand in the source, so a cell may begin with a sign that a "
    "spreadsheet takes for a formula. Do not open it with a double click: import it as UTF-8 with the comma as "
    "separator and every column as text."
)


def _checking(book: Phrasebook) -> Iterator[str]:
    yield from _heading(book.gettext(N_("How to check it")))
    yield from _paragraph(
        book.gettext(
            N_(
                "The bundle is a BagIt 1.0 bag (RFC 8493). "
                "Each of these commands is run in the folder that holds bagit.txt."
            )
        )
    )
    yield from _command(
        book.gettext(N_("With this program (finds what is damaged, missing or added):")), "workbench verify ."
    )
    yield from _command(
        book.gettext(N_("With the Library of Congress’ bagit-python (finds the same):")), "bagit.py --validate ."
    )
    yield from _command(
        book.gettext(N_("Linux (finds what is damaged or missing):")),
        "sha256sum --check --quiet tagmanifest-sha256.txt manifest-sha256.txt",
    )
    yield from _command(
        book.gettext(N_("macOS (finds what is damaged or missing):")),
        "shasum -a 256 -c tagmanifest-sha256.txt manifest-sha256.txt",
    )
    yield from _command(
        book.gettext(N_("Windows, in PowerShell (names every file that is damaged or missing):")), *_CHECK_WINDOWS
    )
    yield from _command(book.gettext(N_("Windows, one file at a time:")), r"certutil -hashfile data\index.html SHA256")
    yield from _paragraph(
        book.gettext(
            N_(
                "A checksum shows damage, not who wrote the files. To be sure that this is the bundle that was sent, "
                "ask the sender over another channel for the SHA-256 of tagmanifest-sha256.txt and compare."
            )
        )
    )


def _heading(words: str) -> Iterator[str]:
    yield words
    yield "-" * len(words)
    yield ""


def _paragraph(words: str) -> Iterator[str]:
    yield from _wrapped(words, "", "")
    yield ""


def _command(words: str, *commands: str) -> Iterator[str]:
    yield from _wrapped(words, "", "")
    yield ""
    for command in commands:
        yield f"    {command}"
    yield ""


def _wrapped(words: str, first: str, following: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
