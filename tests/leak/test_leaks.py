"""Nothing readable is left outside the archive: words that stand in it are nowhere else, in no dress."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from canaries import Canaries, dresses
from children import Child
from found import find_records
from rooms import CHEAP, Room, drop_index, incoming, key_of, open_room, raw, rows_of
from workbench.domain.anchors import Span
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.crashes import crash_report
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    ProfileInput,
    Provenance,
    QuoteInput,
    RecordInput,
    StatementInput,
    TagInput,
    TranslationInput,
    checked,
)
from workbench.domain.kinds import RecordKind, TranslationState
from workbench.exporters.verify import verify_bundle
from workbench.languages.fold import fold
from workbench.services import archives, claims, passages, profiles, quotes, records, sources
from workbench.services.bundles import export_bundle
from workbench.services.checks import check_archive
from workbench.store.queries.search import search
from workbench.store.work import Act

WORDS = {
    "title": "Жыгавіцкая брама Qvuzelpan",
    "text": "Кракаўдзіна Zmorvithal",
    "creator": "Пятрусь Грыбаўленя",
    "profile": "Аўдакея Vrundelskaja",
    "name": "Юстына Бразготкевіч",
    "alias": "Krivoplyasova Ustinja",
    "role": "зацямняльнік Obscurvatrix",
    "note": "Нататачнае слоўцаваль Notabilquen",
    "tag": "пазнакавіца Tagzunvel",
    "statement": "шклодуўнік Vitrozhalnik",
    "translation": "Stiklapūstrė žvilgaudonė",
    "file": "рэпартажыла-Dokvuzan",
    "passphrase": "прывідныя вугалькі Emberquill Nightwharf",
    "fresh": "Quorndale лясныя гузікі Zipperwold",
}
PAGE = (
    f"<!DOCTYPE html><html lang='be'><head><meta charset='utf-8'><title>{WORDS['title']}</title></head><body><article>"
    f"<h1>{WORDS['title']}</h1>"
    + f"<p>{WORDS['text']} стаяла каля вады, і ніхто не ведаў, чыя яна. Людзі прыходзілі глядзець на яе штодня.</p>" * 3
    + "</article></body></html>"
)
FULL = ("be", "ru", "lt", "en")


@pytest.fixture
def canaries() -> Canaries:
    return Canaries(WORDS.values())


def pasted() -> sources.Incoming:
    """Give the words as they are: no reading in another process, no guess of the language."""
    return incoming(f"{WORDS['title']}\n{WORDS['text']} стаяла каля вады.")


def fill(room: Room, given_source: sources.Incoming) -> str:
    """Put every word into the archive, each where its like belongs; return the quote's id."""
    facts = {
        **given_source.provenance.model_dump(),
        "title": WORDS["title"],
        "creator": WORDS["creator"],
        "language": "be",
    }
    corrected = sources.Incoming(given_source.original, given_source.reading, Provenance(**facts))
    imported = room.do(sources.import_source(corrected))
    version, text = imported.text_version_id, corrected.reading.structured.text
    at = text.index(WORDS["text"])
    span = Span(at, at + len(WORDS["text"]))
    names = (NameInput(value=WORDS["name"], tag="be"), NameInput(value=WORDS["alias"], tag="ru", kind="alias"))
    person = RecordInput(kind=RecordKind.PERSON, names=names)
    linked = room.do(records.link_passage(version, span, person, MentionInput(role=WORDS["role"])))
    room.do(passages.add_note(version, span, NoteInput(body=WORDS["note"])))
    room.do(passages.add_tag(version, span, TagInput(label=WORDS["tag"])))
    said = StatementInput(property="occupation", value=WORDS["statement"])
    room.do(claims.add_statement(linked.record_id, said, (linked.passage_id,)))
    given = QuoteInput(speaker_id=linked.record_id, published_language="be")
    quote = room.do(quotes.mark_quote(version, span, given)).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text=WORDS["translation"])))
    return quote


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the page to import; what else is in there afterwards is the program's doing."""
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / f"{WORDS['file']}.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "archives").mkdir()
    return tmp_path


def create(place: Path) -> Room:
    path = place / "archives" / "a.archive"
    profile = ProfileInput(name=WORDS["profile"], initials="AV", language="be")
    made = archives.create_archive(path, WORDS["passphrase"], profile, parameters=CHEAP)
    return Room(path, made.archive, made.profile_id)


def page_of(place: Path) -> Path:
    return place / "given" / f"{WORDS['file']}.html"


def stop_at(file: int) -> Callable[[int, int], None]:
    def progress(done: int, _total: int) -> None:
        if done == file:
            raise CancelledError("stopped")

    return progress


def test_a_day_of_work_leaves_no_word_outside(
    place: Path, home: Path, canaries: Canaries, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    room = create(place)
    words = archives.recovery_words(room.archive)
    fill(room, sources.read_file(page_of(place)))
    rows = room.rows()
    with room.archive.read() as connection:
        for word in WORDS.values():
            search(connection, word, fold)
            find_records(connection, word, "be")
        assert len(search(connection, WORDS["name"], fold)) >= 1
    choice = BundleChoice(WORDS["title"], FULL, states=EVERY_STATE, include_notes=True)
    bundle = place / "bundle"
    with pytest.raises(CancelledError):
        export_bundle(room.archive, choice, bundle, author_id=room.author_id, progress=stop_at(3))
    assert not bundle.exists()
    assert canaries.found(place, home, leaving_out=(place / "given",)) == []
    export_bundle(room.archive, choice, bundle, author_id=room.author_id)
    assert verify_bundle(bundle).whole
    check_archive(room.archive)
    room.undo()
    room.redo()
    sheet = archives.recovery_sheet(room.archive, "be")
    assert words[0] in sheet
    room.archive = archives.change_passphrase(
        room.archive, WORDS["passphrase"], WORDS["fresh"], parameters=(CHEAP,)
    ).archive
    drop_index(room, WORDS["fresh"])
    assert canaries.found(place, home, leaving_out=(place / "given", bundle)) == []
    room.archive.close()
    assert canaries.found(place, home, leaving_out=(place / "given", bundle)) == []
    secrets = Canaries([" ".join(words[at : at + 3]) for at in range(22)])
    assert secrets.found(place, home) == []
    written = "".join(capfd.readouterr()) + caplog.text
    assert canaries.within(written.encode()) == []
    assert secrets.within(written.encode()) == []
    with_words = open_room(room.path, WORDS["fresh"])
    assert {name: rows for name, rows in rows_of(with_words).items() if name != "export"} == {
        name: found for name, found in rows.items() if name != "export"
    }
    with_words.close()


def test_the_words_are_there_and_would_be_seen(place: Path, canaries: Canaries) -> None:
    """The search itself is tested: it finds the words in the bundle and in a database without encryption."""
    room = create(place)
    try:
        fill(room, sources.read_file(page_of(place)))
        bundle = place / "bundle"
        choice = BundleChoice("A bundle", FULL, states=EVERY_STATE, include_notes=True)
        export_bundle(room.archive, choice, bundle, author_id=None)
        seen = {line.rsplit(": ", 1)[1] for line in canaries.found(bundle)}
        assert seen == set(WORDS.values()) - {WORDS[key] for key in ("profile", "passphrase", "fresh")}
        plain = place / "plain.db"
        raw(
            room.path,
            f"ATTACH DATABASE '{plain}' AS plain KEY ''",
            "SELECT sqlcipher_export('plain')",
            "DETACH DATABASE plain",
            passphrase=WORDS["passphrase"],
        )
        assert canaries.within(plain.read_bytes())
    finally:
        room.archive.close()


@pytest.mark.parametrize("word", ["Кракаўдзіна Zmorvithal", "plain latin words"])
def test_a_word_is_recognised_in_every_dress(word: str) -> None:
    import base64
    import json
    from urllib.parse import quote

    canary = Canaries([word])
    assert all(len(form) >= 6 for form in dresses(word))
    for data in (
        word.encode(),
        word.encode("utf-16"),
        word.encode("utf-16-be"),
        word.lower().encode(),
        quote(f"a/{word}").encode(),
        json.dumps({"k": word}).encode(),
        repr(f"x{word}".encode()).encode() if word.isascii() else ascii(word).encode(),
        *(base64.b64encode(b"x" * n + word.encode() + b"y" * m) for n in range(4) for m in range(3)),
    ):
        assert canary.within(data) == [word], data
        assert canary.within(data[: len(data) // 3]) == []


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from test_leaks import *
room = create(Path(sys.argv[1]))
stage = sys.argv[2]

def stop():
    print(stage, flush=True)
    sys.stdin.readline()

if stage == "writing":
    from workbench.store import search_index
    real = search_index.update
    def update(connection, changes, fold):
        real(connection, changes, fold)
        if any(change.table == "translation" for change in changes):
            stop()
    search_index.update = update
if stage == "reading":
    import workbench.services.sources as module
    real_read = module.read
    def read(original, cancel=None):
        def asked():
            stop()
            return False
        return real_read(original, asked)
    module.read = read
fill(room, sources.read_file(page_of(Path(sys.argv[1]))) if stage == "reading" else pasted())
if stage == "exporting":
    export_bundle(
        room.archive, BundleChoice("A bundle", FULL, include_notes=True), Path(sys.argv[1]) / "out" / "bundle",
        author_id=None, progress=lambda done, total: stop() if done == 6 else None,
    )
if stage == "re-keying":
    import workbench.services.archives as services
    services.replace_file = lambda *_: stop()
    archives.change_passphrase(room.archive, WORDS["passphrase"], WORDS["fresh"], parameters=(CHEAP,))
stop()
"""


@pytest.mark.parametrize("stage", ["reading", "writing", "exporting", "re-keying", "idle"])
def test_a_killed_process_leaves_no_word_outside(place: Path, home: Path, canaries: Canaries, stage: str) -> None:
    with Child(KILLED, place, stage, Path(__file__).parent) as child:
        assert child.line() == stage, child.finish()
        assert canaries.found(place / "archives", home) == []
    # What an export was writing is a bundle in the making: it lies where the bundle was wanted, and nowhere else.
    found = canaries.found(place, home, leaving_out=(place / "given", place / "out"))
    assert found == []
    if stage == "exporting":
        assert canaries.found(place / "out")
        room_path = place / "archives" / "a.archive"
        archive = open_room(room_path, WORDS["passphrase"])
        export_bundle(archive, BundleChoice("B", FULL), place / "out" / "bundle", author_id=None)
        archive.close()
        assert [file.name for file in (place / "out").iterdir()] == ["bundle"]


def refusals(room: Room, quote: str) -> list[Callable[[], Any]]:
    """Return acts on words of the archive that are all refused."""
    rows = room.rows()
    version, name = next(iter(rows["text_version"])), next(iter(rows["name"]))
    record, passage = next(iter(rows["record"])), next(iter(rows["passage"]))
    translation = next(iter(rows["translation"]))
    long = WORDS["note"] * 10_000
    return [
        lambda: room.do(records.add_name(record, NameInput(value=WORDS["name"], tag="be"))),
        lambda: room.do(records.edit_name(name, NameInput(value=WORDS["alias"], tag="be"), expected=99)),
        lambda: room.do(quotes.write_translation(quote, TranslationInput(language="be", text=WORDS["translation"]))),
        lambda: room.do(quotes.move_translation(translation, TranslationState.FINAL)),
        lambda: room.do(profiles.add_profile(ProfileInput(name=WORDS["profile"], initials="AV"))),
        lambda: room.do(passages.move_passage(passage, Span(0, 10_000_000), text_version_id=version)),
        lambda: room.do(passages.add_note(version, Span(9_000_000, 10_000_000), NoteInput(body=WORDS["note"]))),
        lambda: room.do(claims.add_statement(name, StatementInput(property="office", value=WORDS["note"]), ())),
        lambda: room.do(claims.add_participation(record, record, WORDS["role"], (passage,))),
        lambda: room.do(claims.add_relation(record, record, WORDS["role"], (passage,))),
        lambda: room.do(claims.add_relation(record, name, WORDS["role"] * 50, (passage,))),
        lambda: room.do(Act("add_tag", lambda work: work.insert(passages.Tag, label=WORDS["tag"]))),
        lambda: room.do(Act("add_name", lambda work: work.insert(records.Name, record_id=WORDS["name"], value=None))),
        lambda: checked(NoteInput, body=long),
        lambda: checked(Provenance, published=WORDS["statement"]),
        lambda: checked(Provenance, language=WORDS["statement"]),
        lambda: room.do(
            claims.add_statement(record, StatementInput(property=WORDS["statement"], value=WORDS["note"]), ())
        ),
        lambda: checked(StatementInput, property="released", value=WORDS["note"]),
        lambda: checked(NameInput, value=WORDS["name"], tag=WORDS["tag"]),
        lambda: checked(TagInput, label=WORDS["tag"].encode()),
        lambda: open_room(room.path, WORDS["fresh"]),
        lambda: archives.change_passphrase(room.archive, WORDS["fresh"], WORDS["text"], parameters=(CHEAP,)),
        lambda: archives.open_with_words(room.path, WORDS["passphrase"]),
        lambda: archives.check_passphrase_of(room.archive, WORDS["fresh"], parameters=(CHEAP,)),
        lambda: archives.create_archive(room.path, WORDS["passphrase"], ProfileInput(name="A", initials="A")),
    ]


def test_no_exception_repeats_a_word(place: Path, canaries: Canaries) -> None:
    room = create(place)
    try:
        quote = fill(room, pasted())
        acts = refusals(room, quote)
        for number, act in enumerate(acts):
            with pytest.raises(Exception, match=r".") as refusal:
                act()
            error: BaseException | None = refusal.value
            assert not isinstance(error, AssertionError), number
            report = crash_report(refusal.value)
            while error is not None:
                said = f"{error!s}\n{error!r}\n{error.args!r}\n{report}"
                assert canaries.within(said.encode()) == [], (number, type(error))
                error = error.__cause__ or error.__context__
        room.assert_sound()
    finally:
        room.archive.close()


def test_a_file_that_cannot_be_read_is_named_and_not_repeated(place: Path, canaries: Canaries) -> None:
    bad = place / "given" / "page.html"
    bad.write_bytes(b"\x00\x01" + WORDS["text"].encode() * 3)
    room = create(place)
    try:
        with pytest.raises(WorkbenchError) as refusal:
            sources.read_file(bad)
        assert canaries.within(str(refusal.value).encode()) == []
        assert bad.name in str(refusal.value)
    finally:
        room.archive.close()


def test_keys_do_not_show(room: Room) -> None:
    key = key_of(room.path)
    assert key.raw().hex() not in f"{key!r} {key!s} {room.archive.key!r}"
