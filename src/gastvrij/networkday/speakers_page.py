"""The page on which a coordinator names the speakers of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday import speakers_form
from gastvrij.networkday.programme import programme
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.speaker_records import is_in_programme
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.networkday.speaker_row import row_of
from gastvrij.networkday.speaker_row import SpeakerRow
from gastvrij.networkday.speaker_steps import ask
from gastvrij.networkday.speaker_steps import ask_again
from gastvrij.networkday.speaker_steps import write_down
from gastvrij.networkday.speakers import forget
from gastvrij.networkday.speakers import take_row_out
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from plone import api
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.interface import implementer


DONE = {
    "again": _("message_speaker_again", default="The letter is on its way again."),
    "forget": _("message_speaker_forgotten", default="Taken out."),
    "unlist": _("message_speaker_unlisted", default="Taken out of the programme."),
    speakers_form.LETTER: _(
        "message_speaker_asked",
        default="The letter is on its way. The name is nowhere until they agree.",
    ),
    speakers_form.IN_PERSON: _(
        "message_speaker_written", default="The name is in the programme."
    ),
}


@dataclass(frozen=True)
class ItemSpeakers:
    """The speakers of an item; ``others`` are names of which nobody was asked here."""

    slot: Slot
    rows: list[SpeakerRow]
    others: list[dict[str, str]]


@implementer(ITitledPage)
class SpeakersPage(FormPage):
    """``/netwerkdagen/<id>/speakers``: who was asked, what they said, and one more."""

    schema: ClassVar = speakers_form.INamedSpeaker
    tab_title = _("heading_speakers", default="Speakers")

    def __call__(self) -> str:
        """Show who speaks, or do what a button asks."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        action = one(self.request.form, "action")
        if self.request.method != "POST" or action not in ("again", "forget", "unlist"):
            return super().__call__()
        if is_sent_from_here(self.context, self.request) and self._act(action):
            api.portal.show_message(DONE[action], self.request)
        self.request.response.redirect(self.here, status=303)
        return ""

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/speakers"

    @cached_property
    def slots(self) -> list[Slot]:
        """The items at which somebody can speak."""
        slots = [slot for part in programme(self.context) for slot in part.slots]
        return [slot for slot in slots if slot.kind != "break"]

    @property
    def content(self) -> Any:
        """Nobody is filled in yet; an item may be, by a link."""
        return SimpleNamespace(
            slots=self.slots,
            item=one(self.request.form, "at"),
            name=None,
            organisation=None,
            email=None,
            consent=speakers_form.LETTER,
        )

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        return speakers_form.entries()

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @cached_property
    def items(self) -> list[ItemSpeakers]:
        """The items, each with its speakers."""
        return [self._speakers_at(slot) for slot in self.slots]

    def save(self) -> str:
        """Ask, or write down who agreed; a refusal stands next to its field."""
        values = self.sheet.values
        try:
            self._name(values)
        except Refused as refused:
            self.sheet.sentences[refused.name] = refused.doc()
            return ""
        api.portal.show_message(DONE[values["consent"]], self.request)
        return self.here

    def _name(self, values: dict[str, Any]) -> None:
        item = self._item(values["item"])
        if item is None:
            raise Refused(_("error_speaker_item", default="Choose an item."), "item")
        email = mail_address(values["email"]) if values["email"] else ""
        is_asked = values["consent"] == speakers_form.LETTER
        if is_asked and not email:
            raise Refused(
                _("error_speaker_email", default="A letter needs an address."), "email"
            )
        do = ask if is_asked else write_down
        me = api.user.get_current().getId()
        who = (values["name"], values["organisation"] or "", email, me)
        do(self.site, item, *who, self.now)

    def _act(self, action: str) -> bool:
        form = self.request.form
        if action == "unlist":
            return self._unlist(one(form, "item"), one(form, "name"))
        speaker = self._speaker(one(form, "speaker"))
        if speaker is None or (action == "again" and not speaker.email):
            return False
        if action == "again":
            ask_again(self.site, speaker, self.now)
        else:
            forget(self.site, speaker)
        return True

    def _unlist(self, uid: str, name: str) -> bool:
        item = self._item(uid)
        others = self._others(item) if item is not None else []
        row = next((each for each in others if each["name"] == name), None)
        if item is not None and row is not None:
            take_row_out(item, row)
        return row is not None

    def _speakers_at(self, slot: Slot) -> ItemSpeakers:
        language = api.portal.get_current_language()
        known = speakers_of(self.site, [slot.uid])
        item = self._item(slot.uid)
        rows = [row_of(each, language) for each in known]
        return ItemSpeakers(slot, rows, self._others(item) if item is not None else [])

    def _others(self, item: IProgrammeItem) -> list[dict[str, Any]]:
        """Return the names in the programme of which nobody was asked here."""
        known = speakers_of(self.site, [api.content.get_uuid(item)])
        shown = [each.row for each in known if is_in_programme(each)]
        return [row for row in item.speakers or [] if row not in shown]

    def _item(self, uid: str) -> IProgrammeItem | None:
        return self._items.get(uid)

    @cached_property
    def _items(self) -> dict[str, IProgrammeItem]:
        return {api.content.get_uuid(item): item for item in items_of(self.context)}

    def _speaker(self, speaker_id: str) -> Speaker | None:
        known = speakers_of(self.site, self._items)
        return next((each for each in known if each.id == speaker_id), None)
