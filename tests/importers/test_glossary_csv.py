from __future__ import annotations

import pytest

from workbench.domain.errors import ImportFileError
from workbench.domain.glossary import ReadGlossary
from workbench.domain.kinds import PartOfSpeech, TermStatus
from workbench.importers import glossary_csv
from workbench.importers.files import original_of
from workbench.importers.glossary_csv import read_glossary_csv


def read(text: str | bytes) -> ReadGlossary:
    data = text if isinstance(text, bytes) else text.encode()
    return read_glossary_csv(original_of(data, "words.csv"))


def test_rows_of_one_entry_are_one_concept_and_columns_stand_in_any_order() -> None:
    found = read(
        "Term;Language;entry;definition;status;reason;part_of_speech\n"
        "cell;en;7;a room;;;noun\n"
        "камера;be;7;something else;admitted;;verbatim\n"
        "камэра;be-tarask;7;;FORBIDDEN;another spelling;\n"
        ";;;;;;\n"
        "verdict;en;;;;;\n"
    )
    cell, verdict = found.entries
    assert (cell.id, cell.concept.definition, verdict.id) == ("7", "a room", "")
    assert [(term.tag, term.value, term.status, term.part_of_speech, term.reason) for term in cell.terms] == [
        ("en", "cell", TermStatus.PREFERRED, PartOfSpeech.NOUN, ""),
        ("be", "камера", TermStatus.ADMITTED, PartOfSpeech.OTHER, ""),
        ("be-tarask", "камэра", TermStatus.FORBIDDEN, PartOfSpeech.NONE, "another spelling"),
    ]
    assert found.left_out == 0


def test_what_does_not_fit_is_left_out_and_counted() -> None:
    found = read("entry,language,term,status,colour\n1,en,cell,,red\n1,,nowhere,,\n1,en,word,forbiden,\n2,en,,,\n")
    [entry] = found.entries
    assert [term.value for term in entry.terms] == ["cell"]
    assert found.left_out == 4


def test_what_is_broken_is_refused_with_its_line() -> None:
    head = "language,term\nen,cell\n"
    for broken, said in (
        (head + 'en,"verdict\n', "Line 3"),
        (head + "en,a,b\n", "Line 3"),
        (head.encode() + "lt,žodis žūklė\n".encode() + b"ru,\xf1\xeb\xee\n", "Line 4"),
        ("tag,word\nen,cell\n", "no columns"),
        ("", "no columns"),
    ):
        with pytest.raises(ImportFileError) as refused:
            read(broken)
        assert said in refused.value.what
    assert "“language, term”" in refused.value.what


def test_a_table_with_too_many_entries_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_csv, "GLOSSARY_ENTRIES", 1)
    with pytest.raises(ImportFileError, match="too many entries"):
        read("language,term\nen,one\nen,two\n")


def test_a_table_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_csv, "GLOSSARY_ROWS", 2)
    with pytest.raises(ImportFileError, match="too many rows"):
        read("entry,language,term\n1,en,one\n1,en,two\n")
