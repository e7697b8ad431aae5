"""EPUB 3, looked at by EPUBCheck."""

from books_made import as_page
from books_made import book_of
from books_made import made_by
from books_made import make
from books_made import NOW
from filling import filled_once
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.examples import offer
from groups import make_group
from io import BytesIO
from lxml import etree
from plone import api
from toolkit_content import make_edition
from toolkit_content import rich
from zipfile import ZipFile

import os
import pytest
import shutil
import subprocess
import warnings


MISSING = (
    "The test of EPUBs needs Debian's package epubcheck, which is not installed:"
    " NO EPUB IS CHECKED."
)
NASTY = """
<h1>Kop &amp; staart</h1><p align="center">Een<br>twee <font color="red">drie</font></p>
<table border="1" width="50%"><tr><td nowrap>Cel<td>Nog een</table>
<ol start="x"><li>Een<ul><li>Twee</li></ul></li></ol>
<p><a name="oud" href="#kop-staart">naar de kop</a> <a href="#nergens">nergens</a>
<a href="https://www.example.org/met spatie?a=1&b=é">web</a></p>
<h2 id="1 a">Nog een kop</h2><h2 id="1 a">En nog een</h2>
<p><img src="http://elders.example.org/a.png" alt="Een deur"></p>
"""


@pytest.fixture
def check(tmp_path):
    """Return EPUBCheck; without it the test is skipped, under CI it fails."""
    program, java = shutil.which("epubcheck"), shutil.which("java")
    if program is None or java is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        warnings.warn(MISSING, stacklevel=1)
        pytest.skip(MISSING)

    def run(data):
        file = tmp_path / "boek.epub"
        file.write_bytes(data)
        # the package's program is the archive itself
        command = [java, "-jar", program, "--failonwarnings", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def fill(portal):
    """Make the e-books of an edition with a text that was pasted from everywhere."""
    with api.env.adopt_roles(["Manager"]):
        edition = make_edition(portal.toolkit, 2)
        part = edition.huiswerk.wonen
        part.text = rich(NASTY)
        edition.credits = rich("<p>Door velen.</p>")
        group = make_group(portal, "De Drempel")
        group.title = "De Drempel & Co"
        group.reindexObject()
        for is_named in (True, False):
            text, uid = "Een & twee\n\n<b>Drie</b>", group.UID()
            example = offer(portal, part, text, uid, "", NOW, is_named=is_named)
            accept(portal, part, example.id)
    with made_by(pdf=as_page):
        make(portal)


filled_layer, functional = filled_once(fill, "E-books", undo_after="module")


@pytest.fixture
def portal(functional):
    """The site with its e-books made."""
    return functional["portal"]


@pytest.fixture
def books(portal):
    """Return the edition, of which the e-books are made."""
    return portal.toolkit["2"]


@pytest.mark.parametrize("path", ["", "huiswerk", "huiswerk/wonen"])
def test_epubcheck_reports_nothing(portal, books, check, path):
    content = books.unrestrictedTraverse(path) if path else books
    code, told = check(book_of(portal, content, "epub").file.data)
    assert code == 0, told


def test_epub_has_a_page_for_each_part_and_the_addendum_in_its_part(portal, books):
    archive = ZipFile(BytesIO(book_of(portal, books, "epub").file.data))
    assert archive.namelist()[0] == "mimetype"
    pages = [name for name in archive.namelist() if name.endswith(".xhtml")]
    # cover, contents, foreword, credits; three chapters with six parts
    assert len(pages) == 4 + 3 + 6
    part = books.huiswerk.gezondheidszorg.UID()
    page = archive.read(f"EPUB/stuk-{part}.xhtml").decode()
    assert "Soms wordt iemand niet meer gezond." in page
    nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    assert len(nav.findall(".//{*}a")) == len(pages) - 1
