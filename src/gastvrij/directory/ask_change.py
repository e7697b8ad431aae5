"""The page on which a contact person asks for what the secretariat keeps."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.change_requests import ask
from gastvrij.directory.editing import mark_of
from gastvrij.directory.group_form import SectionedPage
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.profile_form import Section
from gastvrij.directory.standing_form import ASKED_SECTIONS
from gastvrij.directory.standing_form import entries_of_standing
from gastvrij.directory.standing_form import names_in
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from plone import api
from typing import ClassVar
from zope import schema
from zope.interface import Interface
from zope.schema import getFields


class INote(Interface):
    """Words to the secretariat."""

    note = schema.Text(
        title=_("label_request_note", default="What should the secretariat know?"),
        description=_(
            "help_request_note",
            default="Why it changes, or something that has no field above. Write"
            " nothing about people who look for help.",
        ),
        required=False,
        max_length=1000,
    )


class AskChangePage(SectionedPage):
    """``/ask-change``: each field as it is, to be changed into what is wanted."""

    schema: ClassVar = IMemberOrganisation
    name: ClassVar = "ask-change"
    heading: ClassVar = _("heading_ask_change", default="Ask for a change")
    lead: ClassVar = _(
        "lead_ask_change",
        default="The secretariat keeps this. Change what should be different, and send"
        " it. Until the secretariat has looked, visitors see the old.",
    )
    button: ClassVar = _("button_ask_change", default="Send")
    parts: ClassVar = (
        *ASKED_SECTIONS,
        Section("note", _("section_note", default="With it"), ("note",)),
    )

    def entries(self) -> Iterable[Entry]:
        """Return what can be asked, and a note."""
        asked = entries_of_standing(names_in(ASKED_SECTIONS))
        return [*asked, Area(getFields(INote)["note"], rows=4)]

    def save(self) -> str:
        """Ask for what differs; without anything to ask, say so."""
        values = dict(self.sheet.values)
        note = values.pop("note") or ""
        wanted = {
            name: value
            for name, value in values.items()
            if mark_of(value) != mark_of(getattr(self.context, name))
        }
        if not wanted and not note:
            self.sheet.sentences["title"] = _(
                "error_nothing_asked",
                default="Change something, or write below what should change.",
            )
            return ""
        user = api.user.get_current().getId()
        ask(self.context, user, wanted, note, datetime.now(UTC))
        message = _(
            "message_change_asked",
            default="Sent. The secretariat looks at it, and you get a letter.",
        )
        api.portal.show_message(message, self.request)
        return self.context.absolute_url()
