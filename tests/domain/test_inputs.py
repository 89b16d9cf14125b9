from __future__ import annotations

import traceback
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import InputError
from workbench.domain.inputs import (
    LINE_LIMIT,
    TEXT_LIMIT,
    Input,
    MentionInput,
    NameInput,
    NoteInput,
    ProfileInput,
    Provenance,
    QuoteInput,
    RecordInput,
    StatementInput,
    TagInput,
    TranslationInput,
    checked,
    clean_line,
)

SECRET = "Зялёная-Бухта"
NO_DATE = "This cannot be read as a date."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Maria   K. ", "Maria K."),
        ("Maria\nK.\tand\u2028more", "Maria K. and more"),
        ("\u202egpj.exe\u202c", "gpj.exe"),
        ("\u2066a\u2067b\u2068c\u2069\u200e\u200f\u061c", "abc"),
        ("a\u202ab\u202bc\u202dd", "abcd"),
        ("bell\x07 null\x00", "bell null"),
        ("half \ud83d pair", "half pair"),
        ("e\u0301", "\u00e9"),
        ("e\x00\u0301", "\u00e9"),
        ("й", "й"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("\u200b\ufeff \u00a0", ""),
        ("мяккі\u00adзнак", "мяккі\u00adзнак"),
    ],
)
def test_a_line_is_one_line_that_cannot_disguise_itself(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept
    assert TagInput(label=typed).label == kept if kept else True


@given(st.text(st.characters(), max_size=40))
def test_cleaning_a_clean_line_changes_nothing(typed: str) -> None:
    line = clean_line(typed)
    assert isinstance(line, str)
    assert clean_line(line) == line
    assert line == line.strip()
    assert unicodedata.is_normalized("NFC", line)
    assert not {unicodedata.category(c) for c in line} & {"Cc", "Cs", "Zl", "Zp"}
    line.encode()


@given(st.text(st.characters(), max_size=40))
def test_a_note_keeps_its_lines(typed: str) -> None:
    try:
        body = NoteInput(body=typed).body
    except ValueError:
        return
    assert NoteInput(body=body).body == body
    assert "\r" not in body
    body.encode()


def test_what_is_not_text_is_not_made_into_text() -> None:
    for value in (12345, None, b"abc", ["a"]):
        with pytest.raises(InputError):
            checked(TagInput, label=value)


REFUSALS: list[tuple[type[Input], dict[str, Any], str, str]] = [
    (Provenance, {"published": SECRET}, "published", NO_DATE),
    (Provenance, {"retrieved": "31.02.2025 " + SECRET}, "retrieved", NO_DATE),
    (Provenance, {"language": SECRET}, "language", "Language does not fit."),
    (Provenance, {"title": SECRET * LINE_LIMIT}, "title", "Title is too long."),
    (Provenance, {"creator": SECRET * LINE_LIMIT}, "creator", "Creator is too long."),
    (Provenance, {SECRET: "x"}, SECRET, ""),
    (ProfileInput, {"name": " \u200b ", "initials": "A"}, "name", "Name cannot be empty."),
    (ProfileInput, {"name": "A", "initials": SECRET}, "initials", "Initials is too long."),
    (ProfileInput, {"name": "A"}, "initials", "Initials does not fit."),
    (NameInput, {"value": "", "tag": "be"}, "value", "Value cannot be empty."),
    (NameInput, {"value": "a", "tag": SECRET}, "tag", "Language does not fit."),
    (NameInput, {"value": "a", "tag": ""}, "tag", "Language does not fit."),
    (NameInput, {"value": "a", "tag": "be", "kind": SECRET}, "kind", "Kind does not fit."),
    (RecordInput, {"kind": "person", "names": ()}, "names", "Name cannot be empty."),
    (MentionInput, {"role": "\u202e"}, "role", "Role cannot be empty."),
    (MentionInput, {"certainty": SECRET}, "certainty", "certainty does not fit."),
    (StatementInput, {"property": " ", "value": "a"}, "property", "property cannot be empty."),
    (StatementInput, {"property": "office", "value": "a", "dated": SECRET}, "dated", NO_DATE),
    (StatementInput, {"property": "released", "value": SECRET}, "value", NO_DATE),
    (
        StatementInput,
        {"property": "released", "value": "2025 – 2024"},
        "value",
        "This ends before it begins.",
    ),
    (StatementInput, {"property": "office", "value": " "}, "value", "Value cannot be empty."),
    (QuoteInput, {"published_language": SECRET}, "published_language", "Published in does not fit."),
    (QuoteInput, {"published_language": ""}, "published_language", "Published in does not fit."),
    (NoteInput, {"body": "\n\t \u200b"}, "body", "Note cannot be empty."),
    (NoteInput, {"body": SECRET * TEXT_LIMIT}, "body", "Note is too long."),
    (TagInput, {"label": ""}, "label", "Tag cannot be empty."),
    (TranslationInput, {"language": "be", "text": SECRET * TEXT_LIMIT}, "text", "Translation is too long."),
]


@pytest.mark.parametrize(("model", "given", "field", "what"), REFUSALS)
def test_an_error_names_the_field_and_never_the_value(
    model: type[Input], given: dict[str, Any], field: str, what: str
) -> None:
    with pytest.raises(InputError) as refusal:
        checked(model, **given)
    error = refusal.value
    assert error.field == field
    assert error.__context__ is None
    assert error.__cause__ is None
    if field != SECRET:
        assert error.what == what
        assert SECRET not in "".join(traceback.format_exception(error))


def test_what_fits_is_normal() -> None:
    given = checked(
        Provenance, title=" A  title ", published="12.12.2025", language=" be_latn ", address="https://a.by"
    )
    assert (given.title, given.published, given.language) == ("A title", "2025-12-12", "be-Latn")
    assert checked(Provenance, language="  ").language == ""
    assert checked(StatementInput, property="released", value=" about 2025 ").value == "2025~"
    assert checked(StatementInput, property="office", value="a\r\nb").value == "a\nb"
    assert checked(TranslationInput, language="lt", text="").text == ""
    assert checked(QuoteInput, published_language="EN").spoken_language == ""


def test_inputs_do_not_change_and_know_their_fields() -> None:
    note = NoteInput(body="a")
    with pytest.raises(ValueError, match="frozen"):
        note.body = "b"
    with pytest.raises(ValueError, match="extra"):
        NoteInput(body="a", more="b")
