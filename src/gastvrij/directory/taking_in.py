"""Does what a plan for a spreadsheet of groups says."""

from datetime import datetime
from gastvrij.directory.editing import stamp_of
from gastvrij.directory.editing import write
from gastvrij.directory.groups_by_name import TYPE
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.take_in import CHANGED
from gastvrij.directory.take_in import NEW
from gastvrij.directory.take_in import Plan
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


def carry_out(plan: Plan, directory: MemberDirectory, who: str, now: datetime) -> None:
    """Make the new groups, as drafts, and change the changed ones.

    Rows that are refused are passed over; nothing is ever taken away. It is all in the
    transaction of the caller; ``who`` is the id of the user who asked for it.
    """
    for line in plan.lines:
        values = line.row.values
        if line.kind == NEW:
            addContentToContainer(directory, createContent(TYPE, **values))
        elif line.kind == CHANGED:
            group = directory[line.group_id]
            write(group, values, stamp_of(group, values), who, now)
