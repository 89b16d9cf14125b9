from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rooms import ARTICLE, Room, incoming, span_of
from workbench.domain.errors import CancelledError, ImportFileError, NotFoundError, StaleError
from workbench.domain.inputs import NoteInput, Provenance, QuoteInput, TranslationInput
from workbench.services import passages, quotes, sources
from workbench.store.queries.sources import read_text, source_detail, sources_with_original
from workbench.store.work import read_blob

PAGE = (
    '<!DOCTYPE html><html lang="be"><head><meta charset="utf-8"><title>Брама</title>'
    '<meta name="author" content="Анэля К."></head><body><nav>Галоўная Навіны</nav><article><h1>Брама</h1>'
    + "<p>Трэцяга мая бібліятэкарка выйшла з брамы, і брат чакаў яе з тэрмасам гарбаты каля вады.</p>" * 3
    + "</article></body></html>"
)


def test_a_text_goes_in_whole(room: Room, tmp_path: Path) -> None:
    data = "\ufeffBrama\r\n\r\nŽmogus 👩\u200d👧 e\u0301.".encode()
    path = tmp_path / "brama.txt"
    path.write_bytes(data)
    read = sources.read_file(path)
    imported = room.do(sources.import_source(read))
    with room.archive.read() as connection:
        detail = source_detail(connection, imported.source_id)
        assert detail is not None
        assert read_blob(connection, detail.original_digest) == data
        text = read_text(connection, imported.text_version_id)
    assert detail.original_digest == hashlib.sha256(data).hexdigest()
    assert (detail.original_size, detail.file_name) == (len(data), "brama.txt")
    assert text == read.reading.structured
    assert detail.length == len(text.text)
    assert "👩\u200d👧 e\u0301." in text.text
    room.assert_sound()
    room.undo()
    assert room.rows()["source"] == {}
    room.redo()
    room.assert_sound()


def test_a_page_goes_in_with_what_it_says_of_itself(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    read = sources.read_file(path)
    assert (read.provenance.title, read.provenance.language) == ("Брама", "be")
    assert len(read.provenance.retrieved) == 10
    assert "Галоўная" not in read.reading.structured.text
    room.do(sources.import_source(read))
    room.assert_sound()


def test_the_clipboard_goes_in(room: Room) -> None:
    read = sources.read_pasted(html=None, text=ARTICLE)
    assert read.provenance.title == "The gate"
    assert read.provenance.language == "en"
    assert sources.read_pasted(html=None, text=ARTICLE, language=False).provenance.language == ""
    room.do(sources.import_source(read))
    with pytest.raises(ImportFileError):
        sources.read_pasted(html=" ", text="\n")


def test_what_a_file_claims_falsely_is_left_out() -> None:
    assert sources._fitting({"title": "A", "published": "yesterday", "language": "be"}) == {
        "title": "A",
        "language": "be",
    }


def test_the_same_bytes_twice_are_noticed(room: Room) -> None:
    room.bring_in(title="Брама")
    before = room.rows()
    with pytest.raises(ImportFileError, match="“Брама”") as refusal:
        room.do(sources.import_source(incoming(ARTICLE, title="Another")))
    assert refusal.value.kept == "The archive is as it was."
    assert room.rows() == before
    again = room.do(sources.import_source(incoming(ARTICLE, title="Another"), again=True))
    digest = incoming(ARTICLE).original.digest
    with room.archive.read() as connection:
        assert len(sources_with_original(connection, digest)) == 2
        assert again.source_id in sources_with_original(connection, digest)
    room.assert_sound()


def test_an_import_that_is_stopped_leaves_nothing(room: Room) -> None:
    def stop() -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        room.archive.perform(sources.import_source(incoming(ARTICLE)), author_id=None, check=stop)
    assert room.rows()["source"] == {}
    room.assert_sound()
    assert room.bring_in()


def test_details_are_corrected_and_the_bytes_stay(room: Room) -> None:
    room.bring_in()
    (source_id,) = room.rows()["source"]
    before = room.rows()["source"][source_id]
    given = Provenance(title="Брама", language="be", published="3.5.2024", address="https://a.example/b")
    room.do(sources.edit_source(source_id, given, expected=1))
    after = room.rows()["source"][source_id]
    assert {key for key in after if after[key] != before[key]} == {"title", "language", "published", "address"}
    assert after["published"] == "2024-05-03"
    with pytest.raises(StaleError):
        room.do(sources.edit_source(source_id, Provenance(title="C"), expected=1))
    with pytest.raises(NotFoundError):
        room.do(sources.edit_source("x", given))
    room.undo()
    assert room.rows()["source"][source_id] == before


def test_a_removed_source_comes_back_with_everything_on_it(room: Room) -> None:
    version = room.bring_in(title="Брама")
    (source_id,) = room.rows()["source"]
    room.do(passages.add_note(version, span_of("gate"), NoteInput(body="n")))
    quote = room.do(quotes.mark_quote(version, span_of("We kept"), QuoteInput(published_language="en"))).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="be", text="Мы захавалі")))
    before = room.rows()
    with pytest.raises(StaleError):
        room.do(sources.remove_source(source_id, expected=9))
    assert room.do(sources.remove_source(source_id, expected=1)) == "Брама"
    assert {name for name, rows in room.rows().items() if rows} == {"profile"}
    with pytest.raises(NotFoundError):
        room.do(sources.remove_source(source_id))
    room.reopen()
    room.undo()
    assert room.rows() == before
    room.assert_sound()
    room.do(sources.remove_source(source_id))
    room.bring_in(title="Зноў")
    room.assert_sound()


def test_a_text_that_is_not_there_is_not_found(room: Room) -> None:
    with room.archive.read() as connection:
        with pytest.raises(NotFoundError):
            read_text(connection, "x")
        assert source_detail(connection, "x") is None
