"""What somebody takes part in, as a calendar file, behind the link to the own page."""

from datetime import datetime
from datetime import UTC
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.networkday import ledger_views
from gastvrij.networkday.day_calendar import own_calendar
from gastvrij.networkday.day_calendar import signed_off_calendar
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import holder_of
from gastvrij.networkday.registration_links import PROGRAMME_PAGE
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.values.entries import one
from Products.Five.browser import BrowserView
from zExceptions import NotFound


def had_a_seat(person: Person) -> bool:
    """Tell whether somebody has or had a seat, so that a calendar may know of it."""
    return any(standing == CONFIRMED for standing, _moment in person.moments)


class OwnProgramme(BrowserView):
    """``/netwerkdagen/<id>/own-programme.ics?token=&person=``: one person's day.

    It has the items in which the person has a seat. After signing off the same link
    takes all of it out of the calendar again.
    """

    def __call__(self) -> bytes:
        """Return the file; raises ``NotFound`` for a link that does not work."""
        person = self._person()
        day, changes = self.context, ledger_views.stamp(self.context)
        file = signed_off_calendar(day, person.language, changes, person.id)
        if person.is_there:
            chosen = [c.item for c in person.seat.choices if c.seated]
            file = own_calendar(day, chosen, person.language, changes, person.id)
        method = "CANCEL" if b"METHOD:CANCEL" in file else "PUBLISH"
        tell = self.request.response.setHeader
        tell("Content-Type", f"text/calendar; charset=utf-8; method={method}")
        name = f"{self.context.getId()}.ics"
        tell("Content-Disposition", f'attachment; filename="{name}"')
        return file

    def _person(self) -> Person:
        keep_to_yourself(self.request.response)
        form = self.request.form
        try:
            holder = holder_of(self.context, one(form, "token"), datetime.now(UTC))
        except LinkRefused:
            raise NotFound(PROGRAMME_PAGE) from None
        asked = one(form, "person")
        for person in holder.people:
            if person.id == asked and had_a_seat(person):
                return person
        raise NotFound(PROGRAMME_PAGE)
