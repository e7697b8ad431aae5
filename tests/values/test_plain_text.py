"""A text in a plain box: what is typed becomes HTML, and HTML comes back as typed."""

from gastvrij.values.plain_text import Richer
from gastvrij.values.plain_text import to_html
from gastvrij.values.plain_text import to_plain
from gastvrij.values.plain_text import without_markup
from hypothesis import given
from hypothesis import strategies as st
from pathlib import Path

import json
import pytest
import time


TYPED = [
    ("", ""),
    (" \n\n ", ""),
    ("Dag", "<p>Dag</p>"),
    ("Dag\nbuur", "<p>Dag<br />buur</p>"),
    ("Dag\r\n\r\nbuur", "<p>Dag</p>\n<p>buur</p>"),
    ("## Op vrijdag\nKoffie", "<h2>Op vrijdag</h2>\n<p>Koffie</p>"),
    ("### Klein", "<h3>Klein</h3>"),
    ("Wij doen:\n- koken\n• eten", None),
    ("1. eerst\n2) dan", "<ol>\n<li>eerst</li>\n<li>dan</li>\n</ol>"),
    ("Let **goed** op", "<p>Let <strong>goed</strong> op</p>"),
    ("*Altijd* welkom", "<p><em>Altijd</em> welkom</p>"),
    ("2 * 3 * 4 en 5*6*7", "<p>2 * 3 * 4 en 5*6*7</p>"),
    ("**", "<p>**</p>"),
    (
        "Zie https://example.org/a?b=1&c=2.",
        '<p>Zie <a href="https://example.org/a?b=1&amp;c=2">'
        "https://example.org/a?b=1&amp;c=2</a>.</p>",
    ),
    (
        "Zie [onze site](https://example.org)",
        '<p>Zie <a href="https://example.org">onze site</a></p>',
    ),
    ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
    ('[x](https://a.org"onclick=1)', None),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("-5 graden", "<p>-5 graden</p>"),
    ("#geen kop", "<p>#geen kop</p>"),
]

RICHER = [
    "losse woorden",
    "<div>Dag</div>",
    "<h1>Dag</h1>",
    '<p class="x">Dag</p>',
    '<p>Dag <img src="x.png"></p>',
    "<table><tr><td>Dag</td></tr></table>",
    "<p>Dag <strong>lieve <em>buur</em></strong></p>",
    "<ul><li>een<ul><li>twee</li></ul></li></ul>",
    "<ul><li><p>een</p></li></ul>",
    '<p><a href="resolveuid/123">Dag</a></p>',
    '<p><a href="https://example.org" target="_blank">Dag</a></p>',
    "<p><a>Dag</a></p>",
    '<p><a href="javascript:alert(1)">Dag</a></p>',
    "<p>- geen lijst</p>",
    "<p>## geen kop</p>",
    "<p>**niet vet**</p>",
    "<p>https://geen.link.example.org</p>",
    "<h2>Twee<br>lijnen</h2>" + "<p><u>Dag</u></p>",
    "<!-- een nota -->",
    "<p>Dag<script>alert(1)</script></p>",
]

SAME = [
    ("<p>Dag</p><p>buur</p>", "Dag\n\nbuur"),
    ("<p>\n  Dag\n  buur\n</p>", "Dag buur"),
    ("<p>Dag<br><br>buur</p>", "Dag\n\nbuur"),
    ("<p><b>Let op: </b>dicht</p>", "**Let op:** dicht"),
    ("<p>Dag&nbsp;buur</p><p>&nbsp;</p>", "Dag buur"),
    ("<p>Wij <i>altijd</i>, zij <em>nooit</em></p>", "Wij *altijd*, zij *nooit*"),
]


@pytest.mark.parametrize(("typed", "html"), TYPED)
def test_typed_text_becomes_html_and_comes_back(typed, html):
    made = to_html(typed)
    assert html is None or made == html
    assert to_html(to_plain(made) if _comes_back(made) else typed) == made


def _comes_back(html: str) -> bool:
    # what looks like markup and is none cannot be told from markup
    try:
        to_plain(html)
    except Richer:
        return False
    return True


def test_list_follows_its_sentence_without_an_empty_line():
    assert to_html("Wij doen:\n- koken\n• eten") == (
        "<p>Wij doen:</p>\n<ul>\n<li>koken</li>\n<li>eten</li>\n</ul>"
    )


@pytest.mark.parametrize("html", RICHER)
def test_html_that_says_more_is_never_taken_apart(html):
    with pytest.raises(Richer):
        to_plain(html)


@pytest.mark.parametrize(("html", "typed"), SAME)
def test_html_that_says_the_same_can_be_typed(html, typed):
    assert to_plain(html) == typed


def test_texts_of_the_demo_can_be_typed():
    folder = Path(__file__).parents[2] / "profiles/demo/content"
    groups = [json.loads(path.read_text()) for path in folder.rglob("data.json")]
    texts = [g["text"]["data"] for g in groups if g["@type"] == "MemberOrganisation"]
    assert len(texts) >= 12
    for html in texts:
        assert to_html(to_plain(html)) == html


@given(st.text(alphabet="ab -*#[]()<>&\n1.:/htps\xa0\u2028", max_size=80))
def test_anything_typed_keeps_its_words_and_is_safe(typed):
    html = to_html(typed)
    assert html.count("<") == html.count(">")
    if _comes_back(html):
        assert to_html(to_plain(html)) == html


@given(st.text(alphabet="<>/=pulih23bra \"'&;", max_size=80))
def test_any_html_can_be_typed_or_is_richer(html):
    if _comes_back(html):
        assert to_plain(to_html(to_plain(html))) == to_plain(html)


@pytest.mark.parametrize(
    "part", ["**a ", "*a ", "[a](", "https://.", "[", "- a\n", "*"]
)
def test_long_text_takes_no_longer_than_its_length(part):
    begin = time.perf_counter()
    to_html(part * 20_000)
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize("html", ["<p>a{}b</p>", "<p><b>a</b>{}<i>b</i></p>"])
def test_long_text_is_read_back_in_no_longer_than_its_length(html):
    begin = time.perf_counter()
    typed = to_plain(html.format(" \n" * 20_000))
    assert time.perf_counter() - begin < 2
    assert typed.replace("*", "") == "a b"


def test_words_of_any_html_are_found():
    html = "<table><tr><td>Een</td></tr></table><p>Twee<br>drie <b>vier</b></p>los"
    assert without_markup(html) == "Een\n\nTwee\n\ndrie vier\n\nlos"
    assert without_markup("") == ""


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<!-- weg --><p>Dag</p>", "Dag"),
        ("<p>Dag</p><!-- weg -->buur", "Dag\n\nbuur"),
        ("Dag<!-- weg --> buur", "Dag buur"),
        ("<!doctype html><p>Dag</p>", "Dag"),
        ("<html></html>", ""),
        ("<html><body><p>Dag</p></body></html>", "Dag"),
        ("<!-- weg -->", ""),
        ("<?php weg ?>Dag", "Dag"),
        ("<script>weg()</script><p>Dag</p>", "Dag"),
    ],
)
def test_words_are_found_in_whatever_is_kept_as_html(html, words):
    assert without_markup(html) == words
    assert to_plain_or_nothing(html) in (None, words)


def to_plain_or_nothing(html):
    """Return HTML as somebody would type it; ``None`` for what is richer."""
    try:
        return to_plain(html)
    except Richer:
        return None
