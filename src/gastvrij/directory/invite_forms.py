"""The forms that ask somebody to speak for a group: as deputy, or as successor."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import DEPUTY
from gastvrij.directory.people_forms import FIELDS
from gastvrij.directory.people_forms import PeopleForm
from gastvrij.directory.taking_over import ask
from gastvrij.values.entries import Entry
from plone import api
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zExceptions import NotFound


class InvitePage(PeopleForm):
    """Asks somebody by letter; only who speaks for the group can ask."""

    role: ClassVar[str]

    button = _("button_send_invitation", default="Send the letter")
    done = _(
        "message_invitation_sent",
        default="The letter is on its way. Nothing changes until they accept.",
    )

    @property
    def content(self) -> Any:
        """Nothing is filled in yet."""
        return SimpleNamespace(email=None)

    @property
    def asker(self) -> Contact:
        """The reader; raises ``NotFound`` for who cannot ask this."""
        contact = contact_called(self.context, api.user.get_current().getId())
        if contact is None or (self.role == CONTACT != contact.role):
            raise NotFound("people")
        return contact

    def __call__(self) -> str:
        """Show the form to whom it is for."""
        self.asker  # noqa: B018, raises for others
        return super().__call__()

    def entries(self) -> Iterable[Entry]:
        """Return the e-mail address."""
        return [
            Entry(
                FIELDS["email"],
                help=_(
                    "help_personal_address",
                    default="A personal address, not one that several people read such"
                    " as info@.",
                ),
                kind="email",
                autocomplete="off",
            )
        ]

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Ask them."""
        ask(self.context, values["email"], self.role, self.asker, now)


class AddDeputyPage(InvitePage):
    """``/people-invite``: somebody who helps to keep the page right."""

    role = DEPUTY
    heading = _("heading_invite_deputy", default="Add a deputy")
    lead = _(
        "lead_invite_deputy",
        default="A deputy can change the page as well. They get a letter with a link,"
        " and are a deputy once they accept. The link works for two weeks.",
    )


class HandOverPage(InvitePage):
    """``/people-handover``: somebody who comes in the place of the contact person."""

    role = CONTACT
    heading = _("heading_hand_over", default="Hand over to a successor")
    lead = _(
        "lead_hand_over",
        default="Your successor gets a letter with a link. As soon as they accept, they"
        " are the contact person, and you can no longer change the page. Until then"
        " nothing changes. The public address of the group stays as it is.",
    )
