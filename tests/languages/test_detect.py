from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import workbench
from workbench.domain.languages import normal_tag
from workbench.languages.detect import propose

TEXTS = {
    "be": "Яна выйшла на волю пасля пяці гадоў зняволення, паведаміла яе сястра ў нядзелю раніцай.",
    "be-tarask": "Сьнежань быў халодны, сьвятло ледзь прабівалася, а зьвесткі пра зьняволеных не прыходзілі.",
    "be-Latn": "Jana vyjšła na volu paśla piaci hadoŭ źniavolenja, paviedamiła jaje siastra ŭ niadzielu.",
    "ru": "Она вышла на свободу после пяти лет заключения, сообщила её сестра в воскресенье утром.",
    "lt": "Ji išėjo į laisvę po penkerių metų kalėjimo, sekmadienio rytą pranešė jos sesuo.",
    "en": "She walked free after five years in prison, her sister said on Sunday morning.",
    "uk": "Вона вийшла на волю після п’яти років ув’язнення, повідомила її сестра в неділю вранці.",
    "pl": "Wyszła na wolność po pięciu latach więzienia, poinformowała w niedzielę rano jej siostra.",
    "de": "Sie kam nach fünf Jahren Haft frei, teilte ihre Schwester am Sonntagmorgen mit.",
    "lv": "Viņa iznāca brīvībā pēc pieciem cietumā pavadītiem gadiem, svētdienas rītā paziņoja māsa.",
    "cs": "Po pěti letech vězení vyšla na svobodu, oznámila v neděli ráno její sestra.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_a_sentence_is_enough(tag: str) -> None:
    proposal = propose(TEXTS[tag])
    assert proposal.tag == tag
    assert 0.5 <= proposal.confidence <= 1.0
    assert normal_tag(proposal.tag) == proposal.tag


@pytest.mark.parametrize("text", ["", "  \n", "12345 67890 – 2025", "ok", "!!", "OK?"])
def test_nothing_is_proposed_for_what_is_no_sentence(text: str) -> None:
    assert propose(text) == propose("")
    assert propose(text).tag == "und"


def test_a_foreign_beginning_does_not_decide_a_long_text() -> None:
    assert propose(TEXTS["en"] + "\n" + (TEXTS["be"] + " ") * 2_000).tag == "be"


def test_a_few_latin_words_do_not_make_a_text_latin() -> None:
    assert propose(TEXTS["be"] + " Łukašenka, paśla").tag == "be"


def test_the_library_is_loaded_only_when_asked() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import workbench.languages.detect, workbench.languages.matching;"
        "sys.exit(bool({'py3langid', 'numpy', 'rapidfuzz', 'socket'} & set(sys.modules)))"
    )
    root = str(Path(workbench.__file__).parents[1])
    assert subprocess.run([sys.executable, "-I", "-c", code, root], check=False).returncode == 0
