"""Where somebody goes beside the tasks: the own groups, the secretariat's pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij import _
from gastvrij.desk.tasks import Person
from gastvrij.directory.contacts import organisations_of
from Products.CMFPlone.Portal import PloneSite
from zope.i18nmessageid import Message


KEEPERS = frozenset({"Secretariat", "Board Member", "Site Administrator", "Manager"})

# the address below the site, and what the link says; shown to who may open the page
PAGES = (
    ("groepen", _("desk_link_groups", default="All groups")),
    ("groepen/add", _("desk_link_add_group", default="Add a group")),
    (
        "lid-worden/applications",
        _("desk_link_applications", default="Applications to join"),
    ),
    (
        "lid-worden/on-paper",
        _("desk_link_on_paper", default="An application on paper"),
    ),
    ("lid-worden/board", _("desk_link_board", default="Applications for the board")),
    ("lid-worden/board-sheet", _("desk_link_sheet", default="Sheet for the meeting")),
    ("groepen/import", _("desk_link_import", default="Take in a list of groups")),
    ("groepen/export", _("desk_link_export", default="Download the list of groups")),
    ("outbox", _("desk_link_outbox", default="Letters")),
    ("due-tasks", _("desk_link_due", default="What the site does by itself")),
    (
        "person-data",
        _("desk_link_person_data", default="What the site knows of one person"),
    ),
    ("@@gastvrij-settings", _("desk_link_settings", default="Settings of the network")),
    ("@@overview-controlpanel", _("desk_link_setup", default="Site setup")),
)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A link to a page that somebody may open."""

    url: str
    title: Message | str


def shortcuts_for(site: PloneSite, person: Person) -> Iterator[Shortcut]:
    """Return the own groups of the current user, and the pages that they may open.

    No pages for who has no task beyond the own group.
    """
    for group in organisations_of(site, person.user_id):
        yield Shortcut(group.absolute_url(), group.title)
    pages = PAGES if KEEPERS & person.roles else ()
    for path, title in pages:
        if site.restrictedTraverse(path, None) is not None:
            yield Shortcut(f"{site.absolute_url()}/{path}", title)
