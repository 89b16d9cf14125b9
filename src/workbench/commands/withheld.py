"""What stays in the room when something leaves, told on standard error; and letting out what was withheld.

Content is shown only where it is asked for (`--show-withheld`), and words come in by a file or by standard
input, never by an argument: other people on the machine can read those. A line of them is words that may mean
something else; or a place that surely is a hidden name, as `--show-withheld` writes it, with ` => ` and the
reason why it leaves, which is kept in the archive.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.domain.bundle import BundleChoice
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.store.archive import Archive
from workbench.terminal import author_of, say

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from workbench.services.doubts import Doubt, SurePlace

LetOut = Annotated[
    Path | None,
    typer.Option(
        "--let-out",
        metavar="FILE",
        help=_("A file with words that are withheld and may leave, one a line; - reads them from the input."),
    ),
]
ShowWithheld = Annotated[
    bool, typer.Option("--show-withheld", help=_("Show on the terminal which words may be hidden ones."))
]

_REASON = " => "
"""What stands between a place and the reason why it leaves."""

_LARGEST = 1_000_000
"""Bytes of a file with words."""


def told(
    archive: Archive, choice: BundleChoice, let_out: Path | None, *, show: bool, author: str | None = None
) -> BundleChoice:
    """Say what of a choice stays in the room; return the choice with what a person lets out.

    Places that surely are a hidden name are let out in the archive, in the name of `author` (initials).

    Raises:
        ImportFileError: the file with the words cannot be read.
        InputError: nobody has these initials.
        ReadOnlyError: a place is to be let out, and the archive can only be read.
    """
    from workbench.languages.same_words import key_of
    from workbench.services.bundle_content import collect_all
    from workbench.services.left_out import left_out_words

    def keys_of(doubt: Doubt) -> set[str]:
        # Words of a passage are the same in any case; a name is a usual word in another one.
        written = {" ".join(doubt.words.split())}
        return written if doubt.record_id else written | {key_of(doubt.words)}

    lines = {" ".join(line.split()) for line in _lines(let_out)} - {""}
    with archive.read() as connection:
        left_out = collect_all(connection, choice, look=True)[1]
    freed = _freed_by(lines, left_out.sure)
    _let_out(archive, [(place, reason) for _line, place, reason in freed], author)
    lines -= {line for line, _place, _reason in freed}
    wanted = lines | {key_of(line) for line in lines}
    keys = frozenset(doubt.key for doubt in left_out.doubts if keys_of(doubt) & wanted)
    for words in left_out_words(left_out):
        say(words)
    _say_doubts([doubt for doubt in left_out.doubts if doubt.key not in keys], show=show)
    _say_sure(left_out.sure, {place.key for _line, place, _reason in freed}, show=show)
    found = {key for doubt in left_out.doubts for key in keys_of(doubt)}
    missed = sum(line not in found and key_of(line) not in found for line in lines)
    if missed:
        line = ngettext(
            "{n} line of --let-out is withheld nowhere.", "{n} lines of --let-out are withheld nowhere.", missed
        )
        say(line.format(n=active().number(missed)))
    return replace(choice, let_out=keys)


def _say_doubts(withheld: list[Doubt], *, show: bool) -> None:
    """Say how many wordings are withheld for a person to decide, a line each; with `show` which ones."""
    if withheld:
        count = len(withheld)
        line = ngettext(
            "{n} wording is withheld: it may be a hidden name, or words of a passage that stays.",
            "{n} wordings are withheld: they may be hidden names, or words of passages that stay.",
            count,
        )
        say(line.format(n=active().number(count)))
        if not show:
            say(_("--show-withheld shows them, and --let-out lets out those that mean something else."))
    for number, doubt in enumerate(withheld, 1):
        places = ngettext("{n} place", "{n} places", doubt.places).format(n=active().number(doubt.places))
        name = doubt.name or _("a passage that stays")
        words = f": {doubt.words} – {name}" if show else ""
        say(clean_for_terminal(f"  {number}. {places}{words}"))
        for sample in doubt.samples if show else ():
            say(clean_for_terminal(f"     {' '.join(sample.split())}"))


def _freed_by(lines: Iterable[str], places: Iterable[SurePlace]) -> list[tuple[str, SurePlace, str]]:
    """Return the lines that let places out, with the name before or without; each with the place and the reason."""
    written: dict[str, list[SurePlace]] = {}
    for place in places:
        for way in {place.place, " ".join(_shown(place).split())}:
            written.setdefault(way, []).append(place)
    told = [(line, *line.rsplit(_REASON, 1)) for line in lines if _REASON in line]
    return [(line, place, reason) for line, way, reason in told for place in written.get(way, ())]


def _shown(place: SurePlace) -> str:
    return clean_for_terminal(f"{place.name}: {place.place}")


def _let_out(archive: Archive, places: list[tuple[SurePlace, str]], author: str | None) -> None:
    """Let places out, each with its reason."""
    from workbench.domain.inputs import LetOutInput, checked
    from workbench.services.letting_out import let_out_place

    author_id = author_of(archive, author) if places else None
    for place, reason in places:
        act = let_out_place(place.record_id, checked(LetOutInput, place=place.place, reason=reason))
        archive.perform(act, author_id=author_id)


def _say_sure(places: Iterable[SurePlace], freed: Container[str], *, show: bool) -> None:
    """Say how many places leave though a hidden name stands there; with `show` all that may be let out so."""
    found = list(places)
    leaving = [each for each in found if each.reason or each.key in freed]
    if leaving:
        line = ngettext(
            "{n} place leaves though a hidden name stands there: somebody has let it out.",
            "{n} places leave though a hidden name stands there: somebody has let them out.",
            len(leaving),
        )
        say(line.format(n=active().number(len(leaving))))
    for each in found if show else ():
        reason = f"{_REASON}{each.reason}" if each.reason else ""
        say(f"  {_shown(each)}{clean_for_terminal(reason)}")


def _lines(let_out: Path | None) -> list[str]:
    from workbench.importers.files import read_original

    if let_out is None:
        return []
    if str(let_out) == "-":
        return sys.stdin.read(_LARGEST).splitlines()
    return read_original(let_out, limit=_LARGEST).data.decode("utf-8", "replace").splitlines()
