"""An archive of many quotes with translations in every state, for measuring: written past the log but for a few."""

from __future__ import annotations

import random

from made_texts import NAMES, PLACES, SENTENCES
from rooms import incoming, named
from workbench.domain.anchors import Span
from workbench.domain.ids import new_id
from workbench.domain.kinds import RecordKind, SubState, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.services.passages import passage_at
from workbench.services.records import create_record
from workbench.services.sources import import_source
from workbench.store.archive import Archive
from workbench.store.tables import Assignment, Comment, Mention, Quote, Translation
from workbench.store.work import Act, Work

EACH = 20
"""Quotes a source."""


_OPEN = {TranslationState.INITIAL: SubState.NEEDS_REWORK, TranslationState.TRANSLATED: SubState.DISPUTED}


def _sentence(chance: random.Random, language: str) -> str:
    line = chance.choice(SENTENCES[language])
    words = line.replace("{n}", chance.choice(NAMES[language])).replace("{p}", chance.choice(PLACES[language]))
    return words.replace("{d}", str(chance.randint(10, 28)))


def fill(archive: Archive, count: int, people: tuple[str, ...], seed: int = 5) -> None:
    """Make so many quotes of 60 speakers in English sources, two thirds of them translated into each language."""
    chance = random.Random(seed)  # noqa: S311 - the same archive every time

    def run(work: Work) -> None:
        speakers = [create_record(named(f"Speaker {number}")).run(work) for number in range(60)]
        events = [create_record(named(f"Event {number}", kind=RecordKind.EVENT)).run(work) for number in range(20)]
        for number in range(0, count, EACH):
            _source(work, chance, number, speakers, events, people)

    archive.perform(Act("load_sample", run), author_id=people[0])


def _source(
    work: Work, chance: random.Random, number: int, speakers: list[str], events: list[str], people: tuple[str, ...]
) -> None:
    said = [f"{_sentence(chance, 'en')} {_sentence(chance, 'en')} ({number + at})" for at in range(EACH)]
    text = "\n".join(said)
    version = import_source(incoming(text, title=f"Source {number}")).run(work).text_version_id
    at = 0
    quotes, translations, assigned, comments = [], [], [], []
    for words in said:
        passage = passage_at(work, version, Span(at, at + len(words)))
        if chance.random() < 0.2:
            work.insert(Mention, passage_id=passage.id, record_id=chance.choice(events), role="", certainty="certain")
        at += len(words) + 1
        quote = {
            "id": new_id(),
            "passage_id": passage.id,
            "speaker_id": chance.choice(speakers),
            "published_language": "en",
            "spoken_language": "",
            "manner": "direct",
        }
        quotes.append(quote)
        for language in WORKING_LANGUAGES:
            pair = {"quote_id": quote["id"], "language": language}
            if language != "en" and chance.random() < 0.66:
                translations.append({**pair, **_translation(chance, language, words, people)})
            if language != "en" and chance.random() < 0.3:
                assigned.append({**pair, "profile_id": chance.choice(people)})
        if chance.random() < 0.05:
            facts = {"author_id": people[0], "body": "Who is meant?", "moment": "2026-01-01T00:00:00.000Z"}
            comments.append({"quote_id": quote["id"], "settled": chance.random() < 0.5, **facts})
    work.insert_all(Quote, quotes)
    work.insert_all(Translation, translations)
    work.insert_all(Assignment, assigned)
    work.insert_all(Comment, comments)


def _translation(chance: random.Random, language: str, words: str, people: tuple[str, ...]) -> dict[str, object]:
    state = chance.choice(list(TranslationState))
    seen = state in (TranslationState.REVIEWED, TranslationState.FINAL)
    return {
        "text": f"{_sentence(chance, language)} {_sentence(chance, language)}",
        "state": state.value,
        "translator_id": people[0],
        "reviewer_id": people[1] if seen else None,
        "quote_text": words if chance.random() > 0.05 else "other words",
        "sub_state": "" if seen or chance.random() < 0.8 else _OPEN[state].value,
    }
