"""Models and what they propose, by a real model in its real process: marked, a draft, and never more by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rooms import Room, span_of
from tiny_model import make_model
from workbench.domain.errors import CancelledError, InputError, StaleError
from workbench.domain.inputs import MachineModelInput, QuoteInput, TranslationInput
from workbench.domain.kinds import Origin, TranslationState, Trouble
from workbench.languages.machine.process import look_at
from workbench.languages.machine.told import MachineError, ModelFolder, machine_error
from workbench.services import desk, machine, proposals, quotes, reviews
from workbench.store.queries.machine import ModelRow, list_models
from workbench.store.queries.proposals import list_proposals
from workbench.store.tables import Translation
from workbench.store.work import Act

CHAIR = "We kept your chair by the window"
SAID = "мы трымалі тваё крэсла пры акне вось"
OTHER = "018f3c1e-0000-7000-8000-000000000001"
FACTS = MachineModelInput(label="Small en–be", sources=("en",), targets=("be",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "en-be", dict(zip(CHAIR.split(), SAID.split(), strict=True)))


@pytest.fixture(scope="module")
def facts(folder: Path) -> ModelFolder:
    return look_at(folder)


class Shop:
    """A room with one quote that a model can translate, and one that it cannot."""

    def __init__(self, room: Room, facts: ModelFolder) -> None:
        self.room, self.facts = room, facts
        version = room.bring_in()
        given = QuoteInput(published_language="en")
        self.chair, self.other = (
            room.do(quotes.mark_quote(version, span_of(words), given)).quote_id
            for words in (CHAIR, "The court had sentenced her to seven years")
        )
        self.id = room.do(machine.add_model(FACTS, facts))

    @property
    def model(self) -> ModelRow:
        with self.room.archive.read() as connection:
            return next(row for row in list_models(connection) if row.id == self.id)

    def lines(self, *, waiting: bool = False) -> list[machine.Asked]:
        with self.room.archive.read() as connection:
            return machine.lines_for(connection, self.model, machine.every_line(connection), waiting=waiting)

    def keep(self, text: str = SAID) -> int:
        asked = machine.Asked(self.chair, "be", CHAIR, "en")
        return self.room.do(machine.keep_proposals(self.model, [machine.Answer(asked, text)]))

    def matches(self) -> list[tuple[str, str]]:
        with self.room.archive.read() as connection:
            return [(each.text, each.by) for each in machine.machine_matches(connection, self.chair, "be")]

    def write(self, text: str) -> dict[str, object]:
        self.room.do(quotes.write_translation(self.chair, TranslationInput(language="be", text=text)))
        return self.row()

    def row(self) -> dict[str, object]:
        found = self.room.rows()["translation"].values()
        return next(row for row in found if (row["quote_id"], row["language"]) == (self.chair, "be"))


@pytest.fixture
def shop(room: Room, facts: ModelFolder) -> Shop:
    return Shop(room, facts)


def test_a_model_is_kept_with_its_digest_and_removed_and_both_are_undone(shop: Shop, facts: ModelFolder) -> None:
    assert (shop.model.digest, shop.model.size) == (facts.digest, facts.size)
    assert (shop.model.sources, shop.model.targets) == (("en",), ("be",))
    shop.keep()
    assert shop.room.do(machine.remove_model(shop.id)) == 1
    assert not shop.room.rows()["machine_model"]
    assert not shop.room.rows()["proposal"]
    shop.room.undo()
    assert shop.model.digest == facts.digest
    assert shop.matches() == [(SAID, "machine: Small en–be")]
    shop.room.assert_sound()


@pytest.mark.parametrize(
    ("sources", "targets", "said"),
    [
        (("en",), ("be",), "has this model already"),
        (("en",), ("pl",), "not translated into this language"),
        (("be-Latn",), ("be",), "into another one"),
    ],
)
def test_a_model_that_is_known_or_of_no_use_is_refused(
    shop: Shop, facts: ModelFolder, sources: tuple[str, ...], targets: tuple[str, ...], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        shop.room.do(machine.add_model(MachineModelInput(label="x", sources=sources, targets=targets), facts))


def test_a_model_of_many_languages_is_held_to_those_that_it_has(room: Room) -> None:
    many = ModelFolder("0" * 64, 1, True, ("be", "en", "lt"), ("be", "en", "lt"), True)
    with pytest.raises(InputError, match="no such language"):
        room.do(machine.add_model(MachineModelInput(label="x", sources=("en",), targets=("ru",)), many))
    room.do(machine.add_model(MachineModelInput(label="x", sources=many.sources, targets=many.targets), many))
    with room.archive.read() as connection:
        (row,) = list_models(connection)
    assert row.translates("lt", "en")
    assert not row.translates("en-GB", "en")
    assert not row.translates("ru", "en")


def test_somebody_who_looks_at_an_older_model_does_not_remove_it(shop: Shop) -> None:
    with pytest.raises(StaleError):
        shop.room.do(machine.remove_model(shop.id, expected=7))
    assert shop.id in shop.room.rows()["machine_model"]


def test_a_model_proposes_in_its_own_process(shop: Shop, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    lines = shop.lines()
    assert {(line.quote_id, line.language) for line in lines} == {(shop.chair, "be"), (shop.other, "be")}
    answers = list(machine.translations(shop.model, folder, lines, progress=lambda done, of: told.append((done, of))))
    assert {answer.asked.quote_id: (answer.text, answer.reason) for answer in answers} == {
        shop.chair: (SAID, ""),
        shop.other: ("", "unknown"),
    }
    assert told[-1] == (2, 2)
    assert shop.room.do(machine.keep_proposals(shop.model, answers)) == 1
    (row,) = shop.room.rows()["proposal"].values()
    assert (row["origin"], row["detail"], row["author"]) == ("machine", shop.model.digest, "Small en–be")
    assert [line.quote_id for line in shop.lines()] == [shop.other]
    shop.room.undo()
    assert not shop.room.rows()["proposal"]


def test_sentences_are_translated_one_by_one_and_lines_stay(room: Room, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "m", {"We": "Мы", "wait.": "чакаем.", "You": "Вы"})
    row = ModelRow("", 1, "x", ("en",), ("be",), look_at(folder).digest, 1)
    asked = machine.Asked("", "be", "We wait. You wait.\nWe wait.", "en")
    (answer,) = machine.translations(row, folder, [asked])
    assert answer.text == "Мы чакаем. Вы чакаем.\nМы чакаем."


def test_a_quote_that_was_only_copied_is_no_proposal(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "m", {"We": "We", "wait.": "wait."})
    row = ModelRow("", 1, "x", ("en",), ("be",), look_at(folder).digest, 1)
    (answer,) = machine.translations(row, folder, [machine.Asked("", "be", "We wait.", "en")])
    assert answer.reason == "copied"


def test_a_changed_folder_proposes_nothing(shop: Shop, folder: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    (other / "config.json").write_text('{"add_source_eos": true, "eos_token": "</s>" }', encoding="utf-8")
    with pytest.raises(MachineError, match="its digest is another one"):
        list(machine.translations(shop.model, other, shop.lines()))


def test_who_stops_keeps_what_is_done(shop: Shop, folder: Path) -> None:
    done: list[machine.Answer] = []
    answers = machine.translations(shop.model, folder, shop.lines(), cancel=lambda: bool(done))
    done.append(next(answers))
    with pytest.raises(CancelledError):
        next(answers)
    assert shop.room.do(machine.keep_proposals(shop.model, done)) == 1


def test_only_lines_that_wait_are_asked_for_where_that_is_wanted(shop: Shop) -> None:
    shop.write("словы")
    assert [line.quote_id for line in shop.lines(waiting=True)] == [shop.other]
    assert len(shop.lines()) == 2


def test_a_later_proposal_takes_the_place_of_the_earlier_one(shop: Shop) -> None:
    assert shop.keep("першае") == 1
    assert shop.keep(SAID) == 1
    assert shop.matches() == [(SAID, "machine: Small en–be")]
    shop.write(SAID)
    assert shop.keep(SAID) == 0


def test_proposals_of_a_removed_model_or_quote_are_not_kept(shop: Shop) -> None:
    model = shop.model
    gone = machine.Answer(machine.Asked("nothing", "be", CHAIR, "en"), SAID)
    assert shop.room.do(machine.keep_proposals(model, [gone])) == 0
    shop.room.do(machine.remove_model(shop.id))
    with pytest.raises(InputError, match="removed meanwhile"):
        shop.room.do(machine.keep_proposals(model, []))


def test_a_proposal_from_other_words_says_so(shop: Shop) -> None:
    asked = machine.Asked(shop.chair, "be", "We kept it", "en")
    shop.room.do(machine.keep_proposals(shop.model, [machine.Answer(asked, "мы трымалі")]))
    assert shop.matches() == [("мы трымалі", "machine: Small en–be · the quote has other words now")]
    with shop.room.archive.read() as connection:
        (row,) = list_proposals(connection)
    assert row.trouble is Trouble.CHANGED


def test_what_came_back_from_outside_stands_beside_it(shop: Shop) -> None:
    shop.keep()
    with shop.room.archive.read() as connection:
        assert proposals.proposed_matches(connection, shop.chair, "be") == []


# What becomes of a machine's words


def _advance(shop: Shop, text: str, to: TranslationState = TranslationState.TRANSLATED) -> None:
    shop.room.do(desk.advance(shop.chair, TranslationInput(language="be", text=text), to))


def test_an_inserted_proposal_is_a_machine_s_and_goes_no_further(shop: Shop) -> None:
    shop.keep()
    row = shop.write(f" {SAID} ")
    assert (row["origin"], row["state"]) == (Origin.MACHINE.value, TranslationState.INITIAL.value)
    with pytest.raises(InputError, match="A machine wrote this"):
        _advance(shop, SAID)
    assert shop.row()["state"] == TranslationState.INITIAL.value


def test_a_taken_proposal_is_a_machine_s(shop: Shop) -> None:
    shop.keep()
    (proposal,) = shop.room.rows()["proposal"]
    shop.room.do(proposals.take_proposal(proposal))
    assert shop.row()["origin"] == Origin.MACHINE.value
    with pytest.raises(InputError, match="A machine wrote this"):
        _advance(shop, SAID)


def test_who_edits_it_makes_it_their_own(shop: Shop) -> None:
    shop.keep()
    shop.write(SAID)
    row = shop.write(f"{SAID}!")
    assert row["origin"] == Origin.PERSON.value
    _advance(shop, f"{SAID}!")
    assert shop.row()["state"] == TranslationState.TRANSLATED.value


def test_who_takes_it_back_to_the_machine_s_words_has_a_machine_s_again(shop: Shop) -> None:
    shop.keep()
    shop.write(f"{SAID}!")
    assert shop.write(SAID)["origin"] == Origin.MACHINE.value


def test_a_machine_s_words_stay_so_when_the_model_is_gone_and_the_quote_has_changed(shop: Shop) -> None:
    shop.keep()
    given = TranslationInput(language="be", text=SAID)
    shop.room.do(quotes.write_translation(shop.chair, given, of="other words"))
    shop.room.do(machine.remove_model(shop.id))
    row = shop.write(SAID)
    assert (row["quote_text"], row["origin"]) == (CHAIR, Origin.MACHINE.value)


def test_who_takes_it_over_answers_for_it(shop: Shop) -> None:
    shop.keep()
    shop.write(SAID)
    (row,) = shop.room.rows()["translation"]
    shop.room.do(reviews.take_over(row))
    _advance(shop, SAID)
    assert (shop.row()["state"], shop.row()["origin"]) == (TranslationState.TRANSLATED.value, Origin.PERSON.value)


@pytest.mark.parametrize("state", [state for state in TranslationState if state is not TranslationState.INITIAL])
def test_the_store_lets_no_machine_s_words_rise(shop: Shop, state: TranslationState) -> None:
    shop.keep()
    shop.write(SAID)
    (row_id,) = shop.room.rows()["translation"]
    act = Act("move_translation", lambda work: work.change(Translation, row_id, state=state.value, reviewer_id=OTHER))
    with pytest.raises(InputError, match="A machine wrote this"):
        shop.room.do(act)
    assert shop.row()["state"] == TranslationState.INITIAL.value


def test_answers_come_by_the_part_and_the_last_one_before_the_error() -> None:
    asked = machine.Asked(OTHER, "be", CHAIR, "en")
    now = 0.0

    def said() -> Iterator[machine.Answer]:
        nonlocal now
        for number in range(5):
            now += 25.0
            yield machine.Answer(asked, str(number))
        raise machine_error("ended")

    parts = machine.in_parts(said(), every=50.0, clock=lambda: now)
    assert ["".join(answer.text for answer in next(parts)) for _part in range(3)] == ["01", "23", "4"]
    with pytest.raises(MachineError):
        next(parts)
    assert list(machine.in_parts([])) == []
