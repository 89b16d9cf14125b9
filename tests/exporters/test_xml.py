"""XML from outside cannot reach a file, the network or all of the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.exporters.xml import parse_xml

BOMB = "<!DOCTYPE a [" + '<!ENTITY x0 "ha">' + "".join(
    f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12)
) + "]><a>&x11;</a>"  # fmt: skip


def test_a_plain_document_is_read() -> None:
    assert parse_xml(b"<a><b/></a>")[0].tag == "b"


@pytest.mark.parametrize(
    "document",
    [
        BOMB,
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        "<a>",
        "",
        "a",
        "<a>\x00</a>",
        "<a>&x;</a>",
    ],
)
def test_what_is_unsafe_or_broken_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_xml(document.encode())


def test_a_file_of_the_machine_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    document = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>&e;</a>'
    with pytest.raises(ValueError, match="declaration"):
        parse_xml(document.encode())


def test_a_tree_deeper_than_any_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="line"):
        parse_xml(b"<a>" * 5_000 + b"</a>" * 5_000)
