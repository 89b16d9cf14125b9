"""One person of whom everything is known in tens: a record's page at its fullest."""

from __future__ import annotations

from rooms import incoming, named
from workbench.domain.anchors import Span
from workbench.domain.inputs import MentionInput, NameInput, QuoteInput, StatementInput
from workbench.domain.kinds import NameKind, RecordKind
from workbench.services.claims import add_participation, add_relation, add_statement
from workbench.services.quotes import mark_quote
from workbench.services.records import create_record, link_passage
from workbench.services.sources import import_source
from workbench.store.archive import Archive
from workbench.store.work import Act, Work

NAMES = ("Alena Sokał", "Алена Сокал", "Елена Сокол", "Elena Sokol")
TEXTS, DATES = ("occupation", "citizenship", "office", "health"), ("birth", "detained", "released", "death")


def make_dossier(archive: Archive, author_id: str, tens: int = 3) -> str:
    """Make a person with so many tens of names, statements, ties, quotes and mentions; returns their record's id."""

    def run(work: Work) -> str:
        count = 10 * tens
        names = [
            NameInput(value=f"{NAMES[at % 4]} {at}", tag=("be-Latn", "be", "ru", "en")[at % 4], kind=NameKind.ALIAS)
            for at in range(count - 1)
        ]
        person = create_record(named("Alena Sokal", *names)).run(work)
        said = [f"Alena Sokal said on day {at} that the chair by the window was kept for her." for at in range(count)]
        version = import_source(incoming("\n".join(said), title="The chair")).run(work).text_version_id
        at, passages = 0, []
        for line in said:
            linked = link_passage(version, Span(at, at + 11), person, MentionInput()).run(work)
            mark_quote(version, Span(at, at + len(line)), QuoteInput(speaker_id=person, published_language="en")).run(
                work
            )
            passages.append(linked.passage_id)
            at += len(line) + 1
        for number, passage in enumerate(passages):
            dated = bool(number % 2)
            about = (DATES if dated else TEXTS)[number // 2 % 4]
            given = StatementInput(property=about, value=f"20{number:02}-05" if dated else f"value {number}")
            add_statement(person, given, (passage,) if number % 3 else ()).run(work)
            event = create_record(named(f"Hearing {number}", kind=RecordKind.EVENT)).run(work)
            add_participation(event, person, "witness", (passage,)).run(work)
            friend = create_record(named(f"Friend {number}")).run(work)
            add_relation(person, friend, "friend", (passage,)).run(work)
        return person

    return archive.perform(Act("load_sample", run), author_id=author_id).value
