"""A spreadsheet of the groups, as `take_in` reads it back.

It holds what everyone may see of the groups that are online and, for the secretariat,
of the others; the people who speak for a group only where they are asked for.
"""

from datetime import datetime
from gastvrij import _
from gastvrij.directory.cells import DAY
from gastvrij.directory.columns import COLUMNS
from gastvrij.directory.columns import PEOPLE
from gastvrij.directory.columns import PUBLIC_EXTRAS
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import DEPUTY
from gastvrij.directory.group_row import cell_of
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.spreadsheet import write_sheet
from gastvrij.directory.states import STATES
from gastvrij.privacy.acts import Act
from gastvrij.privacy.acts import ActTitle
from gastvrij.privacy.acts import last_acts
from gastvrij.privacy.acts import write_down
from plone import api
from typing import Any
from zope.i18n import translate


EXPORTED = "groups_exported"
EXPORTED_WITH_PEOPLE = "groups_exported_with_people"
TAKEN_IN = "groups_taken_in"
OURS = (EXPORTED, EXPORTED_WITH_PEOPLE, TAKEN_IN)

exported = ActTitle(_("act_groups_exported", default="Groups exported"))
exported_with_people = ActTitle(
    _("act_groups_exported_with_people", default="Groups exported with people")
)
taken_in = ActTitle(_("act_groups_taken_in", default="Groups taken in"))

BETWEEN_PEOPLE = "; "


def headings(language: str, with_people: bool = False) -> list[str]:
    """Return the headings that an import knows, and those of an export alone."""
    extras = PUBLIC_EXTRAS + (PEOPLE if with_people else ())
    own = [translate(each, target_language=language) for each in extras]
    return [column.heading_in(language) for column in COLUMNS] + own


def template(language: str) -> bytes:
    """Return a spreadsheet with headings only, to fill in."""
    return write_sheet([column.heading_in(language) for column in COLUMNS], [])


def give_out(
    directory: MemberDirectory,
    language: str,
    with_people: bool,
    who: str,
    now: datetime,
) -> bytes:
    """Return the groups that the user may see as a file; it is written down.

    ``who`` is the user's id. The people are those who speak for a group today.
    """
    groups = _groups(directory)
    rows = [_row(group, language, with_people) for group in groups]
    what = EXPORTED_WITH_PEOPLE if with_people else EXPORTED
    write_down(api.portal.get(), what, who, len(rows), now)
    return write_sheet(headings(language, with_people), rows)


def acts_with_groups() -> list[Act]:
    """Return who exported or took in groups, and when; the last first."""
    return [act for act in last_acts(api.portal.get()) if act.what in OURS]


def _groups(directory: MemberDirectory) -> list[Any]:
    path = {"query": "/".join(directory.getPhysicalPath()), "depth": 1}
    brains = directory.portal_catalog(
        portal_type="MemberOrganisation", path=path, sort_on="directory_order"
    )
    return [brain.getObject() for brain in brains]


def _row(group: Any, language: str, with_people: bool) -> list[str]:
    cells = [group.getId()]
    cells += [
        cell_of(column, getattr(group, column.name), language)
        for column in COLUMNS
        if column.name != "id"
    ]
    state = STATES.get(api.content.get_state(group), "")
    cells.append(translate(state, target_language=language))
    confirmed = group.confirmed_on
    cells.append(DAY.write(confirmed, language) if confirmed else "")
    return cells + (_people(group) if with_people else [])


def _people(group: Any) -> list[str]:
    cells = []
    for role in (CONTACT, DEPUTY):
        people = [each for each in contacts_of(group) if each.role == role]
        for name in ("name", "email", "phone"):
            told = (getattr(each, name) or "" for each in people)
            cells.append(BETWEEN_PEOPLE.join(told))
    return cells
