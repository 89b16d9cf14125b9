"""After Lock nothing of the archive is left where the program lives on: caches, modules, widgets."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import remains
from children import Child

SCRIPT = """
import gc
import json
import sys
from pathlib import Path
from driven import run, say
from hands import *
from entering import english_room, enter
from rooms import open_room, span_of
import remains
from workbench.domain.anchors import Span
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, QuoteInput, TranslationInput
from workbench.domain.kinds import RecordKind
from workbench.domain.structure import StructuredText
from workbench.languages.checks import Context, Forbidden, Wanted, check
from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.languages.name_search import NameSearch
from workbench.qt.reader.find import Finder
from workbench.qt.reader.reader import Reader
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.view import View
from workbench.services.catalogue import Catalogue
from workbench.services.suggestions import Suggestions
from workbench.store.archive import Archive
from workbench.services import passages, quotes, records
from workbench.store.queries.sources import list_sources

# Backwards: what stands here is itself in the memory that is looked through.
WORDS = [word[::-1] for word in (
    "tfirdorbuZ", "такрамакцашуВ", "sitlipalbrivŽ", "залгоцравК", "repsihwkcatsyah", "tsiuqremmilG", "акчымсэряП",
    "nrubliuq",
)]
ZUBRO, VUSHA, ZVIRB, KVARC, HAY, GLIM, PIARE, QUIL = WORDS

ARTICLE = "\\n".join((
    f"What {GLIM} saw",
    f"On 3 May 2024 {ZUBRO} Vale opened its doors, and Maryna {GLIM} walked out with {HAY} papers.",
    f"“A page a day is a {HAY} a day,” {GLIM} said to {ZUBRO}. “Nobody had told us of {VUSHA} before.”",
    f"The road went by {ZVIRB} in those days; {QUIL} had left it.",
))
OTHER = "\\n".join((
    f"Што бачыла {KVARC}",
    f"3 мая 2024 года адчыніліся дзверы, і {VUSHA} выйшла з паперамі {PIARE}.",
    f"«Старонка на дзень, — сказала {KVARC}, — гэта {PIARE} на дзень».",
    f"Дарога ішла праз {ZVIRB} у тыя дні.",
))

def has(text):
    small = text.casefold()
    return any(word.casefold() in small for word in WORDS)

def fill(path):
    room = english_room(path)
    version = room.bring_in(ARTICLE, title=f"What {GLIM} saw")
    room.bring_in(OTHER, title=f"Што бачыла {KVARC}", language="be")
    person = room.person(f"Maryna {GLIM}", NameInput(value=f"Марына {VUSHA}", tag="be"))
    room.person(f"Marina {GLIM}")
    room.do(records.link_passage(version, span_of(f"Maryna {GLIM}", ARTICLE), person, MentionInput(role=f"r {QUIL}")))
    room.do(passages.add_note(version, span_of("The road", ARTICLE), NoteInput(body=f"Look up {ZVIRB}")))
    said = QuoteInput(speaker_id=person, published_language="en")
    span = span_of(f"Nobody had told us of {VUSHA} before.", ARTICLE)
    quote = room.do(quotes.mark_quote(version, span, said)).quote_id
    room.do(quotes.write_translation(quote, TranslationInput(language="lt", text=f"Niekas {ZVIRB}")))
    room.archive.close()

def do(hands, action):
    hands.window.actions_[action].trigger()
    hands.settle()

def reading(hands):
    window = hands.window
    with window.session.read() as connection:
        sources = {row.title: row.id for row in list_sources(connection)}
    hands.view(ViewName.SOURCES)
    window.session.go(Place(ViewName.SOURCES, source_id=sources[f"What {GLIM} saw"]))
    hands.settle()
    reader = hands.sources.reader
    reader.setFocus()
    return reader

def finding(hands, reader):
    hands.ctrl(KEY.Key_F)
    for switch in ("find.accents", "find.softness", "find.script"):
        do(hands, switch)
    for word in (GLIM, VUSHA.lower(), ZVIRB):
        hands.retype(word)
        hands.settle()
        hands.until(lambda: reader.selected_text().casefold() == word.casefold(), "the find")

def beside(hands):
    feature = next(each for each in hands.sources.features if type(each).__name__ == "Beside")
    reader = hands.sources.reader
    reader.setFocus()
    do(hands, "view.beside")
    if not feature.is_open:  # there is no published translation, so it is asked which one
        hands.type(KVARC[:6])
        hands.settle()
        hands.enter()
    hands.until(lambda: feature.is_open and feature.article.source is not None, "the second source")
    hands.settle()
    return feature

def judge():
    # Ask what looks for names that are withheld, and what checks a translation.
    hidden = (Forms("o", (f"Maryna {GLIM}", f"Марына {VUSHA}")), Forms("p", (f"{KVARC} {ZVIRB}",), person=False))
    NameNet(hidden).find(ARTICLE + OTHER)
    wanted = (
        Wanted((GLIM,), (Span(0, len(GLIM)),), RecordKind.PERSON, forbidden=(Forbidden(ZUBRO),)),
        Wanted((HAY,), (Span(0, len(GLIM)),)),
    )
    check(f"{GLIM} saw it", "en", f"Matė {ZVIRB}, ir {HAY}", "lt", Context(wanted))

def script(hands):
    window = hands.window
    enter(hands, Path(sys.argv[1]))
    reader = reading(hands)
    finding(hands, reader)
    beside(hands)
    reader.setFocus()
    do(hands, "suggestion.next")
    suggesting = next(each for each in hands.sources.features if type(each).__name__ == "Suggesting")
    hands.until(lambda: suggesting._current() is not None, "a suggestion")
    del suggesting
    hands.press(KEY.Key_P)
    hands.type(QUIL)
    hands.settle()
    hands.escape()
    do(hands, "source.print")
    hands.until(lambda: hands.sources.middle.currentWidget().pages is not None, "the pages")
    hands.view(ViewName.RECORDS)
    do(hands, "record.same")
    hands.escape()
    do(hands, "records.table")
    hands.until(lambda: window.session._catalogue is not None, "the table")
    for view in (ViewName.TRANSLATIONS, ViewName.BUNDLES, ViewName.SEARCH):
        hands.view(view)
    hands.press(KEY.Key_F, held=CTRL | SHIFT)
    hands.type(HAY)
    hands.until(lambda: "HitList" in {name for name in remains.in_widgets(has)}, "what was found")
    hands.view(ViewName.SOURCES)
    hands.ctrl(KEY.Key_H)
    hands.settle()
    window.drawer.body.search.setFocus()
    hands.type(ZVIRB)
    hands.settle()
    hands.ctrl(KEY.Key_K)
    hands.type("undo")
    hands.retype(GLIM)
    judge()
    before = {"caches": remains.in_caches(has), "widgets": remains.in_widgets(has)}
    del reader
    window.lock()
    hands.until(lambda: window.stack.currentWidget() is window.entrance.unlock, "the passphrase")
    hands.settle()
    QTest.qWait(0)
    gc.collect()
    after = {"caches": remains.in_caches(has), "modules": remains.in_modules(has), "widgets": remains.in_widgets(has)}
    after["window"] = [name for name, value in vars(window).items() if any(map(has, remains.strings_in([value])))]
    after["fields"] = [repr(each) for each in (window.session, window.workspace) if each is not None]
    after["texts"] = [type(each).__name__ for each in gc.get_objects() if isinstance(each, LIVE)]
    after["open"] = [each.path.name for each in gc.get_objects() if isinstance(each, Archive) and each.is_open]
    say(json.dumps([before, after]))
    hands.ctrl(KEY.Key_Q)

# What holds a text, a part of one, or the way to one.
LIVE = (Session, Finder, Reader, StructuredText, Suggestions, View, Catalogue, NameSearch)

fill(Path(sys.argv[1]))
sys.exit(run(script))
"""


def test_nothing_of_the_archive_lives_on_after_lock(home: Path, tmp_path: Path) -> None:
    with Child(SCRIPT, tmp_path / "a.archive") as child:
        said = child.line()
        assert said, child.finish()
        before, after = json.loads(said)
        status, out, err = child.finish()
    assert (status, out) == (0, ""), err
    # The words were on the screen, so that looking for them finds them.
    assert {"Reader", "HitList", "EntryList", "QLineEdit", "QAction edit.undo"} <= set(before["widgets"])
    kept = {name.rpartition(".")[2] for name in before["caches"]}
    assert {"_prepared", "split_name", "key_of", "letters_of", "stems_of", "forms_of", "_finder", "_term"} <= kept
    assert after == {"caches": [], "modules": [], "widgets": [], "window": [], "fields": [], "texts": [], "open": []}


def test_caches_of_any_kind_are_looked_into() -> None:
    module = ModuleType("workbench.of_a_test")

    class Holder:
        @classmethod
        @cache
        def of(cls, words: str) -> tuple[str, ...]:
            return tuple(words.split())

        @staticmethod
        @lru_cache(maxsize=4)
        def twice(words: tuple[str, ...]) -> str:
            return words[0].upper()

    Holder.__module__ = module.__name__
    module.Holder, module.plain = Holder, lru_cache(str.upper)  # type: ignore[attr-defined]
    found = remains.caches([module])
    assert sorted(name.rsplit(".", 1)[1] for name in found) == ["of", "plain", "twice"]

    def holding(word: str) -> list[str]:
        return [name.rsplit(".", 1)[1] for name, each in found.items() if word in " ".join(remains.in_cache(each))]

    assert holding("canary") == []
    Holder.of("a canary here")
    assert holding("canary") == ["of"]
    Holder.twice(("canary", "b"))
    module.plain("canary")
    assert sorted(holding("canary")) == ["of", "plain", "twice"]
    for each in found.values():
        each.cache_clear()
    assert holding("canary") == []


def test_every_word_of_a_widget_is_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, choice, plain = QLineEdit("zubro typed", window), QComboBox(window), QWidget(window)
    choice.addItem("zubro chosen")
    plain.setAccessibleDescription("zubro described")
    action = QAction("zubro done", window)
    action.setObjectName("an.action")
    seen = remains.in_widgets(lambda text: "zubro" in text)
    assert sorted(seen) == ["QAction an.action", "QComboBox", "QLineEdit", "QWidget"]
    field.setText("")
    choice.clear()
    plain.setAccessibleDescription("")
    action.setText("")
    assert remains.in_widgets(lambda text: "zubro" in text) == []
