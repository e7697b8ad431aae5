"""The page on which an editor decides on the examples that groups offer to a part."""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.toolkit.example_letters import tell_who_offered
from gastvrij.toolkit.examples import accept
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import refuse
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import take_back
from gastvrij.toolkit.examples import waiting
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


MOST_WORDS = 1000
NO_REASON = _(
    "error_example_reason", default="Say why not: whoever offered it reads it."
)
ACTS: Mapping[str, Callable[[Any, Any, str], Example | None]] = {
    "accept": accept,
    "refuse": refuse,
    "take_back": take_back,
}
DONE = _("message_example_decided", default="Done. Whoever offered it gets a letter.")
BEFORE = _("message_example_before", default="This was decided before.")


@implementer(ITitledPage)
class ExamplesPage(BrowserView):
    """``/toolkit/2/<chapter>/<part>/examples``: to accept, refuse or take back.

    Refusing and taking back ask a reason.
    """

    tab_title = _("heading_examples", default="Examples from practice")
    stuck = ""
    sentence: Message | None = None

    def __call__(self) -> str:
        """Show what waits, or decide."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        self.stuck = one(self.request.form, "example")
        self.sentence = self._decide()
        if self.sentence is not None:
            self.request.response.setStatus(400)
            return self.index()
        self.request.response.redirect(
            f"{self.context.absolute_url()}/examples", status=303
        )
        return ""

    @property
    def waiting(self) -> list[Example]:
        """What groups offered, the oldest first."""
        return waiting(api.portal.get(), self.context)

    @property
    def shown(self) -> list[Example]:
        """What readers see, the oldest first."""
        return shown(api.portal.get(), self.context)

    @property
    def examples(self) -> list[Example]:
        """What waits, then what can be taken back."""
        return [*self.waiting, *self.shown]

    def name_of(self, example: Example) -> str:
        """Return the name of who offered it."""
        return name_of(example.who)

    def reason_of(self, example: Example) -> str:
        """Return the reason that was typed for an example."""
        return self.reason if example.id == self.stuck else ""

    @property
    def reason(self) -> str:
        """The reason that was typed."""
        return one(self.request.form, "reason").strip()[:MOST_WORDS]

    def _decide(self) -> Message | None:
        """Carry out what was pressed; return what is wrong."""
        if not is_sent_from_here(self.context, self.request):
            return LATE
        site = api.portal.get()
        act = ACTS.get(one(self.request.form, "act"), refuse)
        reason = "" if act is accept else self.reason
        if act is not accept and not reason:
            return NO_REASON
        done = act(site, self.context, self.stuck)
        if done is not None:
            tell_who_offered(site, self.context, done, reason, datetime.now(UTC))
        api.portal.show_message(DONE if done else BEFORE, self.request)
        return None
