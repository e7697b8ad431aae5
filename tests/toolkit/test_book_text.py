"""A text as a book can hold it."""

from gastvrij.toolkit.book_text import clean
from lxml import etree

import pytest


def cleaned(text, find=lambda address: ""):
    """Return a text as it stands in a book, which has to be well-formed."""
    made = clean(text, "p", find)
    etree.fromstring(f"<div>{made}</div>")
    return made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", ""),
        ("  ", ""),
        ("<p>Een huis</p>", "<p>Een huis</p>"),
        ("Los &amp; vast", "Los &amp; vast"),
        ('<p style="color:red" class="x">Rood</p>', "<p>Rood</p>"),
        ("<p>Een<br>twee</p>", "<p>Een<br/>twee</p>"),
        ("<p><font>Oud</font></p>", "<p>Oud</p>"),
        ("<p>Weg<!-- geheim --></p>", "<p>Weg</p>"),
        ("<p>Weg<script>x()</script></p>", "<p>Weg</p>"),
        ('<ol start="x"><li>Een</li></ol>', "<ol><li>Een</li></ol>"),
        (
            '<div class="gv-heading"><h2 id="a">A</h2>'
            '<a class="gv-heading-ask gv-anchor" href="#a">#</a></div>',
            '<div><h2 id="p--a">A</h2></div>',
        ),
    ],
)
def test_only_what_a_book_can_show_stays(text, made):
    assert cleaned(text) == made


@pytest.mark.parametrize(
    ("href", "made"),
    [
        ("https://www.example.org/a b", "https://www.example.org/a%20b"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        ("#plek", "#p--plek"),
        ("#nergens", None),
        ("javascript:x()", None),
        ("file:///etc/passwd", None),
        ("../elders", None),
    ],
)
def test_links_lead_somewhere_or_are_words(href, made):
    text = cleaned(f'<p id="plek"><a href="{href}">daar</a></p>')
    link = etree.fromstring(text).find("a")
    assert link.text == "daar"
    assert link.get("href") == made


def test_picture_has_the_name_that_it_has_in_the_book():
    text = '<p><img src="http://nohost/foto" alt="Een deur" width="10"/></p>'
    found = cleaned(text, {"http://nohost/foto": "a.jpg"}.get)
    assert found == '<p><img src="picture:a.jpg" alt="Een deur"/></p>'


def test_words_stand_in_the_place_of_a_picture_that_is_not_there():
    text = '<p>Zie <img src="x" alt="Een deur"/> en <img src="y"/>verder</p>'
    assert cleaned(text) == "<p>Zie <span>[Een deur]</span> en verder</p>"


def test_an_id_stands_only_once():
    text = '<p id="a b">Een</p><p id="a-b">Twee</p>'
    assert cleaned(text) == '<p id="p--a-b">Een</p><p>Twee</p>'
