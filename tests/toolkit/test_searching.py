"""The rule that finds parts of an edition, and what it costs."""

from gastvrij.toolkit.search_results import results
from gastvrij.toolkit.searching import search
from gastvrij.toolkit.searching import WAYS
from plone import api
from toolkit_content import make_edition
from toolkit_content import rich

import pytest
import transaction


def titles(found):
    return [hit.entry.title for hit in found.hits]


def write(content, text):
    content.text = rich(text)
    content.reindexObject()


def test_search_wakes_nothing_and_its_results_only_what_they_show(edition):
    parts = edition.huiswerk.objectValues()
    transaction.savepoint()
    found = search(edition, "eerst", ("eerst",))
    for part in parts:
        part._p_deactivate()
    again = search(edition, "eerst", ("eerst",))
    assert again == found
    assert len(found.hits) == 7
    assert [part for part in parts if part._p_changed is not None] == []
    shown = [hit for hit in again.hits if hit.kind == "part"][:2]
    results(edition, shown, again.words)
    woken = [part.getId() for part in parts if part._p_changed is not None]
    assert sorted(woken) == sorted(hit.path[-1] for hit in shown)


@pytest.mark.parametrize("word", ["or", "and", "not", "wonen"])
def test_word_of_the_query_language_is_a_word(edition, word):
    write(edition.huiswerk.wonen, f"<p>zeppelin {word}</p>")
    found = search(edition, f"zeppelin {word}", ("zeppelin", word))
    assert titles(found) == ["Wonen. Op zoek naar een eigen adres"]
    assert not found.is_loose


def test_search_reads_no_other_edition_and_no_working_copy(library, edition):
    make_edition(library, 3, state="in_preparation")
    write(library["3"].huiswerk.wonen, "<p>zeppelin</p>")
    assert search(edition, "zeppelin", ("zeppelin",)).hits == ()
    assert len(search(library["3"], "zeppelin", ("zeppelin",)).hits) == 1


def test_addendum_whose_part_is_a_draft_is_found_without_it(edition, acting):
    write(edition["ongeneeslijk-ziek"], "<p>zeppelin</p>")
    api.content.transition(edition.huiswerk.gezondheidszorg, "send_back")
    acting(None)
    (hit,) = search(edition, "zeppelin", ("zeppelin",)).hits
    assert hit.kind == "addendum"
    assert hit.part is None


def test_many_odd_words_are_answered(edition):
    words = tuple(f"x{number}" for number in range(50))
    assert search(edition, " ".join(words), words).hits == ()
    assert len(WAYS) == 3


@pytest.mark.parametrize("typed", ["3", "3.", "huiswerk"])
def test_chapter_that_is_only_a_list_of_parts_is_found(edition, typed):
    found = search(edition, typed, (typed,))
    assert titles(found)[0] == "Huiswerk"
    (result,) = results(edition, found.hits[:1], found.words)
    assert result.is_chapter
    assert result.text == ""
