"""A bundle of a source that was received again: evidence in an older text leaves with that text."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from rooms import ARTICLE, Room, incoming, span_of
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.inputs import NoteInput, QuoteInput, TranslationInput
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle
from workbench.services import passages, placing, quotes, versions
from workbench.services.annotate import annotate, read_annotation_file
from workbench.services.bundle_content import collect
from workbench.services.bundles import export_bundle, preview_bundle

NEWER = ARTICLE.replace("Her brother Ihar stood there.", "Nobody was there.").replace("your chair by", "your seat at")
CHOICE = BundleChoice("A bundle", ("be", "lt", "en"), states=EVERY_STATE, include_notes=True)
SAID, BROTHER, NINE = "We kept your chair by the window,", "Her brother Ihar", "the register counts nine"


def marked(room: Room, words: str) -> str:
    version = next(iter(room.rows()["text_version"]))
    given = QuoteInput(published_language="en")
    made = room.do(quotes.mark_quote(version, span_of(words), given))
    room.do(quotes.write_translation(made.quote_id, TranslationInput(language="lt", text="Laikėme")))
    return made.passage_id


def renewed(room: Room) -> tuple[str, str]:
    """Bring the newer capture in; return the ids of the older and the newer text."""
    source_id, old = next(iter(room.rows()["source"])), next(iter(room.rows()["text_version"]))
    done = room.do(versions.import_newer(source_id, incoming(NEWER, retrieved="2025-12-20")))
    return old, done.text_version_id


def bundle(room: Room, folder: Path, choice: BundleChoice = CHOICE) -> dict[str, Any]:
    """Export, verify, and return records.json."""
    export_bundle(room.archive, choice, folder, author_id=room.author_id)
    assert verify_bundle(folder).findings == ()
    return json.loads((folder / "data" / "records.json").read_text(encoding="utf-8"))


@pytest.fixture
def several(room: Room) -> tuple[Room, str, str, dict[str, str]]:
    """One passage placed, one gone, one still waiting."""
    room.bring_in(retrieved="2025-12-13")
    found = {words: marked(room, words) for words in (SAID, BROTHER)}
    old = next(iter(room.rows()["text_version"]))
    found[NINE] = room.do(passages.add_note(old, span_of(NINE), NoteInput(body="nine or seven?")))
    old, new = renewed(room)
    room.do(placing.place_passage(found[SAID], span_of("We kept your seat at the window,", NEWER), text_version_id=new))
    room.do(placing.passage_gone(found[BROTHER], text_version_id=new))
    if room.rows()["passage"][found[NINE]]["text_version_id"] == new:
        found[NINE] = ""  # carried: then the gone one alone is in the older text
    return room, old, new, found


def test_what_is_gone_or_waits_leaves_with_its_text(
    several: tuple[Room, str, str, dict[str, str]], tmp_path: Path
) -> None:
    room, old, new, found = several
    data = bundle(room, tmp_path / "b")
    texts = tmp_path / "b" / "data" / "texts"
    assert {path.stem: path.read_text(encoding="utf-8") for path in texts.iterdir()} == {old: ARTICLE, new: NEWER}
    (source,) = data["sources"]
    assert data["version"] == 2
    assert (source["text"]["id"], source["text"]["number"]) == (new, 2)
    (capture,) = source["captures"]
    assert (capture["id"], capture["retrieved"]) == (source["text"]["capture_id"], "2025-12-20")
    assert (tmp_path / "b" / "data" / capture["original"]["path"]).read_bytes() == NEWER.encode()
    assert (tmp_path / "b" / "data" / source["original"]["path"]).read_bytes() == ARTICLE.encode()
    (earlier,) = source["earlier_texts"]
    assert (earlier["id"], earlier["number"], earlier["capture_id"]) == (old, 1, None)
    places = {row["id"]: row for row in data["passages"]}
    assert places[found[BROTHER]]["text_id"] == old
    assert "text_id" not in places[found[SAID]]
    assert len(places) == len(room.rows()["passage"])
    assert data["passages"][0]["id"] == found[SAID]  # the newer text's come first


def test_every_file_names_the_right_text(several: tuple[Room, str, str, dict[str, str]], tmp_path: Path) -> None:
    room, old, new, found = several
    bundle(room, tmp_path / "b")
    data = tmp_path / "b" / "data"
    text_of = {found[BROTHER]: old, found[SAID]: new}
    items = json.loads((data / "annotations.jsonld").read_text(encoding="utf-8"))["first"]["items"]
    for item in items:
        passage = item["target"]["id"].removeprefix("urn:uuid:")
        if passage in text_of:
            assert item["target"]["source"] == f"urn:uuid:{text_of[passage]}"
            assert item["target"]["state"]["cached"] == f"texts/{text_of[passage]}.txt"
    table = {
        row["exact"]: row for row in csv.DictReader(io.StringIO((data / "quotes.csv").read_text(encoding="utf-8")))
    }
    assert table[BROTHER]["text_version_id"] == old
    assert table["We kept your seat at the window,"]["text_version_id"] == new
    assert table[BROTHER]["source_sha256"] != table["We kept your seat at the window,"]["source_sha256"]
    assert (table[BROTHER]["stale_lt"], table["We kept your seat at the window,"]["stale_lt"]) == ("no", "yes")
    xliff = (data / "xliff" / "quotes.lt.xlf").read_text(encoding="utf-8")
    assert f'original="../texts/{old}.txt"' in xliff
    assert f'original="../texts/{new}.txt"' in xliff
    assert xliff.count('subState="skaryna:stale"') == 1
    page = (data / "index.html").read_text(encoding="utf-8")
    assert f'id="t-{old}"' in page
    assert "This is an older text of the source, received on" in page
    assert "Out of date: the quote was changed after this was written." in page
    assert page.index(f'id="p-{found[SAID]}"') < page.index(f'id="t-{old}"') < page.index(f'id="p-{found[BROTHER]}"')


def test_an_older_text_that_nothing_needs_stays(several: tuple[Room, str, str, dict[str, str]], tmp_path: Path) -> None:
    room, old, new, found = several
    quote = next(row["id"] for row in room.rows()["quote"].values() if row["passage_id"] == found[SAID])
    choice = BundleChoice("One", ("lt",), quote_ids=frozenset({quote}), include_originals=False)
    data = bundle(room, tmp_path / "b", choice)
    (source,) = data["sources"]
    assert data["version"] == 1
    assert source["text"]["id"] == new
    assert "earlier_texts" not in source
    assert [capture["original"]["path"] for capture in source["captures"]] == [None]
    assert not (tmp_path / "b" / "data" / "texts" / f"{old}.txt").exists()
    assert not (tmp_path / "b" / "data" / "originals").exists()


def test_the_preview_counts_every_text_and_file(several: tuple[Room, str, str, dict[str, str]]) -> None:
    room = several[0]
    preview = preview_bundle(room.archive, CHOICE)
    assert preview.characters == len(ARTICLE) + len(NEWER)
    assert preview.originals_bytes == len(ARTICLE.encode()) + len(NEWER.encode())
    assert preview.stale == {"lt": 1}


def test_a_text_that_was_exchanged_is_found_by_verify(
    several: tuple[Room, str, str, dict[str, str]], tmp_path: Path
) -> None:
    room, old, new, _found = several
    with room.archive.read() as connection:
        content = collect(connection, CHOICE)
    write_bundle(content, tmp_path / "b")
    data = tmp_path / "b" / "data"
    (data / "texts" / f"{old}.txt").write_bytes((data / "texts" / f"{new}.txt").read_bytes())
    assert not verify_bundle(tmp_path / "b").whole


def test_annotations_of_the_older_text_find_their_passages_where_they_are_now(
    several: tuple[Room, str, str, dict[str, str]], tmp_path: Path
) -> None:
    room, old, _new, found = several
    target = {
        "source": f"urn:uuid:{old}",
        "selector": {"type": "TextQuoteSelector", "exact": SAID},
    }
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(
            [
                {
                    "type": "Annotation",
                    "motivation": "commenting",
                    "body": {"type": "TextualBody", "value": "Which chair?"},
                    "target": target,
                }
            ]
        ),
        encoding="utf-8",
    )
    before = set(room.rows()["passage"])
    room.do(annotate(read_annotation_file(path)))
    rows = room.rows()
    (note,) = (row for row in rows["note"].values() if row["body"] == "Which chair?")
    assert note["passage_id"] == found[SAID]
    assert set(rows["passage"]) == before
