"""What waits for somebody about profiles: an answer, a phone call, a farewell."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from gastvrij import _
from gastvrij.directory.asked import all_asked
from gastvrij.directory.asked import all_farewells
from gastvrij.directory.asked import Asked
from gastvrij.directory.asking import is_silent
from gastvrij.directory.contacts import MANAGE
from gastvrij.directory.member_file import FILE_ID
from gastvrij.directory.states import ONLINE
from gastvrij.directory.states import STANDING
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.places.municipalities import municipality
from gastvrij.settings.records import settings
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


KIND = "directory.confirm"
SILENT = f"{KIND}.silent"
FAREWELL = f"{KIND}.farewell"


@implementer(IWaitingThings)
class Unanswered:
    """For a contact person the profiles to confirm, for the secretariat the rest.

    That is groups that did not answer to the last reminder, and groups that want to
    stop. Everything told of a group stands in the catalogue.
    """

    kinds: Mapping[str, Message] = {
        KIND: _("waiting_confirm", default="Profiles to confirm"),
        SILENT: _("waiting_silent", default="Groups that do not answer"),
        FAREWELL: _("waiting_farewell", default="Groups that want to stop"),
    }

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return what waits for a contact person, or for the secretariat."""
        yield from self._own(site, user_id)
        if may(site, MANAGE, roles):
            yield from self._silent(site)
            yield from self._farewells(site)

    def _own(self, site: Any, user_id: str) -> Iterator[WaitingThing]:
        since = {
            uid: asked[user_id].first
            for uid, asked in all_asked(site)
            if user_id in asked and not asked[user_id].answered
        }
        for brain in _groups(site, since, ONLINE):
            yield _thing(
                KIND,
                brain,
                "confirm",
                since[brain.UID],
                _("waiting_confirm_action", default="Look whether it is still right"),
            )

    def _silent(self, site: Any) -> Iterator[WaitingThing]:
        since = dict(_silent_since(site))
        for brain in _groups(site, since, ONLINE):
            yield _thing(
                SILENT,
                brain,
                FILE_ID,
                since[brain.UID],
                _("waiting_silent_action", default="Call the contact person"),
            )

    def _farewells(self, site: Any) -> Iterator[WaitingThing]:
        since = {uid: farewell.told for uid, farewell in all_farewells(site)}
        for brain in _groups(site, since, STANDING):
            yield _thing(
                FAREWELL,
                brain,
                FILE_ID,
                since[brain.UID],
                _("waiting_farewell_action", default="Talk with the group"),
            )


def _silent_since(site: Any) -> Iterator[tuple[str, datetime]]:
    """Return the groups of which somebody was reminded for the last time, and when."""
    reminders = settings().confirm_reminder_days
    for uid, asked in all_asked(site):
        silent = [each.last for each in _people(asked) if is_silent(each, reminders)]
        if silent:
            yield uid, min(silent)


def _people(asked: Mapping[str, Asked]) -> list[Asked]:
    """Return how people were asked; a group with nobody to ask is another matter."""
    return [each for user_id, each in asked.items() if user_id]


def _groups(site: Any, uids: Iterable[str], states: Iterable[str]) -> Any:
    return site.portal_catalog.unrestrictedSearchResults(
        UID=list(uids), portal_type="MemberOrganisation", review_state=list(states)
    )


def _thing(
    kind: str, brain: Any, page: str, since: datetime, action: Message
) -> WaitingThing:
    place = municipality(brain.municipality).name_nl
    url = f"{brain.getURL()}/{page}"
    return WaitingThing(kind, brain.Title, url, since, action, place)


unanswered = Unanswered()
