"""File names that no system refuses, and paths that no bundle may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exporters.filenames import (
    NAME_LIMIT,
    decode_path,
    encode_path,
    folded,
    hostile_path,
    safe_name,
    visible,
)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("chair by the window.txt", "chair-by-the-window.txt"),
        ("../../x", "x"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("žąsis.PDF", "zasis.PDF"),
        ("заўвага.html", "file.html"),
        ("", "file"),
        ("...", "file"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a" * 300 + ".html", "a" * (NAME_LIMIT - 5) + ".html"),
        ("x." + "y" * 300, "x." + "y" * (NAME_LIMIT - 2)),
        ("a/b\\c:d", "a-b-c-d"),
        (".profile", "profile"),
        ("name. ", "name"),
    ],
)
def test_known_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_every_system_takes(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= NAME_LIMIT
    assert safe.isascii()
    assert not hostile_path(safe)
    assert "/" not in safe
    assert safe_name(safe) == safe


@given(st.text())
def test_a_path_survives_its_manifest_line(path: str) -> None:
    encoded = encode_path(path)
    assert "\n" not in encoded
    assert "\r" not in encoded
    assert decode_path(encoded) == path


def test_only_the_three_codes_are_codes() -> None:
    assert decode_path("%0a%0D%25%20%2e") == "\n\r%%20%2e"


@pytest.mark.parametrize("path", ["data/a.txt", "data/é.txt", "a..b", "data/x y", "data/.hidden", "data/convent"])
def test_harmless_paths(path: str) -> None:
    assert not hostile_path(path)


@pytest.mark.parametrize(
    "path",
    ["", "/a", "~a", "a\\b", "C:a", "a:b", "..", "a/..", "./a", "a//b", "a/", "a\x00", "a\nb", "con", "d/aux.c", "a "],
)
def test_hostile_paths(path: str) -> None:
    assert hostile_path(path)


def test_names_that_are_one_file_elsewhere_fold_together() -> None:
    assert folded("E\u0301.TXT") == folded("\u00e9.txt")
    assert folded("a") != folded("b")


def test_what_cannot_be_seen_is_shown_as_a_code() -> None:
    assert visible("a\x1b[2J\u202e\udcff\U000e0001é👩🏽\n") == r"a\x1b[2J\u202e\udcff" + "\\U000e0001é👩🏽\\x0a"
    assert visible("a" * 300, 10) == "a" * 10 + "…"
