from __future__ import annotations

import pytest

from workbench.importers.json_bounds import BadJsonError, parse_bounded


def refused(data: bytes) -> str:
    with pytest.raises(BadJsonError) as caught:
        parse_bounded(data, size=10_000_000)
    return str(caught.value)


def test_plain_json_with_or_without_a_mark() -> None:
    assert parse_bounded('{"a": ["ў", 1, null]}'.encode(), size=100) == {"a": ["ў", 1, None]}
    assert parse_bounded(b"\xef\xbb\xbf[]", size=100) == []
    assert parse_bounded(b'["' + b"[" * 90 + b'\\"["]', size=100) == ["[" * 90 + '"[']


@pytest.mark.parametrize(
    "bomb", [b"[" * 1_000_000, b'{"a":' * 500_000, b"[" * 51 + b"]" * 51, b'{"a":[' * 26 + b"]}" * 26]
)
def test_depth_is_known_before_parsing(bomb: bytes) -> None:
    assert refused(bomb) == "depth"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[NaN]",
        b"[Infinity]",
        b'{"a": 1, "a": 2}',
        b'["\\ud800"]',
        b'{"a": [["\\udc00"]]}',
        b"[" + b"9" * 5_000 + b"]",
    ],
)
def test_what_is_no_plain_json_is_refused(data: bytes) -> None:
    assert refused(data) == "syntax"


def test_size_and_encoding() -> None:
    with pytest.raises(BadJsonError, match="size"):
        parse_bounded(b"[1, 2]", size=5)
    assert refused("[]".encode("utf-16")) == "encoding"


def test_a_string_without_an_end_takes_no_longer() -> None:
    with pytest.raises(BadJsonError, match="syntax"):
        parse_bounded(b'["' + b'\\"' * 2_000_000, size=10_000_000)
