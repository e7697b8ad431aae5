"""Make a site with an edition of 300 parts, one of 150 pages, and a plain page.

Usage: fill_toolkit.py INSTANCE. How long the book of 150 pages took goes to told.json
in the instance, each time anew; what is there of the site stays as it is.
"""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from fill_plone import create_page
from fill_plone import create_site
from fill_plone import DUTCH_HTML
from fill_plone import opened
from gastvrij.toolkit.book_contents import BookReader
from gastvrij.toolkit.book_pictures import seen_of
from gastvrij.toolkit.pdf import make_pdf
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.shelf import PDF
from gastvrij.toolkit.shelf import put
from gastvrij.toolkit.wanted import seen_by_visitors
from gastvrij.toolkit.wanted import wanted_books
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.component.hooks import setSite
from zope.intid.interfaces import IIntIds

import json
import sys
import time
import transaction


SENTENCES = (
    "Na een erkenning als vluchteling komt er veel tegelijk: een woning zoeken, een"
    " ziekenfonds kiezen en de kinderen inschrijven op school. "
) * 4
PLAIN = f"<p>{SENTENCES}</p>"
STEPS = "<ul>" + "<li>Vraag het na bij het OCMW van de gemeente.</li>" * 3 + "</ul>"
LONG = "".join(f"<h2>Stap {n}</h2>{PLAIN}{STEPS}" for n in range(1, 4))
# number of the edition, chapters, parts in each; the last is in force
EDITIONS = ((1, 3, 49), (2, 6, 50))
EVERY_TENTH = 10


def rich(html: str) -> RichTextValue:
    """Return a text as an editor saves it."""
    return RichTextValue(html, **DUTCH_HTML)


def create(container: Any, portal_type: str, id_: str, **values: Any) -> Any:
    """Create something that is published with its edition."""
    made = api.content.create(container, portal_type, id_, title=id_, **values)
    api.content.transition(made, "publish")
    return made


def fill(site: Any) -> None:
    """Create the editions, the first replaced by the second."""
    for number, chapters, parts in EDITIONS:
        edition = api.content.create(
            site["toolkit"],
            "ToolkitEdition",
            str(number),
            title=f"Toolkit, editie {number}",
            number=number,
        )
        for nth in range(1, chapters + 1):
            chapter = create(edition, "ToolkitChapter", f"hoofdstuk-{nth}")
            for part in range(1, parts + 1):
                add_part(edition, chapter, part)
            transaction.commit()
        api.content.transition(edition, "publish")
        transaction.commit()


def add_part(edition: Any, chapter: Any, number: int) -> None:
    """Create a part, and to every tenth an addendum."""
    name = f"onderdeel-{number}"
    part = create(
        chapter, "ToolkitSection", name, description="Waar je begint.", text=rich(LONG)
    )
    if number % EVERY_TENTH == 0:
        relation = RelationValue(getUtility(IIntIds).getId(part))
        title = f"{chapter.getId()}-{name}"
        create(
            edition, "ToolkitAddendum", title, text=rich(PLAIN), supplements=relation
        )


def make_book(site: Any) -> dict[str, float]:
    """Make the whole first edition as PDF; return how long it took, in seconds."""
    library = site["toolkit"]
    edition, now = library["1"], datetime.now(UTC)
    reader = BookReader(site, edition, seen_by_visitors(edition), now)
    wanted = next(iter(wanted_books(edition, reader.outline)))
    began, worked = time.monotonic(), time.process_time()
    book, pictures = reader.book(wanted.uid)
    data = make_pdf(book)
    took = {
        "wait": time.monotonic() - began,
        "work": time.process_time() - worked,
        "size": len(data) / 1e6,
    }
    stamp = replace(wanted.stamp, pictures=pictures, seen=seen_of(pictures))
    name = f"{wanted.name}.pdf"
    put(library, wanted.uid, PDF, MadeBook(data, PDF, name, now, stamp))
    if "bestand" not in site.objectIds():
        file = NamedBlobFile(data, "application/pdf", name)
        api.content.create(site, "File", "bestand", title="Bestand", file=file)
    transaction.commit()
    return took


def main(home: str) -> None:
    """Fill the site when it is empty, and make the book."""
    app = opened(home)
    if "gastvrij" not in app.objectIds():
        create_page(create_site(app), {"text": PLAIN * 2})
        fill(app.gastvrij)
    setSite(app.gastvrij)
    told = make_book(app.gastvrij)
    Path(home, "told.json").write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
