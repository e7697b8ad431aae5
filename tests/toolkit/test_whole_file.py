"""The uploaded file of a whole edition, and until when it is offered."""

from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.offers import Offer
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.whole_file import whole_file
from plone.namedfile.file import NamedBlobFile

import pytest


def pdf():
    """Return a small PDF."""
    return NamedBlobFile(b"%PDF-1.4", "application/pdf", "geheel.pdf")


@pytest.fixture
def offered(edition, monkeypatch):
    """Return what is offered of edition 2, of which a book was made or not."""

    def offer(made: bool) -> FileLink | None:
        book = MadeBook.__new__(MadeBook) if made else None
        found = Offer(book, is_fresh=made)
        name = "gastvrij.toolkit.whole_file.offer_of"
        monkeypatch.setattr(name, lambda content, form: found)
        return whole_file(edition, contents(edition), "nl")

    return offer


def test_file_is_offered_until_a_book_of_all_texts_was_made(edition, offered):
    assert offered(made=False) is None
    edition.full_file = pdf()
    assert offered(made=False).size == "1 kB"
    assert offered(made=True) is None


@pytest.mark.parametrize("name", ["part", "addendum"])
def test_file_is_offered_while_something_is_no_text(edition, offered, name):
    edition.full_file = pdf()
    things = {
        "part": edition.huiswerk.wonen,
        "addendum": edition["ongeneeslijk-ziek"],
    }
    things[name].text = None
    things[name].file = pdf()
    things[name].reindexObject()
    assert offered(made=True).url.endswith("/@@download/full_file/geheel.pdf")


def test_file_is_offered_of_an_edition_without_parts(edition, offered):
    edition.full_file = pdf()
    edition.manage_delObjects(["huiswerk"])
    assert offered(made=True) is not None
