"""What leaves the translation desk says neither who is protected nor what a secret quote says, whatever the form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rooms import Room, span_of
from workbench.domain.exchange import ExchangeFormat
from workbench.domain.inputs import (
    ConceptInput,
    MentionInput,
    NameInput,
    NoteInput,
    ProfileInput,
    QuoteInput,
    TermInput,
    TranslationInput,
    WaiverInput,
)
from workbench.domain.kinds import Level
from workbench.services import comments, findings, glossary, levels, own_words, quotes
from workbench.services.profiles import add_profile
from workbench.services.records import link_passage
from workbench.services.sending import SendChoice, send
from workbench.store.tables import Quote

TEXT = (
    "Intro by Zaremba.\nZianon Zaremba said: We keep the keys under the third stone.\n"
    "Hanna Loś said: The water is clear, as the old miller knows.\nThe tunnel starts behind the bakery in Orša.\n"
)
QUOTES = {
    "We keep the keys under the third stone.": "Мы трымаем ключы, казаў Зарэмба.",
    "The water is clear, as the old miller knows.": "Вада чыстая, казаў стары млынар.",
    "The tunnel starts behind the bakery in Orša.": "Тунэль пачынаецца за пякарняй у Оршы.",
}
TELLING = ("zaremb", "зарэмб", "tunnel", "тунэль", "miller", "млынар", "kanarka", "zz-owl")


@pytest.fixture
def desk(room: Room) -> Room:
    version = room.bring_in(TEXT, title="Interview with Zaremba", language="en", creator="Z. Zaremba")
    person = room.person("Zianon Zaremba", NameInput(value="Зянон Зарэмба", tag="be"))
    made = {}
    for words, translated in QUOTES.items():
        given = QuoteInput(published_language="en", speaker_id=person if "keys" in words else None)
        made[words] = room.do(quotes.mark_quote(version, span_of(words, TEXT), given)).quote_id
        room.do(quotes.write_translation(made[words], TranslationInput(language="be", text=translated)))
    _keys, water, tunnel = made.values()
    room.do(comments.add_comment(water, NoteInput(body="kanarka: ask Zaremba")))
    (translation,) = (key for key, row in room.rows()["translation"].items() if row["quote_id"] == water)
    room.do(findings.waive(translation, WaiverInput(key="numbers", words="x", reason="kanarka: Zaremba said so")))
    room.do(own_words.add_own_word("en", "kanarka"))
    room.do(add_profile(ProfileInput(name="Zianon Zaremba", initials="ZZ-owl", language="be")))
    terms = (TermInput(tag="en", value="water"), TermInput(tag="be", value="вада"))
    room.do(glossary.add_concept(ConceptInput(note="Zaremba’s word", definition="as the old miller knows"), terms))
    room.do(
        glossary.add_concept(
            ConceptInput(), (TermInput(tag="en", value="Zaremba"), TermInput(tag="be", value="kanarka"))
        )
    )
    room.do(levels.protect_person(person, "Person K"))
    room.do(levels.set_level(Quote, tunnel, Level.SECRET))
    room.do(link_passage(version, span_of("the old miller knows", TEXT), person, MentionInput()))
    return room


def said(folder: Path) -> Iterator[str]:
    """Yield the names and words of every file of a folder, packed ones unpacked."""
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        yield path.name
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                yield from (name + package.read(name).decode("utf-8", "replace") for name in package.namelist())
        else:
            yield data.decode()


@pytest.mark.parametrize("form", ExchangeFormat)
def test_no_form_for_translators_tells(desk: Room, tmp_path: Path, form: ExchangeFormat) -> None:
    send(desk.archive, SendChoice(("be", "ru"), form), tmp_path / "out")
    told = "\n".join(said(tmp_path / "out")).casefold()
    assert [word for word in TELLING if word in told] == []
    assert "the water is clear" in told


@pytest.mark.parametrize("suffix", ["tbx", "csv"])
def test_the_glossary_does_not_tell(desk: Room, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "out").mkdir()
    assert glossary.export_glossary(desk.archive, tmp_path / "out" / f"glossary.{suffix}") == 1
    told = "\n".join(said(tmp_path / "out")).casefold()
    assert [word for word in TELLING if word in told] == []
    assert "вада" in told
