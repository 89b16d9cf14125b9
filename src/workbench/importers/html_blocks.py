"""Inside the child process: the visible text of a tree as blocks, to the character.

White space in the sense of HTML (CSS Text 3, 4.1.1) is folded to one space; a no-break space
and every other character stay. A line break element is a line feed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

Part = tuple[str, int, str]
"""Kind (`p`, `h`, `q`, `li`), level of a heading or 0, text."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SKIPPED = frozenset(
    {"head", "script", "style", "noscript", "template", "nav", "svg", "math", "iframe", "object", "embed", "applet"}
    | {"audio", "video", "canvas", "map", "select", "option", "button", "input", "textarea", "datalist", "dialog"}
    | {"link", "meta", "title"}
)
_BLOCKS = frozenset(
    {"html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"}
    | {"hr", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"}
    | {"th", "thead", "tr", "ul", "caption", "row", "cell", "item", "list", "quote", "head"}
)


_NEAR = 8
"""Blocks before the first chosen one among which its title is looked for."""


class _Collector:
    """Walks a tree and gathers blocks; `kind` and `level` are those of the innermost one."""

    def __init__(self, skipped: frozenset[str] = _SKIPPED) -> None:
        self._skipped = skipped
        self.parts: list[Part] = []
        self._pieces: list[str] = []
        self._kind: tuple[str, int] = ("p", 0)

    def flush(self) -> None:
        """End the block at hand; one of white space alone is none."""
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(self._pieces)).replace("\x00", "\n"))
        text = re.sub("\n{2,}", "\n", text).strip(" \n")
        if text.strip():
            self.parts.append((*self._kind, text))
        self._pieces.clear()

    def walk(self, element: Any) -> None:
        """Take in an element and what is inside it, but not its tail."""
        tag = element.tag
        if not isinstance(tag, str) or tag in self._skipped or _is_hidden(element):
            return
        if tag in {"br", "lb"}:
            self._pieces.append("\x00")
            return
        block = tag in _BLOCKS
        outer = self._kind
        if block:
            self.flush()
            self._kind = _kind_of(tag, element, outer)
        self._text(element.text)
        for child in element:
            self.walk(child)
            self._text(child.tail)
        if block:
            self.flush()
            self._kind = outer

    def _text(self, text: str | None) -> None:
        if text:
            self._pieces.append(text.replace("\x00", ""))


def _kind_of(tag: str, element: Any, outer: tuple[str, int]) -> tuple[str, int]:
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return "h", int(tag[1])
    if tag == "head":
        level = element.get("rend", "")[1:2]
        return "h", int(level) if level in set("123456") else 2
    if tag in {"blockquote", "quote"}:
        return "q", 0
    if tag in {"li", "item", "dd", "dt"}:
        return "li", 0
    return outer if outer[0] != "h" else ("p", 0)


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or _HIDING.search(element.get("style", "")) is not None
    )


def visible_parts(tree: Any) -> list[Part]:
    """Return every visible block of a page: no scripts, styles, navigation, forms, hidden parts."""
    collector = _Collector()
    body = tree.find("body")
    collector.walk(tree if body is None else body)
    collector.flush()
    return collector.parts


def article_parts(body: Any, visible: list[Part]) -> list[Part]:
    """Return the visible blocks that the article finder chose.

    The finder rewrites what it keeps (it drops spaces and tails, and joins or parts blocks),
    so it only points: its blocks are found again by their letters and digits, and the page's
    own are taken, of which it chose at least half.
    """
    collector = _Collector(frozenset({"graphic"}))
    collector.walk(body)
    collector.flush()
    keys = [_key(text) for _kind, _level, text in visible]
    starts = [0]
    for key in keys:
        starts.append(starts[-1] + len(key))
    chosen = _chosen("".join(keys), starts, [_key(text) for _kind, _level, text in collector.parts])
    kept = {i for i, key in enumerate(keys) if chosen[i] * 2 >= len(key) and chosen[i]}
    return [visible[i] for i in sorted(kept | _bridged(visible, keys, kept))]


def _bridged(visible: list[Part], keys: list[str], kept: set[int]) -> set[int]:
    """Return what the finder lost in the midst of what it kept.

    These are headings right before a kept block, the page's first heading, words that are
    repeated (the finder takes them for boilerplate, but people do repeat themselves), nested
    list items, and one to three whole sentences' blocks in a row.
    """
    if not kept:
        return set()
    first, last = min(kept), max(kept)
    titles = [i for i in range(max(0, first - _NEAR), first) if visible[i][:2] == ("h", 1)]
    said = {keys[i] for i in kept}
    found = set(titles[-1:])
    for i in range(last, -1, -1):
        if i not in kept and visible[i][0] == "h" and (i + 1 in kept or i + 1 in found):
            found.add(i)
    found |= {i for i in range(first + 1, len(visible)) if i not in kept and i - 1 in kept and keys[i] in said}
    gap: list[int] = []
    for i in range(first, last + 1):
        if i not in kept:
            gap.append(i)
            continue
        if 0 < len(gap) <= 3 and all(_fits(visible, j) for j in gap):
            found.update(gap)
        gap = []
    return found


def _fits(visible: list[Part], at: int) -> bool:
    kind, _level, text = visible[at]
    if kind == "li":
        return visible[at - 1][0] == "li"
    return kind in {"p", "q"} and len(text) >= 60 and text.rstrip('”»"’“)').endswith((".", "!", "?", "…"))


def _chosen(page: str, starts: list[int], wanted: list[str]) -> list[int]:
    """Count for each block of the page how many of its letters are wanted, in reading order."""
    counts = [0] * (len(starts) - 1)
    edges = frozenset(starts)
    at = 0
    for key in wanted:
        if not key:
            continue
        place = _place(page, key, at, edges)
        if place < 0:
            place = _place(page, key, 0, edges)
        if place < 0:
            continue
        at = end = place + len(key)
        block = bisect_right(starts, place) - 1
        while block < len(counts) and starts[block] < end:
            counts[block] += min(end, starts[block + 1]) - max(place, starts[block])
            block += 1
    return counts


def _place(page: str, key: str, at: int, edges: frozenset[int]) -> int:
    """Find a key; a short one only as a whole block, since it would be found in any sentence."""
    place = page.find(key, at)
    while place >= 0 and len(key) < 25 and not (place in edges and place + len(key) in edges):
        place = page.find(key, place + 1)
    return place


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
