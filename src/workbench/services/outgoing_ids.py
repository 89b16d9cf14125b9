"""The ids under which protected persons leave, so that nothing that left before tells who they are.

An earlier bundle, made before somebody was protected, has the record's own id beside the name. So the
record, those that were named after it or took it in (`Outgoing.renamed`), and the passages, quotes and
translations that hang on any of them, leave under other ids: UUIDv5 of a
secret of the archive (`Outgoing.secret`) over the own id and the pseudonym. They are the same in every
bundle until the pseudonym is another one. What is in the order of ids is put in the order of these.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.bundle import (
    BundleContent,
    BundleMention,
    BundlePassage,
    BundleQuote,
    BundleRecord,
    BundleStatement,
    BundleTie,
)
from workbench.services.outgoing import Outgoing


def with_other_ids(content: BundleContent, outgoing: Outgoing) -> BundleContent:
    """Return the content with other ids for protected persons and what hangs on them."""
    return _OtherIds(content, outgoing).content() if outgoing.pseudonyms or outgoing.renamed else content


class _OtherIds:
    def __init__(self, content: BundleContent, outgoing: Outgoing) -> None:
        self._content, self._outgoing = content, outgoing
        self._telling = self._passages()

    def _passages(self) -> dict[str, str]:
        """Return what goes into the ids of the passages by which a protected person could be known again."""
        found: dict[str, set[str]] = {}
        for passage in self._content.passages:
            for mention in passage.mentions:
                found.setdefault(passage.id, set()).add(mention.record_id)
        for quote in self._content.quotes:
            found.setdefault(quote.passage_id, set()).update((quote.speaker_id or "", quote.interpreter_id or ""))
        for record in self._content.records:
            for tie in (*record.participants, *record.relations):
                for passage_id in tie.passage_ids:
                    found.setdefault(passage_id, set()).update((record.id, tie.other_id))
            for said in record.statements:
                for passage_id in said.passage_ids:
                    found.setdefault(passage_id, set()).add(record.id)
        other = self._outgoing.pseudonyms.keys() | self._outgoing.renamed.keys()
        telling = ((key, ids & other) for key, ids in found.items())
        return {key: "/".join(sorted(map(self._record_id, ids))) for key, ids in telling if ids}

    def content(self) -> BundleContent:
        """Return everything under the ids that leave."""
        given = self._content
        return replace(
            given,
            passages=tuple(map(self._passage, given.passages)),
            records=tuple(sorted(map(self._record, given.records), key=lambda record: record.id)),
            quotes=tuple(map(self._quote, given.quotes)),
        )

    def _record_id(self, record_id: str) -> str:
        return self._outgoing.record_id(record_id)

    def _passage_id(self, passage_id: str) -> str:
        return self._beside(passage_id, passage_id)

    def _beside(self, row_id: str, passage_id: str) -> str:
        telling = self._telling.get(passage_id)
        return self._outgoing.other_id(row_id, telling) if telling else row_id

    def _passage(self, passage: BundlePassage) -> BundlePassage:
        mentions = (replace(each, record_id=self._record_id(each.record_id)) for each in passage.mentions)
        passage = replace(passage, mentions=tuple(sorted(mentions, key=_order)))
        if passage.id not in self._telling:
            return passage
        # The millisecond is as good as an id.
        return replace(passage, id=self._passage_id(passage.id), created=f"{passage.created[:10]}T00:00:00.000Z")

    def _record(self, record: BundleRecord) -> BundleRecord:
        return replace(
            record,
            id=self._record_id(record.id),
            statements=tuple(
                replace(said, value=self._record_id(said.value), passage_ids=self._passage_ids(said))
                for said in record.statements
            ),
            participants=self._ties(record.participants),
            relations=self._ties(record.relations),
        )

    def _passage_ids(self, said: BundleStatement | BundleTie) -> tuple[str, ...]:
        return tuple(map(self._passage_id, said.passage_ids))

    def _ties(self, ties: tuple[BundleTie, ...]) -> tuple[BundleTie, ...]:
        found = (
            replace(tie, other_id=self._record_id(tie.other_id), passage_ids=self._passage_ids(tie)) for tie in ties
        )
        return tuple(sorted(found, key=_order))

    def _quote(self, quote: BundleQuote) -> BundleQuote:
        translations = tuple(replace(each, id=self._beside(each.id, quote.passage_id)) for each in quote.translations)
        return replace(
            quote,
            id=self._beside(quote.id, quote.passage_id),
            passage_id=self._passage_id(quote.passage_id),
            speaker_id=self._record_id(quote.speaker_id) if quote.speaker_id else None,
            interpreter_id=self._record_id(quote.interpreter_id) if quote.interpreter_id else None,
            translations=translations,
        )


def _order(each: BundleMention | BundleTie) -> tuple[str, str]:
    return (each.record_id if isinstance(each, BundleMention) else each.other_id), each.role
