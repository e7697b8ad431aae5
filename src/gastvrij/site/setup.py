"""What the profiles do beyond what GenericSetup's files can say."""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.guessing import put_brake_on
from gastvrij.accounts.guessing import take_brake_off
from gastvrij.directory.files import put_files_in_order
from gastvrij.privacy.interfaces import IGuarded
from plone import api
from Products.CMFPlone.Portal import PloneSite
from Products.GenericSetup.tool import SetupTool
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.i18nmessageid import Message

import logging


JOBS = (
    ("groepen", "MemberDirectory", _("job_directory", default="Groups")),
    (
        "lid-worden",
        "MembershipDesk",
        _("job_membership", default="Join us"),
    ),
    ("toolkit", "ToolkitLibrary", _("job_toolkit", default="Toolkit")),
    ("netwerkdagen", "NetworkDays", _("job_network_days", default="Network days")),
)

GROUPS = (
    ("secretariat", "Secretariat", _("role_secretariat", default="Secretariat")),
    ("board", "Board Member", _("role_board", default="Board")),
    (
        "toolkit-editors",
        "Toolkit Editor",
        _("role_toolkit_editors", default="Toolkit editors"),
    ),
    (
        "networkday-coordinators",
        "Network Day Coordinator",
        _("role_networkday_coordinators", default="Network day coordinators"),
    ),
)

TYPES = (
    "MemberDirectory",
    "MemberOrganisation",
    "MemberFile",
    "InternalNotes",
    "MembershipDesk",
    "GovernanceDocument",
    "MembershipApplication",
    "ToolkitLibrary",
    "ToolkitEdition",
    "ToolkitChapter",
    "ToolkitSection",
    "ToolkitAddendum",
    "NetworkDays",
    "NetworkDay",
    "ProgrammeItem",
)

HOME = "home"
TABS = "plone.displayed_types"
UNSEARCHED = "plone.types_not_searched"
RULE_SET = "gastvrij.page"
OPERATIONS = "plone.caching.interfaces.ICacheSettings.operationMapping"

logger = logging.getLogger("gastvrij")


def after_default(setup: SetupTool) -> None:
    """Make groups, containers, private files and the home page; safe to repeat."""
    portal = api.portal.get()
    make_groups()
    make_job_containers(portal)
    put_files_in_order(portal, datetime.now(UTC))
    keep_tokens(portal)
    put_brake_on(portal)
    if portal.getDefaultPage() is None:
        portal.setLayout(HOME)


def make_groups() -> None:
    """Create the groups that carry the site roles; the members of others stay."""
    for name, role, title in GROUPS:
        if api.group.get(groupname=name) is None:
            api.group.create(groupname=name, title=_in_dutch(title))
        api.group.grant_roles(groupname=name, roles=[role])


def make_job_containers(portal: PloneSite) -> None:
    """Create the container of each job at its fixed address, if it is not there."""
    for name, portal_type, title in JOBS:
        if name not in portal:
            with api.env.adopt_roles(["Manager"]):
                api.content.create(portal, portal_type, id=name, title=_in_dutch(title))


def keep_tokens(portal: PloneSite) -> None:
    """Keep REST tokens, so that logging out makes an end to them."""
    plugin = portal.acl_users.jwt_auth
    if not plugin.store_tokens:
        plugin._tokens = OOBTree()
        plugin.store_tokens = True


def _in_dutch(title: Message) -> str:
    return translate(title, target_language="nl")


def before_uninstall(setup: SetupTool) -> None:
    """Give Plone its own home page back, and say what becomes of the content."""
    portal = api.portal.get()
    if portal.getProperty("layout") == HOME:
        portal.manage_delProperties(["layout"])
    left = len(
        api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            object_provides=[IGuarded.__identifier__]
        )
    )
    message = _(
        "uninstalled_content_stays",
        default=(
            "${count} pages of the network stay in the database, as private as they"
            " were. They are shown again when you install the add-on again."
        ),
        mapping={"count": left},
    )
    logger.info(translate(message, target_language="en"))
    api.portal.show_message(message)


def after_uninstall(setup: SetupTool) -> None:
    """Take away roles, groups, permissions and workflow bindings."""
    portal = api.portal.get()
    take_brake_off(portal)
    names = [name for name, role, title in GROUPS]
    for name in names:
        api.group.delete(groupname=name)
    _forget_roles(portal, [role for name, role, title in GROUPS] + ["Contact Person"])
    for permission in portal.possible_permissions():
        if permission.startswith("gastvrij: "):
            portal.manage_permission(permission, roles=[], acquire=1)
    workflow = api.portal.get_tool("portal_workflow")
    workflow.setChainForPortalTypes(TYPES, "(Default)")
    _forget_settings()
    _forget_ledgers(portal)


def _forget_ledgers(portal: PloneSite) -> None:
    """Take away letters, links, receipts and whatever else rooms keep on the site."""
    annotations = IAnnotations(portal)
    for name in [name for name in annotations if name.startswith("gastvrij.")]:
        del annotations[name]


def _forget_roles(portal: PloneSite, roles: list[str]) -> None:
    portal._delRoles(roles)
    manager = portal.acl_users.portal_role_manager
    for role in roles:
        if role in manager.listRoleIds():
            manager.removeRole(role)


def _forget_settings() -> None:
    """Take our entries out of settings that we share with Plone."""
    operations = api.portal.get_registry_record(OPERATIONS)
    kept = {name: op for name, op in operations.items() if name != RULE_SET}
    api.portal.set_registry_record(OPERATIONS, kept)
    for name in (TABS, UNSEARCHED):
        types = api.portal.get_registry_record(name)
        api.portal.set_registry_record(name, tuple(t for t in types if t not in TYPES))
