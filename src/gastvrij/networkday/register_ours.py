"""The page on which a contact person registers people of the own group."""

from collections.abc import Mapping
from functools import cached_property
from gastvrij import _
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.networkday.our_people import LATE
from gastvrij.networkday.own_groups import own_groups
from gastvrij.networkday.register import RegisterView
from gastvrij.networkday.registration import CONTACT
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import TOGETHER
from gastvrij.values.choice_entries import Option
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from typing import Any
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message


class RegisterOurs(RegisterView):
    """``/netwerkdagen/<id>/register-our-people``: they are in at once.

    The contact person is known, and gets the letters for whoever has no address.
    """

    tab_title = _("register_ours_title", default="Register people of my group")
    page = "register-our-people"
    to_our_people = _("link_see_ours", default="See who of your group comes")

    def __call__(self) -> str:
        """Show the form; raises ``NotFound`` for who speaks for no group."""
        if not self.own:
            raise NotFound(self.page)
        return super().__call__()

    @cached_property
    def own(self) -> list[MemberOrganisation]:
        """The groups that the reader speaks for."""
        return own_groups()

    @property
    def user_id(self) -> str:
        """Who is logged in."""
        return api.user.get_current().getId()

    @cached_property
    def groups(self) -> tuple[Option, ...]:
        """Those groups; none to choose from when there is one."""
        options = tuple(Option(group.UID(), group.title) for group in self.own)
        return options if len(options) > 1 else ()

    @cached_property
    def asked(self) -> Asked:
        """What this day asks of people of the own group."""
        asked = super().asked
        return Asked(
            asked.questions, asked.diet, asked.access, self.groups, by_contact=True
        )

    @property
    def authenticator(self) -> str:
        """What shows that the form is sent by whom it was shown to."""
        view = getMultiAdapter((self.context, self.request), name="authenticator")
        return view.authenticator()

    @property
    def button(self) -> Message:
        """What the button says."""
        if self.availability.free == 0:
            return _(
                "button_ours_waiting", default="Put these people on the waiting list"
            )
        return _("button_register_ours", default="Register these people")

    def sender(self) -> Sender:
        """Return the contact person."""
        values = self.sheet.values
        chosen = values["group"] if self.groups else self.own[0].UID()
        group = next(group for group in self.own if group.UID() == chosen)
        contact = contact_called(group, self.user_id)
        return Sender(
            name=contact.name if contact else "",
            email=contact.email if contact else "",
            group=chosen,
            together=values.get("together") == TOGETHER,
            language=self.language,
            channel=CONTACT,
        )

    def _send(self, form: Mapping[str, Any]) -> str:
        if is_sent_from_here(self.context, self.request):
            return super()._send(form)
        self._fill(form)
        self.held = LATE
        return self._show(400)

    def _machine_mark(self) -> None:
        """Return nothing: who is logged in is no program."""

    def _show_receipt(self) -> str:
        url = f"{self.context.absolute_url()}/our-people?registered=yes"
        self.request.response.redirect(url, status=303)
        return ""
