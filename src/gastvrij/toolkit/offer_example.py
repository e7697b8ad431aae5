"""The page on which a contact person offers a practice example to a part."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.states import ONLINE
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.mail.letters import some_lines
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.example_letters import OWN_EXAMPLES
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.examples import TooManyError
from gastvrij.toolkit.examples import wrong_with
from gastvrij.toolkit.mistakes import MarksMistakes
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


NAMED = "named"
ANONYMOUS = "anonymous"
NO_NAME = _(
    "error_example_shown_as", default="Choose whether your group's name stands with it."
)
NOT_ONLINE = _(
    "error_example_not_online",
    default="Your group is not online itself, so its name cannot stand here. Choose"
    " “a member group”.",
)
NO_CONSENT = _(
    "error_example_consent",
    default="We can only show it when you agree that it is published.",
)
LATE = _(
    "error_example_late",
    default="This page stood open for too long. Send it once more.",
)
TOO_MANY = _(
    "error_example_many",
    default="Many examples wait for the editors already. Try again later.",
)
THANKS = _(
    "message_example_offered",
    default="Thank you. The editors read your example, and you get a letter.",
)


def may_offer_example() -> bool:
    """Tell whether the current user speaks for a group."""
    if api.user.is_anonymous():
        return False
    return bool(organisations_of(api.portal.get(), api.user.get_current().getId()))


@implementer(ITitledPage)
class OfferExample(MarksMistakes, BrowserView):
    """``/toolkit/2/<chapter>/<part>/offer-example``: for who speaks for a group."""

    tab_title = _("heading_offer_example", default="Offer an example from practice")
    with_help = frozenset({"text", "shown_as"})

    def __call__(self) -> str:
        """Show the form, or keep what was sent; not found for who has no group."""
        is_current = api.content.get_state(edition_of(self.context)) == CURRENT
        if not is_current or not self.groups:
            raise NotFound("offer-example")
        keep_to_yourself(self.request.response)
        self.mistakes = {}
        if self.request.method != "POST":
            return self.index()
        if not self._is_sent():
            self.mistakes = self._wrong() or self._keep()
        if self.mistakes:
            self.request.response.setStatus(400)
            return self.index()
        api.portal.show_message(THANKS, self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)
        return ""

    @cached_property
    def groups(self) -> list[MemberOrganisation]:
        """The groups that the current user speaks for."""
        user = api.user.get_current()
        return organisations_of(api.portal.get(), user.getId() or "")

    @cached_property
    def token(self) -> str:
        """The token of this form, the same however often it is shown again."""
        return token_of(self.request)

    @property
    def text(self) -> str:
        """What was written."""
        return some_lines(one(self.request.form, "text"))

    @property
    def shown_as(self) -> str:
        """Whether the name of the group is shown."""
        return one(self.request.form, "shown_as")

    @property
    def consents(self) -> bool:
        """Whether the group agrees that it is published."""
        return one(self.request.form, "consent") == "yes"

    @property
    def group(self) -> MemberOrganisation:
        """The group that was chosen; the first when there is no choice."""
        asked = one(self.request.form, "group")
        chosen = (group for group in self.groups if group.UID() == asked)
        return next(chosen, self.groups[0])

    @property
    def own_examples_url(self) -> str:
        """Where somebody finds what the own groups offered."""
        library = edition_of(self.context).__parent__
        return f"{library.absolute_url()}/{OWN_EXAMPLES}"

    @property
    def _is_named(self) -> bool:
        return self.shown_as == NAMED

    def _is_sent(self) -> bool:
        return receipt_of(api.portal.get(), self.token) == self.context.UID()

    def _wrong(self) -> dict[str, Message]:
        text = wrong_with(self.text)
        wrong = {"text": text} if text else {}
        if self.shown_as not in (NAMED, ANONYMOUS):
            wrong["shown_as"] = NO_NAME
        elif self._is_named and api.content.get_state(self.group) not in ONLINE:
            wrong["shown_as"] = NOT_ONLINE
        if not self.consents:
            wrong["consent"] = NO_CONSENT
        if not wrong and not is_sent_from_here(self.context, self.request):
            wrong["send"] = LATE
        return wrong

    def _keep(self) -> dict[str, Message]:
        group, who = self.group.UID(), api.user.get_current().getId()
        site, now = api.portal.get(), datetime.now(UTC)
        try:
            offer(site, self.context, self.text, group, who, now, self._is_named)
        except TooManyError:
            return {"send": TOO_MANY}
        remember(site, self.token, self.context.UID(), now)
        return {}
