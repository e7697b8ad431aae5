"""Headings get ids and links that last."""

from gastvrij.toolkit.headings import Heading
from gastvrij.toolkit.headings import with_anchors
from toolkit_content import rich

import pytest
import transaction


def test_with_anchors_gives_headings_an_id_from_their_words():
    text = with_anchors("<h2>Voor je begint</h2><p>Twee woorden</p><h3>De huur</h3>")
    assert text.headings == (
        Heading("voor-je-begint", "Voor je begint", 2),
        Heading("de-huur", "De huur", 3),
    )
    assert '<h2 id="voor-je-begint">Voor je begint</h2>' in text.html
    assert 'href="#de-huur"' in text.html


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("<h2>Huis</h2><h2>Huis</h2>", ["huis", "huis-2"]),
        ('<h2 id="eigen">Huis</h2><h2>Eigen</h2>', ["eigen", "eigen-2"]),
        ('<h2>Huis</h2><p id="huis">x</p>', ["huis-2"]),
        ('<h2 id="eigen">Huis</h2><h2 id="eigen">School</h2>', ["eigen", "school"]),
        ("<h2>Content</h2>", ["content-2"]),
        ("<h2>Één &amp; één</h2>", ["een-een"]),
        ("<h2>‽</h2>", ["deel"]),
        ("<h2> </h2><p>leeg</p>", []),
        ("<h4>Klein</h4>", []),
    ],
)
def test_with_anchors_never_gives_an_id_twice(html, ids):
    assert [heading.id for heading in with_anchors(html).headings] == ids


def test_with_anchors_id_does_not_change_when_a_heading_moves():
    first = with_anchors("<h2>Huis</h2><h2>School</h2>").headings
    second = with_anchors("<h2>School</h2><h2>Huis</h2>").headings
    assert {h.id for h in first} == {h.id for h in second}


def test_with_anchors_leaves_one_first_heading_to_the_page():
    text = with_anchors("<h1>Titel</h1>")
    assert "<h1" not in text.html
    assert text.headings[0].level == 2


def test_with_anchors_keeps_the_text_around_a_heading():
    text = with_anchors("Vooraf &lt;b&gt;<h2>Huis</h2>daarna<p>einde</p>")
    assert text.html.startswith("Vooraf &lt;b&gt;<div")
    assert "</div>daarna<p>einde</p>" in text.html


def test_with_anchors_counts_words_without_its_own_links():
    assert with_anchors("<h2>Een huis</h2><p>voor twee</p>").words == 4


def test_with_anchors_of_nothing_is_nothing():
    assert with_anchors("  \n").html == ""
    assert with_anchors("").words == 0


@pytest.mark.parametrize(
    "invisible",
    ["\x00", "\x02", "\x1f", "\x7f", "\ud800", "\ufffe", "&#0;", "&#1;", "&#xD800;"],
)
def test_with_anchors_drops_what_no_page_can_hold(invisible):
    text = with_anchors(f"<h2>Wat je doet{invisible}</h2><p>Lees{invisible} dit</p>")
    assert text.headings[0].id == "wat-je-doet"
    text.html.encode()
    assert "Wat je doet" in text.html
    assert "dit</p>" in text.html


@pytest.mark.parametrize("invisible", ["\x00", "\x02", "&#1;", "&#xD800;"])
def test_invisible_character_in_a_heading_leaves_the_page_readable(site, invisible):
    part = site.portal.toolkit["2"].huiswerk.wonen
    part.text = rich(f"<h2>Wat je doet{invisible}</h2><p>Lees dit.</p>")
    transaction.commit()
    answer = site.page("toolkit/2/huiswerk/wonen")
    assert answer.status_code == 200
    assert "Wat je doet" in answer.text
    assert "Lees dit." in answer.text
