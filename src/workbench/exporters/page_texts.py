"""The page's texts with their passages marked, and the list of what each passage is about.

Passages overlap freely and HTML elements cannot, so a text is cut at every edge of a passage;
a piece carries one element for each kind of passage over it, at most six deep however many
passages there are. A passage's id stands on the piece where it begins.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from workbench.domain.bundle import BundlePassage, BundleSource, BundleText
from workbench.domain.kinds import Certainty, PassageKind
from workbench.domain.structure import Block, BlockKind
from workbench.exporters.lookup import Support
from workbench.exporters.markup import Markup, join, tag
from workbench.exporters.page_voice import CERTAINTY_TEXT, KIND_TEXT, Voice
from workbench.i18n import N_


def text_section(voice: Voice) -> Markup | None:
    """Return every source's text, or nothing where the bundle has no source."""
    sources = voice.lookup.content.sources
    if not sources:
        return None
    texts = [_text(voice, source, text) for source in sources for text in source.texts]
    return tag("section", tag("h2", voice.say(N_("Texts"))), _legend(voice), *texts, id="texts")


def _legend(voice: Voice) -> Markup:
    samples = [tag("span", voice.say(words), class_=f"k-{kind.value}") for kind, words in KIND_TEXT.items()]
    return tag("p", *(join(sample, " ") for sample in samples), class_="legend")


def _text(voice: Voice, source: BundleSource, text: BundleText) -> Markup:
    passages = voice.lookup.passages_of.get(text.id, [])
    newest = text.id == source.text_version_id
    return tag(
        "article",
        tag("h3", tag("bdi", source.title), lang=source.language, dir="auto"),
        None if newest else _older(voice, source, text),
        tag("div", _Marks(voice, text, passages).blocks(), class_="reading", lang=source.language),
        _apparatus(voice, passages),
        class_="text",
        id=f"t-{source.id}" if newest else f"t-{text.id}",
    )


def _older(voice: Voice, source: BundleSource, text: BundleText) -> Markup:
    """Say that this is not what the source says now, and where that is."""
    received = voice.lookup.received(text, source).retrieved
    if received:
        when = voice.say(N_("This is an older text of the source, received on {date}."), date=voice.date(received))
    else:
        when = voice.say(N_("This is an older text of the source."))
    what = voice.say(N_("The passages marked in it have not been carried to the newer text."))
    link = tag("a", voice.say(N_("To the newer text")), href=f"#t-{source.id}")
    return tag("p", when, " ", what, " ", link, class_="note")


class _Marks:
    """Cuts one text at the edges of its passages."""

    def __init__(self, voice: Voice, text: BundleText, passages: list[BundlePassage]) -> None:
        self.text = text.text.text
        self.shown = _covering(text.text.blocks, self.text)
        starts = [block.start for block in self.shown]
        self.kinds = {passage.id: voice.lookup.kinds(passage) for passage in passages}
        self.starting: dict[int, list[BundlePassage]] = {}
        self.ending: dict[int, list[tuple[int, BundlePassage]]] = {}
        self.of_block: list[list[BundlePassage]] = [[] for _ in self.shown]
        self.lost: list[BundlePassage] = []
        for number, passage in enumerate(passages, start=1):
            self._place(passage, number, starts)

    def _place(self, passage: BundlePassage, number: int, starts: list[int]) -> None:
        """Note where a passage begins and ends on the page, which shows no space between blocks."""
        span = passage.anchor.span
        first = max(bisect_right(starts, span.start) - 1, 0)
        while first < len(self.shown) and self.shown[first].end <= span.start:
            first += 1
        covered = [i for i in range(first, len(self.shown)) if self.shown[i].start < span.end]
        if not covered:
            self.lost.append(passage)
            return
        self.starting.setdefault(max(span.start, self.shown[first].start), []).append(passage)
        self.ending.setdefault(min(span.end, self.shown[covered[-1]].end), []).append((number, passage))
        for index in covered:
            self.of_block[index].append(passage)

    def blocks(self) -> Markup:
        """Return the text as paragraphs, headings, quotations and lists."""
        pieces: list[Markup] = []
        items: list[Markup] = []
        for block, passages in zip(self.shown, self.of_block, strict=True):
            inner = self._inline(block, passages)
            if block.kind is BlockKind.ITEM:
                items.append(tag("li", inner, dir="auto"))
                continue
            pieces += [tag("ul", *items)] if items else []
            items = []
            pieces.append(_block(block, inner))
        pieces += [tag("ul", *items)] if items else []
        # A passage of nothing but space between paragraphs still has a place to link to.
        pieces += [tag("span", id=f"p-{passage.id}") for passage in self.lost]
        return join(*pieces)

    def _inline(self, block: Block, passages: list[BundlePassage]) -> Markup:
        spans = [(p, p.anchor.span) for p in passages]
        edges = {block.start, block.end}
        for _, span in spans:
            edges |= {max(span.start, block.start), min(span.end, block.end)}
        pieces: list[Markup] = []
        for start, end in pairwise(sorted(edges)):
            over = [p for p, span in spans if span.start <= start and end <= span.end]
            pieces.append(self._run(self.text[start:end], over, self.starting.get(start, [])))
            pieces += [_number(number, passage) for number, passage in self.ending.get(end, [])]
        return join(*pieces)

    def _run(self, words: str, over: list[BundlePassage], beginning: list[BundlePassage]) -> Markup:
        piece = join(words)
        for passage in beginning:
            piece = tag("span", piece, id=f"p-{passage.id}", class_="here")
        kinds = {kind for passage in over for kind in self.kinds[passage.id]}
        for kind in reversed(PassageKind):
            if kind in kinds:
                piece = tag("span", piece, class_=f"k-{kind.value}")
        return tag("span", piece, class_="marked") if over and not kinds else piece


def _number(number: int, passage: BundlePassage) -> Markup:
    return tag("sup", tag("a", str(number), href=f"#n-{passage.id}"))


def _covering(blocks: tuple[Block, ...], whole: str) -> list[Block]:
    """Return the blocks with a paragraph for every stretch of words that no block covers."""
    shown: list[Block] = []
    at = 0
    for block in (*blocks, Block(len(whole), len(whole))):
        if whole[at : block.start].strip():
            shown.append(Block(at, block.start))
        if block.end > block.start:
            shown.append(block)
        at = max(at, block.end)
    return shown


def _block(block: Block, inner: Markup) -> Markup:
    if block.kind is BlockKind.HEADING:
        return tag(f"h{min(6, 3 + max(1, block.level))}", inner, dir="auto")
    if block.kind is BlockKind.QUOTATION:
        return tag("blockquote", tag("p", inner, dir="auto"))
    return tag("p", inner, dir="auto")


def _apparatus(voice: Voice, passages: list[BundlePassage]) -> Markup | None:
    if not passages:
        return None
    rows = [_entry(voice, passage, number) for number, passage in enumerate(passages, start=1)]
    heading = tag("h4", voice.say(N_("Passages of this text")))
    return tag("div", heading, tag("ol", *rows), class_="apparatus")


def _entry(voice: Voice, passage: BundlePassage, number: int) -> Markup:
    """Return what is attached to one passage, each linked to where it is told in full."""
    facts: list[Markup] = []
    for mention in passage.mentions:
        facts.append(
            _labelled(voice.record_link(mention.record_id), voice.role(mention.role) if mention.role else None)
        )
        if mention.certainty is not Certainty.CERTAIN:
            facts.append(voice.say(CERTAINTY_TEXT[mention.certainty]))
    quotes = voice.lookup.quotes_of.get(passage.id, [])
    facts += [tag("a", voice.say(N_("Quote")), href=f"#q-{quote.id}") for quote in quotes]
    facts += [tag("span", label, class_="label", lang="", dir="auto") for label in passage.tags]
    shown = [join(Markup(" · "), fact) for fact in facts]
    if supports := voice.lookup.supported_by.get(passage.id):
        rows = [tag("li", _support(voice, support)) for support in supports]
        shown.append(tag("div", voice.say(N_("Supports:")), " ", tag("ul", *rows), class_="supports"))
    notes = [tag("p", note, class_="note", lang="", dir="auto") for note in passage.notes]
    return tag("li", voice.passage_link(passage), *shown, *notes, value=str(number), id=f"n-{passage.id}")


def _support(voice: Voice, support: Support) -> Markup:
    """Name a statement by its record and property, a tie by its two records and the role between."""
    record = voice.record_link(support.record_id)
    if support.property:
        return join(record, " – ", voice.term(support.property))
    return join(record, " – ", voice.role(support.role), " – ", voice.record_link(support.other_id))


def _labelled(name: Markup, role: Markup | None) -> Markup:
    return join(name, " ", tag("span", role, class_="role")) if role else name
