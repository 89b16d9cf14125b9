from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rooms import Room, span_of
from workbench.domain.inputs import ProfileInput, QuoteInput, TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.services import levels, profiles, quotes
from workbench.services.desk import advance, send_back
from workbench.services.progress import By, Unit, as_csv, count, people_outside, save_csv
from workbench.store.queries.progress import Progress, monday_of, read_progress

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState


class Worked:
    """Two quotes of six words and of three; one is final in Lithuanian, one translated into Belarusian."""

    def __init__(self, room: Room) -> None:
        self.room, self.first = room, room.author_id
        version = room.bring_in()
        self.second = room.do(profiles.add_profile(ProfileInput(name="=Rasa", initials="RK")))
        given = QuoteInput(published_language="en")
        self.long = room.do(quotes.mark_quote(version, span_of("We kept your chair by the"), given)).quote_id
        self.short = room.do(quotes.mark_quote(version, span_of("Nobody else spoke"), given)).quote_id
        self.go_on(self.long, "lt", self.first)
        self.go_on(self.long, "lt", self.second)
        self.go_on(self.long, "lt", self.second)
        self.go_on(self.short, "be", self.second)
        room.do(quotes.write_translation(self.short, TranslationInput(language="ru", text="Никто")))

    def go_on(self, quote_id: str, language: str, who: str) -> None:
        self.room.do(advance(quote_id, TranslationInput(language=language, text="Vertimas")), who)

    def read(self, now: datetime | None = None) -> Progress:
        with self.room.archive.read() as connection:
            return read_progress(connection, now=now)


@pytest.fixture
def worked(room: Room) -> Worked:
    return Worked(room)


def test_quotes_and_words_are_counted_by_language_and_state(worked: Worked) -> None:
    progress = worked.read()
    counted = count(progress, By.STATE, Unit.QUOTES, TRANSLATED)
    assert counted.columns == ("", "initial", "translated", "reviewed", "final")
    assert dict(counted.rows) == {"be": (1, 0, 1, 0, 0), "ru": (1, 1, 0, 0, 0), "lt": (1, 0, 0, 0, 1)}
    words = dict(count(progress, By.STATE, Unit.WORDS, TRANSLATED).rows)
    assert words == {"be": (6, 0, 3, 0, 0), "ru": (6, 3, 0, 0, 0), "lt": (3, 0, 0, 0, 6)}


def test_what_each_person_has_done(worked: Worked) -> None:
    progress = worked.read()
    done = count(progress, By.TRANSLATOR, Unit.WORDS, TRANSLATED)
    assert done.rows == ((worked.first, (0, 0, 6, 0)), (worked.second, (3, 0, 0, 0)))
    assert count(progress, By.REVIEWER, Unit.QUOTES, TRANSLATED).rows == ((worked.second, (0, 0, 1, 0)),)


def test_a_week_has_what_came_so_far_in_it_and_stayed_so(worked: Worked) -> None:
    monday = monday_of(datetime.now(UTC)).isoformat()
    progress = worked.read()
    assert count(progress, By.WEEK, Unit.WORDS, TRANSLATED).rows == ((monday, (3, 0, 6, 0)),)
    assert count(progress, By.WEEK, Unit.QUOTES, FINAL).rows == ((monday, (0, 0, 1, 0)),)
    (row_id,) = [key for key, row in worked.room.rows()["translation"].items() if row["language"] == "lt"]
    worked.room.do(send_back(row_id))
    assert count(worked.read(), By.WEEK, Unit.WORDS, TRANSLATED).rows == ((monday, (3, 0, 0, 0)),)
    worked.room.undo()
    assert count(worked.read(), By.WEEK, Unit.QUOTES, FINAL).rows == ((monday, (0, 0, 1, 0)),)


def test_weeks_that_are_long_ago_are_not_told(worked: Worked) -> None:
    later = worked.read(datetime.now(UTC) + timedelta(days=400))
    assert count(later, By.WEEK, Unit.QUOTES, TRANSLATED).rows == ()
    assert count(later, By.TRANSLATOR, Unit.QUOTES, TRANSLATED).rows != ()


def test_the_table_is_written_for_a_spreadsheet(worked: Worked, tmp_path: Path) -> None:
    counted = count(worked.read(), By.TRANSLATOR, Unit.QUOTES, TRANSLATED)
    names = {worked.first: "Анэля, K", worked.second: "=Rasa"}
    text = as_csv(counted, str.upper, names.__getitem__, "Translator", "Together")
    assert text.splitlines()[0] == "Translator,BE,RU,LT,EN,Together"
    assert set(text.splitlines()[1:]) == {'"Анэля, K",0,0,1,0,1', "'=Rasa,1,0,0,0,1"}
    save_csv(text, tmp_path / "progress.csv")
    assert (tmp_path / "progress.csv").read_bytes().decode("utf-8-sig") == text


def test_nobody_leaves_by_name_and_who_is_hidden_not_by_initials(room: Room) -> None:
    rasa = room.do(profiles.add_profile(ProfileInput(name="Rasa Kairytė", initials="RK")))
    alena = room.do(profiles.add_profile(ProfileInput(name="Alena Sokał", initials="AS")))
    room.do(levels.protect_person(room.person("Alena Sokał"), "Witness"))
    with room.archive.read() as connection:
        found = people_outside(connection)
    assert (found[rasa], found[alena]) == ("RK", "profile 1")
    assert not any(" " in name for key, name in found.items() if key != alena)
