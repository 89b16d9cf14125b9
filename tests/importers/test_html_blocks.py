from __future__ import annotations

import pytest
from lxml import etree, html

from workbench.importers.html_blocks import Part, article_parts, visible_parts


def visible(body: str) -> list[Part]:
    return visible_parts(html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("<p>a<b>b</b>c</p>", [("p", 0, "abc")]),
        ("<p> a \n  b\t</p>text", [("p", 0, "a b"), ("p", 0, "text")]),
        ("<p>one<br>two <br/> three<br><br>four</p>", [("p", 0, "one\ntwo\nthree\nfour")]),
        (
            "<h3>T<span>i</span>t</h3><div>x<p>y</p>z</div>",
            [("h", 3, "Tit"), ("p", 0, "x"), ("p", 0, "y"), ("p", 0, "z")],
        ),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("li", 0, "a"), ("li", 0, "b")]),
        ("<blockquote><p>q1</p><p>q2</p></blockquote>", [("q", 0, "q1"), ("q", 0, "q2")]),
        ("<p>a&nbsp;&nbsp;b&shy;c «d» … – —</p>", [("p", 0, "a\xa0\xa0b\xadc «d» … – —")]),
        ("<p hidden>x</p><p aria-hidden=true>x</p><p style='DISPLAY: none'>x</p><p>y</p>", [("p", 0, "y")]),
        ("<script>s</script><style>s</style><nav>n</nav><form><input value=v><button>b</button></form>", []),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("p", 0, "a"), ("p", 0, "b")]),
    ],
)
def test_visible_blocks(body: str, parts: list[Part]) -> None:
    assert visible(body) == parts


LONG = "Гэта доўгі сказ нумар {n}, які мае больш за дваццаць пяць літар у сабе дакладна."


def found(body: str) -> etree._Element:
    return etree.fromstring(f"<body>{body}</body>")


def test_the_page_s_own_words_are_taken_where_the_finder_points() -> None:
    parts = visible(f"<p>Меню</p><p>{LONG.format(n=1)}</p><p>Рэклама</p><p>{LONG.format(n=2)}</p><p>Унізе</p>")
    chosen = article_parts(found(f"<p>{LONG.format(n=1)} </p><p>{LONG.format(n=2).replace(' ', '  ')}</p>"), parts)
    assert chosen == [parts[1], parts[3]]


def test_headings_titles_and_repeated_words_are_brought_back() -> None:
    parts = visible(f"<h1>Загаловак</h1><p>{LONG}</p><h2>Частка</h2><p>{LONG.upper()}</p><p>{LONG}</p><p>Унізе</p>")
    chosen = article_parts(found(f"<p>{LONG}</p><p>{LONG.upper()}</p>"), parts)
    assert [text for _kind, _level, text in chosen] == ["Загаловак", LONG, "Частка", LONG.upper(), LONG]


def test_nothing_found_is_nothing_chosen() -> None:
    assert article_parts(found(""), visible("<h1>T</h1><p>x</p>")) == []
