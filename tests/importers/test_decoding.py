from __future__ import annotations

import pytest

from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.decoding import decode
from workbench.importers.files import original_of

TEXT = "Яна сказала: «Сям’я чакае» – і ўсё. Žmonės ėjo į gatvę 😀 e\u0301"


def refused(data: bytes, declared: str = "") -> str:
    with pytest.raises(ImportFileError) as caught:
        decode(original_of(data, "a.txt"), declared)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark(encoding: str) -> None:
    decoded = decode(original_of(TEXT.encode(encoding)))
    assert (decoded.text, decoded.warnings) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TEXT, "Прывітанне, свет", "Hello, world", "Labas vakaras, žmonės"])
def test_unicode_without_a_mark(encoding: str, text: str) -> None:
    assert decode(original_of(text.encode(encoding))).text == text


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    data = "a\r\nb\rc\u2028d\x85e\x0cf\tg\u00a0h\u00ad e\u0301\x1a".encode()
    assert decode(original_of(data)).text == "a\nb\nc\nd\ne\nf\tg\u00a0h\u00ad e\u0301"


def test_a_declared_encoding_counts_where_it_fits_and_below_a_mark() -> None:
    koi = "Привет".encode("koi8-r")
    assert decode(original_of(koi), "koi8-r").text == "Привет"
    assert decode(original_of(b"\xef\xbb\xbf" + "Привет".encode()), "koi8-r").text == "Привет"
    assert decode(original_of("Привет, это письмо из дома".encode("cp1251")), "utf-8").text.startswith("Привет")
    for none in ("no-such-encoding", "hex", "undefined"):
        assert decode(original_of(b"plain"), none).text == "plain"


def test_a_few_damaged_places_are_kept_as_such_and_counted() -> None:
    data = ("Прывітанне, свет. " * 3).encode()
    decoded = decode(original_of(data[:-2]))
    assert decoded.text.endswith("свет\ufffd") or "\ufffd" in decode(original_of(data[:20] + b"\xff" + data[20:])).text
    one = decode(original_of(data[:20] + b"\xff" + data[20:]))
    assert one.text.count("\ufffd") == 1
    assert one.warnings == ("1 place of the text could not be read; � stands there.",)


def test_two_encodings_in_one_file_are_refused() -> None:
    mixed = "Прывітанне, свет.".encode() * 3 + "Прывітанне, свет.".encode("cp1251") * 3
    assert refused(mixed) == (
        "“a.txt” is damaged, or its encoding cannot be recognised. Save it as UTF-8 and try again."
    )


def test_utf8_that_is_broken_throughout_is_refused() -> None:
    data = "Прывітанне, свет. Гэта доўгі тэкст пра розныя рэчы.".encode()
    assert "damaged" in refused(bytes(0xFF if at % 7 == 0 else byte for at, byte in enumerate(data)))


def test_broken_utf16_is_refused() -> None:
    assert "damaged" in refused(b"\xff\xfe" + b"\x00\xd8" * 100)


def test_a_picture_by_another_name_is_refused() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n" + bytes(range(256))) == "“a.txt” is a picture, not a text."


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"Hello\x00world and more", bytes(range(1, 32)) * 20, b"\x01\x02\x03\x04 abc"]
)
def test_binary_is_refused(data: bytes) -> None:
    assert "binary data" in refused(data)


def test_a_stray_control_character_is_replaced_and_counted() -> None:
    decoded = decode(original_of(b"one\x07two" + b" words" * 50))
    assert decoded.text.startswith("one\ufffdtwo")
    assert decoded.warnings == ("1 control character was replaced by �.",)


def test_another_script_is_read_where_the_general_detector_is_sure() -> None:
    text = "Η Ελλάδα είναι μια χώρα στη νοτιοανατολική Ευρώπη και έχει πολλά νησιά. " * 20
    assert decode(original_of(text.encode("iso8859-7"))).text == text


def test_a_text_past_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_POINTS", 10)
    assert "too long" in refused(b"eleven char")
