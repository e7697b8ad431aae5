"""Make our site, with so many groups and one plain page to compare with.

Usage: fill_plone.py INSTANCE GROUPS_JSON. What was interrupted goes on; a site that is
full is brought up to date with the profile.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.distribution.api import site as sites
from plone.restapi.interfaces import IPloneRestapiLayer
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from Zope2.Startup.run import configure_wsgi

import json
import logging
import sys
import time
import transaction
import Zope2


BATCH = 100
OURS = (
    "title",
    "description",
    "legal_form",
    "municipality",
    "service_area",
    "activities",
    "languages",
    "recruiting",
    "founded",
    "website",
    "public_email",
)
DUTCH_HTML = {"mimeType": "text/html", "outputMimeType": "text/x-html-safe"}


def create_site(app: Any) -> Any:
    """Create an empty site of the network, and a plain published page."""
    answers = {"site_id": "gastvrij", "title": "Gastvrij", "setup_content": False}
    sites.create(app, "gastvrij", answers)
    setSite(app.gastvrij)
    return app.gastvrij


def create_page(site: Any, group: dict[str, Any]) -> None:
    """Create a plain Document with the text of a group, published."""
    text = RichTextValue(group["text"], **DUTCH_HTML)
    page = api.content.create(site, "Document", "pagina", title="Pagina", text=text)
    api.content.transition(page, "publish")


def create_group(site: Any, group: dict[str, Any]) -> None:
    """Create a group, online."""
    values = {name: group[name] for name in OURS}
    values["text"] = RichTextValue(group["text"], **DUTCH_HTML)
    made = api.content.create(
        site["groepen"], "MemberOrganisation", group["id"], **values
    )
    api.content.transition(made, "publish")


def bring_up_to_date(site: Any) -> None:
    """Apply the profile again, and have the catalogue look at every group again."""
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile("profile-gastvrij:default")
    transaction.commit()
    for number, group in enumerate(site["groepen"].objectValues(), 1):
        group.reindexObject()
        commit_now_and_then(site, number)
    transaction.commit()


def commit_now_and_then(site: Any, number: int) -> None:
    """Keep what was done, and let go of the memory it takes."""
    if number % BATCH == 0:
        transaction.commit()
        site._p_jar.cacheMinimize()


def opened(home: str) -> Any:
    """Open the database of an instance as the system; return its root."""
    logging.disable(logging.WARNING)
    configure_wsgi(str(Path(home, "etc", "zope.conf")))
    app = makerequest(Zope2.app())
    newSecurityManager(None, system)
    alsoProvides(app.REQUEST, IPloneRestapiLayer)
    setRequest(app.REQUEST)
    return app


def main(home: str, groups_json: str) -> None:
    """Do it all, in batches; says how fast it goes."""
    app = opened(home)
    groups = json.loads(Path(groups_json).read_text("utf-8"))
    if "gastvrij" not in app.objectIds():
        create_page(create_site(app), groups[0])
        transaction.commit()
    else:
        bring_up_to_date(app.gastvrij)
    add_missing(app.gastvrij, groups)


def add_missing(site: Any, groups: list[dict[str, Any]]) -> None:
    """Create the groups that are not there yet."""
    there = set(site["groepen"].objectIds())
    missing = [group for group in groups if group["id"] not in there]
    began = time.monotonic()
    for number, group in enumerate(missing, 1):
        create_group(site, group)
        commit_now_and_then(site, number)
        if number % BATCH == 0:
            pace = number / (time.monotonic() - began)
            print(f"  {number} of {len(missing)}, {pace:.1f} a second", flush=True)
    transaction.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
