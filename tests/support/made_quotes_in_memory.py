"""Quotes of several sources with translations, for what the translation memory makes of them."""

from __future__ import annotations

from pathlib import Path

from rooms import Room
from workbench.domain.anchors import Span
from workbench.domain.inputs import ProfileInput, QuoteInput, TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.services import profiles, quotes
from workbench.services.memory_in import Taken, read_batch, take_in

FIRST = "Kolesnikova said that the gates were open at last."
SECOND = "Kolesnikova said that the gates were open again."
OTHER = "Rivers freeze over slowly in December, and nobody notices it."


def marked(room: Room, *texts: str, language: str = "en") -> list[str]:
    """Bring in each text as a source of its own, all of it a quote; returns the quotes' ids."""
    found = []
    for number, words in enumerate(texts):
        version = room.bring_in(f"{words}\n\nSeen {len(room.rows()['source'])} {number}.", language=language)
        act = quotes.mark_quote(version, Span(0, len(words)), QuoteInput(published_language=language))
        found.append(room.do(act).quote_id)
    return found


def translate(room: Room, quote_id: str, text: str, language: str = "ru") -> str:
    """Write a draft; returns the translation's id."""
    return room.do(quotes.write_translation(quote_id, TranslationInput(language=language, text=text)))


def accept(room: Room, translation_id: str) -> None:
    """Send a translation to review, and have somebody else accept it."""
    known = [row for row in room.rows()["profile"].values() if row["initials"] == "RV"]
    reviewer = known[0]["id"] if known else room.do(profiles.add_profile(ProfileInput(name="Review", initials="RV")))
    room.do(quotes.move_translation(translation_id, TranslationState.TRANSLATED))
    room.do(quotes.move_translation(translation_id, TranslationState.REVIEWED), author_id=reviewer)


UNIT = '<tu><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="ru"><seg>{ru}</seg></tuv></tu>'


def tmx(path: Path, *units: tuple[str, str], source: str = "en") -> Path:
    """Write pairs of English and Russian texts as a TMX file in a folder."""
    path = path / "memory.tmx"
    body = "".join(UNIT.format(en=en, ru=ru) for en, ru in units)
    path.write_text(f'<tmx version="1.4"><header srclang="{source}"/><body>{body}</body></tmx>', encoding="utf-8")
    return path


def take(room: Room, path: Path) -> Taken:
    """Take a file into the memory."""
    return room.do(take_in(read_batch(path)))
