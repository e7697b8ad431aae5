"""The words that were asked, marked in a text."""

from gastvrij.toolkit.marking import marked
from gastvrij.toolkit.marking import plain
from gastvrij.toolkit.marking import snippet
from gastvrij.toolkit.word_forms import forms_of
from lxml import html


GAS = (forms_of("gas"),)
TWO = (forms_of("gas"), forms_of("creche"))


def test_marked_shows_the_words_as_they_stand_there():
    assert marked("Gas, gassen en gastvrij", GAS) == (
        "<mark>Gas</mark>, <mark>gassen</mark> en gastvrij"
    )
    assert marked("De crèche", TWO) == "De <mark>crèche</mark>"


def test_marked_is_safe_html():
    found = marked('<script>alert("gas")</script> & gas', GAS)
    tree = html.fragment_fromstring(found, create_parent="div")
    assert [element.tag for element in tree] == ["mark", "mark"]
    assert tree.text_content() == '<script>alert("gas")</script> & gas'


def test_snippet_is_where_most_words_stand():
    text = f"Gas {'woord ' * 100} de crèche heeft gas {'woord ' * 100}"
    found = snippet(text, TWO)
    assert "<mark>crèche</mark> heeft <mark>gas</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 300


def test_snippet_of_a_short_text_is_all_of_it():
    assert snippet("Over gas.", GAS) == "Over <mark>gas</mark>."


def test_snippet_of_a_text_without_the_words_is_empty():
    assert snippet("Over water.", GAS) == ""


def test_snippet_of_a_long_text_with_nothing_but_the_word_ends():
    assert snippet("gas " * 50_000, GAS).count("<mark>") < 60


def test_plain_has_the_words_and_no_scripts():
    text = "<h2>Eerst</h2><p>dit<br>dat</p><script>gas()</script><!-- gas -->&lt;b&gt;"
    assert plain(text) == "Eerst – dit dat <b>"
    assert plain(" ") == plain("<!-- -->") == plain("<html></html>") == ""
