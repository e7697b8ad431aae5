"""The page on which a coordinator calls a day off, or undoes it."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.calling_off import calling_off_of
from gastvrij.networkday.calling_off import CallingOff
from gastvrij.networkday.calling_off import give_reason
from gastvrij.networkday.calling_off_steps import call_off
from gastvrij.networkday.calling_off_steps import counting_on
from gastvrij.networkday.calling_off_steps import REOPEN
from gastvrij.networkday.calling_off_waiting import CANCEL_DAY
from gastvrij.networkday.cancel_day_form import IReason
from gastvrij.networkday.cancel_day_form import reason_entries
from gastvrij.networkday.coordinator_page import IDayDeskPage
from gastvrij.networkday.door import end_of
from gastvrij.networkday.mailboxes import Caller
from gastvrij.networkday.mailboxes import mailboxes
from gastvrij.networkday.mailboxes import to_call
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.registration import Person
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.networkday.turns import take_turn
from gastvrij.spelling.dates import moment_in_words
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from types import SimpleNamespace
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


UNDONE = _("message_cancel_undone", default="Undone: the day goes on. Nobody was told.")
GOES_ON = _(
    "message_day_goes_on",
    default="The day goes on. Who knew that it was called off gets a letter now.",
)
KEPT = _("message_reason_kept", default="The reason is kept.")


@implementer(IDayDeskPage)
class CancelDayPage(FormPage):
    """``/netwerkdagen/<id>/cancel-day``, for who organises the day."""

    schema = IReason

    def __call__(self) -> Any:
        """Show where it stands, or do what a button asks."""
        keep_to_yourself(self.request.response)
        is_sent = self.request.method == "POST"
        if is_sent:
            take_turn(self.context)
        self.now = datetime.now(UTC)
        is_reopening = is_sent and self.action == REOPEN
        if is_reopening and is_sent_from_here(self.context, self.request):
            self._reopen()
            self.request.response.redirect(self.context.absolute_url(), status=303)
            return ""
        return super().__call__()

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        return reason_entries()

    def save(self) -> str:
        """Call the day off, or keep another reason."""
        reason = self.sheet.values["reason"]
        if self.can_be_called_off and self.action == "cancel":
            call_off(self.context, reason)
        elif self.is_called_off:
            give_reason(self.context, reason)
            # the page of the day is made anew; the index stays the same
            self.context.reindexObject(idxs=["getId"])
            api.portal.show_message(KEPT, self.request)
        return self.here

    @property
    def tab_title(self) -> Message:
        """What the page is called: what there is to do, or what was done."""
        if self.is_called_off:
            return _("day_status_cancelled", default="Cancelled")
        return _("way_cancel_day", default="Call the day off")

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/{CANCEL_DAY}"

    @property
    def action(self) -> str:
        """What the button that was pressed asks."""
        return one(self.request.form, "action")

    @property
    def content(self) -> Any:
        """The reason that is known."""
        return SimpleNamespace(reason=self.record.reason if self.record else "")

    @property
    def state(self) -> str:
        """The state of the day."""
        return api.content.get_state(self.context)

    @property
    def is_called_off(self) -> bool:
        """Whether it does not take place."""
        return self.state == "cancelled"

    @property
    def can_be_called_off(self) -> bool:
        """Whether there is something to call off: announced, and not over."""
        return self.state == "announced" and not self.is_past

    @property
    def is_draft(self) -> bool:
        """Whether nobody knows of the day yet."""
        return self.state == "draft"

    @property
    def is_past(self) -> bool:
        """Whether the day is over."""
        return is_over(end_of(self.context), self.now)

    @property
    def record(self) -> CallingOff | None:
        """What is known of a day that is called off."""
        return calling_off_of(self.context)

    @property
    def is_untold(self) -> bool:
        """Whether it can be undone without anybody knowing."""
        return self.record is not None and self.record.told is None

    @property
    def can_go_on(self) -> bool:
        """Whether people would be told that the day goes on."""
        return self.is_called_off and not self.is_untold and not self.is_past

    @property
    def until(self) -> str:
        """When people are told."""
        return self._in_words(self.record.until if self.record else None)

    @property
    def told(self) -> str:
        """When people were told."""
        return self._in_words(self.record.told if self.record else None)

    @cached_property
    def people(self) -> list[Person]:
        """Who counts on the day."""
        return counting_on(self.context, self.now)

    @cached_property
    def letters(self) -> int:
        """How many letters go out."""
        return len(mailboxes(self.context, self.people))

    @cached_property
    def callers(self) -> list[Caller]:
        """Who cannot be written to."""
        return to_call(self.context, self.people)

    @property
    def has_speakers(self) -> bool:
        """Whether there are speakers, who get no letter."""
        items = items_of(self.context)
        kept = speakers_of(api.portal.get(), [item.UID() for item in items])
        return bool(kept) or any(item.speakers for item in items)

    def _reopen(self) -> None:
        if self.is_called_off:
            is_known = self.record is not None and self.record.letters
            api.content.transition(self.context, REOPEN)
            message = GOES_ON if is_known else UNDONE
            api.portal.show_message(message, self.request)

    def _in_words(self, moment: datetime | None) -> str:
        language = api.portal.get_current_language()
        return moment_in_words(moment, language) if moment else ""
