"""FollowTheMoney entities against the library's own model.

`ftm_model.json` is that model for the schemata that are written, taken out of followthemoney
4.11.2 as data: the library itself needs PyICU, which is compiled for a minute wherever it is
installed. `tests/bench/measure_ftm.py` has the library itself look at a whole archive.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.domain.bundle import BundleContent, BundleName, BundleStatement, BundleTie
from workbench.domain.kinds import NameKind, RecordKind
from workbench.exporters.eac import write_eac
from workbench.exporters.ftm import write_ftm
from workbench.exporters.lookup import Lookup
from workbench.exporters.record_table import write_record_csv

MODEL = json.loads(Path(__file__).with_name("ftm_model.json").read_text(encoding="utf-8"))["schemata"]
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def entities(content: BundleContent) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write_ftm(Lookup(content)).splitlines()]


def problems(found: list[dict[str, Any]]) -> list[str]:
    """What the library would not take: unknown, missing or repeated values, wrong types and ends."""
    schema_of = {entity["id"]: entity["schema"] for entity in found}
    wrong = []
    for entity in found:
        schema, given = MODEL[entity["schema"]], entity["properties"]
        wrong += [f"{entity['schema']} without {name}" for name in schema["required"] if not given.get(name)]
        for name, values in given.items():
            kind, *target = schema["properties"].get(name, ["unknown"])
            for value in values:
                fits = {
                    "unknown": False,
                    "date": DATE.fullmatch(value) is not None,
                    "entity": value in schema_of and target[0] in MODEL[schema_of[value]]["is_a"] if target else False,
                    "url": value.startswith(("http://", "https://")),
                    "language": len(value) == 3,
                }.get(kind, True)
                if not fits or not value.strip() or values.count(value) != 1:
                    wrong.append(f"{entity['schema']}.{name}")
    return wrong


def test_every_entity_fits_the_model(content: BundleContent) -> None:
    found = entities(content)
    assert problems(found) == []
    assert {entity["schema"] for entity in found} >= {"Document", "Person", "Event", "Address", "Family", "UnknownLink"}
    assert len({entity["id"] for entity in found}) == len(found)


def test_the_check_finds_what_is_wrong() -> None:
    person = {"id": "a", "schema": "Person", "properties": {"birthDate": ["1984~"], "odd": ["x"], "proof": ["a"]}}
    assert problems([person]) == ["Person without name", "Person.birthDate", "Person.odd", "Person.proof"]


def test_names_evidence_and_what_the_model_cannot_say(content: BundleContent) -> None:
    found = {entity["id"]: entity for entity in entities(content)}
    record = next(r for r in content.records if any(name.value == "Алена Сокал" for name in r.names))
    given = found[record.id]["properties"]
    assert given["name"] == ["Алена Сокал", "Елена Сокол", "Alena Sokal", "Alena Sokał"]
    assert given["weakAlias"] == ["Sokał"]
    assert given["profession"] == ["librarian", "бібліятэкарка"]
    assert "Time held: seven years" in given["notes"]
    assert "Released: 2024-05~" in given["notes"]
    assert set(given["proof"]) <= {source.id for source in content.sources}
    assert given["proof"]


def test_a_form_that_is_not_to_be_used_is_nobodys_name(content: BundleContent) -> None:
    record = next(r for r in content.records if any(name.kind is NameKind.ALIAS for name in r.names))
    bad = BundleName("Сокалиха", "ru", NameKind.FORBIDDEN)
    renamed = replace(record, names=(*record.names, bad))
    changed = replace(content, records=tuple(renamed if r is record else r for r in content.records))
    lookup = Lookup(changed)
    for written in (write_ftm(lookup), write_record_csv(lookup), *write_eac(lookup).values()):
        assert "Сокалиха" not in written.decode()


def test_roles_and_relations_keep_their_words_and_ids(content: BundleContent) -> None:
    found = entities(content)
    family = next(entity for entity in found if entity["schema"] == "Family")
    assert family["properties"]["relationship"] == ["sibling"]
    links = [entity for entity in found if entity["schema"] == "UnknownLink"]
    assert all(entity["properties"]["role"] for entity in links)
    assert entities(content) == found


def test_a_tie_that_the_model_has_no_place_for_is_an_unknown_link(content: BundleContent) -> None:
    person = next(r for r in content.records if r.kind is RecordKind.PERSON)
    place = next(r for r in content.records if r.kind is RecordKind.PLACE)
    odd = replace(person, relations=(BundleTie(place.id, "member of", ()),))
    given = replace(content, records=tuple(odd if r is person else r for r in content.records))
    link = next(e for e in entities(given) if e["properties"].get("role") == ["member of"])
    assert (link["schema"], link["properties"]["object"]) == ("UnknownLink", [place.id])
    assert problems(entities(given)) == []


def test_dates_that_are_not_plain_are_notes(content: BundleContent) -> None:
    person = next(r for r in content.records if r.kind is RecordKind.PERSON)
    born = replace(person, statements=(BundleStatement("birth", "1984~", "", ()), BundleStatement("own", "x", "", ())))
    given = replace(content, records=tuple(born if r is person else r for r in content.records))
    found = next(e for e in entities(given) if e["id"] == person.id)["properties"]
    assert "birthDate" not in found
    assert found["notes"] == ["Date of birth: 1984~ (EDTF)", "own: x"]


def test_what_is_doubted_or_set_aside_stands_in_words_only(weighed_content: BundleContent) -> None:
    found = entities(weighed_content)
    assert problems(found) == []
    person = next(e for e in found if e["id"] == weighed_content.records[0].id)["properties"]
    assert (person["firstName"], person["lastName"]) == (["Алена"], ["Сокал"])
    assert "fatherName" not in person
    assert (person.get("birthDate"), person.get("profession"), person["position"]) == (None, None, ["head librarian"])
    assert person["notes"] == [
        "Hunger strike: 2020-01/2020-02",
        "Office: head librarian (dated 2010/2014)",
        "Occupation: archivist (possible)",
        "Date of birth: 1984 (set aside: a <slip>)",
        "Date of birth: 1985 (probable; preferred: her own words)",
        "Description: A quiet voice. (possible)",
    ]
    family = next(e for e in found if e["schema"] == "Family")["properties"]
    assert (family["summary"], family.get("date")) == (["probable; dated 1990"], None)
    link = next(e for e in found if e["schema"] == "UnknownLink")["properties"]
    assert (link["startDate"], link["endDate"]) == (["2024-05-03"], ["2024-05-04"])
