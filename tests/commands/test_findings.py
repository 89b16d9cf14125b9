"""What the checks find, on the command line."""

from __future__ import annotations

import json

import pytest

from rooms import CHEAP, Room, span_of
from workbench import cli
from workbench.domain.inputs import QuoteInput, TranslationInput, WaiverInput
from workbench.services.findings import waive
from workbench.services.quotes import mark_quote, write_translation

TEXT = "She said: “We waited 12 days for them.” Then nothing."
SAID = "We waited 12 days for them."


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments], parameters=(CHEAP,))


@pytest.mark.usefixtures("passphrase")
def test_findings_are_listed_by_language_and_with_what_is_let_stand(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    version = room.bring_in(TEXT)
    quote_id = room.do(mark_quote(version, span_of(SAID, TEXT), QuoteInput(published_language="en"))).quote_id
    russian = room.do(write_translation(quote_id, TranslationInput(language="ru", text="Мы ждали их 21 день.")))
    room.do(write_translation(quote_id, TranslationInput(language="be", text="Мы чакалі  іх 12 дзён.")))
    room.archive.close()
    assert run("findings", room.path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["language"], row["check"]) for row in told] == [("be", "spaces"), ("ru", "number")]
    number = told[1]
    assert (number["translation_id"], number["severity"], number["let_stand"]) == (russian, "error", None)
    assert number["words"] == ["21", "12"]
    assert run("findings", room.path, "--language", "ru") == 0
    answer = capsys.readouterr()
    assert answer.out == f"{quote_id}  ru  error    {number['message']}\n"
    assert answer.err == "1 finding\n"
    assert run("findings", room.path, "--language", "de") == 2
    capsys.readouterr()
    room.reopen()
    given = WaiverInput(key="number", words=number["words"][0] + "\n" + number["words"][1], reason="so she said")
    room.do(waive(russian, given))
    room.archive.close()
    assert run("findings", room.path, "--language", "ru") == 0
    assert capsys.readouterr().out == ""
    assert run("findings", room.path, "--language", "ru", "--let-stand") == 0
    assert "so she said" in capsys.readouterr().out
