"""The desk: the page on which somebody sees whose turn it is."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.desk.person import current_person
from gastvrij.desk.shortcuts import Shortcut
from gastvrij.desk.shortcuts import shortcuts_for
from gastvrij.desk.tasks import by_kind
from gastvrij.desk.tasks import Kind
from gastvrij.desk.tasks import notices_for
from gastvrij.desk.tasks import tasks_of
from gastvrij.desk.wording import since_in_words
from gastvrij.due.interfaces import Notice
from gastvrij.due.interfaces import WaitingThing
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.values.batching import start_in
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


FEW = 10
PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits, as it stands on the page."""

    thing: WaitingThing
    since: Message


@dataclass(frozen=True, slots=True)
class Section:
    """The things of one kind on the page; ``more_url`` leads to all of them."""

    kind: Kind
    rows: list[Row]
    more_url: str


@implementer(ITitledPage)
class DeskView(BrowserView):
    """``/desk``: what waits for me; with ``kind`` everything of one kind."""

    tab_title = _("desk_title", default="My tasks")

    def __call__(self) -> str:
        """Show what waits now; the page is kept nowhere."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.language = api.portal.get_current_language()
        self.person = current_person()
        self.tasks = tasks_of(self.context, self.person, self.now)
        kinds = by_kind(self.tasks)
        self.chosen = next((k for k in kinds if k.name == self._asked()), None)
        self.kinds = [self.chosen] if self.chosen else kinds
        return self.index()

    @property
    def sections(self) -> list[Section]:
        """What waits by kind: the oldest few, or one page of everything."""
        return [self._section(kind) for kind in self.kinds]

    @property
    def notices(self) -> list[Notice]:
        """How the site is doing, for who may know."""
        return [] if self.chosen else notices_for(self.context, self.person, self.now)

    @property
    def shortcuts(self) -> list[Shortcut]:
        """Pages beside the tasks."""
        return list(shortcuts_for(self.context, self.person))

    @property
    def desk_url(self) -> str:
        """Where all kinds are together."""
        return f"{self.context.absolute_url()}/desk"

    @property
    def previous_url(self) -> str:
        """Where the page before this one is; empty on the first."""
        return self._page_url(self._start - PAGE) if self._start else ""

    @property
    def next_url(self) -> str:
        """Where the page after this one is; empty on the last."""
        after = self._start + PAGE
        is_more = self.chosen is not None and after < len(self.chosen.things)
        return self._page_url(after) if is_more else ""

    def _section(self, kind: Kind) -> Section:
        first, most = (self._start, PAGE) if self.chosen else (0, FEW)
        shown = kind.things[first : first + most]
        rows = [Row(t, since_in_words(t, self.now, self.language)) for t in shown]
        is_cut = not self.chosen and len(kind.things) > FEW
        return Section(kind, rows, self._kind_url(kind) if is_cut else "")

    @property
    def _start(self) -> int:
        start = start_in(self.request.form) if self.chosen else 0
        return start - start % PAGE

    def _asked(self) -> str:
        return str(self.request.form.get("kind", ""))

    def _kind_url(self, kind: Kind) -> str:
        return f"{self.desk_url}?kind={kind.name}"

    def _page_url(self, start: int) -> str:
        url = self._kind_url(self.chosen) if self.chosen else self.desk_url
        return f"{url}&b_start={start}" if start > 0 else url
