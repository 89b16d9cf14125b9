"""What a person gives a service, validated: the tables themselves do not validate.

Every model strips white space at the edges, refuses unknown fields, and removes control and
bidirectional-override characters from single-line texts (they would disguise a name).
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from workbench.domain.dates import DATE_PROBLEMS, DateError, DateProblem, normal_date
from workbench.domain.errors import InputError
from workbench.domain.kinds import Case, Certainty, Manner, NameKind, PartOfSpeech, RecordKind, TermStatus, Verdict
from workbench.domain.languages import normal_tag
from workbench.domain.names import stands_in
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.i18n import N_, _

LINE_LIMIT = 1_000
"""Code points in a single-line text."""

TEXT_LIMIT = 100_000
"""Code points in a note, a description or a translation."""

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})


def clean_line(text: object) -> object:
    """Normalise to NFC, fold white space, drop control and bidi-override characters.

    What holds nothing that can be seen (zero-width characters only) becomes empty.
    """
    if not isinstance(text, str):
        return text
    text = "".join(" " if c in "\t\n\r\x0b\x0c\x85\u2028\u2029" else c for c in text)
    text = "".join(c for c in text if c not in _BIDI and unicodedata.category(c) not in ("Cc", "Cs"))
    # Only now: what stood between a letter and its accent is gone.
    return _or_empty(" ".join(unicodedata.normalize("NFC", text).split()))


def clean_text(text: object) -> object:
    """Normalise a text of several lines to NFC, drop control characters but line ends and tabs."""
    if not isinstance(text, str):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return _or_empty(unicodedata.normalize("NFC", text).strip())


def _or_empty(text: str) -> str:
    return "" if all(unicodedata.category(c) in _UNSEEN for c in text) else text


def _optional_tag(tag: str) -> str:
    return normal_tag(tag) if tag.strip() else ""


Line = Annotated[str, BeforeValidator(clean_line), Field(strict=True, max_length=LINE_LIMIT)]
RequiredLine = Annotated[str, BeforeValidator(clean_line), Field(strict=True, min_length=1, max_length=LINE_LIMIT)]
LongText = Annotated[str, BeforeValidator(clean_text), Field(strict=True, max_length=TEXT_LIMIT)]
Tag = Annotated[str, AfterValidator(normal_tag)]
OptionalTag = Annotated[str, AfterValidator(_optional_tag)]


def _date(text: str) -> str:
    try:
        return normal_date(text)
    except DateError as error:
        raise PydanticCustomError("not_a_date", error.problem.value) from None


Edtf = Annotated[str, AfterValidator(_date)]
RequiredText = Annotated[str, BeforeValidator(clean_text), Field(strict=True, min_length=1, max_length=TEXT_LIMIT)]


class Input(BaseModel):
    """The base of all input models: immutable, and nothing unknown is let through."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Input):
    """Where a source comes from: Dublin Core terms, dates as EDTF, `language` as BCP 47."""

    title: Line = ""
    creator: Line = ""
    publisher: Line = ""
    address: Line = ""
    published: Edtf = ""
    retrieved: Edtf = ""
    language: OptionalTag = ""
    rights: Line = ""


class ProfileInput(Input):
    """A person who works in the archive; `language` is the interface language."""

    name: RequiredLine
    initials: Annotated[str, BeforeValidator(clean_line), Field(strict=True, min_length=1, max_length=6)]
    language: Tag = "en"


class NameInput(Input):
    """One form of a record's name; the parts of a person's stand in it word for word, or are empty."""

    value: RequiredLine
    tag: Tag
    kind: NameKind = NameKind.PREFERRED
    given: Line = ""
    patronymic: Line = ""
    family: Line = ""
    reason: LongText = Field(default="", validate_default=True)
    """Why it is forbidden; said of such a form only, and not known of one that came in a table."""

    @field_validator("given", "patronymic", "family")
    @classmethod
    def _stands_in_it(cls, part: str, info: ValidationInfo) -> str:
        if part and not stands_in(part, info.data.get("value", part)):
            raise PydanticCustomError("not_in_name", "not in the name")
        return part

    @field_validator("reason")
    @classmethod
    def _of_forbidden(cls, value: str, info: ValidationInfo) -> str:
        return value if info.data.get("kind") is NameKind.FORBIDDEN else ""


class InflectionInput(Input):
    """A name in one grammatical case other than the nominative."""

    grammatical_case: Case
    value: RequiredLine


class RecordInput(Input):
    """A new record with its names; at least one name."""

    kind: RecordKind
    names: Annotated[tuple[NameInput, ...], Field(min_length=1, max_length=100)]


class MentionInput(Input):
    """The role that a record plays in a passage, and how certain it is that it is meant."""

    role: RequiredLine = "mentioned"
    certainty: Certainty = Certainty.CERTAIN


class StatementInput(Input):
    """One property value of a record. Dates are EDTF, places are ids of place records.

    `dated` is when it held, as EDTF. Whether the property is there, and a value fits one of the
    archive's own, is known to the service alone.
    """

    property: RequiredLine
    value: RequiredText
    language: OptionalTag = ""
    certainty: Certainty = Certainty.CERTAIN
    dated: Edtf = ""

    @field_validator("value")
    @classmethod
    def _fits(cls, value: str, info: ValidationInfo) -> str:
        known = PROPERTIES.get(info.data.get("property", ""))
        return _date(value) if known is not None and known.value_type is ValueType.DATE else value


class TieInput(Input):
    """What a participation or relation is: the role or kind, how certain, and for a relation when it held."""

    role: Annotated[str, BeforeValidator(clean_line), Field(strict=True, min_length=1, max_length=200)]
    certainty: Certainty = Certainty.CERTAIN
    dated: Edtf = ""


class PropertyInput(Input):
    """A property of the archive's own: its label, the type of its values, and the kinds of records that have it."""

    label: RequiredLine
    value_type: ValueType = ValueType.TEXT
    kinds: Annotated[tuple[RecordKind, ...], Field(min_length=1)]
    single: bool = False


class QuoteInput(Input):
    """A quote's facts; `speaker_id` is a record, `spoken_language` may be unknown (empty).

    `via_language` and `interpreter_id`, a record, stand between the words as spoken and as published.
    """

    speaker_id: str | None = None
    published_language: Tag
    spoken_language: OptionalTag = ""
    manner: Manner = Manner.DIRECT
    via_language: OptionalTag = ""
    interpreter_id: str | None = None


class NoteInput(Input):
    """A note on a passage, several lines at most `TEXT_LIMIT` code points."""

    body: RequiredText


class TagInput(Input):
    """A tag's label."""

    label: RequiredLine


class TranslationInput(Input):
    """The wording of a quote in one target language."""

    language: Tag
    text: LongText


class ReviewInput(Input):
    """What a reviewer says of a wording; who rejects or disputes it says why."""

    verdict: Verdict
    reason: LongText = Field(default="", validate_default=True)

    @field_validator("reason")
    @classmethod
    def _has_reason(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("verdict") in (Verdict.REJECTED, Verdict.DISPUTED) and not value:
            raise PydanticCustomError("too_short", "a reason is missing")
        return value


class WaiverInput(Input):
    """A finding of a check that is let stand: the check's key, the words that it is about as they are, and why."""

    key: RequiredLine
    words: Annotated[str, Field(strict=True, max_length=TEXT_LIMIT)] = ""
    reason: RequiredText


class LetOutInput(Input):
    """A place where a hidden name surely stands that is let out, as `services.doubts` writes it, and why."""

    place: RequiredText
    reason: RequiredText


class ConceptInput(Input):
    """What the terms of an entry of the glossary mean: its subject field, definition and note, each may be empty."""

    subject: Line = ""
    definition: LongText = ""
    note: LongText = ""


class TermInput(Input):
    """One word or phrase for a concept in one language.

    `reason` says why it is forbidden, and is empty of any other; one from outside may not say.
    """

    tag: Tag
    value: RequiredLine
    status: TermStatus = TermStatus.PREFERRED
    part_of_speech: PartOfSpeech = PartOfSpeech.NONE
    reason: LongText = Field(default="", validate_default=True)

    @field_validator("reason")
    @classmethod
    def _of_forbidden(cls, value: str, info: ValidationInfo) -> str:
        return value if info.data.get("status") is TermStatus.FORBIDDEN else ""


class MachineModelInput(Input):
    """What a machine's model is called, and which languages it translates from and into."""

    label: RequiredLine
    sources: tuple[Tag, ...] = Field(min_length=1)
    targets: tuple[Tag, ...] = Field(min_length=1)


_Model = TypeVar("_Model", bound=Input)

FIELD_LABELS: dict[str, str] = {
    "title": N_("Title"),
    "creator": N_("Creator"),
    "publisher": N_("Publisher"),
    "address": N_("Address"),
    "rights": N_("Rights"),
    "published": N_("Published"),
    "retrieved": N_("Retrieved"),
    "language": N_("Language"),
    "tag": N_("Language"),
    "published_language": N_("Published in"),
    "spoken_language": N_("Spoken in"),
    "via_language": N_("By way of"),
    "kind": N_("Kind"),
    "name": N_("Name"),
    "initials": N_("Initials"),
    "value": N_("Value"),
    "names": N_("Name"),
    "given": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "family": N_("Family name"),
    "body": N_("Note"),
    "label": N_("Tag"),
    "role": N_("Role"),
    "reason": N_("Reason"),
    "dated": N_("When it held"),
    "kinds": N_("For which records"),
    "text": N_("Translation"),
    "subject": N_("Subject field"),
    "definition": N_("Definition"),
    "note": N_("Note"),
    "status": N_("Status"),
}


def checked(model: type[_Model], **values: object) -> _Model:
    """Build an input model from what was typed.

    Raises:
        InputError: naming the first field that does not fit, without repeating its value.
    """
    try:
        return model(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    # Outside the `except`, so that the library's error, which holds the value, is no context of ours.
    field = str(first["loc"][0]) if first["loc"] else ""
    label = _(FIELD_LABELS[field]) if field in FIELD_LABELS else field
    kind = first["type"]
    if kind in {"string_too_short", "too_short"}:
        what = _("{field} cannot be empty.").format(field=label)
    elif kind == "not_in_name":
        what = _("{field} does not stand in the name as it is written there.").format(field=label)
    elif kind in {"string_too_long", "too_long"}:
        what = _("{field} is too long.").format(field=label)
    elif kind == "not_a_date":
        what = _(DATE_PROBLEMS[DateProblem(first["msg"])])
    else:
        what = _("{field} does not fit.").format(field=label or _("Value"))
    raise InputError(what, field=field, do=_("Correct it and try again."))
