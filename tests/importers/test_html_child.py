from __future__ import annotations

import json

from workbench.importers.html_child import answer_for


def test_an_answer_is_plain_json() -> None:
    answer = answer_for("<html><body><p>Слова, якія застаюцца.</p></body></html>".encode(), fragment=True)
    assert json.loads(json.dumps(answer))["blocks"] == [["p", 0, "Слова, якія застаюцца."]]


def test_a_refusal_is_an_answer() -> None:
    assert answer_for(b"<html></html>", fragment=False) == {"refused": "empty"}
