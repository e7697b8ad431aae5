"""What the profiles do beyond what GenericSetup's files can say."""

from gastvrij import _
from plone import api
from Products.CMFPlone.Portal import PloneSite
from Products.GenericSetup.tool import SetupTool
from zope.i18n import translate
from zope.i18nmessageid import Message


JOBS = (
    ("groepen", "MemberDirectory", _("job_directory", default="Groups")),
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

HOME = "home"


def after_default(setup: SetupTool) -> None:
    """Make the groups, the container of each job and the home page; safe to repeat."""
    portal = api.portal.get()
    make_groups()
    make_job_containers(portal)
    if portal.getProperty("layout") in (None, "", "listing_view"):
        portal.setLayout(HOME)


def make_groups() -> None:
    """Create the groups that carry the site roles; those that exist keep their members."""
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


def _in_dutch(title: Message) -> str:
    return translate(title, target_language="nl")


def before_uninstall(setup: SetupTool) -> None:
    """Give the home page back to Plone while our view is still known."""


def after_uninstall(setup: SetupTool) -> None:
    """Take away what the profile's files cannot."""
