"""Write the site's content to a folder, as the demo profile reads it.

Run inside the instance: bin/instance run scripts/export_demo.py FOLDER
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from argparse import Namespace
from gastvrij.site.coming_days import FILE
from pathlib import Path
from plone.exportimport.exporters import get_exporter
from plone.restapi.interfaces import IPloneRestapiLayer
from tempfile import TemporaryDirectory
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides

import json
import shutil
import sys


# what the demo profile imports; accounts and their passwords stay out of the repository
EXPORTERS = ("plone.exporter.content", "plone.exporter.relations")
# the people behind the groups stay out as well; each imported group gets a new file
PUBLIC = {"portal_type": {"not": ["MemberFile", "InternalNotes"]}}


def forget_accounts(content: Path, accounts: set[str]) -> None:
    """Take the accounts' local roles out of what was exported; groups keep theirs.

    The permissions of the site itself are left to the default profile.
    """
    path = content / "__metadata__.json"
    metadata = json.loads(path.read_text("utf-8"))
    for entry in metadata["local_roles"].values():
        roles = entry.get("local_roles", {})
        entry["local_roles"] = {
            name: granted for name, granted in roles.items() if name not in accounts
        }
    metadata["local_permissions"]["plone_site_root"] = {}
    path.write_text(json.dumps(metadata, indent=2, sort_keys=True), "utf-8")


def leave_out_coming_days(site: Any) -> None:
    """Take the days away that each demo site plans for itself; nothing is committed."""
    names = {told["id"] for told in json.loads(FILE.read_text("utf-8"))}
    site.netwerkdagen.manage_delObjects(list(names & set(site.netwerkdagen)))


def export(app: Any, folder: Path) -> None:
    """Replace what the folder holds by what the site holds now."""
    newSecurityManager(None, system)
    alsoProvides(app.REQUEST, IPloneRestapiLayer)
    setRequest(app.REQUEST)
    setSite(app.gastvrij)
    leave_out_coming_days(app.gastvrij)
    with TemporaryDirectory() as fresh:
        options = Namespace(include_revisions=False, query=PUBLIC)
        exporters = get_exporter(app.gastvrij).exporters
        for name in EXPORTERS:
            exporters[name].export_data(Path(fresh), options=options)
        accounts = set(app.gastvrij.acl_users.source_users.listUserIds())
        forget_accounts(Path(fresh) / "content", accounts)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(fresh, folder)


if __name__ == "__main__":
    export(globals()["app"], Path(sys.argv[-1]))
