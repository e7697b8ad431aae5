"""Plone's own form for a new programme item, which leads back to the programme."""

from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from typing import Any
from z3c.form.error import ErrorViewSnippet
from zope.component import adapter
from zope.i18n import translate
from zope.schema.interfaces import IDatetime


class AddItemForm(DefaultAddForm):
    """Adds an item; whoever plans a day goes on in its programme.

    The page of the day links to it with round and hours filled in.
    """

    portal_type = "ProgrammeItem"
    allow_prefill_from_GET_request = True
    immediate_view: Any
    success_message = _("message_item_added", default="It is in the programme.")

    def add(self, item: Any) -> None:
        """Add it, and remember where it stands in the programme."""
        super().add(item)
        url = self.container.absolute_url()
        name = str(self.immediate_view).removeprefix(f"{url}/").partition("/")[0]
        self.immediate_view = f"{url}#{name}"


class AddItemView(DefaultAddView):
    """The page around the form."""

    form = AddItemForm


@adapter(ValueError, IGastvrijLayer, None, IDatetime, None, None)
class WrongMomentView(ErrorViewSnippet):
    """Says how a date and an hour are written, where what was typed is neither."""

    def createMessage(self) -> str:
        """Return the sentence next to the field."""
        sentence = _(
            "error_moment",
            default="Fill in a date and an hour, such as 20/03/2027 10:00.",
        )
        return translate(sentence, context=self.request)
