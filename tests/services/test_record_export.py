from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms import ARTICLE, Room, span_of
from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import BundleError
from workbench.domain.inputs import MentionInput
from workbench.domain.kinds import Level, RecordFormat
from workbench.importers.rows_child import answer_for
from workbench.services import levels, records
from workbench.services.record_export import export_records
from workbench.store.tables import Record

CHOICE = BundleChoice("Records", ("be", "en"))


@pytest.fixture
def people(room: Room) -> Room:
    version = room.bring_in()
    for name, words in (("Alena Sokał", "Alena Sokał"), ("Ihar", "Ihar")):
        record = room.person(name)
        room.do(records.link_passage(version, span_of(words, ARTICLE), record, MentionInput()))
        if name == "Ihar":
            room.do(levels.set_level(Record, record, Level.SECRET))
    return room


@pytest.mark.parametrize("form", list(RecordFormat))
def test_every_format_is_written_and_nothing_secret_with_it(people: Room, tmp_path: Path, form: RecordFormat) -> None:
    out = tmp_path / f"out.{form.value}"
    assert export_records(people.archive, CHOICE, form, out) == 1
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    data = b"".join(path.read_bytes() for path in files)
    text = json.dumps(answer_for(data), ensure_ascii=False) if form is RecordFormat.XLSX else data.decode()
    assert "Alena Sokał" in text
    assert "Ihar" not in text
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".workbench-")} == set()


def test_what_is_there_is_not_overwritten_unasked(people: Room, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(BundleError, match="is there already"):
        export_records(people.archive, CHOICE, RecordFormat.CSV, out)
    assert out.read_text(encoding="utf-8") == "mine"
    export_records(people.archive, CHOICE, RecordFormat.CSV, out, replacing=True)
    assert "Alena" in out.read_text(encoding="utf-8-sig")


def test_a_folder_that_is_not_there_and_an_archive_without_records(people: Room, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="could not be written") as caught:
        export_records(people.archive, CHOICE, RecordFormat.FTM, tmp_path / "no" / "out.ftm")
    assert str(tmp_path) not in str(caught.value)


def test_nothing_to_export(room: Room, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="nothing to export"):
        export_records(room.archive, CHOICE, RecordFormat.CSV, tmp_path / "out.csv")
