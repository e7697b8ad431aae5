"""Where the facts of a part come from: addresses that may be followed, files."""

from gastvrij.values.forms import RowsWidget
from lxml import html
from toolkit_content import rich

import base64
import pytest
import transaction


PART = "toolkit/2/huiswerk/wonen"


def source(url):
    """Return a source as a program sends it."""
    return {"title": "Bron", "url": url, "checked_on": None}


def file(data):
    """Return a file as a program sends it; it always says that it is a PDF."""
    return {
        "data": base64.b64encode(data).decode(),
        "encoding": "base64",
        "content-type": "application/pdf",
        "filename": "bijlage.pdf",
    }


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://", "http://a b.be"]
)
def test_source_with_another_address_than_a_web_address_is_refused(site, editor, url):
    answer = site.json(PART, "PATCH", json={"sources": [source(url)]}, auth=editor)
    assert answer.status_code == 400
    assert '"field": "sources"' in answer.text.replace("'", '"')
    transaction.begin()
    assert not site.portal.toolkit["2"].huiswerk.wonen.sources


@pytest.mark.parametrize(("path", "name"), [(PART, "file"), ("toolkit/2", "full_file")])
def test_file_that_only_says_that_it_is_a_pdf_is_refused(site, editor, path, name):
    wrong = {name: file(b"<html><script>alert(1)</script></html>")}
    answer = site.json(path, "PATCH", json=wrong, auth=editor)
    assert answer.status_code == 400
    assert f'"field": "{name}"' in answer.text.replace("'", '"')
    transaction.begin()
    content = site.portal.unrestrictedTraverse(path)
    assert getattr(content, name) is None
    right = {name: file(b"%PDF-1.7 inhoud"), "change_note": "Nu ook als PDF."}
    assert site.json(path, "PATCH", json=right, auth=editor).status_code == 204


@pytest.mark.parametrize("path", [PART, "toolkit/2/ongeneeslijk-ziek"])
def test_address_that_is_no_web_address_is_shown_as_text(site, path):
    content = site.portal.unrestrictedTraverse(path)
    content.text = rich("<p>Tekst.</p>")
    content.sources = [source("javascript:alert(1)"), source("https://example.org")]
    transaction.commit()
    (sources,) = html.fromstring(site.page(path).text).cssselect(".gv-sources")
    assert [a.get("href") for a in sources.cssselect("a")] == ["https://example.org"]
    assert "javascript:alert(1)" in sources.text_content()


@pytest.mark.parametrize("path", ["huiswerk/wonen", "ongeneeslijk-ziek"])
def test_sources_are_a_grid_without_a_fault_in_its_blank_lines(edition, path):
    content = edition.unrestrictedTraverse(path)
    form = content.restrictedTraverse("@@edit").form_instance
    form.update()
    (sources,) = (w for w in form.widgets.values() if w.__name__.endswith("sources"))
    assert isinstance(sources, RowsWidget)
