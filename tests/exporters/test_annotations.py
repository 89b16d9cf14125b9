"""Every annotation's selectors select exactly their words, by both ways of selecting."""

from __future__ import annotations

import dataclasses
import json
import uuid
from typing import Any

from workbench.domain.anchors import find_quote, text_digest
from workbench.domain.bundle import BundleContent
from workbench.exporters.annotations import VOCABULARY, write_annotations
from workbench.exporters.lookup import Lookup
from workbench.importers.annotations import read_annotations


def items(content: BundleContent) -> list[dict[str, Any]]:
    document = json.loads(write_annotations(Lookup(content)))
    assert document["total"] == len(document["first"]["items"])
    return document["first"]["items"]


def with_motivation(content: BundleContent, motivation: str) -> list[dict[str, Any]]:
    return [item for item in items(content) if motivation in item["motivation"]]


def test_every_selector_selects_its_words_again(content: BundleContent) -> None:
    texts = {f"urn:uuid:{s.text_version_id}": s.text.text for s in content.sources}
    found = items(content)
    assert len(found) > len(content.passages)
    for item in found:
        text = texts[item["target"]["source"]]
        place, words = item["target"]["selector"]
        start, end = place["start"], place["end"]
        assert text[start:end] == words["exact"]
        spans = find_quote(text, words["exact"], words["prefix"], words["suffix"])
        assert [(span.start, span.end) for span in spans] == [(start, end)]
        assert item["target"]["state"]["sha256"] == text_digest(text)


def test_positions_are_code_points_behind_emoji_and_accents(content: BundleContent) -> None:
    item = with_motivation(content, "quoting")[0]
    start = item["target"]["selector"][0]["start"]
    before = content.sources[0].text.text[:start]
    assert len(before.encode("utf-16-le")) // 2 > len(before)
    assert "e\u0301" in before


def test_ids_are_unique_stable_and_uuids(content: BundleContent) -> None:
    first = [item["id"] for item in items(content)]
    assert first == [item["id"] for item in items(content)]
    assert len(set(first)) == len(first)
    for found in first:
        assert uuid.UUID(found.removeprefix("urn:uuid:"))


def test_each_attachment_is_one_annotation(content: BundleContent) -> None:
    mentions = sum(len(p.mentions) for p in content.passages)
    assert len(with_motivation(content, "identifying")) == mentions
    assert len(with_motivation(content, "quoting")) == len(content.quotes)
    assert len(with_motivation(content, "commenting")) == sum(len(p.notes) for p in content.passages)
    assert len(with_motivation(content, "tagging")) == sum(len(p.tags) for p in content.passages)
    bare = [item for item in items(content) if item["motivation"] == "highlighting"]
    assert [item["target"]["selector"][1]["exact"] for item in bare] == ["The court had sentenced her to seven years"]
    assert "body" not in bare[0]


def test_a_mention_names_its_record_in_every_language(content: BundleContent) -> None:
    bodies = with_motivation(content, "identifying")[1]["body"]
    assert bodies[0]["kind"] == "person"
    assert bodies[0]["role"] == "released"
    assert {b["language"] for b in bodies[1:]} == {"be", "ru", "lt", "en", "be-Latn"}


def test_a_quote_carries_speaker_languages_and_translations(content: BundleContent) -> None:
    facts, speaker, agency, *bodies = with_motivation(content, "quoting")[0]["body"]
    translations = [body for body in bodies if body["purpose"] == "translating"]
    assert (facts["language"], facts["spokenLanguage"], facts["manner"]) == ("en", "be", "direct")
    assert facts["viaLanguage"] == "ru"
    assert speaker["role"] == "speaker"
    names = {body["language"]: body["value"] for body in bodies if body.get("role") == "interpreter"}
    assert (agency["role"], agency["kind"], names["lt"]) == ("interpreter", "organisation", "Uosto biblioteka")
    assert [t.get("relayLanguage") for t in translations] == [None, None, "ru"]
    assert facts["marks"] == [{"start": 0, "end": 2, "kind": "aside"}]
    assert [t.get("marks") for t in translations] == [None, None, [{"start": 0, "end": 4, "kind": "added"}]]
    assert [(t["language"], t["translationState"]) for t in translations] == [
        ("be", "final"),
        ("ru", "reviewed"),
        ("lt", "translated"),
    ]


def test_own_keys_are_in_the_context(content: BundleContent) -> None:
    document = json.loads(write_annotations(Lookup(content)))
    standard, own = document["@context"]
    assert standard.endswith("/ns/anno.jsonld")
    assert all(iri.startswith(VOCABULARY.rstrip("#")) for iri in own.values())


def test_records_that_stayed_in_the_room_are_named_by_id_only(content: BundleContent) -> None:
    bare = dataclasses.replace(content, records=())
    for item in with_motivation(bare, "identifying"):
        (body,) = item["body"]
        assert "kind" not in body
        assert "value" not in body


def test_the_program_reads_its_own_annotations(content: BundleContent) -> None:
    data = write_annotations(Lookup(content))
    read = read_annotations(data)
    assert len(read) == len(items(content))
    for incoming, item in zip(read, items(content), strict=True):
        assert incoming.target.exact == item["target"]["selector"][1]["exact"]
        assert incoming.target.digest == item["target"]["state"]["sha256"]
