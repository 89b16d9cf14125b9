#!/usr/bin/env python3
"""Keeps the catalogues of messages true to the code.

catalogues.py update    extract the messages, merge them into every catalogue, compile
catalogues.py check     fail where a catalogue is stale, incomplete or broken
"""

from __future__ import annotations

import ast
import copy
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "workbench"
LANGUAGES = ("en", "be", "ru", "lt")
KEYWORDS = parse_keywords(["_", "N_", "gettext", "ngettext:1,2", "pgettext:1c,2"])
SHOWN = 10
"""Problems of one catalogue that are listed; the rest are counted."""

Key = tuple[str | None, str, str | None]
"""Context, message, plural message."""

_PERCENT = re.compile(r"%(?:\(\w+\))?[sd](?!\w)|%[1-9]")


def catalogue_path(root: Path, language: str) -> Path:
    """Return where a language's catalogue lies below the repository's root."""
    return root / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract(root: Path) -> Catalog:
    """Collect the messages of the code, with the files but not the lines where they stand."""
    template = Catalog(project="Skaryna Workbench", charset="utf-8")
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(root, methods, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)
    for name, line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        template.add(message, None, [(name.replace("\\", "/"), line)], auto_comments=comments, context=context)
    return template


def hidden_messages(root: Path) -> Iterator[str]:
    """Name the calls whose text no extractor finds: within an f-string, or made by one."""
    for path in sorted((root / "src" / "workbench").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        where = path.relative_to(root).as_posix()
        for node in ast.walk(tree):
            if not isinstance(node, ast.JoinedStr | ast.Call):
                continue
            if isinstance(node, ast.JoinedStr) and any(_is_keyword_call(inner) for inner in ast.walk(node)):
                yield f"{where}:{node.lineno}: a message within an f-string is not found; take it out"
            elif _is_keyword_call(node, with_text=False) and _has_f_string(node):
                yield f"{where}:{node.lineno}: a message is not an f-string; use .format() on the translation"


def _is_keyword_call(node: ast.AST, *, with_text: bool = True) -> bool:
    """Tell a call of one of `KEYWORDS`; `with_text`: one whose first argument is a literal."""
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
    literal = bool(node.args) and isinstance(node.args[0], ast.Constant)
    return name in KEYWORDS and (literal or not with_text)


def _has_f_string(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(isinstance(part, ast.JoinedStr) for part in node.args)


def placeholders(text: str) -> frozenset[str]:
    """Return what a message's `.format` (and `%`) will put in; one mark for unbalanced braces."""
    found = set(_PERCENT.findall(text))
    try:
        for _literal, name, form, conversion in string.Formatter().parse(text):
            if name is not None:
                found.add(f"{{{name}!{conversion or ''}:{form or ''}}}")
    except ValueError:
        found.add("{")
    return frozenset(found)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _key(message: Message) -> Key:
    one, *many = _forms(message.id)
    return message.context, one, many[0] if many else None


def _by_key(catalogue: Catalog) -> dict[Key, Message]:
    return {_key(message): message for message in catalogue if message.id}


def message_problems(message: Message, count: int, language: str) -> Iterator[str]:
    """Say what is wrong with one translated message; `count` is the language's plural forms."""
    ids, texts = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if len(texts) != (count if len(ids) > 1 else 1) or not all(texts):
        yield "not translated"
        return
    for index, text in enumerate(texts):
        # Only in English is the first form for one thing alone; elsewhere it serves 21 as well.
        wanted = ids[0] if language == "en" and index == 0 else ids[-1]
        if placeholders(text) != placeholders(wanted):
            yield "other placeholders than the message"
        if _edges(text) != _edges(wanted):
            yield "other white space at its edges than the message"


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def check_catalogue(path: Path, template: Catalog, language: str) -> list[str]:
    """Return what is wrong with one catalogue, in lines that a translator can work through."""
    if not path.exists():
        return ["there is no catalogue; `make catalogues` makes one"]
    with path.open("rb") as file:
        header = re.search(rb"Plural-Forms:\s*nplurals\s*=\s*(\d+)", file.read())
        file.seek(0)
        catalogue = read_po(file, locale=language)
    problems = []
    # The header that gettext will read, against the number that Babel has for the language.
    count = Catalog(locale=language).num_plurals
    if header is None or int(header[1]) != count:
        problems.append(f"Plural-Forms must say nplurals={count}")
    wanted, there = _by_key(template), _by_key(catalogue)
    problems += [f"missing: {_shown(key)}" for key in wanted if key not in there]
    problems += [f"no longer in the code: {_shown(key)}" for key in there if key not in wanted]
    for key, message in there.items():
        problems += [f"{what}: {_shown(key)}" for what in dict.fromkeys(message_problems(message, count, language))]
    return problems


def _shown(key: Key) -> str:
    context, text, _plural = key
    return f"[{context}] {text!r}" if context else repr(text)


def check(root: Path) -> list[str]:
    """Return a line for everything that is wrong with the catalogues or the marking of messages."""
    lines = list(hidden_messages(root))
    template = extract(root)
    for language in LANGUAGES:
        path = catalogue_path(root, language)
        problems = check_catalogue(path, template, language)
        lines += [f"{path.relative_to(root).as_posix()}: {problem}" for problem in problems[:SHOWN]]
        if len(problems) > SHOWN:
            lines.append(f"{path.relative_to(root).as_posix()}: and {len(problems) - SHOWN} more")
    return lines


def update(root: Path) -> None:
    """Merge the code's messages into every catalogue; English is filled in with the messages."""
    found = extract(root)
    for language in LANGUAGES:
        path = catalogue_path(root, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = _new_catalogue(language)
        if path.exists():
            with path.open("rb") as file:
                catalogue = read_po(file, locale=language)
        catalogue.fuzzy = False
        # A copy, since a catalogue takes over the messages themselves; with the catalogue's own
        # date, since a new one would change every catalogue at every run.
        template = copy.deepcopy(found)
        template.creation_date = catalogue.creation_date
        catalogue.update(template, update_creation_date=False)
        if language == "en":
            _fill_in(catalogue)
        with path.open("wb") as file:
            write_po(file, catalogue, width=100, include_lineno=False, ignore_obsolete=True, include_previous=False)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


def _new_catalogue(language: str) -> Catalog:
    name = str(Locale.parse(language).get_display_name("en"))
    return Catalog(
        locale=language,
        project="Skaryna Workbench",
        version="1",
        header_comment=f"# {name} messages of Skaryna Workbench.",
        msgid_bugs_address="the project's issues",
        last_translator="the project",
        language_team=name,
        fuzzy=False,
    )


def _fill_in(catalogue: Catalog) -> None:
    """Give every message that has no text, or a guessed one, itself as its text."""
    for message in catalogue:
        if message.id and (message.fuzzy or not all(_forms(message.string))):
            message.string = message.id
            message.flags.discard("fuzzy")


def main(arguments: list[str]) -> int:
    """Run one of the two commands; the exit code is 1 where the check found something."""
    if arguments == ["update"]:
        update(ROOT)
        return 0
    if arguments != ["check"]:
        sys.stderr.write(__doc__ or "")
        return 2
    problems = check(ROOT)
    for problem in problems:
        sys.stderr.write(problem + "\n")
    if not problems:
        sys.stdout.write(f"The catalogues are whole: {', '.join(LANGUAGES)}.\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
