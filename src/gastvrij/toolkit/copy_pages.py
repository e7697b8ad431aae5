"""The pages on which editors begin a working copy, and throw one away."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.change_record import is_read
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class CopyPage(BrowserView):
    """Asks whether to do something with a copy; pressing does it."""

    name = ""
    tab_title: Message
    button: Message
    done: Message
    is_late = False

    def __call__(self) -> str:
        """Ask, or do it; not found for who may not, and where there is nothing."""
        if not self.is_allowed():
            raise NotFound(self.name)
        if self.request.method == "POST":
            self.is_late = not is_sent_from_here(self.context, self.request)
            if not self.is_late:
                address = self.act()
                api.portal.show_message(self.done, self.request)
                self.request.response.redirect(address, status=303)
                return ""
        return self.index()

    @cached_property
    def control(self) -> Any:
        """What plone.app.iterate allows."""
        return getMultiAdapter((self.context, self.request), name="iterate_control")

    @property
    def original(self) -> Any:
        """The part or addendum that is copied."""
        return self.context

    @property
    def lead(self) -> Message:
        """What comes of it."""
        raise NotImplementedError

    def is_allowed(self) -> bool:
        """Tell whether this can be done."""
        raise NotImplementedError

    def act(self) -> str:
        """Do it; return where to go."""
        raise NotImplementedError


class CheckoutPage(CopyPage):
    """``content-checkout``: a copy to work on, while readers keep what they have."""

    name = "content-checkout"
    tab_title = _("heading_checkout", default="Work on a copy")
    button = _("button_checkout", default="Make the copy")
    done = _("message_checked_out", default="This is the copy. Only editors see it.")

    @property
    def lead(self) -> Message:
        """What becomes of the text that stands there."""
        if is_read(self.context):
            return _(
                "checkout_lead",
                default="Readers keep the text that stands there, until you put the"
                " copy online. Meanwhile nobody else can edit it.",
            )
        return _(
            "checkout_lead_draft",
            default="The text that stands there stays as it is, until you put the copy"
            " in its place. Meanwhile nobody else can edit it.",
        )

    def is_allowed(self) -> bool:
        """Tell whether nobody works on a copy yet."""
        return self.control.checkout_allowed()

    def act(self) -> str:
        """Make the copy beside the part; lead to it."""
        beside = aq_parent(aq_inner(self.context))
        copy = ICheckinCheckoutPolicy(self.context).checkout(beside)
        return copy.absolute_url()


class CancelPage(CopyPage):
    """``content-cancel-checkout``: the copy goes, and the part stays as it was."""

    name = "content-cancel-checkout"
    tab_title = _("heading_cancel_checkout", default="Throw the copy away")
    button = _("button_cancel_checkout", default="Throw the copy away")
    done = _("message_checkout_cancelled", default="The copy is gone.")

    @cached_property
    def original(self) -> Any:
        """The part or addendum of which this is a copy."""
        return ICheckinCheckoutPolicy(self.context).getBaseline()

    @property
    def lead(self) -> Message:
        """What is lost, and what stays."""
        return _(
            "cancel_checkout_lead",
            default="What was written in this copy is lost. The text that stands there"
            " now stays as it is.",
        )

    def is_allowed(self) -> bool:
        """Tell whether this is a copy, and may go."""
        return self.control.cancel_allowed()

    def act(self) -> str:
        """Remove the copy; lead to the part."""
        original = ICheckinCheckoutPolicy(self.context).cancelCheckout()
        original.reindexObject()
        return original.absolute_url()
