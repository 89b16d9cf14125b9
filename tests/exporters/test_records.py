"""Nothing of a bundle's content is lost in its JSON."""

from __future__ import annotations

import json

from workbench.domain.bundle import BundleContent
from workbench.exporters.lookup import Lookup
from workbench.exporters.records import FORMAT, VERSION, write_records


def test_the_json_is_canonical_and_says_what_it_is(content: BundleContent) -> None:
    data = write_records(Lookup(content), {})
    document = json.loads(data)
    again = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert data == again.encode() + b"\n"
    assert (document["format"], document["version"]) == (FORMAT, VERSION)


def test_statements_that_disagree_stand_side_by_side(content: BundleContent) -> None:
    document = json.loads(write_records(Lookup(content), {}))
    person = document["records"][0]
    held = [(s["value"], len(s["passage_ids"])) for s in person["statements"] if s["property"] == "time_held"]
    assert held == [("seven years", 1), ("nine winters", 2)]


def test_every_row_and_value_is_there(content: BundleContent) -> None:
    document = json.loads(write_records(Lookup(content), {content.sources[0].id: "originals/x"}))
    assert [s["original"]["path"] for s in document["sources"]] == ["originals/x", None]
    assert [p["id"] for p in document["passages"]] == [p.id for p in content.passages]
    assert [len(r["names"]) for r in document["records"]] == [len(r.names) for r in content.records]
    assert [len(r["participants"]) for r in document["records"]] == [len(r.participants) for r in content.records]
    assert [len(r["relations"]) for r in document["records"]] == [len(r.relations) for r in content.records]
    translations = [t for q in document["quotes"] for t in q["translations"]]
    assert [t["text"] for t in translations] == [t.text for q in content.quotes for t in q.translations]
    assert translations[0]["reviewer"]["initials"] == "MB"
    assert translations[2]["reviewer"] is None
    for source, row in zip(content.sources, document["sources"], strict=True):
        assert len(row["text"]["blocks"]) == len(source.text.blocks)
        assert row["text"]["sha256"] == source.text_digest


def test_parts_of_names_properties_and_what_is_known_of_values_are_there(weighed_content: BundleContent) -> None:
    document = json.loads(write_records(Lookup(weighed_content), {}))
    own = weighed_content.properties[0]
    told = {"key": own.key, "label": "Hunger strike", "value_type": "date", "own": True}
    assert told in document["properties"]
    assert [about["key"] for about in document["properties"]] == [
        "description", "date", "place", "birth", "occupation", "office", own.key]  # fmt: skip
    person, sibling, event = document["records"][:3]
    assert [person["names"][0][part] for part in ("given", "patronymic", "family")] == ["Алена", "", "Сокал"]
    keys = ("certainty", "dated", "standing", "reason")
    assert [[said[key] for key in keys] for said in person["statements"][1:4]] == [
        ["certain", "2010/2014", "", ""],
        ["possible", "", "", ""],
        ["certain", "", "set aside", "a <slip>"],
    ]
    assert (sibling["relations"][0]["certainty"], sibling["relations"][0]["dated"]) == ("probable", "1990")
    assert event["participants"][0]["dated"] == "2024-05-03/2024-05-04"
