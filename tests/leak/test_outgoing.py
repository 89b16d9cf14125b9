"""Nothing that must stay leaves in a bundle: no name of a protected person, no word of what is not open.

The bundle is read as bytes, decoded and unescaped, and folded so that scripts meet.
"""

from __future__ import annotations

import html
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooms import Room, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.exchange import ExchangeFormat
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    Provenance,
    QuoteInput,
    StatementInput,
    TagInput,
    TranslationInput,
)
from workbench.domain.kinds import Level, RecordKind, Standing
from workbench.exporters.bag import write_bundle
from workbench.exporters.eac import write_eac
from workbench.exporters.ftm import write_ftm
from workbench.exporters.lookup import Lookup
from workbench.exporters.verify import verify_bundle
from workbench.languages.finding import WIDEST
from workbench.languages.finding_fold import fold_text
from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.services import claims, levels, passages, quotes, records, sources
from workbench.services.bundle_content import collect, collect_all
from workbench.services.bundles import preview_bundle
from workbench.services.listings import LISTINGS
from workbench.services.listings_outside import list_outside
from workbench.services.outgoing_dossier import outgoing_dossiers
from workbench.services.outgoing_print import outgoing_printout
from workbench.services.sending import SendChoice, send
from workbench.store.tables import Name, Passage, Quote, Record, Source, Statement

FULL = ("be", "ru", "lt", "en")
ALL = BundleChoice("Пра Зарэмбу", FULL, states=EVERY_STATE, include_notes=True)
FORMS = (
    "Зянон Зарэмба", "Зенон Заремба", "Zianon Zaremba", "Zenonas Zaremba", "Zianon Zaremba", "Zenon Zaremba",
)  # fmt: skip
STEMS = ("зарэмб", "заремб", "zaremb", "зянон", "зенон", "zianon", "zenon", "źianon", "zienon")

BE = "\n".join(
    (
        "Размова з Зянонам Зарэмбам",
        "Учора Зянона Зарэмбу бачылі ў Магілёве. Зарэмба сказаў: «Мы чакаем вясны».",
        "ЗАРЭМБА ЗЯНОН не адзін: побач з Зарэм-бам стаяла Ганна Лось. З. Зарэмба маўчаў.",
        "Пра За\u200bрэ\u0301мбу пісалі і лацінкай: Zianona Zaremby не было. Zаrэмbа — так таксама.",
        "З а р э м б а — так друкавалі ў загалоўках. #СвабодуЗарэмбу. з зарэмбай",
        "Адрас: https://example.org/%D0%97%D0%B0%D1%80%D1%8D%D0%BC%D0%B1%D0%B0 і &#1047;арэмба.",
        "Ён ведаў рэчку. Вада там чыстая.",
        "Гэтая таямніца пра склеп застаецца ў пакоі.",
        "Канец размовы.",
    )
)
EN = "\n".join(
    (
        "The river people",
        "Everybody knew Zaremba's boat. Hanna Loś rowed it. The cellar under the mill is where they hid.",
        "Nobody will speak of the kestrel in the attic again.",
        "The water is clear there.",
    )
)


class World:
    """An archive with a protected person, a restricted source, and secrets of every kind."""

    def __init__(self, room: Room) -> None:
        self.room = room
        do = room.do
        self.be = self._bring(BE, "zaremba-razmova.txt", title="Размова з Зарэмбам", creator="Zenonas Zaremba",
                              language="be", address="https://example.org/zaremba")  # fmt: skip
        self.en = self._bring(EN, "river.txt", title="The river people", language="en")
        self.closed = self._bring("A quiet garden\nThe turbine hall. An open window.", "garden.txt",
                                  title="A quiet garden", language="en", creator="Quillon")  # fmt: skip
        self.person = room.person(
            "Zenon Zaremba",
            NameInput(value="Зянон Зарэмба", tag="be"),
            NameInput(value="Зенон Заремба", tag="ru"),
            NameInput(value="Zenonas Zaremba", tag="lt"),
        )
        self.other = room.person("Hanna Loś", NameInput(value="Ганна Лось", tag="be"))
        self.event = room.person("The Zaremba evening", kind=RecordKind.EVENT)
        self.secret = room.person("Brunhilde Vexley")
        do(levels.protect_person(self.person, "Person K"))
        mention = MentionInput(role="friend of Zaremba")
        do(records.link_passage(self.be, span_of("Зянона Зарэмбу", BE), self.person, mention))
        do(records.link_passage(self.en, span_of("Hanna Loś", EN), self.other, mention))
        self.quote = do(
            quotes.mark_quote(
                self.be, span_of("Мы чакаем вясны", BE), QuoteInput(speaker_id=self.person, published_language="be")
            )
        ).quote_id
        words = "Laukiame pavasario, sakė Zarembai ir Zarembienei."
        do(quotes.write_translation(self.quote, TranslationInput(language="lt", text=words)))
        do(passages.add_note(self.be, span_of("Вада там", BE), NoteInput(body="Спытаць Зарэмбу і Вексли")))
        do(passages.add_tag(self.be, span_of("Вада там", BE), TagInput(label="зарэмбаўскае")))
        place = (self.en, span_of("The water is clear there.", EN))
        passage = do(passages.add_tag(*place, TagInput(label="water")))
        self.water = passage if isinstance(passage, str) else self.passage(self.en, "The water is clear there.")
        self.say(self.person, "birth", "1971-02-03")
        self.say(self.person, "occupation", "boatbuilder of Kolyma")
        self.say(self.person, "sentence", "seven years for Zaremba")
        self.say(self.other, "occupation", "ferrywoman beside Зенону Зарембе")
        self.hidden = self.say(self.other, "description", "wears a tourmaline ring")

    def _bring(self, words: str, name: str, **facts: str) -> str:
        from workbench.importers.files import original_of
        from workbench.importers.reading import read
        from workbench.services.sources import Incoming

        original = original_of(words.encode(), name)
        return self.room.do(
            sources.import_source(Incoming(original, read(original), Provenance(**facts)))
        ).text_version_id

    def say(self, record_id: str, key: str, value: str) -> str:
        return self.room.do(claims.add_statement(record_id, StatementInput(property=key, value=value), ()))

    def passage(self, version_id: str, words: str) -> str:
        rows = self.room.rows()["passage"].values()
        return next(r["id"] for r in rows if r["text_version_id"] == version_id and r["exact"] == words)

    def source(self, version_id: str) -> str:
        return str(self.room.rows()["text_version"][version_id]["source_id"])

    def export(self, folder: Path, choice: BundleChoice = ALL) -> str:
        with self.room.archive.read() as connection:
            content = collect(connection, choice)
        write_bundle(content, folder)
        assert verify_bundle(folder).findings == ()
        return everything(folder)


def everything(folder: Path) -> str:
    """Return all that a bundle says, names of files too: as it is, and with every escape undone."""
    parts = []
    for file in sorted(folder.rglob("*")):
        parts.append(file.relative_to(folder).as_posix())
        if file.is_file():
            parts.append(file.read_bytes().decode("utf-8"))
    text = "\n".join(parts)
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return "\n".join((text, html.unescape(unquote(plain))))


def found_in(text: str, *words: str) -> list[str]:
    """Return the words that stand in a text, in any script, accents, case and spacing."""
    folded = fold_text(text, WIDEST).letters
    squeezed = re.sub("[^a-z0-9]+", "", folded)
    small = text.casefold()
    return [
        word for word in words if word in small or (key := stem(word)) in folded or (len(key) >= 6 and key in squeezed)
    ]


def stem(word: str) -> str:
    return fold_text(word, WIDEST).letters


@pytest.fixture
def world(room: Room) -> World:
    return World(room)


def test_a_protected_person_is_named_nowhere(world: World, tmp_path: Path) -> None:
    text = world.export(tmp_path / "bundle")
    assert found_in(text, *STEMS) == []
    assert "Person K" in text
    assert "1971-02-03" not in text
    assert "Kolyma" not in text
    # What does not tell who it is stays, and so does what is open.
    assert "seven years for Person K" in text
    assert "Мы чакаем вясны" in text
    assert "Laukiame pavasario" in text
    assert "Ганна Лось" in text
    assert "A quiet garden" in text
    assert "garden.txt" in text
    assert "friend of Person K" in text
    assert "wears a tourmaline ring" in text


def test_the_words_are_there_where_nobody_is_protected(world: World, tmp_path: Path) -> None:
    """What finds nothing above finds what there is to find."""
    world.room.do(levels.unprotect_person(world.person))
    text = world.export(tmp_path / "bundle")
    assert set(found_in(text, *STEMS)) == set(STEMS)
    assert "1971-02-03" in text


def test_a_redacted_text_is_its_own(world: World, tmp_path: Path) -> None:
    world.export(tmp_path / "bundle")
    document = json.loads((tmp_path / "bundle/data/records.json").read_bytes())
    by_id = {source["id"]: source for source in document["sources"]}
    redacted, whole = by_id[world.source(world.be)], by_id[world.source(world.closed)]
    assert redacted["text"]["redacted"] is True
    assert redacted["text"]["id"] != world.be
    assert redacted["original"]["path"] is None
    assert redacted["address"] == redacted["file_name"] == ""
    assert "redacted" not in whole["text"]
    assert whole["text"]["id"] == world.closed
    assert whole["original"]["path"] is not None
    text = (tmp_path / "bundle/data" / redacted["text"]["path"]).read_text()
    assert text.count("\n") == BE.count("\n")
    assert [text[a:b] for a, b, _kind, _level in redacted["text"]["blocks"]] == text.split("\n")
    passages_there = [row for row in document["passages"] if row["source_id"] == redacted["id"]]
    assert "Person K" in {row["exact"] for row in passages_there}


def test_what_is_restricted_stays_whatever_it_is(world: World, tmp_path: Path) -> None:
    room = world.room
    secret = "Гэтая таямніца пра склеп застаецца ў пакоі."
    room.do(passages.add_note(world.be, span_of(secret, BE), NoteInput(body="skatevault")))
    said = "Nobody will speak of the kestrel in the attic again."
    quote = room.do(quotes.mark_quote(world.en, span_of(said, EN), QuoteInput(published_language="en"))).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text="pelėsakalis palėpėje")))
    name = next(k for k, row in room.rows()["name"].items() if row["value"] == "Ганна Лось")
    for model, row_id, level in (
        (Passage, world.passage(world.be, secret), Level.RESTRICTED),
        (Quote, quote, Level.SECRET),
        (Source, world.source(world.closed), Level.RESTRICTED),
        (Statement, world.hidden, Level.RESTRICTED),
        (Record, world.secret, Level.SECRET),
        (Name, name, Level.RESTRICTED),
    ):
        room.do(levels.set_level(model, row_id, level))
    text = world.export(tmp_path / "bundle")
    words = ("таямніц", "склеп", "skatevault", "kestrel", "pelėsakal", "garden", "turbine", "quillon", "tourmaline",
             "vexley", "вексли", "brunhilde")  # fmt: skip
    assert found_in(text, *words) == []
    assert "Ганна" not in text
    assert "The water is clear there." in text
    content, left_out = _collected(room, ALL)
    assert left_out.counts == {"source": 1, "passage": 2, "quote": 1, "record": 1, "statement": 4}
    assert content.left_out
    # Who may have it gets it, the secret still not.
    wider = world.export(tmp_path / "wider", replace(ALL, level=Level.RESTRICTED))
    assert {"таямніц", "skatevault", "garden", "turbine", "tourmaline"} <= set(found_in(wider, *words))
    assert "Ганна Лось" in wider
    assert found_in(wider, "kestrel", "pelėsakal", "vexley", "brunhilde", *STEMS) == []


def test_an_open_passage_of_a_restricted_source_leaves_alone(world: World, tmp_path: Path) -> None:
    room = world.room
    source_id = world.source(world.closed)
    room.do(levels.set_level(Source, source_id, Level.RESTRICTED))
    words = "A quiet garden\nThe turbine hall. An open window."
    room.do(passages.add_note(world.closed, span_of("An open window", words), NoteInput(body="may be quoted")))
    room.do(levels.set_level(Passage, world.passage(world.closed, "An open window"), Level.OPEN))
    text = world.export(tmp_path / "bundle")
    assert found_in(text, "garden", "turbine", "quillon") == []
    assert "An open window" in text
    assert "may be quoted" in text
    document = json.loads((tmp_path / "bundle/data/records.json").read_bytes())
    source = next(each for each in document["sources"] if each["id"] == source_id)
    assert source["original"] == {"sha256": "", "size": 0, "path": None}
    assert source["title"] == "[…]"
    assert (tmp_path / "bundle/data" / source["text"]["path"]).read_text() == "[…]\n[…]An open window[…]"


def test_doubts_are_withheld_until_a_person_lets_them_out(world: World, tmp_path: Path) -> None:
    _content, left_out = _collected(world.room, ALL)
    doubts = {doubt.words: doubt for doubt in left_out.doubts}
    assert "зарэмбай" in doubts
    doubt = doubts["зарэмбай"]
    assert doubt.samples[0][doubt.at : doubt.at + len(doubt.words)] == "зарэмбай"
    assert left_out.persons == ((world.person, "Zenon Zaremba", "Person K"),)
    choice = BundleChoice("t", FULL, states=EVERY_STATE, let_out=frozenset({doubt.key}))
    assert "зарэмбай" in world.export(tmp_path / "bundle", choice)


def test_only_plain_text_leaves_as_received_while_somebody_is_hidden(world: World, tmp_path: Path) -> None:
    words = "A river runs here and everybody knows its banks."
    page = f"<html><body><article><h1>Banks</h1><p>{words * 9}</p></article><!-- Z<b>are</b>mba --></body></html>"
    version = world._bring(page, "banks.html", title="Banks", language="en")

    def original(folder: str) -> object:
        world.export(tmp_path / folder)
        document = json.loads((tmp_path / folder / "data/records.json").read_bytes())
        return next(s["original"]["path"] for s in document["sources"] if s["id"] == world.source(version))

    assert original("hidden") is None
    world.room.do(levels.unprotect_person(world.person))
    assert original("open") is not None


def test_the_readme_says_that_something_is_missing_and_not_what(world: World, tmp_path: Path) -> None:
    world.export(tmp_path / "bundle")
    assert "left out" in " ".join((tmp_path / "bundle/data/README.en.txt").read_text().split())
    world.room.do(levels.unprotect_person(world.person))
    world.export(tmp_path / "open")
    assert "left out" not in " ".join((tmp_path / "open/data/README.en.txt").read_text().split())


def test_the_preview_counts_what_would_leave(world: World) -> None:
    before = preview_bundle(world.room.archive, ALL)
    assert before.left_out.originals == 2
    assert before.left_out.texts == 2
    world.room.do(levels.unprotect_person(world.person))
    after = preview_bundle(world.room.archive, ALL)
    assert after.left_out.originals == after.left_out.texts == 0
    assert after.originals_bytes > before.originals_bytes > 0


def _collected(room: Room, choice: BundleChoice):  # type: ignore[no-untyped-def]
    with room.archive.read() as connection:
        return collect_all(connection, choice)


_NET = NameNet([Forms("p", FORMS)])
_CASES = ("Зарэмб", "Заремб", "Zaremb", "Źarèmb", "ЗАРЭМБ", "За\u00adрэмб", "Зарэ\u0301мб", "Za\u200dremb", "Заpэмб")
_ENDINGS = ("а", "у", "е", "ай", "ы", "ою", "os", "ą", "ienė", "ams", "ўна", "")


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(_CASES),
    st.sampled_from(_ENDINGS),
    st.text("абвгдabcš «»“”,.!?()—-\n0", max_size=12),
    st.text(" «»“”,.!?()—\n", max_size=4),
)
def test_no_dress_of_a_name_slips_through(core: str, ending: str, before: str, after: str) -> None:
    text = f"{before} {core}{ending}{after}"
    caught = _NET.find(text)
    assert caught
    rest = list(text)
    for catch in caught:
        rest[catch.start : catch.end] = " " * (catch.end - catch.start)
    assert found_in("".join(rest), "зарэмб") == []


def test_lists_for_outside_name_nobody(world: World) -> None:
    with world.room.archive.read() as connection:
        told = {what: list_outside(connection, what, "en") for what in LISTINGS}
        inside = {what: list_(connection, "en") for what, list_ in LISTINGS.items()}
    assert found_in(json.dumps(told, ensure_ascii=False), *STEMS) == []
    assert "Person K" in {row["name"] for row in told["persons"]}
    assert {row["speaker"] for row in told["quotes"]} == {"Person K"}
    assert world.quote not in {row["id"] for row in told["quotes"]}  # an earlier list has it beside the name
    assert {what: len(rows) for what, rows in told.items()} == {what: len(rows) for what, rows in inside.items()}
    for what, rows in told.items():
        assert all(row.keys() <= inside[what][0].keys() for row in rows)


def test_what_is_printed_for_outside_names_nobody(world: World) -> None:
    with world.room.archive.read() as connection:
        printout = outgoing_printout(connection, world.be, world.source(world.be), "en", lambda: None)
    assert printout is not None
    text = repr(printout)
    assert found_in(text, *STEMS) == []
    assert "Person K" in text
    assert {passage.quote.speaker for passage in printout.passages if passage.quote} == {"Person K"}
    for passage in printout.passages:
        assert 0 <= passage.mark.span.start < passage.mark.span.end <= len(printout.text.text)
    assert [passage.number for passage in printout.passages] == list(range(1, len(printout.passages) + 1))


def test_a_restricted_source_is_not_printed_for_outside(world: World) -> None:
    source = world.source(world.closed)
    with world.room.archive.read() as connection:
        assert outgoing_printout(connection, world.closed, source, "en", lambda: None) is not None
    world.room.do(levels.set_level(Source, source, Level.RESTRICTED))
    with world.room.archive.read() as connection:
        assert outgoing_printout(connection, world.closed, source, "en", lambda: None) is None
        assert outgoing_printout(connection, world.closed, "gone", "en", lambda: None) is None


def test_other_formats_name_nobody(world: World) -> None:
    with world.room.archive.read() as connection:
        lookup = Lookup(collect(connection, ALL))
    data = b"\n".join((write_ftm(lookup), *write_eac(lookup).values()))
    assert found_in(html.unescape(data.decode()), *STEMS) == []
    assert b"Person K" in data


@pytest.mark.parametrize("form", ExchangeFormat)
def test_what_goes_to_a_translator_names_nobody(world: World, tmp_path: Path, form: ExchangeFormat) -> None:
    send(world.room.archive, SendChoice(("lt", "en"), form), tmp_path / "out")
    text = everything(unpacked(tmp_path / "out"))
    assert "Мы чакаем вясны" in text
    assert "Person K" in text
    assert found_in(text, *STEMS) == []


def unpacked(folder: Path) -> Path:
    """Put what the parts of packed files say in their place."""
    for path in list(folder.iterdir()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
            path.write_bytes(b"\n".join(parts))
    return folder


def test_a_dossier_for_outside_names_nobody(world: World) -> None:
    reason = "Zaremba himself said so"
    born = next(key for key, row in world.room.rows()["statement"].items() if row["property"] == "sentence")
    world.room.do(claims.weigh_statement(born, Standing.PREFERRED, reason))
    ids = [world.person, world.other, world.event, world.secret]
    with world.room.archive.read() as connection:
        found = outgoing_dossiers(connection, ids, "en", lambda: None)
    text = repr(found)
    assert found_in(text, *STEMS) == []
    assert [dossier.detail.name for dossier in found][:2] == ["Person K", "Hanna Loś"]
    assert found[0].quotes[0][1].speaker == "Person K"
    assert all(dossier.outside and not dossier.pseudonym for dossier in found)
