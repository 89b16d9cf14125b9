"""Reading the content of a bundle from the archive, by a choice.

A choice of nothing means everything. Otherwise the passages that leave are those of the chosen
sources, those that name or support the chosen records, and those of the chosen quotes; and only
what leaving passages support goes with them. Records that something refers to go with their
names.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from workbench.domain.anchors import Anchor, Span
from workbench.domain.bundle import (
    BundleCapture,
    BundleChoice,
    BundleContent,
    BundleMention,
    BundleName,
    BundlePassage,
    BundleRecord,
    BundleSource,
    BundleStatement,
    BundleText,
    BundleTie,
)
from workbench.domain.changes import GENESIS
from workbench.domain.kinds import Certainty, NameKind, RecordKind
from workbench.domain.languages import base_language, public_tag
from workbench.services.bundle_quotes import quotes_leaving
from workbench.services.bundle_redaction import redacted_content
from workbench.services.bundle_rows import CLAIM_OWNERS, Rows
from workbench.services.left_out import LeftOut
from workbench.services.outgoing import Outgoing, read_outgoing
from workbench.services.outgoing_ids import with_other_ids
from workbench.services.withholding import Withheld, withhold
from workbench.store.log import CHANGE, OPERATION
from workbench.store.queries.sources import read_text
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import (
    Capture,
    Evidence,
    Mention,
    Meta,
    Name,
    Note,
    Participation,
    Passage,
    PassageTag,
    Quote,
    Record,
    Relation,
    Row,
    Source,
    Statement,
    Tag,
    TextVersion,
)
from workbench.store.work import read_blob, table_of


def collect(connection: Connection, choice: BundleChoice) -> BundleContent:
    """Read everything that a choice lets out, each kind in reading order, as it may leave."""
    return collect_all(connection, choice)[0]


def collect_all(connection: Connection, choice: BundleChoice, *, look: bool = False) -> tuple[BundleContent, LeftOut]:
    """Read what a choice lets out, and what of it stays.

    To `look`, original files are read only where they have to be looked through for hidden names.
    """
    whole = Rows.read(connection)
    outgoing = read_outgoing(connection, choice.level, choice.let_out)
    if look and not outgoing.hides:
        choice = replace(choice, include_originals=False)

    def text_of(version_id: str) -> str:
        return read_text(connection, version_id).text

    rows, withheld = withhold(whole, outgoing, text_of)
    given = _content(connection, rows, choice)
    content = redacted_content(given, outgoing, withheld, rows, text_of)
    leaving = with_other_ids(content, outgoing)
    own_ids = {there.id: here.id for here, there in zip(content.quotes, leaving.quotes, strict=True)}
    return leaving, replace(_left_out(whole, choice, content, outgoing, withheld), quotes=own_ids)


def _left_out(
    whole: Rows, choice: BundleChoice, content: BundleContent, outgoing: Outgoing, withheld: Withheld
) -> LeftOut:
    passages = _passages_leaving(whole, choice)
    records = _records_leaving(whole, choice, passages)
    sources = _sources_leaving(whole, choice, passages)
    chosen: dict[type[Row], set[str]] = {
        Source: sources | withheld.excerpts,
        Passage: passages,
        Record: records,
        Quote: {key for key, row in whole[Quote].items() if row["passage_id"] in passages},
        Statement: {key for key, row in whole[Statement].items() if row["record_id"] in records},
    }
    counts = {str(model.__tablename__): len(withheld.rows[model] & ids) for model, ids in chosen.items()}
    pseudonyms = ((record.id, outgoing.pseudonym(record.id)) for record in content.records)
    return LeftOut(
        {name: count for name, count in counts.items() if count},
        sum(text.redacted for source in content.sources for text in source.texts),
        sum(source.stays + sum(each.stays for each in source.captures) for source in content.sources),
        tuple((key, outgoing.people.get(key, ""), name) for key, name in pseudonyms if name is not None),
        tuple(sorted(outgoing.doubts.values(), key=lambda doubt: (doubt.name, doubt.words.casefold(), doubt.key))),
        tuple(sorted(outgoing.sure.values(), key=lambda each: (each.name, each.place.casefold(), each.key))),
        {outgoing.record_id(key): key for key in (*outgoing.pseudonyms, *outgoing.renamed)},
    )


def _sources_leaving(rows: Rows, choice: BundleChoice, passages: set[str]) -> set[str]:
    if choice.everything:
        return set(rows[Source])
    return {rows.source_of(passage_id) for passage_id in passages} | (choice.source_ids & rows[Source].keys())


def _content(connection: Connection, rows: Rows, choice: BundleChoice) -> BundleContent:
    passages = _passages_leaving(rows, choice)
    sources = _sources_leaving(rows, choice, passages)
    versions = _versions(rows, sources)
    standing = {rows[Passage][key]["text_version_id"] for key in passages}
    records = _records_leaving(rows, choice, passages)
    order = sorted(passages, key=lambda key: _place(rows[Passage][key], rows, versions))
    as_of, digest = _state(connection)
    spoken = {base_language(rows[Source][key]["language"]) for key in sources}
    tags = {base_language(tag) for tag in choice.languages} | spoken
    told = tuple(
        _record(rows, key, passages, records, tags, asked_for=choice.everything or key in choice.record_ids)
        for key in sorted(records)
    )
    used = {statement.property for record in told for statement in record.statements}
    return BundleContent(
        archive_id=str(
            connection.execute(select(table_of(Meta).c.value).where(table_of(Meta).c.key == "archive_id")).scalar_one()
        ),
        title=choice.title,
        languages=choice.languages,
        as_of=as_of,
        log_digest=digest,
        sources=tuple(_source(connection, rows, key, versions[key], standing, choice) for key in sorted(sources)),
        passages=tuple(_passage(rows, key, records, choice, versions) for key in order),
        records=told,
        quotes=tuple(quotes_leaving(rows, order, choice)),
        properties=tuple(about for key, about in own_properties(connection).items() if key in used),
    )


def _state(connection: Connection) -> tuple[str, str]:
    """Return moment and digest of the last operation that changed content; exports do not count."""
    query = (
        select(OPERATION.c.moment, CHANGE.c.digest)
        .join(CHANGE, CHANGE.c.operation == OPERATION.c.number)
        .where(OPERATION.c.action != "export_bundle")
        .order_by(CHANGE.c.number.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return (row.moment, row.digest) if row else ("1970-01-01T00:00:00.000Z", GENESIS)


def _versions(rows: Rows, sources: set[str]) -> dict[str, RowMapping]:
    """Return the newest text version of each source."""
    newest: dict[str, RowMapping] = {}
    for row in rows[TextVersion].values():
        known = newest.get(row["source_id"])
        if row["source_id"] in sources and (known is None or row["number"] > known["number"]):
            newest[row["source_id"]] = row
    return newest


def _place(passage: RowMapping, rows: Rows, newest: dict[str, RowMapping]) -> tuple[str, int, int, int, str]:
    version = rows[TextVersion][passage["text_version_id"]]
    source_id = version["source_id"]
    back = newest[source_id]["number"] - version["number"]
    return source_id, back, passage["start"], -passage["end"], passage["id"]


def _passages_leaving(rows: Rows, choice: BundleChoice) -> set[str]:
    if choice.everything:
        return set(rows[Passage])
    leaving = {key for key in rows[Passage] if rows.source_of(key) in choice.source_ids}
    leaving |= {rows[Quote][key]["passage_id"] for key in choice.quote_ids & rows[Quote].keys()}
    leaving |= {row["passage_id"] for row in rows[Mention].values() if row["record_id"] in choice.record_ids}
    leaving |= {row["passage_id"] for row in rows[Quote].values() if row["speaker_id"] in choice.record_ids}
    for claim_id, owner in _claims(rows):
        if owner in choice.record_ids:
            leaving |= {row["passage_id"] for row in rows.evidence[claim_id]}
    return leaving


def _claims(rows: Rows) -> list[tuple[str, str]]:
    models = (
        (Statement, "record_id"),
        (Participation, "event_id"),
        (Participation, "record_id"),
        (Relation, "from_id"),
        (Relation, "to_id"),
        (Name, "record_id"),
    )
    return [(row["id"], row[owner]) for model, owner in models for row in rows[model].values()]


def _records_leaving(rows: Rows, choice: BundleChoice, passages: set[str]) -> set[str]:
    leaving = set(choice.record_ids & rows[Record].keys())
    leaving |= {row["record_id"] for row in rows[Mention].values() if row["passage_id"] in passages}
    leaving |= {
        row[who]
        for row in rows[Quote].values()
        for who in ("speaker_id", "interpreter_id")
        if row["passage_id"] in passages and row[who]
    }
    for evidence in rows[Evidence].values():
        if evidence["passage_id"] in passages:
            for column, owners in CLAIM_OWNERS.items():
                if evidence[column]:
                    model = {"statement_id": Statement, "participation_id": Participation}.get(column, Relation)
                    claim = rows[model][evidence[column]]
                    leaving |= {claim[owner] for owner in owners if claim[owner]}
    if choice.everything:
        leaving = set(rows[Record])
    return leaving


def _source(
    connection: Connection, rows: Rows, source_id: str, newest: RowMapping, standing: set[str], choice: BundleChoice
) -> BundleSource:
    """Return a source with its newest text, and the older texts that leaving passages stand in."""
    row = rows[Source][source_id]
    facts = {name: row[name] for name in ("id", "title", "creator", "publisher", "address", "published", "retrieved")}
    facts |= {name: row[name] for name in ("rights", "media_type", "file_name", "original_digest")}
    facts["language"] = public_tag(row["language"])
    older = [v for v in rows.having(TextVersion, "source_id", source_id) if v["id"] in standing - {newest["id"]}]
    older.sort(key=lambda version: -version["number"])
    read_from = {version["capture_id"] for version in (newest, *older)}
    text = _text(connection, newest)
    return BundleSource(
        **facts,
        original_size=row["original_size"],
        original=read_blob(connection, row["original_digest"]) if choice.include_originals else None,
        text_version_id=text.id,
        text_digest=text.digest,
        reader=text.reader,
        text=text.text,
        text_number=text.number,
        capture_id=text.capture_id,
        captures=tuple(
            _capture(connection, capture, choice)
            for capture in rows.having(Capture, "source_id", source_id)
            if capture["id"] in read_from
        ),
        earlier=tuple(_text(connection, version) for version in older),
    )


def _text(connection: Connection, version: RowMapping) -> BundleText:
    return BundleText(
        id=version["id"],
        number=version["number"],
        digest=version["digest"],
        reader=f"{version['reader']} {version['reader_version']}",
        text=read_text(connection, version["id"]),
        capture_id=version["capture_id"],
    )


def _capture(connection: Connection, row: RowMapping, choice: BundleChoice) -> BundleCapture:
    names = ("id", "retrieved", "media_type", "file_name", "original_digest", "original_size")
    original = read_blob(connection, row["original_digest"]) if choice.include_originals else None
    return BundleCapture(**{name: row[name] for name in names}, original=original)


def _passage(
    rows: Rows, passage_id: str, records: set[str], choice: BundleChoice, newest: dict[str, RowMapping]
) -> BundlePassage:
    row, source_id = rows[Passage][passage_id], rows.source_of(passage_id)
    older = row["text_version_id"] != newest[source_id]["id"]
    mentions = (m for m in rows.having(Mention, "passage_id", passage_id) if m["record_id"] in records)
    notes = (note["body"] for note in rows.having(Note, "passage_id", passage_id))
    tags = (rows[Tag][pair["tag_id"]]["label"] for pair in rows.having(PassageTag, "passage_id", passage_id))
    return BundlePassage(
        id=passage_id,
        source_id=source_id,
        anchor=Anchor(Span(row["start"], row["end"]), row["exact"], row["prefix"], row["suffix"]),
        created=_made(passage_id),
        mentions=tuple(BundleMention(m["record_id"], m["role"], Certainty(m["certainty"])) for m in mentions),
        notes=tuple(notes) if choice.include_notes else (),
        tags=tuple(sorted(tags)) if choice.include_notes else (),
        text_version_id=row["text_version_id"] if older else "",
    )


def _made(row_id: str) -> str:
    """Return the moment in a UUIDv7 as UTC ISO 8601 with milliseconds."""
    from datetime import UTC, datetime

    milliseconds = int(row_id.replace("-", "")[:12], 16)
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _record(
    rows: Rows, record_id: str, passages: set[str], records: set[str], tags: set[str], *, asked_for: bool
) -> BundleRecord:
    def support(claim_id: str) -> tuple[str, ...]:
        return tuple(e["passage_id"] for e in rows.evidence[claim_id] if e["passage_id"] in passages)

    def leaves(row: RowMapping) -> bool:
        # What no passage supports comes from nowhere but its record, so it leaves with that where
        # the record was asked for; what a passage supports that stays here stays with it.
        return bool(support(row["id"])) or (asked_for and not rows.evidence[row["id"]])

    def ties(model: type[Any], near: str, far: str, role: str) -> tuple[BundleTie, ...]:
        found = (row for row in rows.having(model, near, record_id) if row[far] in records and leaves(row))
        return tuple(
            BundleTie(row[far], row[role], support(row["id"]), row["certainty"], row.get("dated", "")) for row in found
        )

    names = rows.having(Name, "record_id", record_id)
    fitting = [row for row in names if base_language(row["tag"]) in tags] or names
    found = (row for row in rows.having(Statement, "record_id", record_id) if leaves(row))
    statements = [row for row in found if row["place_id"] is None or row["place_id"] in records]
    return BundleRecord(
        id=record_id,
        kind=RecordKind(rows[Record][record_id]["kind"]),
        names=tuple(
            BundleName(
                row["value"],
                public_tag(row["tag"]),
                NameKind(row["kind"]),
                row["given"],
                row["patronymic"],
                row["family"],
            )
            for row in fitting
        ),
        statements=tuple(
            BundleStatement(
                row["property"],
                row["value"],
                public_tag(row["language"]),
                support(row["id"]),
                *(row[name] for name in ("certainty", "dated", "standing", "reason")),
            )
            for row in statements
        ),
        participants=ties(Participation, "event_id", "record_id", "role"),
        relations=ties(Relation, "from_id", "to_id", "kind"),
    )
