"""The forms about who speaks for a group: one question a page."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import Contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.member_file import IContactRow
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.taking_over import name_somebody
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.values.boxes import Box
from gastvrij.values.choice_entries import Pick
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.refusal import Refused
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema import getFields


FIELDS = getFields(IContactRow)
PHONE_HELP = _(
    "help_contact_phone",
    default="Only the secretariat, the board and whoever else speaks for the group"
    " see it.",
)


def person_entries() -> list[Entry]:
    """Return what is asked of somebody who speaks for a group."""
    return [
        Entry(FIELDS["name"], autocomplete="name"),
        Entry(FIELDS["phone"], help=PHONE_HELP, kind="tel", autocomplete="tel"),
    ]


@implementer(ITitledPage)
class PeopleForm(FormPage):
    """A form about one group; it leads back to the list of its people."""

    schema: ClassVar = IContactRow
    form_template = ViewPageTemplateFile("templates/people_form.pt")
    heading: ClassVar[Message]
    lead: ClassVar[Message]
    button: ClassVar[Message]
    done: ClassVar[Message]

    def __call__(self) -> str:
        """Show the form, or do what was sent; kept nowhere."""
        keep_to_yourself(self.request.response)
        return super().__call__()

    @property
    def tab_title(self) -> Message:
        """What the page is called."""
        return self.heading

    @property
    def form_macros(self) -> Any:
        """The macros that draw the form."""
        return self.form_template.macros

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @property
    def group(self) -> MemberOrganisation:
        """The group that it is about."""
        return self.context

    @property
    def back_url(self) -> str:
        """Where the form leads."""
        return f"{self.context.absolute_url()}/people"

    def save(self) -> str:
        """Keep the values; a refusal of the rule comes back next to its field."""
        try:
            self.keep(self.sheet.values, datetime.now(UTC))
        except Refused as refused:
            self.sheet.sentences[refused.name] = refused.doc()
            return ""
        api.portal.show_message(self.done, self.request)
        return self.back_url

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Do what the form is for; may raise ``Refused`` with the name of a field."""
        raise NotImplementedError


class EditPersonPage(PeopleForm):
    """``/people-edit``: name and phone; one's own, or of ``person`` by the secretariat.

    The e-mail address is that of the account: who has another one hands over to it.
    """

    heading = _("heading_edit_person", default="Name and phone")
    lead = _(
        "lead_edit_person",
        default="So that the secretariat can reach the group. Visitors do not see it.",
    )
    button = _("button_save", default="Save")
    done = _("message_saved", default="Saved.")

    @property
    def content(self) -> Contact:
        """Whoever is edited; raises ``NotFound`` for who speaks for this group not."""
        me = api.user.get_current().getId()
        user_id = one(self.request.form, "person") or me
        contact = contact_called(self.context, user_id)
        if contact is None or (user_id != me and not self._is_secretariat):
            raise NotFound(user_id)
        return contact

    @property
    def person(self) -> str:
        """The user id of whoever is edited."""
        return self.content.user_id

    @property
    def _is_secretariat(self) -> bool:
        return api.user.has_permission(MANAGE, obj=self.context)

    def entries(self) -> Iterable[Entry]:
        """Return name and phone."""
        return person_entries()

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Keep name and phone."""
        known = self.content
        name, phone = values["name"], values["phone"]
        who = (known.user_id, name, known.email, phone)
        name_contact(self.context, *who, known.role, now)


class NamePersonPage(PeopleForm):
    """``/people-name``: the secretariat names somebody, who gets a letter."""

    heading = _("heading_name_person", default="Name a contact person")
    lead = _(
        "lead_name_person",
        default="They can change the page of the group at once, and get a letter that"
        " tells them how to log in. Somebody who has no account yet gets one.",
    )
    button = _("button_name_person", default="Name and send the letter")
    done = _("message_person_named", default="Done. The letter is on its way.")

    @property
    def content(self) -> Any:
        """Nobody is filled in yet."""
        return SimpleNamespace(name=None, email=None, phone=None, role=CONTACT)

    def entries(self) -> Iterable[Entry]:
        """Return who it is."""
        name, phone = person_entries()
        email = Entry(FIELDS["email"], kind="email", autocomplete="off")
        return [name, email, phone, Pick(FIELDS["role"])]

    def keep(self, values: dict[str, Any], now: datetime) -> None:
        """Name them."""
        who = (values["name"], values["email"], values["phone"], values["role"])
        name_somebody(self.context, *who, now)
