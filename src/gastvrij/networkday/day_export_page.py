"""The page on which who organises a day makes a spreadsheet of its people."""

from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.give_out_view import ActShown
from gastvrij.directory.sheet_response import as_file
from gastvrij.networkday.coordinator_page import DayDeskPage
from gastvrij.networkday.day_export import acts_with_registrations
from gastvrij.networkday.day_export import give_out
from gastvrij.privacy.acts import title_of
from gastvrij.spelling.dates import moment_in_words
from gastvrij.spelling.dates import today_in_belgium
from plone import api


class DayExport(DayDeskPage):
    """``/netwerkdagen/<id>/export``: press a button, get the file; it is written down.

    Whoever sees the registrations may do so.
    """

    tab_title = _("day_export_title", default="Spreadsheet of the registrations")

    @property
    def may_act(self) -> bool:
        """Whether the reader may export: whoever may open the page."""
        return True

    def act(self) -> bytes:
        """Return the file."""
        me = api.user.get_current().getId()
        data = give_out(self.context, self.language, me, self.now)
        name = f"{self.context.getId()}-{today_in_belgium():%Y-%m-%d}.csv"
        return as_file(self.request.response, name, data)

    @property
    def acts(self) -> list[ActShown]:
        """Who made one, the last first."""
        return [
            ActShown(
                moment_in_words(act.moment, self.language),
                title_of(act.what),
                act.count,
                name_of(act.who) or act.who,
            )
            for act in acts_with_registrations(self.context)
        ]
