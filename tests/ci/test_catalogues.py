from __future__ import annotations

import gettext
import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po, write_po

REPOSITORY = Path(__file__).parents[2]

CODE = """
from workbench.i18n import N_, _, ngettext, pgettext

TITLE = N_("Title")


def words(book: object, n: int) -> None:
    _("Hello, {name}!").format(name="x")
    ngettext("{n} page", "{n} pages", n)
    pgettext("verb", "Open")
    pgettext("adjective", "Open")
    book.gettext("In another language")
    _(TITLE)
"""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", REPOSITORY / ".ci" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def root(tmp_path: Path, tool: ModuleType) -> Path:
    """A small program whose catalogues are whole: every message is its own translation."""
    folder = tmp_path / "src" / "workbench" / "qt"
    folder.mkdir(parents=True)
    (folder / "words.py").write_text(CODE, encoding="utf-8")
    shutil.copy(REPOSITORY / "babel.cfg", tmp_path)
    tool.update(tmp_path)
    for language in tool.LANGUAGES:
        _edit(tool, tmp_path, language, _translate_all)
    assert tool.check(tmp_path) == []
    return tmp_path


def _edit(tool: ModuleType, root: Path, language: str, change: Callable[[object], None]) -> None:
    path = tool.catalogue_path(root, language)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    change(catalogue)
    with path.open("wb") as file:
        write_po(file, catalogue)


def _translate_all(catalogue) -> None:
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = (message.id[1],) * catalogue.num_plurals
            if str(catalogue.locale) == "en":
                message.string = message.id
        elif message.id:
            message.string = message.id


def _setting(text: str, value: object) -> Callable[[object], None]:
    def change(catalogue) -> None:
        catalogue[text].string = value

    return change


def test_every_kind_of_message_is_found(tool: ModuleType, root: Path) -> None:
    keys = {tool._key(message) for message in tool.extract(root) if message.id}
    assert keys == {
        (None, "Title", None),
        (None, "Hello, {name}!", None),
        (None, "{n} page", "{n} pages"),
        ("verb", "Open", None),
        ("adjective", "Open", None),
        (None, "In another language", None),
    }


def test_update_changes_nothing_that_is_up_to_date(tool: ModuleType, root: Path) -> None:
    tool.update(root)
    before = {path: path.read_bytes() for path in root.rglob("*.po")}
    assert len(before) == 4
    tool.update(root)
    assert {path: path.read_bytes() for path in root.rglob("*.po")} == before


def test_update_fills_in_english_only(tool: ModuleType, root: Path) -> None:
    with (root / "src" / "workbench" / "qt" / "words.py").open("a", encoding="utf-8") as file:
        file.write('NEW = N_("Hallo, {name}!")\nMANY = ngettext("one", "{n} of them", 2)\n')
    tool.update(root)
    lines = tool.check(root)
    assert not [line for line in lines if line.startswith("locales/en/")]
    assert [line for line in lines if line.startswith("locales/lt/")]
    with tool.catalogue_path(root, "en").with_suffix(".mo").open("rb") as file:
        english = gettext.GNUTranslations(file)
    assert english.ngettext("one", "{n} of them", 1) == "one"
    assert english.ngettext("one", "{n} of them", 2) == "{n} of them"


def test_line_numbers_do_not_make_a_catalogue_stale(tool: ModuleType, root: Path) -> None:
    path = root / "src" / "workbench" / "qt" / "words.py"
    path.write_text("\n" * 40 + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert tool.check(root) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Title"', '"Heading"', ["missing: 'Heading'", "no longer in the code: 'Title'"]),
        ('"{n} pages"', '"{n} leaves"', ["missing: '{n} page'", "no longer in the code: '{n} page'"]),
        ('"verb"', '"noun"', ["missing: [noun] 'Open'", "no longer in the code: [verb] 'Open'"]),
    ],
)
def test_stale_catalogue(tool: ModuleType, root: Path, old: str, new: str, said: list[str]) -> None:
    path = root / "src" / "workbench" / "qt" / "words.py"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert tool.check(root) == [
        f"locales/{language}/LC_MESSAGES/workbench.po: {problem}" for language in tool.LANGUAGES for problem in said
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "said"),
    [
        ("be", "Title", "", "not translated: 'Title'"),
        ("lt", "{n} page", ("{n} puslapis", "{n} puslapiai", ""), "not translated: '{n} page'"),
        ("ru", "Hello, {name}!", "Привет, {nаme}!", "other placeholders than the message: 'Hello, {name}!'"),
        ("ru", "Hello, {name}!", "Привет!", "other placeholders than the message: 'Hello, {name}!'"),
        ("ru", "Hello, {name}!", "Привет, {name!", "other placeholders than the message: 'Hello, {name}!'"),
        ("be", "Title", "Загаловак {name}", "other placeholders than the message: 'Title'"),
        ("be", "{n} page", ("адна", "{n} дзве", "{n} пяць"), "other placeholders than the message: '{n} page'"),
        ("en", "{n} page", ("{n} page", "many pages"), "other placeholders than the message: '{n} page'"),
        ("lt", "Title", "Antraštė\n", "other white space at its edges than the message: 'Title'"),
    ],
)
def test_incomplete_or_broken_message(
    tool: ModuleType, root: Path, language: str, text: str, value: object, said: str
) -> None:
    _edit(tool, root, language, _setting(text, value))
    assert tool.check(root) == [f"locales/{language}/LC_MESSAGES/workbench.po: {said}"]


def test_english_singular_may_leave_out_the_number(tool: ModuleType, root: Path) -> None:
    path = root / "src" / "workbench" / "qt" / "words.py"
    path.write_text(path.read_text(encoding="utf-8").replace('"{n} page"', '"One page"'), encoding="utf-8")
    tool.update(root)
    assert not [line for line in tool.check(root) if line.startswith("locales/en/")]


def test_fuzzy_message(tool: ModuleType, root: Path) -> None:
    _edit(tool, root, "be", lambda catalogue: catalogue["Title"].flags.add("fuzzy"))
    assert tool.check(root) == ["locales/be/LC_MESSAGES/workbench.po: fuzzy: 'Title'"]


def test_missing_catalogue(tool: ModuleType, root: Path) -> None:
    tool.catalogue_path(root, "lt").unlink()
    (line,) = tool.check(root)
    assert line.startswith("locales/lt/LC_MESSAGES/workbench.po: there is no catalogue")


def test_wrong_number_of_plurals(tool: ModuleType, root: Path) -> None:
    path = tool.catalogue_path(root, "be")
    path.write_bytes(path.read_bytes().replace(b"nplurals=3", b"nplurals=2"))
    assert "locales/be/LC_MESSAGES/workbench.po: Plural-Forms must say nplurals=3" in tool.check(root)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("""TEXT = f"{_('inside')} and more" """, "within an f-string"),
        ("""TEXT = _(f"made of {TITLE}")""", "is not an f-string"),
        ("""TEXT = book.ngettext("one", f"{TITLE}", 2)""", "is not an f-string"),
    ],
)
def test_messages_that_no_extractor_finds(tool: ModuleType, root: Path, line: str, said: str) -> None:
    path = root / "src" / "workbench" / "qt" / "words.py"
    number = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    problems = list(tool.hidden_messages(root))
    assert len(problems) == 1
    assert problems[0].startswith(f"src/workbench/qt/words.py:{number}: ")
    assert said in problems[0]


def test_long_lists_are_cut_short(tool: ModuleType, root: Path) -> None:
    path = root / "src" / "workbench" / "qt" / "words.py"
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f'WORD_{n} = N_("word {n}")\n' for n in range(25))
    lines = [line for line in tool.check(root) if line.startswith("locales/be/")]
    assert len(lines) == tool.SHOWN + 1
    assert lines[-1].endswith("and 15 more")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("plain, 100 % sure", set()),
        ("{a} and {b}", {"{a!:}", "{b!:}"}),
        ("{a:,} {a!r}", {"{a!:,}", "{a!r:}"}),
        ("{{literal}}", set()),
        ("half {", {"{"}),
        ("%(name)s %s %1", {"%(name)s", "%s", "%1"}),
    ],
)
def test_placeholders(tool: ModuleType, text: str, names: set[str]) -> None:
    assert tool.placeholders(text) == names


def test_command_line(tool: ModuleType, root: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(tool, "ROOT", root)
    assert tool.main(["check"]) == 0
    assert "whole" in capsys.readouterr().out
    tool.catalogue_path(root, "lt").unlink()
    assert tool.main(["check"]) == 1
    assert "no catalogue" in capsys.readouterr().err
    assert tool.main(["update"]) == 0
    assert tool.main([]) == 2
