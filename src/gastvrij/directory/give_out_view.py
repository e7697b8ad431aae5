"""The page on which the secretariat makes a spreadsheet of the groups."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.directory.give_out import acts_with_groups
from gastvrij.directory.give_out import give_out
from gastvrij.directory.sheet_response import as_file
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.privacy.acts import title_of
from gastvrij.spelling.dates import moment_in_words
from gastvrij.spelling.dates import today_in_belgium
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True, slots=True)
class ActShown:
    """Somebody exported or took in groups, in words."""

    moment: str
    what: Message | str
    count: int
    who: str


@implementer(ITitledPage)
class GiveOut(BrowserView):
    """``/groepen/export``: press a button and get the file; that is written down."""

    tab_title = _("give_out_title", default="Make a spreadsheet of the groups")

    def __call__(self) -> str | bytes:
        """Show the page, or return the file that was asked for."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        data = give_out(
            self.context,
            api.portal.get_current_language(),
            self.request.form.get("people") == "yes",
            api.user.get_current().getId(),
            datetime.now(UTC),
        )
        name = f"groepen-{today_in_belgium():%Y-%m-%d}.csv"
        return as_file(self.request.response, name, data)

    @property
    def acts(self) -> list[ActShown]:
        """Who exported or took in groups, the last first."""
        language = api.portal.get_current_language()
        return [
            ActShown(
                moment_in_words(act.moment, language),
                title_of(act.what),
                act.count,
                name_of(act.who) or act.who,
            )
            for act in acts_with_groups()
        ]
