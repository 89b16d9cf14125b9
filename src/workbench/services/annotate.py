"""Bringing in annotations from elsewhere, onto the texts they were made for.

A text is found by its digest, by its id or address, or by the quoted words; a place only where
the words stand there to the character. What is not certain is not placed but counted, with the
reason. States of translations are not believed: they come in as drafts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.anchors import Span, find_quote
from workbench.domain.annotations import INTERPRETER, IncomingAnnotation, IncomingBody, IncomingTarget
from workbench.domain.errors import ImportFileError, InputError
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    QuoteInput,
    RecordInput,
    TagInput,
    TranslationInput,
    checked,
)
from workbench.domain.kinds import Certainty, Manner, MarkKind, NameKind, RecordKind, TranslationState
from workbench.domain.languages import UNKNOWN, base_language
from workbench.domain.marks import find_marks
from workbench.i18n import N_, _, ngettext
from workbench.importers import limits
from workbench.importers.annotations import read_annotations
from workbench.importers.files import read_original
from workbench.services import passages, quotes, records
from workbench.store.tables import Carrying, Name, Note, Passage, Quote, Record, Source, TextVersion, Translation
from workbench.store.work import Act, Work

NO_TEXT = N_("for a text that is not in the archive")
NO_PLACE = N_("the words are not in the text, or stand there more than once")
NOT_FITTING = N_("a value does not fit")
NOT_READABLE = N_("its place is given in a way that is not understood")

_DRAFT = TranslationState.INITIAL.value
_ENDS = {"quoting", "identifying", "tagging", "translating"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """How many annotations were placed, on how many passages, and why others were not.

    `reasons` counts by `NO_TEXT`, `NO_PLACE`, `NOT_READABLE` or `NOT_FITTING`: English, for `_`
    at display. `known` are those that the archive had already, in all their parts; `drafts` the
    translations that came in as drafts although their annotation says that they were further.
    """

    placed: int
    passages: int
    reasons: dict[str, int]
    known: int = 0
    drafts: int = 0


def read_annotation_file(path: Path) -> tuple[IncomingAnnotation, ...]:
    """Read a JSON-LD file of W3C Web Annotations.

    Raises:
        ImportFileError: one clear line about what is wrong with the file.
    """
    original = read_original(path, limit=limits.ANNOTATION_BYTES)
    return read_annotations(original.data, original.file_name)


def annotate(annotations: tuple[IncomingAnnotation, ...]) -> Act[Annotated]:
    """Place annotations on the archive's texts, in one operation.

    Raises:
        ImportFileError: not one of them belongs to a text of the archive; nothing is changed.
    """

    def run(work: Work) -> Annotated:
        texts, people = _Texts(work), _Records(work)
        reasons: Counter[str] = Counter()
        touched: set[str] = set()
        known = drafts = 0
        # Quotes come last: their speakers may be named by annotations that stand further down.
        for number, annotation in enumerate(sorted(annotations, key=_is_quote)):
            if number % 100 == 0:
                work.checkpoint()
            if "refinedBy" in annotation.ignored:  # it means fewer words than those that were read
                reasons[NOT_FITTING] += 1
                continue
            try:
                place = texts.place(annotation.target)
            except LookupError as error:
                reasons[str(error.args[0])] += 1
                continue
            before = len(work.changes)
            try:
                with work.all_or_nothing():
                    passage_id = _attach(work, people, annotation, place)
            except InputError:
                reasons[NOT_FITTING] += 1
                continue
            if len(work.changes) == before:
                known += 1
                continue
            touched.add(passage_id)
            drafts += _drafts(work, annotation, before)
        placed = len(annotations) - reasons.total() - known
        if not placed and not known:
            raise ImportFileError(_nothing_placed(reasons), kept=_("The archive is as it was."))
        return Annotated(placed, len(touched), dict(reasons), known, drafts)

    return Act("annotate", run)


def _drafts(work: Work, annotation: IncomingAnnotation, before: int) -> int:
    """Count the translations written since a change that the annotation calls more than a draft."""
    further = {body.language for body in annotation.bodies if body.detail("translationState") not in ("", _DRAFT)}
    rows = (change.after for change in work.changes[before:] if change.table == "translation")
    return sum(row is not None and row["language"] in further for row in rows)


def _is_quote(annotation: IncomingAnnotation) -> bool:
    return "quoting" in annotation.motivations or any(body.purpose == "quoting" for body in annotation.bodies)


def _nothing_placed(reasons: Counter[str]) -> str:
    count = reasons.total()
    if not count:
        return _("There are no annotations in this file.")
    text = ngettext(
        "The {n} annotation could not be placed: {reason}.",
        "None of the {n} annotations could be placed: {reason}.",
        count,
    )
    return text.format(n=count, reason=_(reasons.most_common(1)[0][0]))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an annotation goes, and the words that it was made for: a person may have placed them at others."""

    version: TextVersion
    span: Span
    words: str


class _Texts:
    """The archive's texts, looked up by what an annotation says of its target."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._versions = sorted(work.find(TextVersion), key=lambda version: version.number)
        newest = {version.source_id: version for version in self._versions}
        self._newest = list(newest.values())
        sources = {source.id: source for source in work.find(Source)}
        self._known: dict[str, list[TextVersion]] = {}
        for version in self._versions:
            source = sources[version.source_id]
            # Who names only the source means its newest text.
            about = (source.original_digest, source.id, source.address) if newest[source.id] is version else ()
            # Of a plain text as it was received, both digests are the same.
            for key in {version.digest, version.id, *about}:
                if key:
                    self._known.setdefault(key, []).append(version)

    def place(self, target: IncomingTarget) -> _Place:
        """Return the one text and range that a target means, or raise LookupError with the reason."""
        if target.start is None and not target.exact:
            raise LookupError(NOT_READABLE)
        name = target.source.removeprefix("urn:uuid:").removeprefix("urn:sha256:")
        named = self._known.get(target.digest) or self._known.get(name) or []
        certain = any(version.digest == target.digest for version in named)
        places: list[tuple[TextVersion, Span]] = []
        for versions in (named,) if named else (self._newest, self._versions):
            places = places or [(v, span) for v in versions for span in self._spans(v, target, certain=certain)]
        if len(places) == 1:
            return self._now(*places[0])
        raise LookupError(NO_PLACE if named or places else NO_TEXT)

    def _now(self, version: TextVersion, span: Span) -> _Place:
        """Return where the passage that stood at a place stands now; the place itself where there was none."""
        steps = self._work.find(Carrying, from_id=version.id, start=span.start, end=span.end)
        found = next((self._work.get(Passage, step.passage_id) for step in steps), None)
        words = self._work.text(version.digest)[span.start : span.end]
        if found is None:
            return _Place(version, span, words)
        return _Place(self._work.get(TextVersion, found.text_version_id), Span(found.start, found.end), words)

    def _spans(self, version: TextVersion, target: IncomingTarget, *, certain: bool) -> list[Span]:
        text = self._work.text(version.digest)
        if target.start is not None and target.end is not None and 0 <= target.start < target.end <= len(text):
            words = text[target.start : target.end]
            if words == target.exact or (certain and not target.exact):
                return [Span(target.start, target.end)]
        return find_quote(text, target.exact, target.prefix, target.suffix)


def _attach(work: Work, people: _Records, annotation: IncomingAnnotation, place: _Place) -> str:
    version = place.version
    passage = passages.passage_at(work, version.id, place.span)
    by_purpose: dict[str, list[IncomingBody]] = {}
    for body in annotation.bodies:
        by_purpose.setdefault(body.purpose if body.purpose in _ENDS else "commenting", []).append(body)
    if _is_quote(annotation):
        _quote(work, people, passage, place, by_purpose)
    elif "identifying" in by_purpose:
        _mention(work, people, passage, version, by_purpose["identifying"])
    for body in by_purpose.get("tagging", ()):
        label = checked(TagInput, label=body.value)
        passages.add_tag(version.id, _span_of(passage), label).run(work)
    for body in by_purpose.get("commenting", ()):
        _note(work, passage, body.value)
    return passage.id


def _span_of(passage: Passage) -> Span:
    return Span(passage.start, passage.end)


def _note(work: Work, passage: Passage, text: str) -> None:
    if text.strip():
        given = checked(NoteInput, body=text)
        if not work.find(Note, passage_id=passage.id, body=given.body):
            passages.add_note(passage.text_version_id, _span_of(passage), given).run(work)


def _mention(work: Work, people: _Records, passage: Passage, version: TextVersion, bodies: list[IncomingBody]) -> None:
    record = people.meant(bodies)
    if record is None:
        for body in bodies:
            _note(work, passage, body.value or body.source)
        return
    role = next((body.detail("role") for body in bodies if body.detail("role")), "mentioned")
    certainty = next((body.detail("certainty") for body in bodies if body.detail("certainty")), Certainty.CERTAIN.value)
    given = checked(MentionInput, role=role, certainty=certainty)
    records.link_passage(version.id, _span_of(passage), record, given).run(work)


class _Records:
    """The records that a file's bodies mean: its own IRIs each stand for one record."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._by_iri: dict[str, str] = {}

    def meant(self, bodies: list[IncomingBody]) -> str | None:
        """Return the id of the record that bodies identify, made if there is none; None if they do not say."""
        iris = [body.source for body in bodies if body.source]
        for iri in iris:
            known = self._by_iri.get(iri) or iri.removeprefix("urn:uuid:")
            if self._work.find(Record, id=known):  # a part that did not fit may have taken it back
                return known
        kind = next((body.detail("kind") for body in bodies if body.detail("kind") in set(RecordKind)), "")
        named = [body for body in bodies if body.value]
        if not kind or not named:
            return None
        record_id = self._by_name(kind, named[0], own=bool(iris))
        if record_id is None:
            given = checked(RecordInput, kind=kind, names=tuple(_names(named)))
            record_id = records.create_record(given).run(self._work)
        self._by_iri |= dict.fromkeys(iris, record_id)
        return record_id

    def _by_name(self, kind: str, body: IncomingBody, *, own: bool) -> str | None:
        """Find the one record with the first name given; two IRIs of a file (`own`) are never one record."""
        found = {
            name.record_id
            for name in self._work.find(Name, value=body.value)
            if self._work.find(Record, id=name.record_id, kind=kind)
        }
        if own:
            found -= set(self._by_iri.values())
        return found.pop() if len(found) == 1 else None


def _names(named: list[IncomingBody]) -> Iterator[NameInput]:
    """Yield each name; where a file does not say its kind, the first of a language is the preferred one."""
    tags: set[str] = set()
    for body in named:
        tag, said = body.language or UNKNOWN, body.detail("kind")
        usual = NameKind.ALIAS if tag in tags else NameKind.PREFERRED
        tags.add(tag)
        yield checked(NameInput, value=body.value, tag=tag, kind=said if said in set(NameKind) else usual)


def _quote(
    work: Work, people: _Records, passage: Passage, place: _Place, bodies: dict[str, list[IncomingBody]]
) -> None:
    facts = next(iter(bodies.get("quoting", ())), IncomingBody("quoting"))
    meant: dict[bool, list[IncomingBody]] = {False: [], True: []}
    for body in bodies.get("identifying", ()):
        meant[body.detail("role") == INTERPRETER].append(body)
    source = work.get(Source, place.version.source_id)
    given = checked(
        QuoteInput,
        speaker_id=people.meant(meant[False]),
        published_language=facts.language or source.language or UNKNOWN,
        spoken_language=facts.detail("spokenLanguage"),
        manner=facts.detail("manner") or Manner.DIRECT.value,
        via_language=facts.detail("viaLanguage"),
        interpreter_id=people.meant(meant[True]),
    )
    known = work.find(Quote, passage_id=passage.id)
    if known:
        quote_id = known[0].id
    else:
        quote_id = quotes.mark_quote(place.version.id, _span_of(passage), given).run(work).quote_id
        _signs(work, quote_id, passage, place, facts)
    _translations(work, quote_id, given, place, bodies.get("translating", []))


def _signs(work: Work, quote_id: str, passage: Passage, place: _Place, facts: IncomingBody) -> None:
    """Call the signs of a new quote what the file calls them; places of other words than its own say nothing."""
    there = {mark.span for mark in find_marks(passage.exact)} if passage.exact == place.words else set()
    for span, kind in facts.marks:
        if span in there and kind in set(MarkKind) - {MarkKind.ADDED}:
            quotes.retype_mark(quote_id, span, MarkKind(kind)).run(work)


def _translations(work: Work, quote_id: str, given: QuoteInput, place: _Place, bodies: Iterable[IncomingBody]) -> None:
    wanted = [body for body in bodies if body.value]
    # What a relay was made from comes first, where the file has it.
    for body in sorted(wanted, key=lambda each: bool(each.detail("relayLanguage"))):
        if base_language(body.language) == base_language(given.published_language):
            continue
        words = checked(TranslationInput, language=body.language, text=body.value)
        if work.find(Translation, quote_id=quote_id, language=words.language):
            continue
        relay = body.detail("relayLanguage")
        there = relay != words.language and bool(work.find(Translation, quote_id=quote_id, language=relay))
        quotes.write_translation(quote_id, words, of=place.words.strip(), relay=relay if there else None).run(work)
