"""Names that the archive knows, offered in a text: what is open, accepted, rejected, and by form."""

from __future__ import annotations

import pytest

from rooms import Room, incoming
from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput
from workbench.services import name_suggestions, records, rejections
from workbench.services.name_suggestions import NameSuggestion, find_names, known_names, of_form, suggest_names
from workbench.services.versions import import_newer
from workbench.store.queries.sources import read_text
from workbench.store.queries.suggestions import source_of_text
from workbench.store.tables import Mention

ARTICLE = (
    "The gate\n"
    "Alena Sokal walked out of the gate. Her brother stood there.\n"
    "Sokal said nothing, and Ihar Kruk waited. Later Sokal’s letters came."
)


class Names:
    def __init__(self, room: Room) -> None:
        self.room = room
        self.version = room.bring_in(ARTICLE, language="en")
        self.alena = room.person("Alena Sokal")

    def open(self, version: str = "") -> tuple[NameSuggestion, ...]:
        version = version or self.version
        with self.room.archive.read() as connection:
            source = source_of_text(connection, version)
            assert source is not None
            found = find_names(known_names(connection), read_text(connection, version).text, source[1])
            return suggest_names(connection, version, source[0], found)[0]

    def words(self, version: str = "") -> list[str]:
        return [each.anchor.exact for each in self.open(version)]

    def mentions(self) -> list[Mention]:
        return self.room.rows().get("mention", {})  # type: ignore[return-value]


@pytest.fixture
def names(room: Room) -> Names:
    return Names(room)


def test_a_name_is_offered_until_it_is_linked(names: Names) -> None:
    assert names.words() == ["Alena Sokal", "Sokal", "Sokal"]
    linked = names.room.do(name_suggestions.accept_names(names.open()[:1]))
    assert linked[0].record_id == names.alena
    assert names.words() == ["Sokal", "Sokal"]
    names.room.undo()
    assert names.words() == ["Alena Sokal", "Sokal", "Sokal"]


def test_words_inside_a_link_to_the_same_record_are_not_offered(names: Names) -> None:
    at = ARTICLE.index("Alena Sokal walked")
    link = records.link_passage(names.version, Span(at, at + 18), names.alena, MentionInput())
    names.room.do(link)
    assert names.words() == ["Sokal", "Sokal"]


def test_all_of_a_form_are_linked_in_one_operation(names: Names) -> None:
    surname = of_form(names.open(), names.open()[1])
    assert [each.anchor.exact for each in surname] == ["Sokal", "Sokal"]
    names.room.do(name_suggestions.accept_names(surname))
    assert len(names.mentions()) == 2
    assert names.words() == ["Alena Sokal"]
    names.room.undo()
    assert names.words() == ["Alena Sokal", "Sokal", "Sokal"]


def test_what_is_rejected_stays_so_in_a_newer_text(names: Names) -> None:
    made = names.room.do(name_suggestions.reject_names(of_form(names.open(), names.open()[1])))
    assert len(made) == 2
    assert names.words() == ["Alena Sokal"]
    source_id = next(iter(names.room.rows()["source"]))
    newer = names.room.do(import_newer(source_id, incoming("A new line.\n" + ARTICLE)))
    assert names.words(newer.text_version_id) == ["Alena Sokal"]
    names.room.do(rejections.restore_suggestion(made[0]))
    assert len(names.words()) == 2
    names.room.undo()
    names.room.undo()
    names.room.undo()
    assert names.words() == ["Alena Sokal", "Sokal", "Sokal"]


def test_a_name_that_fits_several_is_not_linked_by_itself(names: Names) -> None:
    names.room.person("Alena Sokal")
    several = names.open()[0]
    assert len(several.record_ids) == 2
    with pytest.raises(InputError, match="several records"):
        name_suggestions.accept_names([several])


def test_a_rejected_quotation_and_a_rejected_name_are_apart(names: Names) -> None:
    names.room.do(name_suggestions.reject_names(names.open()[:1]))
    kinds = {row["kind"] for row in names.room.rows()["rejection"].values()}
    assert kinds == {rejections.NAME}
