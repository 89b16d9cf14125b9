"""A small bundle made by hand: an own text with emoji and accents before its passages, four languages."""

from __future__ import annotations

import dataclasses
import hashlib
import uuid

import pytest

from workbench.domain.anchors import Span, anchor_at, text_digest
from workbench.domain.bundle import (
    BundleContent,
    BundleMention,
    BundleName,
    BundlePassage,
    BundleProfile,
    BundleQuote,
    BundleRecord,
    BundleSource,
    BundleStatement,
    BundleTie,
    BundleTranslation,
)
from workbench.domain.kinds import Certainty, Manner, MarkKind, NameKind, RecordKind, TranslationState
from workbench.domain.marks import Mark
from workbench.domain.properties import Property, ValueType
from workbench.domain.structure import BlockKind, StructuredText, join_blocks

P, H, Q, LI = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.ITEM

HARBOUR = join_blocks(
    [
        (H, 1, "Rūta🕊️ and the reading room: a le\u0301tter comes home 👩🏽‍🚀"),
        (
            P,
            0,
            (
                "🎉 After nine years, the librarian Alena Sokał walked out of the gate on the evening of 3 May 2024. "
                "Her brother Ihar met her with a thermos of tea. “We kept your chair by the window, nobody sat in it,” "
                "he told her before anyone else could speak."
            ),
        ),
        (
            P,
            0,
            (
                "The court had sentenced her to seven years; the register of the colony counts nine winters. "
                "Colleagues from the Harbour Library had written to her every single week, and the library of Klaipėda "
                "put her letters on display."
            ),
        ),
        (H, 2, "What she said"),
        (Q, 0, "“A book that was read aloud through a wall is still a book,” Sokał said to the crowd."),
        (P, 0, "Her colleagues asked for three things:"),
        (LI, 0, "the return of the confiscated catalogue;"),
        (LI, 0, "visits to those who remain in Orša;"),
        (LI, 0, "an apology – not, Ihar added, that anybody expects one."),
    ]
)
NOTICE = join_blocks(
    [
        (H, 1, "Кароткая заўвага"),
        (
            P,
            0,
            "Паводле бібліятэкі, Алена Сокал вярнулася дадому ў маі. Яна прасіла перадаць, што ні пра што не шкадуе.",
        ),
    ]
)

DRAFT, DONE, REVIEWED, FINAL = TranslationState


def row_id(name: str) -> str:
    """A stable id for a row of the tests' bundle."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def source(name: str, text: StructuredText, original: bytes | None, **facts: str) -> BundleSource:
    kept = original if original is not None else text.text.encode()
    values = {
        "title": "A chair by the window",
        "creator": "R. Example",
        "publisher": "Harbour Gazette",
        "address": "https://gazette.example/2024/chair",
        "published": "2024-05-04",
        "retrieved": "2024-05-06",
        "language": "en",
        "rights": "Own text of the test suite",
        "media_type": "text/plain",
        "file_name": "chair by the window.txt",
        "reader": "plain text 1",
        **facts,
    }
    return BundleSource(
        id=row_id(name),
        original_digest=hashlib.sha256(kept).hexdigest(),
        original_size=len(kept),
        original=original,
        text_version_id=row_id(f"{name} text"),
        text_digest=text_digest(text.text),
        text=text,
        **values,
    )


def passage(
    of: BundleSource,
    words: str,
    *mentions: tuple[str, str],
    notes: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    certainty: Certainty = Certainty.CERTAIN,
) -> BundlePassage:
    start = of.text.text.index(words)
    return BundlePassage(
        id=row_id(f"passage {words}"),
        source_id=of.id,
        anchor=anchor_at(of.text.text, Span(start, start + len(words))),
        created="2024-06-01T08:00:00.000Z",
        mentions=tuple(BundleMention(row_id(record), role, certainty) for record, role in mentions),
        notes=notes,
        tags=tags,
    )


def record(
    name: str,
    kind: RecordKind,
    names: dict[str, str],
    statements: tuple[BundleStatement, ...] = (),
    participants: tuple[BundleTie, ...] = (),
    relations: tuple[BundleTie, ...] = (),
    others: tuple[BundleName, ...] = (),
) -> BundleRecord:
    preferred = tuple(BundleName(value, tag, NameKind.PREFERRED) for tag, value in names.items())
    return BundleRecord(row_id(name), kind, (*preferred, *others), statements, participants, relations)


def translation(
    quote: str,
    language: str,
    text: str,
    state: TranslationState,
    by: str = "AK",
    reviewer: str = "",
    stale: bool = False,
) -> BundleTranslation:
    return BundleTranslation(
        id=row_id(f"{quote} {language}"),
        language=language,
        text=text,
        state=state,
        translator=BundleProfile(row_id(by), by) if by else None,
        reviewer=BundleProfile(row_id(reviewer), reviewer) if reviewer else None,
        stale=stale,
    )


def _records(p: dict[str, BundlePassage]) -> tuple[BundleRecord, ...]:
    sokal = {"be": "Алена Сокал", "ru": "Елена Сокол", "lt": "Alena Sokal", "en": "Alena Sokał"}
    return (
        record(
            "sokal",
            RecordKind.PERSON,
            sokal,
            (
                BundleStatement("occupation", "librarian", "en", (p["gate"].id,)),
                BundleStatement("occupation", "бібліятэкарка", "be", (p["gate"].id,)),
                BundleStatement("time_held", "seven years", "en", (p["sentence"].id,)),
                BundleStatement("time_held", "nine winters", "en", (p["winters"].id, row_id("a passage elsewhere"))),
                BundleStatement("released", "2024-05-03", "", (p["gate"].id,)),
                BundleStatement("released", "2024-05~", "", (p["notice"].id,)),
                BundleStatement("detained", "2015/2024-05", "", ()),
            ),
            others=(
                BundleName("Alena Sokał", "be-Latn", NameKind.TRANSLITERATION),
                BundleName("Sokał", "en", NameKind.SHORT),
                BundleName("Olena Sokil", "en", NameKind.ALIAS),
            ),
        ),
        record(
            "ihar",
            RecordKind.PERSON,
            {"be": "Ігар Сокал", "ru": "Игорь Сокол", "lt": "Iharas Sokalas", "en": "Ihar Sokał"},
            relations=(BundleTie(row_id("sokal"), "sibling", (p["brother"].id,)),),
        ),
        record(
            "release",
            RecordKind.EVENT,
            {
                "be": "Вызваленне Алены Сокал",
                "ru": "Освобождение Елены Сокол",
                "lt": "Alenos Sokal paleidimas",
                "en": "Release of Alena Sokał",
            },
            (
                BundleStatement("date", "2024-05-03", "", (p["gate"].id,)),
                BundleStatement("place", row_id("orsha"), "", (p["orsha"].id,)),
            ),
            (
                BundleTie(row_id("sokal"), "released", (p["gate"].id,)),
                BundleTie(row_id("ihar"), "the one with the tea", (p["brother"].id,)),
                BundleTie(row_id("left out"), "witness", ()),
            ),
        ),
        record("library", RecordKind.ORGANISATION, {"en": "Harbour Library", "lt": "Uosto biblioteka"}),
        record("orsha", RecordKind.PLACE, {"be": "Орша", "ru": "Орша", "lt": "Orša", "en": "Orša"}),
    )


def _quotes(p: dict[str, BundlePassage]) -> tuple[BundleQuote, ...]:
    return (
        BundleQuote(
            row_id("q chair"),
            p["chair"].id,
            row_id("ihar"),
            "en",
            "be",
            Manner.DIRECT,
            (
                translation(
                    "q chair", "be", "Мы пакінулі тваё крэсла каля акна, ніхто на ім не сядзеў", FINAL, "AK", "MB"
                ),
                translation(
                    "q chair", "ru", "Мы оставили твоё кресло у окна, никто в нём не сидел", REVIEWED, "AK", "MB"
                ),
                dataclasses.replace(
                    translation("q chair", "lt", "Tavo kėdę palikome prie lango, niekas joje nesėdėjo", DONE, "JŽ"),
                    relay_language="ru",
                    marks=(Mark(Span(0, 4), MarkKind.ADDED, "Tavo"),),
                ),
            ),
            via_language="ru",
            interpreter_id=row_id("library"),
            marks=(Mark(Span(0, 2), MarkKind.ASIDE, "We"),),
        ),
        BundleQuote(
            row_id("q wall"),
            p["wall"].id,
            row_id("sokal"),
            "en",
            "",
            Manner.DIRECT,
            (
                translation(
                    "q wall",
                    "be",
                    "Кніга, прачытаная ўголас праз сцяну, усё роўна кніга",
                    FINAL,
                    "AK",
                    "MB",
                    stale=True,
                ),
                translation("q wall", "ru", "Книга, прочитанная вслух", DRAFT),
            ),
        ),
        BundleQuote(
            row_id("q regret"),
            p["regret"].id,
            row_id("sokal"),
            "be",
            "be",
            Manner.PARAPHRASE,
            (translation("q regret", "en", "she regrets nothing", FINAL, "MB", "AK"),),
        ),
    )


def make_content() -> BundleContent:
    """The bundle of the tests; the same at every call, in every process."""
    chair = source("chair", HARBOUR, HARBOUR.text.encode("utf-16"))
    notice = source(
        "notice", NOTICE, None, title="Кароткая заўвага", language="be", published="2024-05", file_name="заўвага.html"
    )
    p = {
        "gate": passage(
            chair,
            "the librarian Alena Sokał walked out of the gate on the evening of 3 May 2024",
            ("release", "described"),
        ),
        "name": passage(chair, "Alena Sokał", ("sokal", "released")),
        "brother": passage(chair, "Her brother Ihar", ("ihar", "relative"), certainty=Certainty.PROBABLE),
        "chair": passage(chair, "We kept your chair by the window, nobody sat in it,"),
        "sentence": passage(chair, "The court had sentenced her to seven years"),
        "winters": passage(
            chair,
            "the register of the colony counts nine winters",
            notes=("The register counts\nwinters, not years.",),
            tags=("to check", "register"),
        ),
        "library": passage(chair, "Colleagues from the Harbour Library", ("library", "employer")),
        "wall": passage(chair, "A book that was read aloud through a wall is still a book,"),
        "orsha": passage(chair, "Orša", ("orsha", "mentioned")),
        "two blocks": passage(
            chair, "the return of the confiscated catalogue;\nvisits to those", notes=("Two of three.",)
        ),
        "notice": passage(notice, "Алена Сокал вярнулася дадому ў маі", ("sokal", "mentioned")),
        "regret": passage(notice, "ні пра што не шкадуе"),
    }
    order = {chair.id: 0, notice.id: 1}
    return BundleContent(
        archive_id=row_id("archive"),
        title="A chair by the window",
        languages=("be", "ru", "lt", "en"),
        as_of="2024-06-02T21:30:00.125Z",
        log_digest=hashlib.sha256(b"log").hexdigest(),
        sources=(chair, notice),
        passages=tuple(sorted(p.values(), key=lambda row: (order[row.source_id], row.anchor.span))),
        records=_records(p),
        quotes=_quotes(p),
    )


@pytest.fixture
def content() -> BundleContent:
    """The bundle of the tests."""
    return make_content()


HOSTILE = "<script>alert(1)</script>\"'&../../x \u202egnp.exe\u202c \x1b[2J"


@pytest.fixture
def hostile_content() -> BundleContent:
    """The same bundle with hostile words wherever an archive has words."""
    whole = make_content()
    first, second = whole.sources
    facts = ("title", "creator", "publisher", "rights", "media_type", "reader")
    bad = dict.fromkeys(facts, HOSTILE)
    return dataclasses.replace(
        whole,
        title=HOSTILE + "\r\nPayload-Oxum: 0.0 " + "я" * 300,
        sources=(
            dataclasses.replace(first, file_name="../../CON", address="javascript:alert(1)", **bad),
            dataclasses.replace(second, original=NOTICE.text.encode(), file_name="ы" * 300 + ".html", **bad),
        ),
        passages=tuple(
            dataclasses.replace(
                row,
                notes=(HOSTILE,),
                tags=(HOSTILE,),
                mentions=tuple(dataclasses.replace(m, role=HOSTILE) for m in row.mentions),
            )
            for row in whole.passages
        ),
        records=tuple(
            dataclasses.replace(
                row,
                names=(BundleName(HOSTILE, "en", NameKind.PREFERRED), *row.names),
                statements=(*row.statements, BundleStatement(HOSTILE, HOSTILE, "en", ())),
            )
            for row in whole.records
        ),
        quotes=tuple(
            dataclasses.replace(
                row,
                translations=tuple(
                    dataclasses.replace(t, text=HOSTILE, translator=BundleProfile(row_id("x"), "<b>"))
                    for t in row.translations
                ),
            )
            for row in whole.quotes
        ),
    )


@pytest.fixture
def weighed_content(content: BundleContent) -> BundleContent:
    """The bundle of the tests, with parts of a name, properties of the archive's own, and what is known of values."""
    strike = Property(row_id("strike"), "Hunger strike", ValueType.DATE, frozenset({RecordKind.PERSON}), own=True)
    sokal, ihar, *others = content.records
    gate = content.passages[0].id
    first = dataclasses.replace(sokal.names[0], given="Алена", family="Сокал")
    said = (
        BundleStatement(strike.key, "2020-01/2020-02", "", (gate,)),
        BundleStatement("office", "head librarian", "en", (gate,), "certain", "2010/2014"),
        BundleStatement("occupation", "archivist", "en", (gate,), "possible"),
        BundleStatement("birth", "1984", "", (), "certain", "", "set aside", "a <slip>"),
        BundleStatement("birth", "1985", "", (gate,), "probable", "", "preferred", "her own words"),
        BundleStatement("description", "A quiet voice.", "en", (), "possible"),
    )
    tie = dataclasses.replace(ihar.relations[0], certainty="probable", dated="1990")
    joined = dataclasses.replace(others[0].participants[0], dated="2024-05-03/2024-05-04")
    event = dataclasses.replace(others[0], participants=(joined,))
    records = (
        dataclasses.replace(sokal, names=(first, *sokal.names[1:]), statements=said),
        dataclasses.replace(ihar, relations=(tie,)),
        event,
        *others[1:],
    )
    return dataclasses.replace(content, records=records, properties=(strike,))
