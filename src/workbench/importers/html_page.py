"""Inside the child process: from a page's characters to blocks and what the page says of itself."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from workbench.importers import limits
from workbench.importers.html_blocks import Part, article_parts, visible_parts
from workbench.importers.html_child import RefusedPageError

_DATA_ADDRESS = re.compile(r"(?<=[\"'(=])data:[a-z0-9.+/;=-]{0,100},[^\"'()<>\s]{256,}", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{2000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_RIGHTS = frozenset({"dcterms.rights", "dc.rights", "copyright", "rights", "dcterms.license"})
_LEAST = 40
"""Code points of the shortest text that is taken for an article where the page has more."""


def read_page(text: str, *, fragment: bool) -> dict[str, Any]:
    """Read a page, or a piece of one of which everything visible is wanted.

    Raises:
        RefusedPageError: the page goes past a limit, or has no text.
    """
    tree = _parsed(text)
    found = _own_words(tree)
    visible = visible_parts(tree)
    if not visible:
        raise RefusedPageError("empty")
    parts: list[Part] = []
    if not fragment:
        document = _extracted(tree)
        if document is not None:
            parts = article_parts(document.body, visible)
            found = {**_of_document(document), **found}
    whole = _length(parts) < min(_LEAST, _length(visible))
    return {"blocks": visible if whole else parts, "found": found, "whole": whole}


def _length(parts: list[Part]) -> int:
    return sum(len(text) for _kind, _level, text in parts)


def _parsed(text: str) -> html.HtmlElement:
    """Parse within limits; embedded pictures are dropped first, they are most of a saved page."""
    text = _DATA_ADDRESS.sub("data:,", text)
    for tag in _LONG_TAG.findall(text):
        if len(_QUOTED.sub('""', tag).split()) > limits.HTML_ATTRIBUTES:
            raise RefusedPageError("attributes")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise RefusedPageError(_why(parser) or "empty") from None
    if reason := _why(parser):
        raise RefusedPageError(reason)
    if sum(1 for _ in tree.iter()) > limits.HTML_ELEMENTS:
        raise RefusedPageError("elements")
    if _depth(tree) > limits.HTML_DEPTH:
        raise RefusedPageError("depth")
    return tree


def _why(parser: html.HTMLParser) -> str:
    """Return which limit the parser met: past one it loses the rest of the page in silence."""
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_NO_MEMORY:
            return "memory"
        if entry.level == etree.ErrorLevels.FATAL:
            return "depth" if "depth" in entry.message else "run"
    return ""


def _depth(tree: html.HtmlElement) -> int:
    deepest = depth = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _extracted(tree: html.HtmlElement) -> Document | None:
    """Find the article; the library changes the tree that it is given, so it gets a copy."""
    result = bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return result if isinstance(result, Document) else None


def _of_document(document: Document) -> dict[str, str]:
    named = {
        "title": document.title,
        "creator": document.author,
        "publisher": document.sitename,
        "address": document.url,
        "published": document.date,
        "rights": document.license,
    }
    return {key: value for key, value in named.items() if value}


def _own_words(tree: html.HtmlElement) -> dict[str, str]:
    """Read what the page declares in plain attributes, which needs no guessing."""
    found: dict[str, str] = {}
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    for meta in tree.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("http-equiv") or "").lower()
        value = (meta.get("content") or "").strip()
        if key in _RIGHTS and value:
            found.setdefault("rights", value)
        elif key in {"content-language", "dcterms.language", "dc.language", "og:locale"} and not language:
            language = value.split(",")[0]
    if language and language.strip():
        found["language"] = language.strip()
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and re.match(r"https?://", address):
            found["address"] = address
    return found
