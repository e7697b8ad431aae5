"""Text from a word processor is stored clean; any other text is left alone."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.pasted import cleaned
from gastvrij.toolkit.pictures import as_decoration
from gastvrij.toolkit.pictures import without_words
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from toolkit_content import rich
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


WORD = """<!--[if gte mso 9]><xml><o:x>Normal</o:x></xml><![endif]-->
<style>p.MsoNormal {margin:0cm}</style>
<h2 style="mso-style-name:Kop">Huren</h2>
<p class="MsoNormal" style="mso-margin:auto" lang="NL"><span style="color:red">Zoek
<b>samen</b> op <a href="https://www.example.org/">de site</a><o:p></o:p></span></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoListParagraphCxSpFirst"
><span style="mso-list:Ignore">·<span>&nbsp; </span></span>Een</p>
<p class="MsoListParagraphCxSpLast"
><span style="mso-list:Ignore">·<span>&nbsp; </span></span>Twee</p>
<table class="MsoTableGrid" border="1"><tr><td width="10">Huur</td></tr></table>"""
DOCS = (
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="x:y">'
    '<span style="font-size:11pt">Een <i>tekst</i></span></p></b>'
)


def test_text_from_word_keeps_what_a_reader_needs():
    text = cleaned(WORD)
    for kept in (
        "<h2>Huren</h2>",
        "<b>samen</b>",
        '<a href="https://www.example.org/">de site</a>',
        "<ul><li>Een</li><li>Twee</li></ul>",
        "<td>Huur</td>",
    ):
        assert kept in text
    for gone in ("mso", "Mso", "style", "span", "o:p", "xml", "lang", "&nbsp;", "\xa0"):
        assert gone not in text


def test_text_from_google_docs_is_not_bold():
    assert cleaned(DOCS) == "<p>Een <i>tekst</i></p>"


@pytest.mark.parametrize(
    "text",
    ["", "<p style='color: red'>Rood</p>", '<p class="callout">x</p>', "Mso, mso"],
)
def test_other_text_is_left_alone(text):
    assert cleaned(text) == text


def test_cleaning_twice_changes_nothing():
    assert cleaned(cleaned(WORD)) == cleaned(WORD)


def test_part_is_stored_clean(edition):
    part = api.content.create(
        edition.huiswerk, "ToolkitSection", title="Nieuw", text=rich(WORD)
    )
    assert part.text.raw == cleaned(WORD)
    assert part.text.outputMimeType == "text/x-html-safe"


def test_no_title_has_a_character_that_a_feed_cannot_hold(library, edition):
    part = api.content.create(
        edition.huiswerk,
        "ToolkitSection",
        title="Een\x0bhuis",
        description="Een\x02huis",
        text=rich("<p>Huis</p>"),
        sources=[{"title": "De\x0bwijzer", "url": None, "checked_on": None}],
    )
    assert (part.title, part.description) == ("Een huis", "Een huis")
    assert part.sources[0]["title"] == "De wijzer"
    (brain,) = api.content.find(UID=part.UID())
    assert brain.Title == "Een huis"
    record_change(part, CHANGED, "De\x0bhuur", datetime(2031, 5, 3, tzinfo=UTC))
    assert next(recorded(library)).note == "De huur"
    edition.title = "Het\x0bboek"
    notify(ObjectModifiedEvent(edition))
    assert edition.title == "Het boek"


def test_pictures_without_words_are_named():
    text = (
        '<p><img src="../../resolveuid/abc/@@images/image/large" alt=" "></p>'
        '<img src="/foto%20tafel.jpg?x=1"><img src="b.png" alt="Een tafel">'
    )
    assert list(map(str, without_words(text))) == ["abc", "foto tafel.jpg"]
    assert without_words("<p>Geen</p>") == []


def test_picture_without_words_is_told_with_the_heading_above_it():
    text = '<img src="a.png"><h2>Huren <b>nu</b></h2><div><img src="b.png" alt></div>'
    assert list(map(str, without_words(text))) == ["a.png", "b.png (Huren nu)"]


def test_picture_that_is_decoration_asks_no_words():
    text = 'a &lt; b <img src="a.png"><p><img src="b.png" alt="Een tafel"></p>'
    marked = as_decoration(text)
    assert without_words(marked) == []
    assert marked == (
        'a &lt; b <img src="a.png" alt="" role="presentation">'
        '<p><img src="b.png" alt="Een tafel"></p>'
    )
    assert as_decoration(marked) == marked


@pytest.mark.parametrize("transition", ["submit", "publish"])
def test_part_is_not_published_before_its_pictures_have_words(edition, transition):
    part = edition.huiswerk.wonen
    api.content.transition(part, "send_back")
    part.text = rich('<h2>Huren</h2><img src="tafel.jpg" alt="">')
    workflow = api.portal.get_tool("portal_workflow")
    with pytest.raises(WorkflowException, match=r"tafel\.jpg \(Huren\)"):
        workflow.doActionFor(part, transition)
    assert transaction.isDoomed()
    assert api.content.get_state(part) == "draft"
    part.text = rich(as_decoration(part.text.raw))
    workflow.doActionFor(part, transition)
    assert api.content.get_state(part) != "draft"
