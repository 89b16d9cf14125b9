"""A bundle's content as it may leave: every text through `Outgoing`, redacted texts as texts of their own."""

from __future__ import annotations

import html
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from workbench.domain.anchors import anchor_at, text_digest
from workbench.domain.bundle import (
    BundleCapture,
    BundleContent,
    BundleMention,
    BundleName,
    BundlePassage,
    BundleQuote,
    BundleRecord,
    BundleSource,
    BundleStatement,
    BundleTie,
    BundleTranslation,
)
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.languages import UNKNOWN
from workbench.domain.redaction import Redacted, redact
from workbench.domain.roles import MENTION_ROLES
from workbench.domain.sensitivity import WITHHELD
from workbench.services.bundle_rows import Rows
from workbench.services.outgoing import Outgoing
from workbench.services.withholding import Withheld
from workbench.store.tables import TextVersion

_CHARSETS = (
    "utf-8",
    "utf-16",
    "windows-1251",
    "windows-1257",
    "koi8-r",
    "cp866",
    "iso8859-5",
    "mac-cyrillic",
    "utf-16-be",
    "utf-16-le",
)


_NAMELESS = (BundleName(WITHHELD, UNKNOWN, NameKind.PREFERRED),)


def redacted_content(
    content: BundleContent, outgoing: Outgoing, withheld: Withheld, rows: Rows, text_of: Callable[[str], str]
) -> BundleContent:
    """Return the content with nothing in it that must stay; the same content where nothing is hidden.

    `text_of` reads a text version by its id: those that do not leave, but whose file's digest would, tell too.
    """
    if not outgoing.hides and not withheld:
        return content
    return _Redaction(content, outgoing, withheld, rows, text_of).content()


class _Redaction:
    def __init__(
        self, content: BundleContent, outgoing: Outgoing, withheld: Withheld, rows: Rows, text_of: Callable[[str], str]
    ) -> None:
        self._content, self._outgoing, self._withheld = content, outgoing, withheld
        self._rows, self._text_of_version = rows, text_of
        self._texts: dict[str, Redacted] = {}
        newest = {source.id: source.text_version_id for source in content.sources}
        self._ids: dict[str, str] = {}
        self._records = {record.id for record in content.records}
        self._text_of = {
            passage.id: passage.text_version_id or newest[passage.source_id] for passage in content.passages
        }

    def content(self) -> BundleContent:
        given = self._content
        for source in given.sources:
            self._redact_texts(source)
        self._outgoing.look_through(_names_of(given.records))
        sources = tuple(map(self._source, given.sources))
        newest = {source.id: source.text_version_id for source in given.sources}
        return replace(
            given,
            title=self._title(given.title),
            sources=sources,
            passages=tuple(self._passage(passage, newest[passage.source_id]) for passage in given.passages),
            records=tuple(map(self._record, given.records)),
            quotes=tuple(map(self._quote, given.quotes)),
            properties=tuple(replace(each, label=self._outgoing.redact(each.label)) for each in given.properties),
            left_out=True,
        )

    def _title(self, title: str) -> str:
        """Return the bundle's title; one that was made of a file's name may hold a hidden one where no word ends."""
        return self._outgoing.unnamed(self._outgoing.redact(title)) or (title and WITHHELD)

    # Sources

    def _redact_texts(self, source: BundleSource) -> None:
        for text in source.texts:
            taken = self._withheld.cuts.get(text.id, [])
            cuts = [*taken, *self._outgoing.cuts(text.text.text, source.language, taken)]
            if cuts:
                made = redact(text.text, cuts)
                self._texts[text.id] = made
                self._ids[text.id] = str(uuid.uuid5(uuid.UUID(text.id), text_digest(made.text.text)))

    def _source(self, source: BundleSource) -> BundleSource:
        texts = [
            replace(text, id=self._ids[text.id], text=made.text, digest=text_digest(made.text.text), redacted=True)
            if (made := self._texts.get(text.id)) is not None
            else text
            for text in source.texts
        ]
        tells = any(text.redacted for text in texts) or self._tells(source)
        newest, *earlier = texts
        source = replace(
            source,
            text_version_id=newest.id,
            text_digest=newest.digest,
            text=newest.text,
            earlier=tuple(earlier),
            redacted=newest.redacted,
        )
        if source.id in self._withheld.excerpts:
            return self._excerpt(source)
        stays = tells or self._may_tell(source) or any(map(self._may_tell, source.captures))
        source = replace(self._facts(source), captures=tuple(self._capture(each, stays) for each in source.captures))
        if tells:
            # Whoever has all but a name could try names until the file has this digest and size.
            captures = tuple(replace(each, original_digest="", original_size=0) for each in source.captures)
            source = replace(source, original_digest="", original_size=0, captures=captures)
        if stays:
            return replace(source, address="", file_name="", original=None, stays=True)
        return source

    def _facts(self, source: BundleSource) -> BundleSource:
        redact_line = self._outgoing.redact
        return replace(
            source,
            title=redact_line(source.title, source.language),
            creator=redact_line(source.creator, source.language),
            publisher=redact_line(source.publisher, source.language),
            rights=redact_line(source.rights, source.language),
            address=self._outgoing.unnamed(source.address),
            file_name=self._outgoing.unnamed(source.file_name),
        )

    def _tells(self, source: BundleSource) -> bool:
        """Tell whether a file as received, or what is told of it, names somebody hidden."""
        told = (source.title, source.creator, source.publisher, source.rights, source.address, source.file_name)
        if any(map(self._outgoing.betrayed_by, told)) or self._left_behind(source):
            return True
        return self._plainly_tells(source) or any(map(self._plainly_tells, source.captures))

    def _left_behind(self, source: BundleSource) -> bool:
        """Tell whether a text that does not leave, of a file that is told of, holds what must stay."""
        leaving = {text.id for text in source.texts}
        files = {None, *(capture.id for capture in source.captures)}
        return any(
            version["id"] in self._withheld.cuts or self._outgoing.betrayed_by(self._text_of_version(version["id"]))
            for version in self._rows.having(TextVersion, "source_id", source.id)
            if version["id"] not in leaving and version["capture_id"] in files
        )

    def _plainly_tells(self, received: BundleSource | BundleCapture) -> bool:
        if received.original is None or received.media_type != "text/plain" or not self._outgoing.hides:
            return False
        return any(self._outgoing.betrayed_by(html.unescape(text)) for text in _decodings(received.original))

    def _may_tell(self, received: BundleSource | BundleCapture) -> bool:
        """Tell whether the bytes are of anything but plain text while somebody is hidden.

        A page can say a name in too many ways to be asked: parted by tags or comments, in scripts,
        styles and pictures, encoded again and again.
        """
        return self._outgoing.hides and received.original is not None and received.media_type != "text/plain"

    def _capture(self, capture: BundleCapture, stays: bool) -> BundleCapture:
        if stays:
            return replace(capture, file_name="", original=None, stays=True)
        return replace(capture, file_name=self._outgoing.unnamed(capture.file_name))

    @staticmethod
    def _excerpt(source: BundleSource) -> BundleSource:
        """Return nothing of a source that stays but the open places of its text."""
        nothing = dict.fromkeys(("creator", "publisher", "address", "published", "retrieved", "rights"), "")
        captures = tuple(
            replace(each, retrieved="", file_name="", original_digest="", original_size=0, original=None, stays=True)
            for each in source.captures
        )
        return replace(
            source,
            **nothing,  # type: ignore[arg-type]
            title=WITHHELD,
            file_name="",
            original_digest="",
            original_size=0,
            original=None,
            stays=True,
            captures=captures,
        )

    # What is said and marked

    def _passage(self, passage: BundlePassage, newest_id: str) -> BundlePassage:
        redact_text = self._outgoing.redact
        text_id = passage.text_version_id or newest_id
        made = self._texts.get(text_id)
        return replace(
            passage,
            anchor=passage.anchor if made is None else anchor_at(made.text.text, made.span(passage.anchor.span)),
            mentions=tuple(map(self._mention, passage.mentions)),
            notes=tuple(map(redact_text, passage.notes)),
            tags=tuple(sorted(map(redact_text, passage.tags))),
            text_version_id=self._ids.get(text_id, text_id) if passage.text_version_id else "",
        )

    def _mention(self, mention: BundleMention) -> BundleMention:
        roles = MENTION_ROLES[RecordKind.PERSON]
        if self._outgoing.pseudonym(mention.record_id) is not None and mention.role not in roles:
            return replace(mention, role=roles[0])  # one that was typed may say “head of the hospital of …”
        return replace(mention, role=self._outgoing.redact(mention.role))

    def _record(self, record: BundleRecord) -> BundleRecord:
        names = self._record_names(record)
        if record.kind is not RecordKind.PERSON:
            self._note_told(record, names)
        elif names == _NAMELESS and self._outgoing.pseudonym(record.id) is None:
            # It has a name that may leave, in a language that this bundle does not have.
            self._outgoing.withdraw(record.id, record.names[0].value if record.names else "")
            record = replace(record, statements=(), participants=(), relations=())
        return replace(
            record,
            names=names,
            statements=tuple(map(self._statement, record.statements)),
            participants=tuple(map(self._tie, record.participants)),
            relations=tuple(map(self._tie, record.relations)),
        )

    def _note_told(self, record: BundleRecord, names: tuple[BundleName, ...]) -> None:
        """Give another id to what an earlier bundle names by, or beside, somebody who is protected."""
        beside = {tie.other_id for tie in record.participants} & self._outgoing.pseudonyms.keys()
        if beside or {name.value for name in names} - {name.value for name in record.names}:
            told = (*(name.value for name in names), *map(self._outgoing.record_id, sorted(beside)))
            self._outgoing.renamed[record.id] = "/".join(told)

    def _statement(self, said: BundleStatement) -> BundleStatement:
        said = replace(said, reason=self._outgoing.redact(said.reason))
        if said.value in self._records:
            return said
        return replace(said, value=self._outgoing.redact(said.value, said.language))

    def _record_names(self, record: BundleRecord) -> tuple[BundleName, ...]:
        """Return the names that leave; of a person those as they are, of others what is left of them too."""
        pseudonym = self._outgoing.pseudonym(record.id)
        if pseudonym is not None:
            for name in record.names:  # of somebody who stays for a likeness only: a person is asked
                self._outgoing.redact(name.value, name.tag)
            return (BundleName(pseudonym, UNKNOWN, NameKind.PREFERRED),)
        redact = self._outgoing.redact if record.kind is RecordKind.PERSON else self._outgoing.redact_name
        clean = [(name, redact(name.value, name.tag)) for name in record.names]
        if record.kind is RecordKind.PERSON:
            clean = [(name, value) for name, value in clean if value == name.value]
        names = tuple(self._parts(replace(name, value=value)) for name, value in clean)
        return names or _NAMELESS

    def _parts(self, name: BundleName) -> BundleName:
        """Return a name with its parts only where none of them is a hidden name by itself."""
        parts = (name.given, name.patronymic, name.family)
        clean = all(self._outgoing.redact(part, name.tag) == part for part in parts)
        return name if clean else replace(name, given="", patronymic="", family="")

    def _tie(self, tie: BundleTie) -> BundleTie:
        return replace(tie, role=self._outgoing.redact(tie.role))

    def _quote(self, quote: BundleQuote) -> BundleQuote:
        translations = tuple(map(self._translation, quote.translations))
        if (owner := self._withheld.described.get(quote.id)) is not None:
            translations = tuple(self._decided(each, owner) for each in translations)
        # In a redacted text a sign may be somewhere else, and what was taken out looks like one.
        marks = () if self._text_of[quote.passage_id] in self._texts else quote.marks
        return replace(quote, translations=translations, marks=marks)

    def _decided(self, translation: BundleTranslation, owner: str) -> BundleTranslation:
        """Withhold a translation that may tell of somebody as the quote's words did, until a person lets it out."""
        key = f"{owner}/{translation.id}"
        self._outgoing.doubt(key, owner, translation.text, 0, len(translation.text))
        return translation if key in self._outgoing.let_out else replace(translation, text=WITHHELD, marks=())

    def _translation(self, given: BundleTranslation) -> BundleTranslation:
        text = self._outgoing.redact(given.text, given.language)
        return given if text == given.text else replace(given, text=text, marks=())


def _names_of(records: Iterable[BundleRecord]) -> Iterator[tuple[str, str]]:
    """Give every name with its language, and its parts."""
    for record in records:
        for name in record.names:
            yield from ((value, name.tag) for value in (name.value, name.given, name.patronymic, name.family) if value)


def _decodings(data: bytes) -> Iterator[str]:
    """Give bytes as text in every encoding that may be theirs: one too many finds nothing, one too few leaks."""
    for charset in _CHARSETS:
        yield data.decode(charset, "replace")
