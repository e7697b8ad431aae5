"""Who looks after the site is told that it makes no PDFs."""

from gastvrij.due.interfaces import INotices
from gastvrij.paper import pdf
from zope.component import getUtility

import pytest
import sys


@pytest.fixture
def without_weasyprint(monkeypatch):
    """Act as a machine that lacks WeasyPrint or a library that it needs."""
    monkeypatch.setitem(sys.modules, pdf.PAGES, None)
    pdf.can_make_pdf.cache_clear()
    yield
    pdf.can_make_pdf.cache_clear()


@pytest.fixture
def without_pango(monkeypatch):
    """Act as a machine on which WeasyPrint is, and the library is not."""

    def fail(name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf, "import_module", fail)
    pdf.can_make_pdf.cache_clear()
    yield
    pdf.can_make_pdf.cache_clear()


def told(portal, role):
    """Return what somebody with a role is told."""
    notices = getUtility(INotices, name="toolkit.download")
    return list(notices.for_user(portal, "", frozenset({role}), None))


def test_nothing_is_said_while_pdfs_are_made(portal):
    assert told(portal, "Manager") == []


def test_who_looks_after_the_site_is_told(portal, without_weasyprint):
    assert len(told(portal, "Manager")) == len(told(portal, "Secretariat")) == 1
    assert told(portal, "Toolkit Editor") == []


def test_page_of_due_tasks_says_it(library, without_pango):
    page = library.aq_parent.restrictedTraverse("due-tasks")()
    assert "docs/operations.md" in page


def test_page_of_an_edition_offers_to_print(edition, without_pango):
    page = edition.restrictedTraverse("view")()
    assert "toolkit-downloads" in page
    assert "download.pdf" not in page
