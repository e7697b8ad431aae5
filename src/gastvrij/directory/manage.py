"""The pages on which the secretariat keeps groups: one, and a new one."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.editing import write
from gastvrij.directory.group_form import GroupForm
from gastvrij.directory.group_form import SectionedPage
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.standing_form import entries_of_standing
from gastvrij.directory.standing_form import names_in
from gastvrij.directory.standing_form import NEW_SECTIONS
from gastvrij.directory.standing_form import STANDING_SECTIONS
from gastvrij.links.once import new_form_token
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from plone import api
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import IUUID
from typing import Any
from typing import ClassVar
from zExceptions import BadRequest


TYPE = "MemberOrganisation"
MADE = _(
    "message_group_made",
    default="The group is made; nobody sees it yet. Name its contact person now.",
)


class ManagePage(GroupForm):
    """``/name-and-place``: what the secretariat keeps of a group.

    Zope has a page ``manage`` of its own on everything.
    """

    name: ClassVar = "name-and-place"
    heading: ClassVar = _("heading_manage_group", default="Name and place")
    lead: ClassVar = _(
        "lead_manage_group",
        default="The secretariat keeps this. The contact person keeps the rest.",
    )
    parts: ClassVar = STANDING_SECTIONS

    def entries(self) -> Iterable[Entry]:
        """Return what the secretariat keeps."""
        return entries_of_standing(names_in(self.parts))

    def write(self, user: str, now: datetime) -> tuple[str, ...]:
        """Write the values; raises ``Outdated``."""
        return write(self.context, self.sheet.values, self.stamp, user, now)


class AddPage(SectionedPage):
    """``/groepen/add``: a group that is not online yet."""

    schema: ClassVar = IMemberOrganisation
    name: ClassVar = "add"
    heading: ClassVar = _("heading_add_group", default="New group")
    lead: ClassVar = _(
        "lead_add_group",
        default="Nobody sees the group until somebody puts it online. Name its contact"
        " person afterwards, who fills in the rest.",
    )
    button: ClassVar = _("button_add_group", default="Make the group")
    parts: ClassVar = NEW_SECTIONS

    def entries(self) -> Iterable[Entry]:
        """Return what has to be known of a new group."""
        return entries_of_standing(names_in(self.parts))

    @property
    def content(self) -> Any:
        """A group of which nothing is known yet."""
        return createContent(TYPE)

    @property
    def stamp(self) -> str:
        """The form's own token, so that pressing twice makes one group."""
        return one(self.request.form, "stamp") or new_form_token()

    def save(self) -> str:
        """Make the group, and lead to where its people are named."""
        site = api.portal.get()
        made = receipt_of(site, self.stamp)
        if made is not None:
            return people_of(api.content.get(UID=made))
        try:
            group = api.content.create(self.context, TYPE, **self.sheet.values)
        except BadRequest as refused:
            self.sheet.sentences["title"] = str(refused)
            return ""
        remember(site, self.stamp, IUUID(group), datetime.now(UTC))
        api.portal.show_message(MADE, self.request)
        return people_of(group)


def people_of(group: MemberOrganisation) -> str:
    """Return the address of the page on which the people of a group are named."""
    return f"{group.absolute_url()}/people"
