"""The page on which who speaks for a group sees what it offered, and takes it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.directory.contacts import organisations_of
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.example_decisions import withdraw
from gastvrij.toolkit.example_letters import OWN_EXAMPLES
from gastvrij.toolkit.examples import all_examples
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import told
from gastvrij.toolkit.outline import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer


WITHDRAWN = _("message_example_withdrawn", default="Done. Nobody sees this any more.")
GONE = _("message_example_gone", default="This example was gone already.")


@dataclass(frozen=True)
class OwnExample:
    """An example, and the part with which readers see it, if they do.

    ``part`` is ``None`` for a part that is no longer there.
    """

    example: Example
    part: Entry | None
    is_shown: bool


def examples_of(site: Any, user_id: str) -> list[Example]:
    """Return what the groups offered for which somebody speaks today.

    Where it is not known of which group an example is, it is of who offered it.
    """
    own = {group.UID() for group in organisations_of(site, user_id)}
    return [
        each
        for each in all_examples(site)
        if each.group in own or (not each.group and each.who == user_id)
    ]


@implementer(ITitledPage)
class OwnExamplesPage(BrowserView):
    """``/toolkit/my-examples``: to take an example back, in all editions at once."""

    tab_title = _("heading_own_examples", default="Examples of my groups")

    def __call__(self) -> str:
        """Show them, or take one back; not found for who has no group."""
        user_id = api.user.get_current().getId() or ""
        if not organisations_of(api.portal.get(), user_id):
            raise NotFound(OWN_EXAMPLES)
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        if is_sent_from_here(self.context, self.request):
            self._withdraw(one(self.request.form, "example"))
        else:
            api.portal.show_message(LATE, self.request, type="warning")
        self.request.response.redirect(self.url, status=303)
        return ""

    @property
    def url(self) -> str:
        """The address of this page."""
        return f"{self.context.absolute_url()}/{OWN_EXAMPLES}"

    @property
    def rows(self) -> list[OwnExample]:
        """The examples, the newest first."""
        return [self._row(each) for each in reversed(told(self._own))]

    @property
    def _own(self) -> list[Example]:
        user_id = api.user.get_current().getId() or ""
        return examples_of(api.portal.get(), user_id)

    def _row(self, example: Example) -> OwnExample:
        places = list(self._places(example))
        is_shown = next((part for part, edition in places if edition), None)
        part = is_shown or next((part for part, edition in places), None)
        return OwnExample(example, part, is_shown is not None)

    def _places(self, example: Example) -> Iterator[tuple[Entry, bool]]:
        """Yield the parts that it is with, newest edition first; and if it is shown."""
        for uid, parts in self._parts.items():
            if example.thread in parts:
                yield parts[example.thread], uid in example.editions

    @cached_property
    def _parts(self) -> dict[str, dict[str, Entry]]:
        """What readers see, by the UID of its edition and by its thread."""
        return {
            edition.uid: {
                entry.thread: entry
                for part in contents(self.context[edition.id]).parts()
                for entry in (part, *part.addenda)
            }
            for edition in editions(self.context)
        }

    def _withdraw(self, example_id: str) -> None:
        example = next((each for each in self._own if each.id == example_id), None)
        if example is not None:
            withdraw(api.portal.get(), example)
        api.portal.show_message(WITHDRAWN if example else GONE, self.request)
