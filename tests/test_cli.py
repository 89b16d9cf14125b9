"""The command line, run in this process on real archives; `test_process` runs it as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench import __version__, cli
from workbench.domain.inputs import PropertyInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import ValueType
from workbench.services import sample
from workbench.services.archives import open_archive
from workbench.services.vocabulary import add_property
from workbench.terminal import PASSPHRASE_VARIABLE
from workbench.vault.keys import Parameters

PASSPHRASE = "seven quiet herons over water"

LEAVING = f"""
import os, sys
sys.path[:0] = [{str(Path(cli.__file__).parent.parent)!r}, {str(Path(__file__).parent / "support")!r}]
from pathlib import Path
from rooms import CHEAP
from workbench.services.archives import open_archive
from workbench.terminal import PASSPHRASE_VARIABLE
archive = open_archive(Path(sys.argv[1]), sys.argv[2], parameters=(CHEAP,))
archive.note_activity("import_source", "seen.txt")
os._exit(9)
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cheap_parameters: Parameters
) -> Run:
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    secret.chmod(0o600)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, str(secret))

    def command(*arguments: str | Path) -> tuple[int, str, str]:
        status = cli.run([str(argument) for argument in arguments], parameters=(cheap_parameters,))
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def archive(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "case.archive"
    assert run("create", path, "--name", "Ada Kalina", "--initials", "AK")[0] == 0
    return path


@pytest.fixture
def sampled(archive: Path, cheap_parameters: Parameters) -> Path:
    opened = open_archive(archive, PASSPHRASE, parameters=(cheap_parameters,))
    with opened.read() as connection:
        from workbench.store.queries.overview import profiles

        author = profiles(connection)[0].id
    opened.perform(sample.profiles.edit_profile(author, sample.first_profile()), author_id=author)
    sample.load_sample(opened, author)
    opened.close()
    return archive


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("A convoy left Minsk\n\nCafe\u0301 👩‍👩‍👧: “We are free,” said Kolesnikova.\n", encoding="utf-8")
    return path


def documents(text: str) -> Any:
    return json.loads(text)


def test_the_version_needs_no_command(run: Run) -> None:
    assert run("--version") == (0, f"workbench {__version__}\n", "")


def test_create_refuses_a_name_that_is_taken(archive: Path, run: Run) -> None:
    before = archive.read_bytes()
    status, out, err = run("create", archive)
    assert (status, out) == (1, "")
    assert "already a file" in err
    assert err.count("\n") == 1
    assert archive.read_bytes() == before


def test_create_without_a_terminal_shows_no_recovery_words(tmp_path: Path, run: Run) -> None:
    status, out, err = run("create", tmp_path / "new.archive")
    assert status == 0
    assert out == ""
    assert "recovery sheet" in err
    assert len(err.split()) < 24


def test_import_prints_one_json_document(archive: Path, article: Path, run: Run) -> None:
    status, out, err = run(
        "import", archive, article, "--language", "EN", "--title", "On the road", "--published", "13.12.2025",
        "--url", "https://example.org/a", "--json",
    )  # fmt: skip
    assert (status, err) == (0, "")
    assert out, err
    (row,) = documents(out)
    assert (row["title"], row["language"], row["published"]) == ("On the road", "en", "2025-12-13")
    told = run("list", archive, "sources", "--json")
    assert told[0] == 0, told
    (listed,) = documents(told[1])
    assert listed["id"] == row["id"]


def test_the_same_bytes_twice_are_noticed(archive: Path, article: Path, run: Run) -> None:
    run("import", archive, article)
    status, out, err = run("import", archive, article)
    assert (status, out) == (1, "")
    assert "in the archive already" in err
    assert documents(run("info", archive, "--json")[1])["counts"]["sources"] == 1


def test_one_bad_file_does_not_stop_the_others(archive: Path, article: Path, tmp_path: Path, run: Run) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    status, out, err = run("import", archive, picture, tmp_path, article, tmp_path / "gone.txt", "--json")
    assert status == 1
    assert [row["file"] for row in documents(out)] == ["article.txt"]
    assert [line.split(":")[0] for line in err.splitlines()] == ["picture.txt", tmp_path.name, "gone.txt"]


def test_what_the_archive_cannot_take_stops_the_others(
    archive: Path, article: Path, tmp_path: Path, run: Run, cheap_parameters: Parameters
) -> None:
    others = [tmp_path / name for name in ("two.txt", "three.txt")]
    for number, path in enumerate(others):
        path.write_text(f"Article number {number}.", encoding="utf-8")
    with closing(open_archive(archive, PASSPHRASE, parameters=(cheap_parameters,))):
        status, out, err = run("import", archive, article, *others)
    assert (status, out) == (1, "")
    assert err.count("Another program is writing") == 1
    assert "2 more files were not tried." in err


@pytest.mark.parametrize("arguments", [("--published", "soon"), ("--language", "x!")])
def test_a_correction_that_does_not_fit_changes_nothing(
    archive: Path, article: Path, run: Run, arguments: tuple[str, str]
) -> None:
    status, _out, err = run("import", archive, article, *arguments)
    assert status == 1
    assert err.count("\n") == 1
    assert documents(run("info", archive, "--json")[1])["counts"]["sources"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("list", "a.archive", "dragons"),
        ("export", "a.archive"),
        ("export", "a.archive", "--out", "b", "--languages", "de"),
        ("import", "a.archive", "one", "two", "--title", "T"),
        ("info", "a.archive", "--passphrase", "never"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err


def test_a_wrong_passphrase_is_one_line(archive: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "other"
    other.write_text("not the right one at all\n", encoding="utf-8")
    other.chmod(0o600)
    before = archive.read_bytes()
    status, out, err = run("info", archive, "--passphrase-file", other)
    assert (status, out) == (1, "")
    assert "does not open" in err
    assert err.count("\n") == 1
    assert archive.read_bytes() == before


def test_without_a_terminal_or_file_the_passphrase_is_asked_for_by_name(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    status, _out, err = run("info", archive)
    assert status == 1
    assert "--passphrase-file" in err


def test_a_readable_passphrase_file_is_warned_about(archive: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "passphrase").chmod(0o644)
    assert "other people" in run("info", archive)[2]


def test_a_passphrase_file_that_is_not_there_is_a_known_error(archive: Path, tmp_path: Path, run: Run) -> None:
    status, _out, err = run("info", archive, "--passphrase-file", tmp_path / "none")
    assert status == 1
    assert "“none”" in err


def test_info_counts_the_sample(sampled: Path, run: Run) -> None:
    found = documents(run("info", sampled, "--json")[1])
    assert found["counts"]["quotes"] == 8
    assert sum(found["translations"]["lt"].values()) == 7
    status, out, _err = run("info", sampled)
    assert status == 0
    assert "Belarusian" in out


@pytest.mark.parametrize(
    "what", ["sources", "passages", "persons", "events", "organisations", "places", "quotes", "translations"]
)
def test_every_list_has_rows_in_both_forms(sampled: Path, run: Run, what: str) -> None:
    rows = documents(run("list", sampled, what, "--json")[1])
    status, out, err = run("list", sampled, what)
    assert (status, err) == (0, "")
    assert len(out.splitlines()) == len(rows) > 0


def test_search_finds_names_across_scripts(sampled: Path, run: Run) -> None:
    hits = documents(run("search", sampled, "калесніка", "--json")[1])
    assert {"name"} <= {hit["kind"] for hit in hits}
    assert any("Kolesnikova" in hit["excerpt"] for hit in hits)
    assert run("search", sampled, "zzzzzz") == (0, "", "Nothing found.\n")


def test_export_verify_and_tampering(sampled: Path, tmp_path: Path, run: Run) -> None:
    bundle = tmp_path / "bundle"
    status, out, _err = run("export", sampled, "--out", bundle, "--languages", "be,lt", "--json")
    assert status == 0
    assert documents(out)["files"] > 10
    status, out, err = run("verify", bundle, "--json")
    assert (status, err) == (0, "")
    assert documents(out)["whole"] is True
    page = bundle / "data" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"Kolesnikova", b"Kolesnikovx", 1))
    status, out, err = run("verify", bundle)
    assert status == 1
    assert "data/index.html" in out
    assert "problem" in err


def test_export_into_a_taken_folder_changes_nothing(sampled: Path, tmp_path: Path, run: Run) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine", encoding="utf-8")
    status, out, err = run("export", sampled, "--out", taken)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert [entry.name for entry in taken.iterdir()] == ["mine.txt"]


def test_annotations_of_a_bundle_come_into_another_archive(
    sampled: Path, tmp_path: Path, run: Run, archive: Path
) -> None:
    bundle, other = tmp_path / "bundle", tmp_path / "other.archive"
    run("export", sampled, "--out", bundle, "--include-unfinished")
    run("create", other, "--name", "Rūta", "--initials", "R")
    run("import", other, sample.sample_folder() / "article.en.html")
    status, out, err = run("annotate", other, bundle / "data" / "annotations.jsonld", "--json")
    assert (status, err) == (0, "")
    assert documents(out)["reasons"] == {}
    found = documents(run("info", other, "--json")[1])["counts"]
    expected = documents(run("info", sampled, "--json")[1])["counts"]
    assert {key: found[key] for key in ("quotes", "mentions")} == {key: expected[key] for key in ("quotes", "mentions")}
    assert found["translations"] == expected["translations"]
    said = {quote["exact"]: quote["speaker"] for quote in documents(run("list", sampled, "quotes", "--json")[1])}
    assert {q["exact"]: q["speaker"] for q in documents(run("list", other, "quotes", "--json")[1])} == said
    listed = documents(run("list", sampled, "translations", "--json")[1])
    assert documents(out)["drafts"] == sum(row["state"] not in ("initial", "missing") for row in listed) > 0
    status, out, err = run("annotate", other, bundle / "data" / "annotations.jsonld")
    assert (status, out) == (0, "0 annotations placed\n")
    assert "were here already" in err
    assert documents(run("info", other, "--json")[1])["counts"]["mentions"] == found["mentions"]
    assert run("check", other)[0] == 0


def test_annotations_of_another_text_change_nothing(archive: Path, article: Path, tmp_path: Path, run: Run) -> None:
    run("import", archive, article)
    stray = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "note"},
        "target": {
            "source": "https://example.org/b",
            "selector": {"type": "TextQuoteSelector", "exact": "words not here"},
        },
    }
    path = tmp_path / "stray.jsonld"
    path.write_text(json.dumps(stray), encoding="utf-8")
    status, out, err = run("annotate", archive, path)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert documents(run("info", archive, "--json")[1])["counts"]["passages"] == 0


def test_annotate_takes_code_points_after_emoji_and_accents(
    archive: Path, article: Path, tmp_path: Path, run: Run
) -> None:
    run("import", archive, article)
    text = article.read_text(encoding="utf-8")
    words = "We are free,"
    note = {
        "type": "Annotation",
        "motivation": "quoting",
        "target": {
            "source": "urn:sha256:" + documents(run("list", archive, "sources", "--json")[1])[0]["id"],
            "selector": {"type": "TextQuoteSelector", "exact": words},
        },
    }
    path = tmp_path / "one.jsonld"
    path.write_text(json.dumps(note), encoding="utf-8")
    assert run("annotate", archive, path)[0] == 0
    (quote,) = documents(run("list", archive, "quotes", "--json")[1])
    assert quote["exact"] == words
    assert text.replace("\n\n", "\n").find(words) in (quote["start"], quote["start"] - 1)


def test_check_says_what_is_wrong(sampled: Path, run: Run) -> None:
    assert run("check", sampled)[0] == 0
    data = bytearray(sampled.read_bytes())
    at = len(data) // 2
    data[at : at + 16] = bytes(16)
    sampled.write_bytes(data)
    status, out, _err = run("check", sampled)
    assert status == 1
    assert "page" in out


def test_info_tells_that_the_program_was_not_closed(sampled: Path, run: Run, cheap_parameters: Parameters) -> None:
    child = subprocess.run(
        [sys.executable, "-c", LEAVING, str(sampled), PASSPHRASE], capture_output=True, text=True, check=False
    )
    assert child.returncode == 9, child.stderr
    for command in ("info", "check"):
        status, _out, err = run(command, sampled)
        assert status == 0
        assert "was not closed properly" in err
        assert "“seen.txt”" in err
    with closing(open_archive(sampled, PASSPHRASE, parameters=(cheap_parameters,))):
        assert "was not closed properly" not in run("info", sampled)[2]  # it is somebody else's, and open


def test_a_title_is_made_of_what_is_in_the_archive_and_not_of_its_name(sampled: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "other.archive"
    other.write_bytes(sampled.read_bytes())
    made = []
    for number, archive in enumerate((sampled, other)):
        status, out, _err = run("export", archive, "--out", tmp_path / f"b{number}", "--json")
        assert status == 0
        made.append(json.loads(out)["manifest"])
    assert made[0] == made[1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a drive that is always full is there on Linux")
def test_an_answer_that_cannot_be_written_is_one_line() -> None:
    environment = {**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "--version"], stdout=full, stderr=subprocess.PIPE, text=True,
            env=environment, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Error: " in done.stderr


def test_a_window_is_not_opened_for_what_is_no_archive(tmp_path: Path, run: Run) -> None:
    status, out, err = run(tmp_path / "nothing.archive")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["create", "verify", "info"])
def test_a_name_that_no_drive_can_hold_is_one_line(command: str, tmp_path: Path, run: Run) -> None:
    status, out, err = run(command, tmp_path / ("Ж" * 130))
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_process_speaks_the_systems_language_and_keeps_streams_apart(tmp_path: Path) -> None:
    environment = {**os.environ, "LANGUAGE": "lt", "PYTHONPATH": str(Path(cli.__file__).parent.parent)}
    missing = tmp_path / "none.archive"
    command = [sys.executable, "-m", "workbench", "info", str(missing)]
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_rows_are_looked_at_brought_in_and_written_again(archive: Path, tmp_path: Path, run: Run) -> None:
    table, mapping = tmp_path / "people.csv", tmp_path / "mapping.json"
    table.write_text("Name,Born\nAnn Lee,1990\nBob Roe,31.02.1991\n", encoding="utf-8")
    status, out, err = run("rows", archive, table, "--dry-run")
    assert (status, json.loads(out)["columns"]) == (0, ["name:preferred:en", "property:birth"])
    assert "people.csv:3:2: The calendar has no such day." in err
    mapping.write_text(out, encoding="utf-8")
    assert run("rows", archive, table, "--mapping", mapping)[0] == 1
    status, out, _err = run("rows", archive, table, "--mapping", mapping, "--leave-out", "--json")
    assert status == 0
    assert {key: json.loads(out)[key] for key in ("created", "added_to", "left_out")} == {
        "created": 1, "added_to": 0, "left_out": 1,
    }  # fmt: skip
    status, out, _err = run("export-records", archive, "--format", "csv", "--out", tmp_path / "records.csv")
    assert (status, "1 record" in out) == (0, True)
    assert "Ann Lee" in (tmp_path / "records.csv").read_text(encoding="utf-8-sig")
    assert run("export-records", archive, "--format", "csv", "--out", tmp_path / "records.csv")[0] == 1


def test_rows_that_nobody_has_decided_are_told_and_held_back(archive: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Born\nAnn Lee,\nAnn Lee,\n", encoding="utf-8")
    status, _out, err = run("rows", archive, table, "--dry-run")
    assert status == 0
    assert "people.csv:2: Ann Lee · new record\n" in err
    assert "people.csv:3: Ann Lee · same as line 2 · not sure\n" in err
    status, _out, err = run("rows", archive, table)
    assert (status, "1 row may be a record that the archive has" in err) == (1, True)
    status, out, _err = run("rows", archive, table, "--take-proposals", "--json")
    assert (status, json.loads(out)["created"], json.loads(out)["added_to"]) == (0, 1, 1)


def test_an_own_property_is_told_by_its_heading(
    archive: Path, tmp_path: Path, run: Run, cheap_parameters: Parameters
) -> None:
    with closing(open_archive(archive, PASSPHRASE, parameters=(cheap_parameters,))) as opened:
        given = PropertyInput(label="Камера", value_type=ValueType.TEXT, kinds=(RecordKind.PERSON,))
        key = opened.perform(add_property(given), author_id=None).value
    table = tmp_path / "people.csv"
    table.write_text("Імя,Камера\nЯўген Шыла,7\n", encoding="utf-8")
    _status, out, _err = run("rows", archive, table, "--dry-run", "--language", "be")
    assert json.loads(out)["columns"] == ["name:preferred:be", f"property:{key}"]
