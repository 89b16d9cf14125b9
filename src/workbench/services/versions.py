"""A newer capture of a source: its text becomes a new text version, and passages are carried over.

What is certain is carried, what moved is carried and marked, and what is neither stays where it
stood and waits for a person. Nothing here points a passage at other words by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.anchors import Span, anchor_at, text_digest
from workbench.domain.carrying import Carry, carry
from workbench.domain.errors import ImportFileError, NotFoundError
from workbench.domain.inputs import Provenance
from workbench.domain.kinds import Carried
from workbench.domain.structure import blocks_to_json
from workbench.i18n import _
from workbench.importers.files import original_of
from workbench.importers.reading import read, read_clipboard
from workbench.services.passages import anchor_columns
from workbench.services.sources import Incoming
from workbench.store.log import now
from workbench.store.queries.sources import source_detail
from workbench.store.queries.versions import (
    CARRYING,
    PASSAGE,
    TEXT,
    CaptureRow,
    VersionRow,
    list_captures,
    list_versions,
    waiting_passages,
)
from workbench.store.tables import Capture, Carrying, Passage, Source, TextVersion
from workbench.store.work import Act, Work, read_blob

Progress = Callable[[int, int], None]
"""Called with (done, total) in passages; raises `CancelledError` when the person stops it."""

_STEP = 200
"""Passages between two looks at whether the person has stopped it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage as it stands now."""

    id: str
    text_version_id: str
    span: Span
    sure: int = 100
    """Less, in per cent, where it was carried here with a doubt and nobody has confirmed it."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What importing a newer capture would do, as the archive was when it was looked at.

    `matches` are kept by the text that a passage stands in and its place there, so that they hold
    for every passage that still stands so.
    """

    source_id: str
    title: str
    digest: str
    """SHA-256 (hex) of the new text."""

    same_text: bool
    certain: int
    moved: int
    waiting: int
    matches: dict[tuple[str, Span], Carry] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A newer capture that was kept; `waiting` counts every passage that a person has to place.

    Where the text is the same as before, there is no new text version and `same_text` is set.
    """

    source_id: str
    text_version_id: str
    title: str
    certain: int
    moved: int
    waiting: int
    same_text: bool = False


def foresee(connection: Connection, source_id: str, incoming: Incoming, progress: Progress | None = None) -> Foreseen:
    """Find where the passages of a source would stand; nothing is written, nor a transaction held up.

    Raises:
        NotFoundError: the source is gone.
        ImportFileError: these are the bytes that were received last.
        CancelledError: `progress` stopped it.
    """
    source, newest = newest_of(connection, source_id)
    captures = list_captures(connection, source_id)
    if incoming.original.digest == captures[0].original_digest:
        raise _same_bytes(source)
    text = incoming.reading.structured.text
    digest = text_digest(text)
    if digest == newest.digest:
        return Foreseen(source_id, source, digest, True, 0, 0, 0, {})  # noqa: FBT003
    standing = list(_standing(connection, source_id))
    texts = {row.id: row.digest for row in list_versions(connection, source_id)}
    matches = match_passages(standing, lambda key: read_blob(connection, texts[key]).decode(), text, {}, progress)
    hows = [found.how for _standing, found in _settled(standing, matches) if found is not None]
    certain, moved = hows.count(Carried.CERTAIN), hows.count(Carried.MOVED)
    return Foreseen(source_id, source, digest, False, certain, moved, len(standing) - len(hows), matches)  # noqa: FBT003


def newest_of(connection: Connection, source_id: str) -> tuple[str, VersionRow]:
    """Return a source's title and its newest text version.

    Raises:
        NotFoundError: the source is gone.
    """
    source, versions = source_detail(connection, source_id), list_versions(connection, source_id)
    if source is None or not versions:
        raise NotFoundError(_("What you wanted to change is no longer in the archive."), kept=_("Nothing was changed."))
    return source.title, versions[0]


def _same_bytes(title: str) -> ImportFileError:
    return ImportFileError(
        _("This is exactly what was received last of “{title}”.").format(title=title),
        kept=_("The archive is as it was."),
    )


def _standing(connection: Connection, source_id: str) -> Iterator[Standing]:
    doubted = (CARRYING.c.passage_id == PASSAGE.c.id) & (CARRYING.c.to_id == PASSAGE.c.text_version_id)
    doubted &= CARRYING.c.how == Carried.MOVED.value
    query = (
        select(PASSAGE.c.id, PASSAGE.c.text_version_id, PASSAGE.c.start, PASSAGE.c.end, CARRYING.c.confidence)
        .join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
        .join(CARRYING, doubted, isouter=True)
        .where(TEXT.c.source_id == source_id)
        .order_by(TEXT.c.number.desc(), PASSAGE.c.start, PASSAGE.c.end.desc(), PASSAGE.c.id)
    )
    for row in connection.execute(query):
        sure = 100 if row.confidence is None else row.confidence
        yield Standing(row.id, row.text_version_id, Span(row.start, row.end), sure)


def match_passages(
    standing: Iterable[Standing],
    text_of: Callable[[str], str],
    new: str,
    known: dict[tuple[str, Span], Carry],
    progress: Progress | None,
) -> dict[tuple[str, Span], Carry]:
    """Find each passage in a new text, those left out whose match is known; by text and place."""
    groups: dict[str, dict[str, Span]] = {}
    for passage in standing:
        if (passage.text_version_id, passage.span) not in known:
            groups.setdefault(passage.text_version_id, {})[passage.id] = passage.span
    found, total, before = dict(known), sum(map(len, groups.values())), 0
    for version_id, spans in groups.items():
        report = _shifted(progress, before, total)
        for result in carry(text_of(version_id), new, spans.items(), progress=report):
            found[version_id, spans[result.key]] = result
        before += len(spans)
    return found


def _shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    return None if progress is None else lambda done, _total: progress(before + done, total)


def _settled(
    standing: Iterable[Standing], matches: dict[tuple[str, Span], Carry]
) -> Iterator[tuple[Standing, Carry | None]]:
    """Yield each passage with its match, None where a person has to decide.

    Two passages never come to stand at one place by themselves: what is attached to them would
    have to be put together. A doubt that nobody has looked at goes along.
    """
    taken: set[Span] = set()
    rows = [(passage, _doubted(matches[passage.text_version_id, passage.span], passage.sure)) for passage in standing]
    for passage, found in sorted(rows, key=lambda row: row[1].how is not Carried.CERTAIN):
        if found.how is None or found.span is None or found.span in taken:
            yield passage, None
        else:
            taken.add(found.span)
            yield passage, found


def _doubted(found: Carry, sure: int) -> Carry:
    if found.how is None or sure >= found.confidence:
        return found
    return replace(found, how=Carried.MOVED, confidence=sure)


def import_newer(
    source_id: str,
    incoming: Incoming,
    *,
    foreseen: Foreseen | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Act[Renewed]:
    """Keep a source as it was received again, and carry its passages to the new text.

    What `foreseen` knows is not looked for again; passages that have changed since are. With
    `again` the bytes are those received last and only the reader is a newer one.

    Raises:
        ImportFileError: these are the bytes that were received last.
        ValueError: `foreseen` is of another source.
    """
    if foreseen is not None and foreseen.source_id != source_id:
        raise ValueError("foreseen for another source")

    def run(work: Work) -> Renewed:
        source = work.get(Source, source_id)
        newest, received = list_versions(work.connection, source_id)[0], list_captures(work.connection, source_id)[0]
        if (incoming.original.digest == received.original_digest) is not again:
            raise _same_bytes(source.title)
        capture_id = received.id if again else _keep_capture(work, source_id, incoming)
        text = incoming.reading.structured.text
        if text_digest(text) == newest.digest:
            return _renewed(work, source, newest.id, [], same_text=True)
        standing = list(_standing(work.connection, source_id))
        version = _keep_text(work, source_id, newest.number + 1, capture_id, incoming)
        known = foreseen.matches if foreseen is not None and foreseen.digest == version.digest else {}
        matches = match_passages(
            standing, lambda key: work.text(work.get(TextVersion, key).digest), text, known, progress
        )
        settled = list(_settled(standing, matches))
        return _renewed(work, source, version.id, list(_carry_over(work, version, text, settled, progress)))

    return Act("read_again" if again else "import_newer", run, lambda _work, done: done.title)


def _keep_capture(work: Work, source_id: str, incoming: Incoming) -> str:
    original = incoming.original
    row = work.insert(
        Capture,
        source_id=source_id,
        retrieved=incoming.provenance.retrieved or now()[:10],
        media_type=incoming.reading.media_type,
        file_name=original.file_name,
        original_digest=work.keep_blob(original.data),
        original_size=original.size,
    )
    return row.id


def _keep_text(work: Work, source_id: str, number: int, capture_id: str | None, incoming: Incoming) -> TextVersion:
    structured = incoming.reading.structured
    return work.insert(
        TextVersion,
        source_id=source_id,
        number=number,
        digest=work.keep_blob(structured.text.encode()),
        blocks_digest=work.keep_blob(blocks_to_json(structured.blocks)),
        length=len(structured.text),
        reader=incoming.reading.reader,
        reader_version=incoming.reading.reader_version,
        capture_id=capture_id,
    )


def _carry_over(
    work: Work,
    version: TextVersion,
    text: str,
    settled: list[tuple[Standing, Carry | None]],
    progress: Progress | None,
) -> Iterator[Carried]:
    for number in range(0, len(settled), _STEP):
        work.checkpoint()
        if progress is not None:
            progress(number, len(settled))
        found = {standing.id: match for standing, match in settled[number : number + _STEP] if match is not None}
        yield from _carry_some(work, version, text, found)


def _carry_some(work: Work, version: TextVersion, text: str, found: dict[str, Carry]) -> Iterator[Carried]:
    """Carry passages by few statements; the text version is new, so that none of them has a step to it."""
    steps, places = [], []
    for passage in work.facts_of(Passage, found):
        match = found[passage["id"]]
        if match.how is not None and match.span is not None:
            facts = _step_facts(passage, match.how, match.confidence)
            steps.append({"passage_id": passage["id"], "to_id": version.id, **facts})
            anchor = anchor_columns(anchor_at(text, match.span))
            places.append((passage, {"text_version_id": version.id, **anchor}))
            yield match.how
    work.insert_all(Carrying, steps)
    work.change_all(Passage, places)


def step_from(work: Work, passage: Passage, to_id: str, how: Carried, confidence: int = 100) -> None:
    """Note how a passage went from where it stands to a later text version."""
    facts = _step_facts(passage.model_dump(), how, confidence)
    known = work.find(Carrying, passage_id=passage.id, to_id=to_id)
    if known:
        work.change(Carrying, known[0].id, **facts)
    else:
        work.insert(Carrying, passage_id=passage.id, to_id=to_id, **facts)


def _step_facts(passage: dict[str, Any], how: Carried, confidence: int) -> dict[str, Any]:
    place = {name: passage[name] for name in ("start", "end", "exact", "prefix", "suffix")}
    return {"from_id": passage["text_version_id"], "how": how.value, "confidence": confidence, **place}


def _renewed(work: Work, source: Source, version_id: str, hows: list[Carried], *, same_text: bool = False) -> Renewed:
    return Renewed(
        source.id,
        version_id,
        source.title,
        certain=hows.count(Carried.CERTAIN),
        moved=hows.count(Carried.MOVED),
        waiting=len(waiting_passages(work.connection, source.id)),
        same_text=same_text,
    )


def read_again(connection: Connection, source_id: str, cancel: Callable[[], bool] | None = None) -> Incoming:
    """Read the bytes that were received last with the readers of this program; nothing is written.

    Raises:
        NotFoundError: the source is gone.
        ImportFileError: the bytes cannot be read any more.
    """
    source = source_detail(connection, source_id)
    if source is None:
        raise NotFoundError(_("What you wanted to see is no longer in the archive."))
    received: CaptureRow = list_captures(connection, source_id)[0]
    original = original_of(read_blob(connection, received.original_digest), received.file_name)
    if not received.file_name and received.media_type == "text/html":
        _clipping, reading = read_clipboard(original.data.decode(), None, cancel)
    else:
        reading = read(original, cancel)
    return Incoming(original, reading, Provenance())
