"""A group as whoever keeps it meets it: how it is, what waits, what can be done."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.directory.change_requests import open_requests_of
from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.field_words import in_words
from gastvrij.directory.freshness import in_words as freshness_in_words
from gastvrij.directory.freshness import standing_of
from gastvrij.directory.labels import Label
from gastvrij.directory.labels import label_of
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.profile_form import label_of_field
from gastvrij.directory.states import STATES
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from gastvrij.spelling.dates import today_in_belgium
from plone import api
from zope.component import getUtilitiesFor
from zope.i18nmessageid import Message


# the pages on which a group is kept, for whoever may open them
WAYS = (
    ("update", _("link_edit_profile", default="Update the profile")),
    ("confirm", _("link_confirm_profile", default="Is it still right?")),
    ("preview", _("link_preview_profile", default="See it as a visitor")),
    ("status", _("link_change_state", default="Put online, pause or hide")),
    ("people", _("link_contacts", default="Contact persons")),
    ("ask-change", _("link_ask_change", default="Ask for a change")),
    ("name-and-place", _("link_manage_group", default="Name and place")),
    ("change-requests", _("link_change_requests", default="What was asked")),
)

SEEN = {
    "draft": _("seen_draft", default="Not online yet: visitors do not see it."),
    "active": _("seen_active", default="Online: everyone can read it."),
    "paused": _(
        "seen_paused", default="Online: visitors read that you stopped for a while."
    ),
    "hidden": _("seen_hidden", default="Hidden: visitors do not find it."),
    "ended": _("seen_ended", default="Stopped: visitors read that the group ended."),
}


@dataclass(frozen=True)
class Way:
    """A page on which something is done with the group."""

    url: str
    title: Message


@dataclass(frozen=True)
class OpenRequest:
    """What the secretariat was asked and has not decided on, in words."""

    day: str
    wishes: list[tuple[Message, str]]
    note: str


def waiting_for_user() -> list[WaitingThing]:
    """Return what waits for whoever is logged in, in all rooms."""
    user = api.user.get_current()
    site, now = api.portal.get(), datetime.now(UTC)
    roles = frozenset(user.getRoles())
    return [
        thing
        for _name, room in getUtilitiesFor(IWaitingThings)
        for thing in room.for_user(site, user.getId(), roles, now)
    ]


def waiting_about(url: str, things: list[WaitingThing]) -> list[WaitingThing]:
    """Return what of it is about the group at an address."""
    return [thing for thing in things if f"{thing.url}/".startswith(f"{url}/")]


class KeptGroup:
    """What whoever keeps a group is told about it, in the words of ``language``."""

    def __init__(self, group: MemberOrganisation, language: str) -> None:
        self.group = group
        self.language = language
        self.url = group.absolute_url()
        self.title = group.title
        self.state = api.content.get_state(group)

    @property
    def label(self) -> Label | None:
        """The mark of its state; None while it is simply active."""
        return label_of(self.state, "")

    @property
    def state_word(self) -> Message:
        """How it is."""
        return STATES[self.state]

    @property
    def seen(self) -> Message:
        """What visitors see of it."""
        return SEEN[self.state]

    @property
    def freshness(self) -> Message:
        """When the group last said that its profile is right."""
        now = standing_of(self.group, today_in_belgium())
        return freshness_in_words(self.group.confirmed_on, now, self.language)

    @property
    def waiting(self) -> list[WaitingThing]:
        """What waits for the user about this group."""
        return waiting_about(self.url, waiting_for_user())

    @property
    def requests(self) -> list[OpenRequest]:
        """What was asked of the secretariat and is not decided yet."""
        return [
            OpenRequest(
                full_date(request.asked.astimezone(BELGIUM).date(), self.language),
                [
                    (label_of_field(name), in_words(name, value, self.language))
                    for name, value in request.wanted.items()
                ],
                request.note,
            )
            for request in open_requests_of(self.group)
        ]

    @property
    def ways(self) -> list[Way]:
        """The pages that the user may open."""
        return [
            Way(f"{self.url}/{name}", title)
            for name, title in WAYS
            if self._is_for_user(name)
        ]

    def _is_for_user(self, name: str) -> bool:
        if name == "ask-change" and self._is_kept_by_user:
            return False
        if name == "confirm" and self.state == "ended":
            return False
        if name == "change-requests" and not open_requests_of(self.group):
            return False
        return self.group.restrictedTraverse(name, None) is not None

    @property
    def _is_kept_by_user(self) -> bool:
        return api.user.has_permission(MANAGE, obj=self.group)
