"""What is kept of the contents is right again at once, and for each reader apart."""

from itertools import count
from plone import api
from toolkit_pages import show
from toolkit_pages import words

import pytest
import transaction


PAGES = (
    "toolkit",
    "toolkit/2",
    "toolkit/2/huiswerk",
    "toolkit/2/huiswerk/gezondheidszorg",
)
new = count()


@pytest.fixture
def drawn(site, monkeypatch):
    """Return the words of a page that no cache kept whole."""

    def read(path, **options):
        return words(show(site, f"{path}?new={next(new)}", **options))

    return read


@pytest.fixture
def huiswerk(site):
    """The chapter with the parts."""
    return site.portal.toolkit["2"].huiswerk


@pytest.mark.parametrize("path", PAGES)
def test_part_that_is_taken_back_is_gone_from_the_next_page(drawn, huiswerk, path):
    assert "Inburgering" in drawn(path)
    api.content.transition(huiswerk.inburgering, "send_back")
    transaction.commit()
    assert "Inburgering" not in drawn(path)


@pytest.mark.parametrize("path", PAGES)
def test_control_a_stamp_that_stays_the_same_goes_on_showing_it(
    drawn, huiswerk, path, monkeypatch
):
    monkeypatch.setattr("gastvrij.directory.kept.stamp_of", lambda catalog: (b"", 0))
    assert "Inburgering" in drawn(path)
    api.content.transition(huiswerk.inburgering, "send_back")
    transaction.commit()
    assert "Inburgering" in drawn(path)


@pytest.mark.parametrize("path", PAGES)
def test_parts_that_change_places_have_their_new_numbers(drawn, huiswerk, path):
    assert "3.6 Gezondheidszorg" in drawn(path)
    huiswerk.moveObjectsToTop(["gezondheidszorg"])
    transaction.commit()
    assert "3.1 Gezondheidszorg" in drawn(path)


@pytest.mark.parametrize("path", PAGES)
def test_what_an_editor_sees_is_kept_from_visitors(drawn, huiswerk, editor, path):
    api.content.transition(huiswerk.inburgering, "send_back")
    transaction.commit()
    for _time in range(2):
        assert "Inburgering" in drawn(path, auth=editor)
        assert "Inburgering" not in drawn(path)


@pytest.mark.parametrize("path", PAGES)
def test_each_reads_the_words_of_the_own_language(drawn, path):
    for _time in range(2):
        dutch = drawn(path)
        english = drawn(path, cookies={"I18N_LANGUAGE": "en"})
        assert "Nog niet nagekeken" in dutch
        assert "Not checked yet" not in dutch
        assert "Not checked yet" in english
