from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from workbench.domain.errors import CancelledError, ImportFileError
from workbench.importers import limits
from workbench.importers.files import original_of
from workbench.importers.found import Reading
from workbench.importers.html import declared_charset, read_html

SENTENCE = "Яна сказала: «Сям’я чакае» – і ўсё… Гэта доўгі сказ пра вызваленне людзей з турмы ў снежні. "
PAGE = f"""<!DOCTYPE html><html lang="be"><head><meta charset="utf-8">
<title>Вызваленне – Навіны</title>
<meta property="og:title" content="Вызваленне"><meta name="author" content="Алесь Журналіст">
<meta property="og:site_name" content="Навіны"><meta name="dcterms.rights" content="CC BY 4.0">
<meta property="article:published_time" content="2025-12-13T10:00:00Z">
<link rel="canonical" href="https://example.org/a?b=1"><style>p {{ color: red }}</style>
<script>var hidden = "сакрэт"</script></head>
<body><nav><a href="/">Галоўная</a> <a href="/x">Палітыка</a></nav>
<article><h1>Вызваленне</h1>
<p>{SENTENCE * 3}</p>
<p>Пер<b>шае</b> сло<i>ва</i> і   другое&nbsp;слова.<br>Новы радок: {SENTENCE * 2}</p>
<h2>Што далей</h2>
<blockquote><p>«Я проста хачу абняць сястру», – сказала яна. {SENTENCE}</p></blockquote>
<ul><li>Адзін пункт спіса, даволі доўгі, каб застацца.</li><li>Другі пункт спіса, таксама доўгі.</li></ul>
<p>{SENTENCE * 2}</p></article>
<p style="display:none">нябачнае</p><footer>Усе правы абаронены</footer></body></html>"""


def blocks(reading: Reading) -> list[tuple[str, str]]:
    text = reading.structured.text
    return [(f"{b.kind}{b.level or ''}", text[b.start : b.end]) for b in reading.structured.blocks]


def refused(page: str | bytes) -> str:
    with pytest.raises(ImportFileError) as caught:
        read_html(original_of(page.encode() if isinstance(page, str) else page, "a.html"))
    return str(caught.value)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_html(original_of(PAGE.encode(), "a.html"))


def test_the_article_comes_without_what_stands_around_it(reading: Reading) -> None:
    found = blocks(reading)
    assert found[0] == ("h1", "Вызваленне")
    assert ("h2", "Што далей") in found
    assert [kind for kind, _ in found].count("li") == 2
    assert any(kind == "q" and text.startswith("«Я проста") for kind, text in found)
    for gone in ("Галоўная", "сакрэт", "нябачнае", "правы", "color"):
        assert gone not in reading.structured.text
    assert reading.warnings == ()


def test_characters_stay_as_they_are_and_words_whole(reading: Reading) -> None:
    assert SENTENCE.strip() in reading.structured.text
    assert "Першае слова і другое\u00a0слова.\nНовы радок: Яна" in reading.structured.text


def test_what_the_page_says_of_itself(reading: Reading) -> None:
    found = reading.provenance
    assert (found.title, found.creator, found.publisher) == ("Вызваленне", "Алесь Журналіст", "Навіны")
    assert (found.address, found.published) == ("https://example.org/a?b=1", "2025-12-13")
    assert (found.language, found.rights) == ("be", "CC BY 4.0")
    assert (reading.media_type, reading.reader) == ("text/html", "html")


def test_a_legacy_page_by_its_declared_charset() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("…", "...").encode("cp1251", "xmlcharrefreplace")
    assert "Яна сказала: «Сям’я чакае» – і ўсё..." in read_html(original_of(page)).structured.text


def test_a_page_of_little_text_is_taken_whole_with_a_warning() -> None:
    page = "<html><body><div class=footer>Слова</div><footer><p>åäö і яшчэ адзін сказ, даволі доўгі.</p></footer>"
    reading = read_html(original_of(page.encode()))
    assert blocks(reading) == [("p", "Слова"), ("p", "åäö і яшчэ адзін сказ, даволі доўгі.")]
    assert reading.warnings == ("No article could be told apart in the page, so all of its text was taken.",)


def test_a_page_without_text_is_refused() -> None:
    page = "<html><head><title>T</title></head><body><img src='a.png'><script>var a = 'text'</script></body></html>"
    assert refused(page) == "There is no text in the page “a.html”."
    assert "no text" in refused("<html><!--" + "-" * 100_000)


def test_entities_reach_no_file() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Words &x;'
    assert "root:" not in read_html(original_of(page.encode())).structured.text


def test_a_hundred_thousand_nested_parts_are_refused() -> None:
    assert "too deeply" in refused("<html><body>" + "<div>" * 100_000 + "x")


def test_a_million_attributes_are_refused() -> None:
    many = " ".join(f"a{n}='1'" for n in range(1_000_000))
    assert "too many attributes" in refused(f"<html><body><p {many}>x</p>")


def test_fifty_megabytes_in_one_line_are_refused() -> None:
    assert "too long" in refused(b"<html><body><p>" + b"a" * 50_000_000 + b"</p>")


def test_a_piece_that_the_parser_would_cut_off_is_refused() -> None:
    assert "too long to be read safely" in refused(b"<html><body><p>" + b"a" * 15_000_000 + b"</p>")


def test_too_many_parts_are_refused() -> None:
    assert "too many parts" in refused("<html><body>" + "<p>a</p>" * 600_000)


def test_embedded_pictures_cost_nothing() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    assert SENTENCE.strip() in read_html(original_of(PAGE.replace("<h2>", picture + "<h2>").encode())).structured.text


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_WALL_SECONDS", 0.0)
    assert refused(PAGE) == "“a.html” takes too long to read."


def test_cancelling_ends_the_child_process() -> None:
    stop = threading.Event()
    stop.set()
    started = time.monotonic()
    with pytest.raises(CancelledError):
        read_html(original_of(PAGE.encode()), stop.is_set)
    assert time.monotonic() - started < 20


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read_html(original_of(PAGE.encode()))
    assert list(tmp_path.iterdir()) == []


def test_this_process_imports_no_reader_and_no_network() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import workbench.importers.reading;"
        "bad = {'trafilatura', 'urllib3', 'socket', 'http.client', 'ssl'} & set(sys.modules); sys.exit(bool(bad))"
    )
    root = str(Path(sys.modules["workbench.importers.html"].__file__ or "").parents[2])
    assert subprocess.run([sys.executable, "-I", "-c", code, root], check=False).returncode == 0


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset=windows-1251>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-13"?>', "iso-8859-13"),
        (b"<meta charset='ISO-8859-1'>", "windows-1252"),
        (b"<meta charset='utf-16'>", "utf-8"),
        (b"<meta charset='rot13'>", ""),
        (b"<meta charset='nonsense'>", ""),
        (b"<p>charset=koi8-r", ""),
    ],
)
def test_declared_charsets(head: bytes, charset: str) -> None:
    assert declared_charset(head) == charset
