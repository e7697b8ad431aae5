"""Where the calendar file of a day is, and how Plone's own exports tell of the day."""

from gastvrij.networkday.calendar_file import component
from gastvrij.networkday.calendar_file import method_of
from gastvrij.networkday.day_calendar import calendar_of_day
from gastvrij.networkday.day_calendar import event_of_day
from gastvrij.networkday.network_day import INetworkDay
from icalendar import Event
from plone import api
from plone.event.interfaces import IICalendarEventComponent
from Products.Five.browser import BrowserView
from zope.component import adapter
from zope.interface import implementer


class DayCalendar(BrowserView):
    """``/netwerkdagen/<id>/day.ics``: the day, for a calendar program.

    A program asks again each time whether something has changed.
    """

    def __call__(self) -> bytes:
        """Return the file."""
        language = api.portal.get_current_language()
        method = method_of([event_of_day(self.context, language)])
        tell = self.request.response.setHeader
        tell("Content-Type", f"text/calendar; charset=utf-8; method={method}")
        tell(
            "Content-Disposition",
            f'attachment; filename="{self.context.getId()}.ics"',
        )
        tell("Cache-Control", "no-cache")
        return calendar_of_day(self.context, language)


@implementer(IICalendarEventComponent)
@adapter(INetworkDay)
class NetworkDayComponent:
    """A day among other events that Plone exports, with the same UID and number."""

    def __init__(self, context: INetworkDay) -> None:
        self.context = context

    def to_ical(self) -> Event:
        """Return the event."""
        return component(event_of_day(self.context, api.portal.get_current_language()))
