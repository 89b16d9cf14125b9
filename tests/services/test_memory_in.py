from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from made_quotes_in_memory import FIRST, SECOND, accept, marked, take, tmx, translate
from rooms import Room, open_room
from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import BundleError, CancelledError, ImportFileError, InputError
from workbench.domain.kinds import Origin, TranslationState
from workbench.languages.memory.penalties import Trait
from workbench.services.bundles import export_bundle
from workbench.services.memory import Remembered, look_up, remove_batch
from workbench.services.memory_in import read_batch, take_in
from workbench.store.queries.memory import SEGMENT, batches


def found(room: Room, text: str, languages: tuple[str, str] = ("en", "ru")) -> list[Remembered]:
    with room.archive.read() as connection:
        return look_up(None, connection, text, languages)


def segments(room: Room) -> int:
    with room.archive.read() as connection:
        return int(connection.execute(select(func.count()).select_from(SEGMENT)).scalar() or 0)


def test_a_file_is_taken_in_with_where_each_text_comes_from(room: Room, tmp_path: Path) -> None:
    taken = take(room, tmx(tmp_path, (FIRST, "Ворота открыты"), ("Rivers", "Реки")))
    assert (taken.units, taken.left_out) == (2, 0)
    [match] = found(room, SECOND)
    assert (match.text, match.original, match.traits) == ("Ворота открыты", FIRST, {Trait.IMPORTED})
    assert (match.unit.label, match.unit.origin) == ("memory.tmx", Origin.TMX)
    assert match.worth < match.percent
    [other] = found(room, "Ворота открыты!", ("ru", "en"))
    assert (other.text, other.traits) == (FIRST, {Trait.IMPORTED, Trait.OTHER_DIRECTION})


def test_a_batch_goes_and_comes_back_with_undo(room: Room, tmp_path: Path) -> None:
    taken = take(room, tmx(tmp_path, (FIRST, "Ворота открыты")))
    room.do(remove_batch(taken.batch_id))
    assert found(room, FIRST) == []
    room.undo()
    assert [match.percent for match in found(room, FIRST)] == [100]
    room.undo()
    assert found(room, FIRST) == []
    room.redo()
    room.reopen()
    assert [match.percent for match in found(room, FIRST)] == [100]
    room.assert_sound()


def test_every_unit_of_a_long_file_can_be_looked_up_at_once(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.services.memory_in._AT_ONCE", 2)
    monkeypatch.setattr("workbench.services.memory_in._INDEXED", 4)
    for words in ("Gate number", "Tower number"):
        taken = take(room, tmx(tmp_path, *((f"{words} {n}", f"{words[0]}{n}") for n in range(11))))
        assert taken.units == 11
    for n in range(11):
        assert [found(room, f"{words} {n}")[0].text for words in ("Gate number", "Tower number")] == [f"G{n}", f"T{n}"]
    room.assert_sound()


def test_the_same_file_is_not_taken_in_twice(room: Room, tmp_path: Path) -> None:
    path = tmx(tmp_path, (FIRST, "Ворота открыты"))
    take(room, path)
    with pytest.raises(InputError, match="already"):
        take(room, path)
    assert segments(room) == 2


def test_what_breaks_in_the_middle_leaves_nothing(room: Room, tmp_path: Path) -> None:
    path = tmx(tmp_path, *((f"{FIRST} {number}", f"Ворота {number}") for number in range(3_000)))
    path.write_text(path.read_text(encoding="utf-8").replace("</body>", "<broken>"), encoding="utf-8")
    with pytest.raises(ImportFileError, match="line 1"):
        take(room, path)
    assert segments(room) == 0
    assert found(room, FIRST) == []


def test_stopping_leaves_nothing(room: Room, tmp_path: Path) -> None:
    path = tmx(tmp_path, *((f"{FIRST} {number}", f"Ворота {number}") for number in range(3_000)))
    calls = iter(range(100))

    def check() -> None:
        if next(calls) == 1:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        room.archive.perform(take_in(read_batch(path)), author_id=room.author_id, check=check)
    assert segments(room) == 0
    assert room.rows()["memory_batch"] == {}


def test_a_file_without_pairs_is_refused(room: Room, tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="two languages"):
        take(room, tmx(tmp_path, (FIRST, "")))


@pytest.fixture
def other_room(new_file: tuple[Path, str], tmp_path: Path) -> Iterator[Room]:
    path = tmp_path / "other.archive"
    path.write_bytes(new_file[0].read_bytes())
    with closing(open_room(path)) as archive:
        yield Room(path, archive, new_file[1])


@pytest.fixture
def bundle(room: Room, tmp_path: Path) -> Path:
    first, second = marked(room, FIRST, SECOND)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    translate(room, second, "Ворота снова открыты")
    choice = BundleChoice("B", ("ru", "en"), states=frozenset(TranslationState))
    return export_bundle(room.archive, choice, tmp_path / "bundle", author_id=room.author_id).value.path


def test_the_translations_of_a_bundle_are_taken_in_and_those_not_reviewed_told(
    room: Room, bundle: Path, other_room: Room
) -> None:
    taken = take(other_room, bundle)
    assert taken.units == 2
    matches = {match.text: match for match in found(other_room, FIRST)}
    assert matches["Ворота наконец открыты"].traits == {Trait.IMPORTED}
    assert matches["Ворота снова открыты"].traits == {Trait.IMPORTED, Trait.UNREVIEWED}
    with other_room.archive.read() as connection:
        assert [(row.origin, row.label) for row in batches(connection)] == [(Origin.BUNDLE, "bundle")]


def test_a_bundle_that_is_not_whole_is_refused(bundle: Path, other_room: Room) -> None:
    records = bundle / "data" / "records.json"
    document = json.loads(records.read_text(encoding="utf-8"))
    document["quotes"] = []
    records.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ImportFileError, match="not whole"):
        take(other_room, bundle)
    with pytest.raises(BundleError):
        take(other_room, bundle.parent)
