"""The shipped sample: its reference work fits its article, the vocabularies and four languages."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from typing import Any

import lxml.html
import pytest

from workbench.domain.anchors import Utf16Map, find_quote
from workbench.domain.dates import normal_date
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
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.domain.roles import MENTION_ROLES, PARTICIPANT_ROLES, RELATIONS
from workbench.importers.files import original_of
from workbench.importers.html import read_html
from workbench.material import resources_folder

FOLDER = resources_folder() / "sample"
PAGE = (FOLDER / "article.en.html").read_bytes()
DATA: dict[str, Any] = json.loads((FOLDER / "reference.json").read_text(encoding="utf-8"))
KINDS = {record["key"]: RecordKind(record["kind"]) for record in DATA["records"]}
REVIEWED = {TranslationState.REVIEWED, TranslationState.FINAL}

BELARUSIAN = set("абвгдеёжзійклмнопрстуўфхцчшыьэюяАБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯ’")
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
LITHUANIAN = set("aąbcčdeęėfghiįyjklmnoprsštuųūvzžAĄBCČDEĘĖFGHIĮYJKLMNOPRSŠTUŲŪVZŽ’")
LATIN_BELARUSIAN = set("abcćčdeěfghijklłmnńoprsśštuŭvyzźžABCĆČDEFGHIJKLŁMNŃOPRSŚŠTUŬVYZŹŽ")
ALPHABETS = {"be": BELARUSIAN, "ru": RUSSIAN, "lt": LITHUANIAN, "be-Latn": LATIN_BELARUSIAN}


@cache
def paragraphs() -> tuple[str, ...]:
    """Headings and paragraphs of the article's body, white space folded as a browser shows it."""
    page = lxml.html.document_fromstring(PAGE.decode("utf-8"))
    blocks = page.xpath("//div[@class='article-body']//*[self::h2 or self::p]")
    return tuple(" ".join(block.text_content().split()) for block in blocks)


def text() -> str:
    return "\n".join(paragraphs())


def passages() -> Iterator[dict[str, Any]]:
    for record in DATA["records"]:
        for statement in record["statements"]:
            yield from statement["evidence"]
    for tie in (*DATA["participations"], *DATA["relations"]):
        yield from tie["evidence"]
    for attached in (*DATA["mentions"], *DATA["quotes"], *DATA["notes"], *DATA["tags"]):
        yield attached["passage"]


def translations() -> Iterator[dict[str, Any]]:
    for quote in DATA["quotes"]:
        yield from quote["translations"]


def worded() -> Iterator[tuple[str, str]]:
    """Every text of ours with its language tag: names, text statements, translations."""
    for record in DATA["records"]:
        yield from ((name["tag"], name["value"]) for name in record["names"])
        for statement in record["statements"]:
            if PROPERTIES[statement["property"]].value_type is ValueType.TEXT:
                yield statement["language"], statement["value"]
    yield from ((translation["language"], translation["text"]) for translation in translations())


def test_only_known_fields() -> None:
    shapes = {
        "profiles": {"name", "initials", "language"},
        "records": {"key", "kind", "names", "statements"},
        "participations": {"event", "record", "role", "evidence"},
        "relations": {"from", "to", "kind", "evidence"},
        "mentions": {"record", "role", "certainty", "passage"},
        "quotes": {"passage", "speaker", "published_language", "spoken_language", "manner", "translations"},
        "notes": {"passage", "body"},
        "tags": {"passage", "label"},
    }
    assert set(DATA) == {*shapes, "source"}
    for part, fields in shapes.items():
        assert DATA[part]
        assert all(set(row) == fields for row in DATA[part]), part
    assert all(set(row) == {"language", "text", "state", "translator", "reviewer"} for row in translations())
    assert all({"exact"} <= set(passage) <= {"exact", "nth"} for passage in passages())


def test_the_source_is_described_as_the_page_describes_itself() -> None:
    source = checked(Provenance, **DATA["source"]["provenance"])
    page = lxml.html.document_fromstring(PAGE.decode("utf-8"))
    assert DATA["source"]["file"] == "article.en.html"
    assert page.xpath("string(//meta[@property='og:title']/@content)") == source.title
    assert page.xpath("string(//article//h1)") == source.title
    assert page.xpath("string(//meta[@name='author']/@content)") == source.creator
    assert page.xpath("string(//meta[@property='og:site_name']/@content)") == source.publisher
    assert page.xpath("string(//link[@rel='canonical']/@href)") == source.address
    assert page.xpath("string(//article//time/@datetime)") == source.published
    assert page.xpath("string(/html/@lang)") == source.language
    assert page.xpath("string(//meta[@name='dcterms.rights']/@content)") == source.rights


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    page = lxml.html.document_fromstring(PAGE.decode("utf-8"))
    assert page.xpath("//*[@src]") == []
    assert page.xpath("//link[contains(@rel, 'stylesheet') or contains(@rel, 'icon')]") == []
    assert b"@import" not in PAGE
    assert b"url(" not in PAGE


def test_the_article_exercises_code_points() -> None:
    body = text()
    first = paragraphs()[0]
    assert 700 <= len(body.split()) <= 900
    assert len([p for p in paragraphs() if len(p) < 40]) == 2, "two subheadings"
    assert "\N{DOVE OF PEACE}\ufe0f" in first
    assert "у\u0301" in unicodedata.normalize("NFC", first), "an accent that no precomposed letter swallows"
    assert unicodedata.normalize("NFC", body) == body
    assert {"“", "”", "’", "…", "—"} <= set(body)
    assert not {'"', "'"} & set(body)
    at = body.index("Maria Kolesnikova")
    assert Utf16Map(body).to_units(at) > at


@pytest.mark.parametrize("passage", tuple(passages()), ids=lambda passage: passage["exact"][:40])
def test_a_passage_lies_in_one_paragraph_and_is_found(passage: dict[str, Any]) -> None:
    places = find_quote(text(), passage["exact"])
    assert any(passage["exact"] in paragraph for paragraph in paragraphs())
    assert passage["exact"] == passage["exact"].strip()
    if "nth" in passage:
        assert 1 <= passage["nth"] <= len(places)
        assert len(places) > 1, "nth is for words that occur more than once"
    else:
        assert len(places) == 1


def test_the_reader_of_saved_pages_finds_the_article_and_nothing_else() -> None:
    reading = read_html(original_of(PAGE, "article.en.html"))
    assert reading.structured.text == f"{DATA['source']['provenance']['title']}\n{text()}"
    assert reading.warnings == ()
    said = DATA["source"]["provenance"]
    assert asdict(reading.provenance) == {key: said[key] for key in said if key != "retrieved"}


@pytest.mark.parametrize("passage", tuple(passages()), ids=lambda passage: passage["exact"][:40])
def test_counting_does_not_depend_on_the_title_being_read(passage: dict[str, Any]) -> None:
    page = lxml.html.document_fromstring(PAGE.decode("utf-8"))
    body = page.xpath("//div[@class='article-body']")[0]
    body.getparent().remove(body)
    assert passage["exact"] not in page.text_content()


def test_records_have_names_in_four_languages() -> None:
    assert len(KINDS) == len(DATA["records"]), "keys are unique"
    for record in DATA["records"]:
        names = tuple(checked(NameInput, **name) for name in record["names"])
        checked(RecordInput, kind=record["kind"], names=names)
        preferred = Counter(name.tag for name in names if name.kind == "preferred")
        assert preferred == dict.fromkeys(WORKING_LANGUAGES, 1), record["key"]
        if record["kind"] == "person":
            assert any(name.tag == "be-Latn" for name in names), record["key"]
    counts = Counter(KINDS.values())
    assert counts[RecordKind.PERSON] >= 7
    assert counts[RecordKind.ORGANISATION] >= 3
    assert counts[RecordKind.PLACE] >= 5
    assert counts[RecordKind.EVENT] >= 6


@pytest.mark.parametrize("record", DATA["records"], ids=lambda record: record["key"])
def test_statements_fit_their_property_and_cite(record: dict[str, Any]) -> None:
    for row in record["statements"]:
        statement = checked(StatementInput, property=row["property"], value=row["value"], language=row["language"])
        known = PROPERTIES[statement.property]
        assert KINDS[record["key"]] in known.kinds
        assert row["evidence"]
        if known.value_type is ValueType.DATE:
            assert normal_date(row["value"]) == row["value"], "EDTF as it is stored"
        if known.value_type is ValueType.PLACE:
            assert KINDS[row["value"]] is RecordKind.PLACE
        assert bool(row["language"]) == (known.value_type is ValueType.TEXT)
    if record["kind"] == "event":
        assert [row["property"] for row in record["statements"]].count("date") == 1


def test_statements_that_disagree_stand_side_by_side() -> None:
    (person,) = (record for record in DATA["records"] if record["key"] == "bialiatski")
    held = [row for row in person["statements"] if row["property"] == "time_held"]
    assert [row["value"] for row in held] == ["10 years", "4 years"]
    assert "10-year sentence" in held[0]["evidence"][0]["exact"]
    assert "four years of confinement" in held[1]["evidence"][0]["exact"]


def test_ties_name_records_and_known_roles() -> None:
    for row in DATA["participations"]:
        assert KINDS[row["event"]] is RecordKind.EVENT
        assert KINDS[row["record"]] in {RecordKind.PERSON, RecordKind.ORGANISATION}
        assert row["role"] in PARTICIPANT_ROLES
        assert row["evidence"]
    for row in DATA["relations"]:
        assert row["from"] != row["to"]
        assert {row["from"], row["to"]} <= set(KINDS)
        assert row["kind"] in RELATIONS
        assert row["evidence"]
    events = {key for key, kind in KINDS.items() if kind is RecordKind.EVENT}
    assert {row["event"] for row in DATA["participations"]} == events


def test_mentions_notes_and_tags_fit() -> None:
    for row in DATA["mentions"]:
        checked(MentionInput, role=row["role"], certainty=row["certainty"])
        assert row["role"] in MENTION_ROLES[KINDS[row["record"]]]
    assert {row["record"] for row in DATA["mentions"]} == set(KINDS)
    for row in DATA["notes"]:
        checked(NoteInput, body=row["body"])
    for row in DATA["tags"]:
        checked(TagInput, label=row["label"])


@pytest.mark.parametrize("part", ["mentions", "quotes", "notes", "tags"])
def test_nothing_is_attached_twice(part: str) -> None:
    rows = [json.dumps(row, sort_keys=True) for row in DATA[part]]
    assert len(rows) == len(set(rows))


def test_every_name_in_the_article_is_a_mention() -> None:
    body = text()
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in DATA["mentions"]:
        place = find_quote(body, row["passage"]["exact"])[row["passage"].get("nth", 1) - 1]
        spans.setdefault(row["record"], []).append((place.start, place.end))
    for record in DATA["records"]:
        if record["kind"] == "event":
            continue
        for name in record["names"]:
            pattern = rf"(?<!\w){re.escape(name['value'])}(?!\w)"
            for found in re.finditer(pattern, body) if name["tag"] == "en" else ():
                covered = any(start <= found.start() and found.end() <= end for start, end in spans[record["key"]])
                assert covered, (record["key"], body[found.start() - 20 : found.end() + 20])


def test_passages_lie_inside_one_another_and_overlap() -> None:
    body = text()
    spans = sorted({find_quote(body, p["exact"])[p.get("nth", 1) - 1] for p in passages()})
    pairs = [(a, b) for a in spans for b in spans if a < b and a.overlaps(b)]
    assert any(b.end <= a.end for a, b in pairs), "one inside another"
    assert any(a.start < b.start and a.end < b.end for a, b in pairs), "across one another's edge"


def test_quotes_fit_and_are_not_translated_into_their_own_language() -> None:
    for row in DATA["quotes"]:
        quote = checked(
            QuoteInput,
            speaker_id=row["speaker"],
            published_language=row["published_language"],
            spoken_language=row["spoken_language"],
            manner=row["manner"],
        )
        assert row["speaker"] is None or KINDS[row["speaker"]] is RecordKind.PERSON
        languages = [translation["language"] for translation in row["translations"]]
        assert len(languages) == len(set(languages))
        assert set(languages) <= set(WORKING_LANGUAGES) - {quote.published_language}
    assert {row["manner"] for row in DATA["quotes"]} == {"direct", "paraphrase"}
    assert sum(1 for _ in translations()) == 3 * len(DATA["quotes"]) - 1, "one is missing"


def test_a_translation_is_reviewed_by_other_eyes() -> None:
    profiles = {profile["initials"]: checked(ProfileInput, **profile) for profile in DATA["profiles"]}
    assert len(profiles) == len(DATA["profiles"]) == 2
    for row in translations():
        checked(TranslationInput, language=row["language"], text=row["text"])
        assert row["text"].strip()
        assert row["translator"] in profiles
        if TranslationState(row["state"]) in REVIEWED:
            assert row["reviewer"] in profiles
            assert row["reviewer"] != row["translator"]
        else:
            assert row["reviewer"] is None
    assert {row["state"] for row in translations()} == set(TranslationState)


@pytest.mark.parametrize(("tag", "words"), tuple(worded()), ids=lambda value: value[:30])
def test_words_are_spelt_in_their_language(tag: str, words: str) -> None:
    assert unicodedata.normalize("NFC", words) == words
    assert words == " ".join(words.split())
    assert not {'"', "'", "`"} & set(words), "typographic quotation marks and apostrophes only"
    assert "..." not in words
    if tag in ALPHABETS:
        allowed = ALPHABETS[tag]
        assert {c for c in words if c.isalpha()} <= allowed
    if tag == "be":
        assert not re.search(r"[аеёіоуыэюяА] у", words), "у after a vowel is ў"
        for found in re.finditer("ў", words):
            assert words[: found.start()].rstrip()[-1].lower() in "аеёіоуыэюя", "ў stands after a vowel only"
    if tag == "lt":
        assert not {"«", "»", "”"} & set(words)
    if tag in {"be", "ru"}:
        assert not {"„", "“", "”"} & set(words)
