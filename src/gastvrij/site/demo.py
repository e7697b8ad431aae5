"""The demo content: the network's own pages, with fictional groups."""

from pathlib import Path
from plone import api
from plone.exportimport.importers import get_importer
from Products.GenericSetup.tool import SetupTool


CONTENT = Path(__file__).parent.parent / "profiles" / "demo" / "content"


def after_demo(setup: SetupTool) -> None:
    """Import the exported content, then let the catalogue see it as it is now."""
    if CONTENT.exists():
        get_importer(api.portal.get()).import_site(CONTENT)
