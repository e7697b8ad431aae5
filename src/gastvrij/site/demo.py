"""The demo content: the network's own pages, with fictional groups."""

from datetime import datetime
from datetime import UTC
from gastvrij.directory.files import put_files_in_order
from gastvrij.site.accounts import make_accounts
from gastvrij.site.accounts import write_down
from gastvrij.site.coming_days import plan_coming_days
from gastvrij.site.held_day import hold_day
from gastvrij.toolkit.change_record import told_to_nobody
from pathlib import Path
from plone import api
from plone.exportimport.importers import get_importer
from Products.CMFPlone.Portal import PloneSite
from Products.GenericSetup.tool import SetupTool

import logging


CONTENT = Path(__file__).parent.parent / "profiles" / "demo" / "content"
IMPORTERS = ("plone.importer.content", "plone.importer.relations")
CONTACT_PERSONS_GROUP = "de-warme-drempel"

logger = logging.getLogger("gastvrij")


def after_demo(setup: SetupTool) -> None:
    """Fill the site with the demo content and create its accounts."""
    portal = api.portal.get()
    with api.env.adopt_roles(["Manager"]):
        import_content(portal)
        plan_coming_days(portal, datetime.now(UTC))
        hold_day(portal, datetime.now(UTC))
        put_files_in_order(portal, datetime.now(UTC))
        accounts = make_accounts(portal, CONTACT_PERSONS_GROUP)
    path = write_down(accounts)
    logger.info("The demo accounts are in %s", path)


def import_content(portal: PloneSite) -> None:
    """Import the exported content; what is there already becomes as it was.

    The importer restores states by transitions and then puts the old history back, so
    role mappings and catalogue are brought in line at the end.
    """
    importers = get_importer(portal).importers
    with told_to_nobody():
        for name in IMPORTERS:
            importers[name].intermediate_commits = False
            importers[name].import_data(CONTENT)
    api.portal.get_tool("portal_workflow").updateRoleMappings()
    api.portal.get_tool("portal_catalog").clearFindAndRebuild()
