"""The quotes of a bundle, each with those of its translations that leave."""

from __future__ import annotations

from sqlalchemy import RowMapping

from workbench.domain.anchors import Span
from workbench.domain.bundle import BundleChoice, BundleProfile, BundleQuote, BundleTranslation
from workbench.domain.kinds import Manner, MarkKind, Origin, TranslationState
from workbench.domain.languages import base_language, public_tag
from workbench.domain.marks import Mark, find_marks, marks_of_translation
from workbench.services.bundle_rows import Rows
from workbench.store.tables import Passage, Profile, Quote, QuoteMark, Translation


def quotes_leaving(rows: Rows, order: list[str], choice: BundleChoice) -> list[BundleQuote]:
    """Return the quotes of passages, in the order of these, with the translations that a choice lets out."""
    by_passage = {row["passage_id"]: row for row in rows[Quote].values()}
    found = []
    for passage_id in order:
        row = by_passage.get(passage_id)
        if row is None:
            continue
        words = rows[Passage][passage_id]["exact"]
        said = {Span(m["start"], m["end"]): MarkKind(m["kind"]) for m in rows.having(QuoteMark, "quote_id", row["id"])}
        marks = find_marks(words, said)
        # One into the language of publication is left from before that was corrected: the desk hides it too.
        published = base_language(row["published_language"])
        targets = {tag for tag in choice.languages if base_language(tag) != published}
        translations = (t for t in rows.having(Translation, "quote_id", row["id"]) if t["text"])
        leaving = sorted(
            (t for t in translations if t["language"] in targets and t["state"] in choice.states),
            key=lambda t: choice.languages.index(t["language"]),
        )
        found.append(
            BundleQuote(
                id=row["id"],
                passage_id=passage_id,
                speaker_id=row["speaker_id"],
                published_language=public_tag(row["published_language"]),
                spoken_language=public_tag(row["spoken_language"]),
                manner=Manner(row["manner"]),
                translations=tuple(_translation(rows, t, words, marks) for t in leaving),
                via_language=public_tag(row["via_language"]),
                interpreter_id=row["interpreter_id"],
                marks=marks,
            )
        )
    return found


def _is_stale(rows: Rows, row: RowMapping, words: str) -> bool:
    """Tell whether a quote's words, or those of the translation that a relay was made from, are others now."""
    siblings = rows.having(Translation, "quote_id", row["quote_id"])
    pivot = next((each["text"] for each in siblings if each["language"] == row["relay_language"]), None)
    return row["quote_text"] != words or (bool(row["relay_language"]) and pivot != row["relay_text"])


def _translation(rows: Rows, row: RowMapping, words: str, marks: tuple[Mark, ...]) -> BundleTranslation:
    def profile(profile_id: str | None) -> BundleProfile | None:
        row = rows[Profile][profile_id] if profile_id else None
        return BundleProfile(row["id"], row["initials"]) if row is not None else None

    return BundleTranslation(
        id=row["id"],
        language=row["language"],
        text=row["text"],
        state=TranslationState(row["state"]),
        translator=profile(row["translator_id"]),
        reviewer=profile(row["reviewer_id"]),
        stale=_is_stale(rows, row, words),
        sub_state=row["sub_state"],
        relay_language=row["relay_language"],
        marks=marks_of_translation(marks, row["text"]),
        by_machine=row["origin"] == Origin.MACHINE.value,
    )
