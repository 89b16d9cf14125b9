"""Sending out and taking back in: nothing hidden leaves, nothing is lost on the way, whatever the format."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rooms import ARTICLE, Room, span_of
from workbench.domain.errors import BundleError, CancelledError
from workbench.domain.exchange import ExchangeFormat
from workbench.domain.inputs import ConceptInput, NameInput, ProfileInput, QuoteInput, TermInput, TranslationInput
from workbench.domain.kinds import Level, TermStatus, TranslationState, Trouble
from workbench.services import glossary, levels, quotes
from workbench.services.profiles import add_profile
from workbench.services.proposals import read_returned_file, take_in_all
from workbench.services.sending import SendChoice, preview_sending, send
from workbench.store.queries.proposals import list_proposals
from workbench.store.queries.quotes import Need
from workbench.store.tables import Passage

CHAIR, COURT = "We kept your chair by the window", "The court had sentenced her to seven years"
ALENA = "the librarian Alena Sokał walked out of the gate"
TEXTS = {
    "be": "Мы пакінулі тваё крэсла\nля акна",
    "ru": "Мы оставили\xa0кресло «у окна»",
    "lt": "Kėdę palikome & <laikėme>",
}


@pytest.fixture
def world(room: Room) -> dict[str, str]:
    """Three quotes in English: one with a speaker and translations, one bare, one that names a protected person."""
    version = room.bring_in()
    ihar = room.person("Ihar Sokał", NameInput(value="Ігар Сокал", tag="be"))
    alena = room.person("Alena Sokał")
    room.do(levels.protect_person(alena, "Person K"))
    found = {}
    for name, words in (("chair", CHAIR), ("court", COURT), ("alena", ALENA)):
        given = QuoteInput(speaker_id=ihar if name == "chair" else None, published_language="en")
        found[name] = room.do(quotes.mark_quote(version, span_of(words), given)).quote_id
    for language, text in TEXTS.items():
        room.do(quotes.write_translation(found["chair"], TranslationInput(language=language, text=text)))
    return found


def everything(folder: Path) -> str:
    """Return all that the files of a folder say, packed ones unpacked."""
    said = []
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                said += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        else:
            said.append(data.decode())
    return "\n".join(said)


@pytest.mark.parametrize("form", ExchangeFormat)
def test_what_went_comes_back_as_it_was(
    room: Room, world: dict[str, str], tmp_path: Path, form: ExchangeFormat
) -> None:
    sent = send(room.archive, SendChoice(("be", "ru", "lt"), form), tmp_path / "out")
    assert (sent.quotes, sent.stay, sent.reworded) == (3, 0, 1)
    assert sent.wanted == {"be": 3, "ru": 3, "lt": 3}
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == sent.files == (1 if form is ExchangeFormat.TMX else 3)
    before = room.rows()
    units = [unit for file in files for unit in read_returned_file(file).units]
    assert {unit.language: unit.text for unit in units if unit.text} == TEXTS
    assert room.rows() == before
    # All of it is known again, the quote that left under other words too: nothing is new, nothing in trouble.
    taken = room.do(take_in_all([read_returned_file(file) for file in files], "Ona"))
    assert (taken.proposals, taken.same) == (0, 3)
    assert taken.empty == (0 if form is ExchangeFormat.TMX else 6)
    assert room.rows() == before


@pytest.mark.parametrize("form", ExchangeFormat)
def test_no_name_that_is_hidden_leaves(room: Room, world: dict[str, str], tmp_path: Path, form: ExchangeFormat) -> None:
    send(room.archive, SendChoice(("be", "lt"), form), tmp_path / "out")
    said = everything(tmp_path / "out")
    assert "Person K" in said
    assert "Alena" not in said
    assert "librarian" in said


def test_a_quote_that_left_under_other_words_is_known_by_its_seal(
    room: Room, world: dict[str, str], tmp_path: Path
) -> None:
    send(room.archive, SendChoice(("lt",), needs=frozenset({Need.MISSING})), tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    text = file.read_text(encoding="utf-8")
    source = '<source xml:lang="en" xml:space="preserve">the librarian Person K walked out of the gate</source>'
    target = '<target xml:lang="lt">bibliotekininkė Person K išėjo pro vartus</target>'
    assert source in text
    file.write_text(text.replace(source, source + target), encoding="utf-8")
    taken = room.do(take_in_all([read_returned_file(file)], "Ona"))
    assert taken.troubles == {Trouble.NONE: 1}
    with room.archive.read() as connection:
        (row,) = list_proposals(connection)
    assert (row.quote_id, row.language) == (world["alena"], "lt")
    assert (row.exact, row.source_text) == (ALENA, "the librarian Person K walked out of the gate")


def test_what_is_not_open_stays_and_is_counted(room: Room, world: dict[str, str], tmp_path: Path) -> None:
    passage = next(row for row in room.rows()["passage"].values() if row["exact"] == COURT)
    room.do(levels.set_level(Passage, passage["id"], Level.RESTRICTED))
    choice = SendChoice(("be",), ExchangeFormat.DOCX)
    assert preview_sending(room.archive, choice).stay == 1
    sent = send(room.archive, choice, tmp_path / "out")
    assert (sent.quotes, sent.stay, sent.wanted) == (2, 1, {"be": 2})
    assert "sentenced" not in everything(tmp_path / "out")


def test_the_choice_is_by_language_need_and_quote(room: Room, world: dict[str, str], tmp_path: Path) -> None:
    missing = SendChoice(("be", "en"), ExchangeFormat.XLIFF12, frozenset({Need.MISSING}))
    assert send(room.archive, missing, tmp_path / "one").wanted == {"be": 2, "en": 0}
    (file,) = (tmp_path / "one").iterdir()
    assert {unit.source_text for unit in read_returned_file(file).units} >= {COURT}
    assert CHAIR not in {unit.source_text for unit in read_returned_file(file).units}
    one = SendChoice(("be",), ExchangeFormat.TMX, quote_ids=frozenset({world["chair"]}))
    send(room.archive, one, tmp_path / "two")
    assert {unit.text for unit in read_returned_file(tmp_path / "two" / "quotes.tmx").units} == {TEXTS["be"]}


def test_reviewed_translations_of_like_words_go_along(room: Room, world: dict[str, str], tmp_path: Path) -> None:
    other = room.do(add_profile(ProfileInput(name="Другая", initials="DR")))
    version = room.bring_in(ARTICLE.replace("by the window", "by the door"), title="Another paper")
    like = room.do(
        quotes.mark_quote(
            version,
            span_of("We kept your chair by the door", ARTICLE.replace("by the window", "by the door")),
            QuoteInput(published_language="en"),
        )
    ).quote_id
    translation = next(
        row["id"]
        for row in room.rows()["translation"].values()
        if (row["quote_id"], row["language"]) == (world["chair"], "lt")
    )
    room.do(quotes.move_translation(translation, TranslationState.TRANSLATED))
    send(room.archive, SendChoice(("lt",), quote_ids=frozenset({like})), tmp_path / "before")
    assert "<mtc:match " not in everything(tmp_path / "before")  # nobody has reviewed it
    room.do(quotes.move_translation(translation, TranslationState.REVIEWED), other)
    send(room.archive, SendChoice(("lt",), quote_ids=frozenset({like})), tmp_path / "after")
    said = everything(tmp_path / "after")
    assert said.count("<mtc:match ") == 1
    assert "Kėdę palikome &amp; &lt;laikėme&gt;" in said


def test_nothing_to_send_a_taken_folder_and_a_stop_leave_nothing(
    room: Room, world: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(BundleError, match="nothing to send"):
        send(room.archive, SendChoice(("en",)), tmp_path / "out")
    (tmp_path / "taken").mkdir()
    with pytest.raises(BundleError, match="is there already"):
        send(room.archive, SendChoice(("be",)), tmp_path / "taken")

    def stop(_done: int, _total: int) -> None:
        raise CancelledError("")

    with pytest.raises(CancelledError):
        send(room.archive, SendChoice(("be",)), tmp_path / "out", progress=stop)
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"taken"}
    assert not list((tmp_path / "taken").iterdir())


@pytest.mark.parametrize(
    "form", [ExchangeFormat.XLIFF, ExchangeFormat.XLIFF12, ExchangeFormat.DOCX, ExchangeFormat.XLSX]
)
def test_terms_of_the_glossary_go_along(
    room: Room, world: dict[str, str], tmp_path: Path, form: ExchangeFormat
) -> None:
    def term(tag: str, value: str, status: TermStatus = TermStatus.PREFERRED) -> TermInput:
        return TermInput(tag=tag, value=value, status=status, reason="why" if status is TermStatus.FORBIDDEN else "")

    room.do(
        glossary.add_concept(
            ConceptInput(),
            [
                term("en", "courts"),
                term("be", "судзілішча", TermStatus.FORBIDDEN),
                term("be", "трыбунал", TermStatus.ADMITTED),
                term("be", "суд"),
            ],
        )
    )
    room.do(glossary.add_concept(ConceptInput(), [term("en", "Alena Sokał"), term("be", "Алена Сокал")]))
    send(room.archive, SendChoice(("be", "lt"), form), tmp_path / "out")
    said = everything(tmp_path / "out")
    assert ("суд" in said, "трыбунал" in said, "судзілішча" in said) == (True, False, False)
    assert "Алена" not in said
