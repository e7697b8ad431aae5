"""Bulleted lists become checklists; nothing else changes."""

from gastvrij.toolkit.checklist import with_checklists
from lxml import html

import pytest


TEXT = (
    "Vooraf <p>Print deze lijst.</p><ul><li>Een <a href='x'>Wonen</a><ul><li>Diep</li>"
    "</ul></li></ul><h2>Later</h2><ul><li>Twee</li></ul><ol><li>Drie</li></ol>"
)


def ticked(text):
    return with_checklists(text, "naam", "Op dit toestel & niet elders.", "Wis")


def test_bulleted_lists_are_marked_and_numbered_and_nested_ones_are_not():
    tree = html.fragment_fromstring(ticked(TEXT), create_parent="div")
    lists = tree.cssselect("[data-gastvrij-checklist=naam]")
    assert [each[0].text_content() for each in lists] == ["Een WonenDiep", "Twee"]
    assert tree.cssselect("ol")[0].get("class") is None
    assert [each.get("href") for each in tree.iter("a")] == ["x"]


def test_note_stands_once_and_is_hidden_until_script_shows_it():
    tree = html.fragment_fromstring(ticked(TEXT), create_parent="div")
    (note,) = tree.cssselect("[data-gastvrij-checklist-note]")
    assert note.get("hidden") == "hidden"
    assert note.text == "Op dit toestel & niet elders. "
    assert note.getnext().get("class") == "gv-checklist"


@pytest.mark.parametrize("text", ["", "  ", "<p>Geen</p>", "<ol><li>1</li></ol>"])
def test_text_without_bulleted_lists_stays_as_it_is(text):
    assert ticked(text) == text


def test_words_before_the_first_element_stay():
    assert ticked("a &lt; b <ul><li>c</li></ul>").startswith("a &lt; b <p")
