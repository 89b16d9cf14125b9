from __future__ import annotations

import pytest

from rooms import Room, incoming
from workbench.domain.errors import InputError, NotFoundError
from workbench.services import sources
from workbench.services.pairs import Partner, pair_sources, part_sources, partners
from workbench.store.queries.pairs import pairs_of


def bring(room: Room, words: str, **facts: str) -> str:
    return room.do(sources.import_source(incoming(words, **facts))).source_id


def pairs(room: Room, source_id: str) -> list[tuple[str, bool]]:
    with room.archive.read() as connection:
        return [(pair.source_id, pair.original) for pair in pairs_of(connection, source_id)]


def offered(room: Room, source_id: str, typed: str = "", **more: int) -> list[Partner]:
    with room.archive.read() as connection:
        return partners(connection, source_id, typed, **more)


def test_a_tie_is_seen_from_both_sides_and_can_be_taken_back(room: Room) -> None:
    article, translation = bring(room, "The gate opened."), bring(room, "Ворота открылись.", language="ru")
    room.do(pair_sources(article, translation))
    assert pairs(room, article) == [(translation, False)]
    assert pairs(room, translation) == [(article, True)]
    room.undo()
    assert pairs(room, article) == pairs(room, translation) == []
    room.redo()
    assert pairs(room, translation) == [(article, True)]
    room.assert_sound()


def test_a_tie_can_be_removed(room: Room) -> None:
    article, translation = bring(room, "The gate opened."), bring(room, "Ворота.", title="Ворота", language="ru")
    tie = room.do(pair_sources(article, translation))
    assert room.do(part_sources(tie)) == "Ворота"
    assert pairs(room, article) == []
    room.undo()
    assert pairs(room, article) == [(translation, False)]
    with pytest.raises(NotFoundError):
        room.do(part_sources("nothing"))


def test_itself_twice_and_circles_are_refused(room: Room) -> None:
    one, two, three = (bring(room, words, language=tag) for words, tag in (("One", "en"), ("Два", "ru"), ("Try", "be")))
    room.do(pair_sources(one, two))
    room.do(pair_sources(two, three))
    for original, translation in ((one, one), (one, two), (two, one), (three, one)):
        before = room.rows()
        with pytest.raises(InputError):
            room.do(pair_sources(original, translation))
        assert room.rows() == before
    room.do(pair_sources(one, three))
    assert pairs(room, three) == [(two, True), (one, True)]
    with pytest.raises(NotFoundError):
        room.do(pair_sources(one, "nothing"))


def test_a_removed_source_takes_its_ties_along_and_brings_them_back(room: Room) -> None:
    article, translation = bring(room, "The gate opened."), bring(room, "Ворота.", language="ru")
    room.do(pair_sources(article, translation))
    room.do(sources.remove_source(translation))
    assert pairs(room, article) == []
    room.undo()
    assert pairs(room, article) == [(translation, False)]
    room.assert_sound()


def test_ties_come_first_then_what_is_likely_then_the_newest(room: Room) -> None:
    article = bring(room, "1", title="Kolesnikova free after 5 years", publisher="The Room", published="2025-12-13")
    bring(room, "2", title="Kolesnikova free after 5 years", published="2025-12-13")
    likely = bring(room, "3", title="Колесникова на свободе через 5 лет", language="ru", published="2025-12-14")
    bring(room, "4", title="Пра каву", language="be", published="2020")
    tied = bring(room, "5", title="Laisvė", language="lt")
    newest = bring(room, "6", title="Kava", language="lt")
    room.do(pair_sources(article, tied))
    found = offered(room, article)
    assert [(p.facts.id, p.tied, p.likely) for p in found[:3]] == [
        (tied, True, False),
        (likely, False, True),
        (newest, False, False),
    ]
    assert len(found) == 5
    assert article not in {p.facts.id for p in found}
    assert len(offered(room, article, limit=2)) == 2


def test_what_is_typed_is_found_in_any_script(room: Room) -> None:
    article = bring(room, "1", title="The gate")
    wanted = bring(room, "2", title="Марыя Калеснікава на волі", language="be", publisher="Свабода")
    bring(room, "3", title="Coffee", language="lt")
    for typed in ("калеснік", "Kolesnikova", "свабода мары", "Svaboda"):
        assert [p.facts.id for p in offered(room, article, typed)] == [wanted], typed
    assert offered(room, article, "tea") == []
    assert offered(room, "nothing") == []
