"""The real process with real, tiny models, and everything that can go wrong with either."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tiny_model import make_model, make_pieces
from workbench.domain.errors import CancelledError
from workbench.languages.machine.process import MachineProcess, Said, look_at
from workbench.languages.machine.told import MachineError

WORDS = {"we": "мы", "are": "ёсць", "free": "вольныя", "free.": "вольныя."}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "en-be", WORDS)


@pytest.fixture(scope="module")
def digest(model: Path) -> str:
    return look_at(model).digest


def copy(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "copy"))


def pid(machine: MachineProcess) -> int:
    assert machine._process is not None
    return machine._process.pid


def test_a_model_translates_sentence_by_sentence(model: Path, digest: str) -> None:
    told: list[tuple[int, int]] = []
    with MachineProcess() as machine:
        found = machine.load(model, digest, lambda done, total: told.append((done, total)))
        assert machine.translate(["we are free.", "free are we"], "en", "be") == Said(
            ("мы ёсць вольныя.", "вольныя ёсць мы")
        )
        number = pid(machine)
        limits = Path(f"/proc/{number}/limits").read_text(encoding="ascii").splitlines()
    bounds = {line[:26].strip(): line[26:46].strip() for line in limits}
    assert bounds["Max core file size"] == bounds["Max file size"] == "0"
    assert int(bounds["Max address space"]) == 4 * found.size + (4 << 30)
    assert told[-1] == (found.size, found.size)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_the_digest_is_what_sha256sum_says(model: Path) -> None:
    found = look_at(model)
    said = subprocess.run("LC_ALL=C sha256sum * | sha256sum", shell=True, cwd=model, capture_output=True, check=True)  # noqa: S602
    assert said.stdout.decode().split()[0] == found.digest
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(Path(model).iterdir())
    ]
    assert hashlib.sha256("".join(lines).encode()).hexdigest() == found.digest
    assert found.size == sum(path.stat().st_size for path in model.iterdir())


def test_a_folder_that_was_changed_is_refused(model: Path, tmp_path: Path) -> None:
    folder = copy(model, tmp_path)
    digest = look_at(folder).digest
    (folder / "notes.txt").write_text("one more word", encoding="utf-8")
    with MachineProcess() as machine, pytest.raises(MachineError, match="its digest is another one"):
        machine.load(folder, digest)


def _break(folder: Path, name: str, data: bytes | None) -> None:
    if data is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("model.bin", None, "no readable “model.bin”"),
        ("model.bin", b"", "no readable “model.bin”"),
        ("model.bin", b"PK\x03\x04 and so on", "no readable “model.bin”"),
        ("model.bin", b"\x06\0\0\0\x0c\0WhisperSpec\0", "not one that translates"),
        ("config.json", None, "no readable “config.json”"),
        ("config.json", b"[" * 100_000, "no readable “config.json”"),
        ("target_vocabulary.json", None, "no readable vocabulary"),
        ("source_vocabulary.json", b'["a", 1]', "no readable vocabulary"),
        ("source_vocabulary.json", '["<unk>", "<s>", "</s>", "▁we"]'.encode(), "how they are cut"),
    ],
)
def test_a_broken_folder_is_refused_with_the_reason(
    model: Path, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    folder = copy(model, tmp_path)
    _break(folder, name, data)
    with pytest.raises(MachineError, match=said):
        look_at(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be read"):
        look_at(tmp_path / "nothing")


def test_a_model_that_is_cut_off_is_not_loaded(model: Path, tmp_path: Path) -> None:
    folder = copy(model, tmp_path)
    data = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(data[: len(data) // 2])
    digest = look_at(folder).digest
    with MachineProcess() as machine, pytest.raises(MachineError, match=r"files do not fit|came to an end|not enough"):
        machine.load(folder, digest)


def test_without_the_package_it_says_so(model: Path, digest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", sys._base_executable)  # type: ignore[attr-defined]
    assert look_at(model).digest == digest
    with MachineProcess() as machine, pytest.raises(MachineError, match="not installed here"):
        machine.load(model, digest)


def test_a_process_that_dies_is_told_of(model: Path, digest: str) -> None:
    with MachineProcess() as machine:
        machine.load(model, digest)
        os.kill(pid(machine), signal.SIGKILL)
        with pytest.raises(MachineError, match="came to an end"):
            machine.translate(["we"], "en", "be")


def test_a_process_that_does_not_answer_is_killed(model: Path, digest: str) -> None:
    with MachineProcess() as machine:
        machine.load(model, digest)
        machine._quiet = 0.2
        number = pid(machine)
        os.kill(number, signal.SIGSTOP)
        with pytest.raises(MachineError, match="took too long"):
            machine.translate(["we"], "en", "be")
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_who_stops_it_does_not_wait(model: Path, digest: str) -> None:
    asked: list[bool] = []

    def cancel() -> bool:
        return bool(asked)

    with MachineProcess(cancel=cancel) as machine:
        machine.load(model, digest)
        os.kill(pid(machine), signal.SIGSTOP)
        asked.append(True)
        with pytest.raises(CancelledError):
            machine.translate(["we"], "en", "be")


def test_what_is_no_translation_is_refused_and_the_next_text_is_asked(model: Path, digest: str) -> None:
    wrong = {
        "we are nobody": "unknown",
        "free free free free free we": "repeats",
        " ".join(["we", "are"] * 300): "long",
        " ".join(["we", "free.", "are"] * 30): "long",  # the model has no places for so many
    }
    with MachineProcess() as machine:
        machine.load(model, digest)
        for text, reason in wrong.items():
            assert machine.translate([text], "en", "be") == Said(reason=reason)
            assert machine.translate(["we"], "en", "be") == Said(("мы",))


@pytest.mark.parametrize(
    ("words", "ends", "reason"),
    [
        ({"we": "мы", "are": "ёсць"}, False, "endless"),
        ({"we": "\u0007"}, True, "garbage"),
        ({"we": "—"}, True, "empty"),
    ],
)
def test_a_model_that_says_nothing_sensible_is_refused(
    tmp_path: Path, words: dict[str, str], ends: bool, reason: str
) -> None:
    folder = make_model(tmp_path / "bad", words, ends=ends)
    with MachineProcess() as machine:
        machine.load(folder, look_at(folder).digest)
        assert machine.translate(["we"], "en", "be") == Said(reason=reason)


def test_marian_s_pieces_are_cut_and_put_together_and_the_end_mark_is_added(tmp_path: Path) -> None:
    words = {"▁we": "▁мы", "▁are": "▁ёсць", "▁free": "▁вольныя"}
    folder = make_model(tmp_path / "opus", words, add_source_eos=False)
    make_pieces(folder / "source.spm", words)
    make_pieces(folder / "target.spm", words.values())
    found = look_at(folder)
    assert (found.pieces, found.ends, found.sources) == (True, True, ())
    with MachineProcess() as machine:
        machine.load(folder, found.digest)
        assert machine.translate(["we are free"], "en", "be") == Said(("мы ёсць вольныя",))


@pytest.mark.parametrize("names", [("eng_Latn", "bel_Cyrl", "lit_Latn"), ("__en__", "__be__", "__lt__")])
def test_a_model_of_many_languages_is_told_which(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = make_model(tmp_path / "many", {"we": "мы"}, tokens=names, add_source_eos=False)
    found = look_at(folder)
    assert found.sources == found.targets == ("be", "lt", "en")
    with MachineProcess() as machine:
        machine.load(folder, found.digest)
        assert machine.translate(["we"], "en", "be") == Said(("мы",))
        assert machine.translate(["we"], "en", "ru") == Said(reason="language")


def test_a_model_that_is_told_the_target_alone_says_nothing_of_its_sources(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "opus", {"we": "мы"}, tokens=(">>bel<<", ">>rus<<"))
    found = look_at(folder)
    assert (found.sources, found.targets) == ((), ("be", "ru"))


def test_nothing_of_a_text_or_a_folder_is_an_argument_or_stays_on_the_disk(
    model: Path, digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with MachineProcess() as machine:
        machine.load(model, digest)
        machine.translate(["we"], "en", "be")
        line = Path(f"/proc/{pid(machine)}/cmdline").read_text(encoding="utf-8")
        environment = Path(f"/proc/{pid(machine)}/environ").read_text(encoding="utf-8")
        assert [path for folder in tmp_path.iterdir() for path in folder.iterdir()] == []
    assert model.name not in line + environment
    assert list(tmp_path.iterdir()) == []
