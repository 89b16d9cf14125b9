"""The annotated article in words: its head, its text with numbers after the passages, and the notes to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from workbench.domain.date_text import date_text
from workbench.domain.kinds import Certainty, PassageKind, TranslationState
from workbench.domain.roles import role_text
from workbench.domain.structure import Block, BlockKind
from workbench.i18n import _, active
from workbench.qt.frame.labels import state_text
from workbench.qt.history.words import value_text
from workbench.qt.inspector.inspector import PASSAGE_WORDS
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.translations.relay import relay_words
from workbench.store.queries.printout import PrintedMention, PrintedPassage, PrintedQuote, Printout

LONGEST = 4_000
"""Code points of one piece: a longer paragraph is parted, so that no page waits for all of it."""


class Style(StrEnum):
    """How a piece is set; see `pages.FACES`."""

    TITLE = "title"
    FACT = "fact"
    LEGEND = "legend"
    SECTION = "section"
    HEADING = "heading"
    LABEL = "label"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    ITEM = "item"
    NOTE = "note"
    NOTE_MORE = "note_more"


@dataclass(frozen=True, slots=True)
class Mark:
    """An underlined range of a piece, in code points of its text."""

    start: int
    end: int
    kinds: tuple[PassageKind, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph as it is printed; `raised` are ranges set as small raised numbers.

    `goes_on` where it is a further part of a paragraph that was parted; `begins_page` where
    nothing may stand before it on its page.
    """

    text: str
    style: Style
    marks: tuple[Mark, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    goes_on: bool = False
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class Included:
    """What the person wants on paper."""

    marks: bool = True
    notes: bool = True
    translations: bool = True


_BLANKS = dict.fromkeys((*range(32), 0x2028, 0x2029), " ")

_BLOCKS = {
    BlockKind.PARAGRAPH: Style.PARAGRAPH,
    BlockKind.HEADING: Style.HEADING,
    BlockKind.QUOTATION: Style.QUOTATION,
    BlockKind.ITEM: Style.ITEM,
}


def pieces_of(printout: Printout, included: Included) -> Iterator[Piece]:
    """Give everything that is printed, in order. Without marks there are no notes: nothing would lead to them."""
    yield from _head(printout, included)
    passages = printout.passages if included.marks else ()
    yield from _text(printout, passages, numbers=included.marks and included.notes)
    if included.marks and included.notes and passages:
        yield Piece(_("Notes"), Style.SECTION)
        for passage in passages:
            yield from _note(passage, included)


def _head(printout: Printout, included: Included) -> Iterator[Piece]:
    source, book = printout.source, active()
    yield Piece(source.title or _("Untitled"), Style.TITLE)
    published = date_text(source.published, book.language, point=True) if source.published else ""
    language = book.language_name(source.language) if source.language else ""
    line = " · ".join(part for part in (source.creator, source.publisher, published, language) if part)
    for fact in (line, source.address, _("SHA-256 of the original: {digest}").format(digest=source.original_digest)):
        if fact:
            yield Piece(fact, Style.FACT)
    if included.marks and printout.passages:
        yield _legend(printout.passages)


def _legend(passages: Sequence[PrintedPassage]) -> Piece:
    """Name every kind that is underlined, under its own line."""
    used = {kind for passage in passages for kind in passage.mark.kinds}
    text, marks = "", []
    for kind in PassageKind:
        if kind in used:
            word = _(PASSAGE_WORDS[kind])
            text += "    " if text else ""
            marks.append(Mark(len(text), len(text) + len(word), (kind,)))
            text += word
    return Piece(text, Style.LEGEND, tuple(marks))


def _text(printout: Printout, passages: Sequence[PrintedPassage], *, numbers: bool) -> Iterator[Piece]:
    text = printout.text.text
    index = PassageIndex(one.mark._replace(id=str(one.number)) for one in passages)
    ends = sorted((one.mark.span.end, one.number) for one in passages) if numbers else []
    at = 0
    for block in printout.text.blocks or (Block(0, len(text)),):
        for start, end in _parts(text, block):
            first = at
            while at < len(ends) and ends[at][0] <= end:
                at += 1
            marks = index.overlapping(start, end)
            yield _piece(text[start:end], start, marks, ends[first:at], _BLOCKS[block.kind], start > block.start)


def _parts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Part a block that is too long, at white space where there is some."""
    start = block.start
    while block.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = space + 1 if space >= 0 else start + LONGEST
        yield start, end
        start = end
    yield start, block.end


def _piece(
    words: str,
    start: int,
    passages: Sequence[MarkedPassage],
    ends: Sequence[tuple[int, int]],
    style: Style,
    goes_on: bool,
) -> Piece:
    """Make a piece of a range of the text, with numbers where passages end: `ends` are (place, number)."""
    parts: list[str] = []
    raised: list[tuple[int, int]] = []
    # Where each range of the words begins in the piece, in order of both.
    cuts, shifts, shift, at = [0], [0], 0, 0
    for place, group in groupby(ends, itemgetter(0)):
        here = max(0, place - start)
        number = ",".join(str(each) for _place, each in group)
        parts += [words[at:here], number]
        raised.append((here + shift, here + shift + len(number)))
        shift += len(number)
        cuts.append(here)
        shifts.append(shift)
        at = here
    parts.append(words[at:])

    def moved(place: int, *, ends_here: bool) -> int:
        cut = (bisect_left if ends_here else bisect_right)(cuts, place) - 1
        return place + shifts[max(0, cut)]

    marks = tuple(
        Mark(
            moved(max(0, one.span.start - start), ends_here=False),
            moved(min(len(words), one.span.end - start), ends_here=True),
            one.kinds,
        )
        for one in passages
    )
    # Line ends and NULs that a source has within a paragraph would be drawn as boxes.
    return Piece(flat("".join(parts)), style, marks, tuple(raised), goes_on)


def flat(text: str) -> str:
    """Return a text with blanks for line ends and control characters, as long as it was."""
    return text.translate(_BLANKS)


def _note(passage: PrintedPassage, included: Included) -> Iterator[Piece]:
    lines = [_mention_text(mention) for mention in passage.mentions]
    if passage.quote is not None:
        lines.append(_quote_text(passage.quote))
    lines += [_("Note: {text}").format(text=" ".join(body.split())) for body in passage.notes]
    if passage.tags:
        lines.append(_("Tags: {tags}").format(tags=", ".join(passage.tags)))
    for place, line in enumerate(lines):
        number = f"{passage.number}. " if place == 0 else ""
        yield Piece(f"{number}{line}", Style.NOTE if place == 0 else Style.NOTE_MORE)
    if passage.quote is not None and included.translations:
        for translation in passage.quote.translations:
            yield Piece(translation_text(*translation), Style.NOTE_MORE)


def translation_text(tag: str, state: str, text: str, relay: str) -> str:
    """Return a translation with its language and state, and what it was made from where that was a translation."""
    stages = (state_text(TranslationState(state)), relay_words(relay) if relay else "")
    return _("{language} ({state}): {text}").format(
        language=active().language_name(tag), state=", ".join(filter(None, stages)), text=text
    )


def _mention_text(mention: PrintedMention) -> str:
    kind = _(PASSAGE_WORDS[PassageKind(mention.kind)])
    details = [role_text(mention.role)] if mention.role else []
    if mention.certainty != Certainty.CERTAIN:
        details.append(value_text("certainty", mention.certainty, {}, {}))
    return f"{kind}: {', '.join((mention.name, *details))}"


def _quote_text(quote: PrintedQuote) -> str:
    speaker = quote.speaker or _("speaker unknown")
    return f"{_(PASSAGE_WORDS[PassageKind.QUOTE])}: {speaker}, {value_text('manner', quote.manner, {}, {})}"
