"""Create the network's site with its demo content, and the account of the root.

Run inside the instance: bin/instance run scripts/create_site.py FOLDER DISTRIBUTION
where FOLDER takes the file with the root's password. What exists is left alone.
"""

from AccessControl.SecurityManagement import newSecurityManager
from pathlib import Path
from plone.distribution.api import site as sites
from plone.restapi.interfaces import IPloneRestapiLayer
from typing import Any
from zope.globalrequest import setRequest
from zope.interface import alsoProvides

import logging
import os
import secrets
import sys
import transaction


SITE_ID = "gastvrij"
ROOT_NAME = "admin"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def create_root(app: Any, folder: Path) -> None:
    """Give the Zope root an account with a random password, kept in `folder`."""
    if app.acl_users.getUser(ROOT_NAME) is not None:
        return
    password = secrets.token_urlsafe(15)
    app.acl_users._doAddUser(ROOT_NAME, password, ["Manager"], [])
    write_private(folder / "admin-account.txt", f"{ROOT_NAME} {password} Manager\n")
    transaction.commit()


def answers() -> dict[str, str | bool]:
    """What the "create site" screen would be told."""
    return {
        "site_id": SITE_ID,
        "title": "Gastvrij Netwerk",
        "description": (
            "Lokale vrijwilligersgroepen die mensen op de vlucht verwelkomen en op weg "
            "helpen"
        ),
        "setup_content": True,
    }


def create_site(app: Any, distribution: str) -> None:
    """Create the site as the root would, unless it exists; all of it or nothing."""
    if SITE_ID in app.objectIds():
        print(f"The site {SITE_ID} exists already; it is left as it is.")
        return
    for noisy in ("GenericSetup.componentregistry", "Products.MimetypesRegistry"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    user = app.acl_users.getUser(ROOT_NAME)
    newSecurityManager(None, user.__of__(app.acl_users))
    alsoProvides(app.REQUEST, IPloneRestapiLayer)
    setRequest(app.REQUEST)
    sites.create(app, distribution, answers())
    print(f"The site {SITE_ID} was created.")


def main(app: Any, folder: str, distribution: str) -> None:
    """Make the account first: the site's content gets a known creator."""
    create_root(app, Path(folder))
    create_site(app, distribution)


if __name__ == "__main__":
    # the instance script leaves arguments of its own before ours
    main(globals()["app"], *sys.argv[-2:])
