"""The page that a link in a letter leads to: a speaker says yes or no."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.networkday import wording
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.programme_item import ISpeaker
from gastvrij.networkday.speaker_letters import asker_of
from gastvrij.networkday.speaker_records import is_in_programme
from gastvrij.networkday.speaker_records import item_of
from gastvrij.networkday.speaker_records import REFUSED
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speaker_records import speaker_called
from gastvrij.networkday.speaker_steps import say_no
from gastvrij.networkday.speaker_steps import say_yes
from gastvrij.networkday.speakers import PURPOSE
from gastvrij.networkday.summary import summary_of_day
from gastvrij.values.boxes import Box
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.refusal import Refused
from plone import api
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from urllib.parse import urlencode
from zope.interface import implementer
from zope.schema import getFields


GONE = 410
FIELDS = getFields(ISpeaker)


@implementer(ITitledPage)
class SpeakerPage(FormPage):
    """``/netwerkdagen/speaker?token=``: GET shows what is asked, POST answers.

    The day itself may not be announced yet: the page tells its name.
    """

    schema: ClassVar = ISpeaker
    tab_title = _("heading_speaker", default="Your name in the programme")

    speaker: Speaker | None = None
    item: IProgrammeItem | None = None

    def __call__(self) -> str:
        """Show the question, or do what was pressed; tell when the link is dead."""
        keep_to_yourself(self.request.response)
        self.site, self.now = api.portal.get(), datetime.now(UTC)
        self.token = one(self.request.form, "token")
        self._look()
        if self.speaker is None or self.item is None:
            self.request.response.setStatus(GONE)
            return self.index()
        if self.request.method == "POST" and self._says_no(self.speaker):
            self.request.response.redirect(self.here, status=303)
            return ""
        return super().__call__()

    def _look(self) -> None:
        try:
            link = look(self.site, self.token, PURPOSE, self.now)
        except LinkRefused:
            return
        self.speaker = speaker_called(self.site, link.thing)
        self.item = item_of(self.speaker) if self.speaker else None

    def _says_no(self, speaker: Speaker) -> bool:
        """Do what needs nothing to be filled in."""
        is_no = one(self.request.form, "answer") == "no"
        if not is_no or not is_sent_from_here(self.context, self.request):
            return False
        say_no(self.site, speaker, self.now)
        return True

    @property
    def here(self) -> str:
        """The address of this page."""
        query = urlencode({"token": self.token})
        return f"{self.context.absolute_url()}/speaker?{query}"

    @property
    def content(self) -> Any:
        """What stands in the programme, or what the coordinator wrote."""
        known = self.speaker
        if known is None:
            return SimpleNamespace(name="", organisation="")
        if self.is_agreed:
            return SimpleNamespace(name=known.shown, organisation=known.shown_of)
        return SimpleNamespace(name=known.name, organisation=known.organisation)

    def entries(self) -> Iterable[Entry]:
        """Return what is asked."""
        return [
            Entry(
                FIELDS["name"],
                label=_("label_shown_name", default="Your name as people read it"),
                help=_(
                    "help_shown_name",
                    default="Your first name alone, or another name, is fine.",
                ),
                autocomplete="off",
            ),
            Entry(
                FIELDS["organisation"],
                help=_(
                    "help_shown_organisation",
                    default="Leave it empty if you speak for yourself.",
                ),
                autocomplete="organization",
            ),
        ]

    @property
    def boxes(self) -> list[Box]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @property
    def is_agreed(self) -> bool:
        """Whether the name is in the programme."""
        return self.speaker is not None and is_in_programme(self.speaker)

    @property
    def is_refused(self) -> bool:
        """Whether the speaker said no."""
        return self.speaker is not None and self.speaker.answer == REFUSED

    @property
    def asker(self) -> str:
        """Who asks."""
        return asker_of(self.speaker) if self.speaker else ""

    @property
    def when(self) -> str:
        """When the day is, in words."""
        if self.item is None:
            return ""
        language = api.portal.get_current_language()
        return wording.when(summary_of_day(self.item.aq_parent, self.now), language)

    @property
    def public_url(self) -> str:
        """Where the name can be read; empty while the day is not announced."""
        day = self.item.aq_parent if self.item is not None else None
        is_public = day is not None and api.content.get_state(day) != "draft"
        return self.item.absolute_url() if self.item is not None and is_public else ""

    def save(self) -> str:
        """Put the name into the programme; a refusal stands next to its field."""
        if self.speaker is None:
            return ""
        values = self.sheet.values
        who = (values["name"], values["organisation"] or "")
        try:
            say_yes(self.site, self.speaker, *who, self.now)
        except Refused as refused:
            self.sheet.sentences[refused.name] = refused.doc()
            return ""
        return self.here
