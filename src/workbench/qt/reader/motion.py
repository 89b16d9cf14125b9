"""Where a caret goes in a read-only text: by character, word, line, sentence, paragraph, page, all."""

from __future__ import annotations

from enum import Enum, auto

from workbench.domain.anchors import Span
from workbench.languages.sentences import sentence_at
from workbench.qt.reader.view import TextView
from workbench.qt.reader.words import next_word_start, previous_word_start, word_at


class Move(Enum):
    """A step of the caret."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    SENTENCE_UP = auto()
    SENTENCE_DOWN = auto()
    BLOCK_UP = auto()
    BLOCK_DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    TEXT_START = auto()
    TEXT_END = auto()


class Motion:
    """Finds targets of moves; keeps the column that a series of vertical moves aims at."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self.language = ""
        self._aim: float | None = None

    def forget_column(self) -> None:
        """Let the next vertical move aim at the caret's own column."""
        self._aim = None

    def target(self, move: Move, position: int) -> int:
        """Return where a move from a position leads; the position itself at the text's ends."""
        if move in _VERTICAL:
            return self._vertical(move, position)
        self._aim = None
        return self._horizontal(move, position)

    def _horizontal(self, move: Move, position: int) -> int:
        view, text = self._view, self._view.text
        laid = view.laid_at(position)
        # Left and right are the reader's: in a right-to-left block the text goes on to the left.
        back = (move in (Move.LEFT, Move.WORD_LEFT)) != laid.right_to_left
        if move in (Move.LEFT, Move.RIGHT):
            target = self.step(position, back=back)
        elif move in (Move.WORD_LEFT, Move.WORD_RIGHT):
            target = previous_word_start(text, position) if back else next_word_start(text, position)
        elif move is Move.LINE_START:
            target = laid.line_range(laid.line_of(position))[0]
        elif move is Move.LINE_END:
            target = laid.line_stop(laid.line_of(position))
        elif move in (Move.TEXT_START, Move.TEXT_END):
            target = 0 if move is Move.TEXT_START else len(text)
        elif move in (Move.SENTENCE_UP, Move.SENTENCE_DOWN):
            target = self._by_sentence(position, back=move is Move.SENTENCE_UP)
        else:
            target = self._by_block(position, back=move is Move.BLOCK_UP)
        return target

    def step(self, position: int, *, back: bool) -> int:
        """Return the position a character further, as a person counts them."""
        laid = self._view.laid_at(position)
        if back and position <= laid.start:
            before = max(0, position - 1)
            # A cut inside a long block has no line feed of its own to step over.
            return self._view.laid_at(before).snapped(before)
        if not back and position >= laid.end:
            return min(position + 1, len(self._view.text))
        return laid.step(position, back=back)

    def _by_block(self, position: int, *, back: bool) -> int:
        model = self._view.model
        number = model.block_index_at(position)
        if back:
            start = model.block(number).start
            return start if position > start or number == 0 else model.block(number - 1).start
        return model.block(number + 1).start if number + 1 < model.block_count else model.length

    def _by_sentence(self, position: int, *, back: bool) -> int:
        """Return the start of the next sentence, or of this one, or of the one before where one is at its start."""
        text, model = self._view.text, self._view.model
        if back:
            position = previous_word_start(text, position)
        block = model.block(model.block_index_at(position))
        first, stop = self.sentence(position)
        if back:
            return first
        while stop < block.end and text[stop].isspace():
            stop += 1
        return stop if stop < block.end else self._by_block(position, back=False)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return the sentence that holds a position."""
        block = self._view.model.block(self._view.model.block_index_at(position))
        return sentence_at(self._view.text, block.start, block.end, position, self.language)

    def wider(self, start: int, end: int) -> Span | None:
        """Return the least of word, sentence, paragraph and whole text that holds a range and more.

        A range that begins in one sentence and ends in another is widened to both, and so on.
        """
        text, model = self._view.text, self._view.model
        first, last = start, max(start, end - 1)
        if start == end and first and not text[first : first + 1].isalnum():
            first = last = first - 1  # a caret behind a word is at that word
        word = word_at(text, first)[0], word_at(text, last)[1]
        for begins, stop in (
            word if any(letter.isalnum() for letter in text[word[0] : word[1]]) else (first, first),
            (self.sentence(first)[0], self.sentence(last)[1]),
            (model.block(model.block_index_at(first)).start, model.block(model.block_index_at(last)).end),
            (0, len(text)),
        ):
            if begins <= start and stop >= end and stop - begins > end - start:
                return Span(begins, stop)
        return None

    def _vertical(self, move: Move, position: int) -> int:
        view = self._view
        laid = view.laid_at(position)
        if self._aim is None:
            self._aim = laid.caret_x(position)
        back = move in (Move.UP, Move.PAGE_UP)
        room = view.verticalScrollBar().pageStep() if move in (Move.PAGE_UP, Move.PAGE_DOWN) else 1
        line, gone = laid.line_of(position), 0
        while gone < room:
            line += -1 if back else 1
            gone += laid.face.line
            if not 0 <= line < laid.lines:
                index = laid.index + (-1 if back else 1)
                if not 0 <= index < len(view.model):
                    return 0 if back else len(view.text)
                laid = view.laid(index)
                line = laid.lines - 1 if back else 0
        return laid.position_at(line, self._aim)


_VERTICAL = frozenset({Move.UP, Move.DOWN, Move.PAGE_UP, Move.PAGE_DOWN})
