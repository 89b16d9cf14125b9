"""After a day's work nothing readable lies outside the archive: no word of it, and no name of what was imported."""

from __future__ import annotations

import os
from pathlib import Path

from children import Child

# Each of these stands in what is imported or typed, and nowhere in the program or its catalogues.
CANARIES = (
    "Zubrodrift",
    "Вушацкамарка",
    "Žvirblapiltis",
    "Кварцоглаз",
    "haystackwhisper",
    "Glimmerquist",
    "Пярэсмычка",
)
FILE = "Zubrodrift witness statement.html"

ARTICLE = """\
<!DOCTYPE html>
<html lang="en"><head><title>What Glimmerquist saw</title></head><body><article><h1>What Glimmerquist saw</h1>
<p>On 3 May 2024 Zubrodrift Vale opened its doors, and Maryna Glimmerquist walked out. The League of Readers had kept a
list. “A page a day is a haystackwhisper a day,” Glimmerquist said, and asked that the others be remembered.</p>
<p>Somebody should look up the register; the road went by Žvirblapiltis in those days.</p></article></body></html>
"""

SCRIPT = """
import sys
from pathlib import Path
from day import Day
from driven import run, say
from hands import *
from works import Work
from workbench.qt.bundles.view import BundlesView

folder, article = Path(sys.argv[1]), Path(sys.argv[2])
work = Work(
    article, "Maryna Glimmerquist", ("Марына Вушацкамарка", "Марина Кварцоглаз", "Marina Žvirblapiltis"),
    "opened its doors", "Zubrodrift opens", "League of Readers", "Zubrodrift Vale",
    "“A page a day is a haystackwhisper a day,”",
    ("Пярэсмычка на кожны дзень", "Кварцоглаз на каждый день", "Žvirblapiltis po lapą per dieną"),
    "look up the register", "the road", ("3.5.2024", "2024-05-03"),
)

def cancel(day):
    hands = day.hands
    hands.ctrl(KEY.Key_E)
    hands.retype(str(day.bundle) + " stopped")
    hands.enter()
    hands.tab_to("Stop")
    hands.enter()
    hands.settle()
    view = day._view(ViewName.BUNDLES)
    assert not (folder / "handed over stopped").exists()
    assert "Stopped" in view.exporting.banner.text()

def script(hands):
    day = Day(hands, work, folder)
    steps = [day.create, day.import_source, day.mark, day.quote, day.note_and_tag, day.state]
    steps += [day.name_in_other_languages, day.translate, day.change_places, day.review]
    steps += [lambda: cancel(day), day.hand_over]
    for step in steps:
        step()
    hands.view(ViewName.SOURCES)
    if hands.focus is not hands.sources.reader:
        hands.tab_to(hands.sources.reader.accessibleName())
    hands.select("Zubrodrift Vale")
    hands.ctrl(KEY.Key_C)
    assert QApplication.clipboard().text() == "Zubrodrift Vale"
    hands.ctrl(KEY.Key_H)
    hands.settle()
    hands.escape()
    hands.press(KEY.Key_F, held=CTRL | SHIFT)
    hands.type("haystackwhisper")
    hands.settle()
    day.lock_and_unlock()
    assert QApplication.clipboard().text() != "Zubrodrift Vale"
    hands.answer_dialog(lambda: hands.ctrl(KEY.Key_I), str(article))
    hands.settle()
    say("done")
    hands.ctrl(KEY.Key_Q)

sys.exit(run(script))
"""


def test_nothing_readable_is_left(home: Path, tmp_path: Path) -> None:
    folder, inbox = tmp_path / "archives", tmp_path / "inbox"
    folder.mkdir()
    inbox.mkdir()
    article = inbox / FILE
    article.write_text(ARTICLE, encoding="utf-8")
    with Child(SCRIPT, folder, article) as child:
        assert child.line() == "done", child.finish()
        status, out, err = child.finish()
    said = [line for line in err.splitlines() if "This plugin does not support" not in line]
    assert (status, out, said) == (0, "", [])
    assert sorted(file.name for file in folder.iterdir()) == ["day.archive", "handed over"]
    assert [file.name for file in inbox.iterdir()] == [FILE]
    # The settings are there and remember what they may; the bundle holds it all, so that the search finds.
    left = {path: found for path in (*files(home), folder / "day.archive") if (found := traces(read(path)))}
    assert left == {}
    assert any(path.suffix == ".ini" and b"day.archive" in read(path) for path in files(home))
    assert {canary for path in files(folder / "handed over") for canary in traces(read(path))} >= set(CANARIES)


def files(folder: Path) -> list[Path]:
    """Return everything below a folder: names of folders are read, too."""
    return sorted(folder.rglob("*"))


def read(path: Path) -> bytes:
    return os.fsencode(path.name) + b"\n" + (path.read_bytes() if path.is_file() else b"")


def traces(content: bytes) -> set[str]:
    """Return the canary words that stand in some bytes, in any form that a program would write them."""
    found = set()
    for word in (*CANARIES, FILE, FILE.removesuffix(".html")):
        for form in (word, word.casefold(), word.upper(), word.replace(" ", "%20")):
            codes = [form.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
            # As Qt's settings write what is not Latin: \\x431\\x438…
            codes.append("".join(c if c.isascii() else f"\\x{ord(c):x}" for c in form).encode())
            if any(code in content for code in codes):
                found.add(word)
    return found
