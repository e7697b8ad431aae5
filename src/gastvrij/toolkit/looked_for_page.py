"""The page on which editors see what readers looked for and did not find."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.looked_for import all_looked_for
from gastvrij.toolkit.looked_for import drop
from gastvrij.toolkit.looked_for import LookedFor
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zope.interface import implementer


@dataclass(frozen=True)
class Line:
    """Words that readers looked for, and where an editor tries them."""

    id: str
    typed: str
    times: int
    day: str | None
    url: str


@implementer(ITitledPage)
class LookedForPage(BrowserView):
    """``/toolkit/looked-for``: the words, how often and when last, to clear away."""

    tab_title = _("heading_looked_for", default="What readers did not find")

    is_late = False

    def __call__(self) -> str:
        """Show the words, or clear some away."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        self.is_late = not is_sent_from_here(self.context, self.request)
        if self.is_late:
            return self.index()
        drop(api.portal.get(), one(self.request.form, "words"))
        self.request.response.redirect(self.url, status=303)
        return ""

    @property
    def url(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/looked-for"

    @property
    def lines(self) -> list[Line]:
        """The words, those that were asked most first."""
        return [self._line(each) for each in all_looked_for(api.portal.get())]

    def _line(self, each: LookedFor) -> Line:
        language = api.portal.get_current_language()
        day = each.last.astimezone(BELGIUM).date()
        query = urlencode({"q": each.typed})
        url = f"{self.context.absolute_url()}/search?{query}"
        return Line(each.id, each.typed, each.times, day_in_words(day, language), url)
