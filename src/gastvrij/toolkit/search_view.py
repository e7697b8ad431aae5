"""The page on which a reader looks for something in the toolkit."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.pager import Pager
from gastvrij.interfaces import ITitledPage
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.toolkit.asked_edition import AskedEdition
from gastvrij.toolkit.asked_words import AskedWords
from gastvrij.toolkit.asked_words import read_words
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.looked_for import is_crowded
from gastvrij.toolkit.looked_for import tell
from gastvrij.toolkit.search_box import SearchBox
from gastvrij.toolkit.search_results import heading_of
from gastvrij.toolkit.search_results import Result
from gastvrij.toolkit.search_results import results
from gastvrij.toolkit.searching import Found
from gastvrij.toolkit.searching import search
from gastvrij.values.batching import start_in
from gastvrij.values.entries import one
from plone import api
from plone.batching.batch import Batch
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message
from zope.interface import implementer


PAGE_SIZE = 10
TITLE = _("search_toolkit_title", default="Search the toolkit")


@dataclass(frozen=True)
class OtherEdition:
    """An edition in which the same can be looked for."""

    title: str
    url: str


@implementer(ITitledPage)
class SearchView(SearchBox, BrowserView):
    """``/toolkit/search?q=``: what of the edition in force has some words.

    With ``edition`` it is another edition. Where nothing is found, one tap tells the
    editors what was looked for; that is the only POST.
    """

    nothing = ViewPageTemplateFile("templates/search_nothing.pt")
    hits = ViewPageTemplateFile("templates/search_hits.pt")
    links = ViewPageTemplateFile("../directory/templates/pager.pt")

    is_crowded = False

    def __call__(self) -> str:
        """Show what is found, or keep what was not."""
        keep_to_yourself(self.request.response)
        self.library = self.context
        self.site = api.portal.get()
        self.now = datetime.now(UTC)
        if self.request.method == "POST" and self.can_be_told:
            return self._tell()
        return self.index()

    @cached_property
    def asked(self) -> AskedWords:
        """What was typed."""
        return read_words(self.request.form)

    @cached_property
    def chosen(self) -> AskedEdition:
        """The edition in which is looked."""
        return AskedEdition(self.context, self.request.form)

    @cached_property
    def found(self) -> Found:
        """What was found."""
        edition = self.chosen.edition
        if edition is None or not self.asked.words:
            return Found()
        content = self.context[edition.id]
        return search(content, self.asked.typed, self.asked.words)

    @property
    def is_asked(self) -> bool:
        """Whether there is an answer to a question."""
        return bool(self.asked.words) and self.chosen.edition is not None

    @property
    def tab_title(self) -> Message:
        """What the page is called: the answer, where something is asked."""
        return self.heading if self.is_asked else TITLE

    @property
    def heading(self) -> Message:
        """How much was found."""
        found = self.found
        return heading_of(len(found.hits), self.asked.typed, found.is_loose)

    @property
    def css_of_field(self) -> str:
        """The class names of what is around the field."""
        return "gv-field gv-field--invalid" if self.asked.mistake else "gv-field"

    @property
    def described_by(self) -> str:
        """The elements that describe the field."""
        names = ["help", "error"] if self.asked.mistake else ["help"]
        return " ".join(f"toolkit-words-{name}" for name in names)

    @cached_property
    def batch(self) -> Batch:
        """One page of what was found; for odd requests the nearest page."""
        hits = self.found.hits
        nearest = max(0, min(start_in(self.request.form), len(hits) - 1))
        return Batch.fromPagenumber(hits, PAGE_SIZE, nearest // PAGE_SIZE + 1)

    @cached_property
    def results(self) -> list[Result]:
        """What is shown of these."""
        edition = self.chosen.edition
        if edition is None:
            return []
        return results(self.context[edition.id], self.batch, self.found.words)

    @property
    def pager(self) -> Pager:
        """The links to the other pages."""
        return Pager(self.batch, lambda page: self._url(start=(page - 1) * PAGE_SIZE))

    @property
    def others(self) -> list[OtherEdition]:
        """The editions beside this one that are not in force."""
        return [
            OtherEdition(each.title, self._url(edition=each.number))
            for each in self.chosen.others
            if each.state != CURRENT
        ]

    @property
    def current_url(self) -> str:
        """Where the same is looked for in the edition in force."""
        return f"{self.search_url}?{urlencode({'q': self.asked.typed})}#results"

    @cached_property
    def token(self) -> str:
        """The token of the form, the same however often it is shown again."""
        return token_of(self.request)

    @property
    def can_be_told(self) -> bool:
        """Whether the editors may be told that this was not found."""
        is_empty = self.is_asked and not (self.found.hits or self.chosen.is_previous)
        return is_empty and not self.asked.is_about_person

    @property
    def is_told(self) -> bool:
        """Whether the editors were told."""
        receipt = one(self.request.form, "receipt")
        return receipt_of(self.site, receipt) == self.context.UID()

    def _tell(self) -> str:
        """Keep what was looked for, once for one form."""
        if receipt_of(self.site, self.token) is None:
            sender = client_of(self.request)
            self.is_crowded = is_crowded(self.site, sender, self.now)
            if self.is_crowded:
                self.request.response.setStatus(429)
                return self.index()
            tell(self.site, self.asked.typed, self.asked.words, sender, self.now)
            remember(self.site, self.token, self.context.UID(), self.now)
        url = f"{self._url(receipt=self.token)}#results"
        self.request.response.redirect(url, status=303)
        return ""

    def _url(self, start: int = 0, **others: str | int) -> str:
        """Return where the same is asked, on another page or of another edition."""
        asked: dict[str, str | int] = {"q": self.asked.typed}
        if self.chosen.number and "edition" not in others:
            asked["edition"] = self.chosen.number
        if start:
            asked["b_start"] = start
        return f"{self.search_url}?{urlencode(asked | others)}"
