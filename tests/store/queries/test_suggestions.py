from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import MentionInput, QuoteInput
from workbench.services.quotes import mark_quote
from workbench.services.records import link_passage
from workbench.store.queries import suggestions
from workbench.store.tables import Rejection
from workbench.store.work import Act, Work


def test_what_a_text_has_and_what_was_rejected_in_its_source(room: Room) -> None:
    version = room.bring_in(language="be")
    ihar, alena = room.person("Ihar"), room.person("Alena Sokał")
    spans = [span_of("We kept your chair by the window,"), span_of("On 3 May")]
    for span in spans:
        room.do(mark_quote(version, span, QuoteInput(published_language="en", speaker_id=ihar)))
    room.do(link_passage(version, span_of("Alena Sokał"), alena, MentionInput()))
    with room.archive.read() as connection:
        source = suggestions.source_of_text(connection, version)
        assert source is not None
        source_id, language = source
        assert language == "be"
        assert suggestions.source_of_text(connection, "gone") is None
        assert suggestions.quote_spans(connection, version) == sorted(spans)
        assert suggestions.quote_spans(connection, "gone") == []
        assert suggestions.records_in_text(connection, version) == {ihar, alena}
        assert suggestions.rejections(connection, source_id, "quotation") == []

    def reject(work: Work) -> None:
        for words in ("one", "two"):
            facts = {"exact": words, "prefix": "a", "suffix": "b"}
            work.insert(Rejection, source_id=source_id, kind="quotation", **facts)
        work.insert(Rejection, source_id=source_id, kind="other", exact="three", prefix="", suffix="")

    room.do(Act("reject_suggestion", reject))
    with room.archive.read() as connection:
        found = suggestions.rejections(connection, source_id, "quotation")
    assert [(row.exact, row.prefix, row.suffix) for row in found] == [("one", "a", "b"), ("two", "a", "b")]
