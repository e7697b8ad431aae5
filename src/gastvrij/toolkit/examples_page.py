"""The page on which an editor decides on the examples that groups offer to a part."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.mail.letters import some_lines
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.example_decisions import correct
from gastvrij.toolkit.example_decisions import refuse
from gastvrij.toolkit.example_decisions import take_back
from gastvrij.toolkit.example_letters import ACCEPTED
from gastvrij.toolkit.example_letters import ACCEPTED_FOR_LATER
from gastvrij.toolkit.example_letters import CORRECTED
from gastvrij.toolkit.example_letters import NOT_ANY_MORE
from gastvrij.toolkit.example_letters import NOT_IN_NEXT
from gastvrij.toolkit.example_letters import REFUSED
from gastvrij.toolkit.example_letters import tell_who_offered
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import waiting
from gastvrij.toolkit.examples import wrong_with
from gastvrij.toolkit.visitor import is_seen_by_visitors
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


MOST_CHARACTERS = 1000
NO_REASON = _(
    "error_example_reason", default="Say why not: whoever offered it reads it."
)
DONE = _("message_example_decided", default="Done. Whoever offered it gets a letter.")
GOES = _("message_example_goes_along", default="Done. It stands in this edition too.")
KEPT = _("message_example_same", default="Nothing changed.")
BEFORE = _("message_example_before", default="This was decided before.")
CHANGED = _(
    "message_changed_meanwhile",
    default="Not done yet: somebody changed the text meanwhile. Read it once more.",
)


@implementer(ITitledPage)
class ExamplesPage(BrowserView):
    """``/toolkit/2/<chapter>/<part>/examples``: what waits, and what readers see.

    An example is shown, or its text is corrected; refusing and taking back ask a
    reason. Whoever offered it gets a letter of each. Only in the edition in force, and
    in one in preparation, something waits.
    """

    tab_title = _("heading_examples", default="Examples from practice")
    stuck = ""
    wrong: tuple[str, Message] | None = None

    def __call__(self) -> str:
        """Show the examples, or decide."""
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        self.stuck = one(self.request.form, "example")
        self.wrong = self._decide()
        if self.wrong is not None:
            self.request.response.setStatus(400)
            return self.index()
        self.request.response.redirect(
            f"{self.context.absolute_url()}/examples", status=303
        )
        return ""

    @property
    def waiting(self) -> list[Example]:
        """What groups offered, the oldest first."""
        is_open = self._state in (CURRENT, IN_PREPARATION)
        return waiting(api.portal.get(), self.context) if is_open else []

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

    def typed(self, example: Example, name: str) -> str:
        """Return what was typed for an example that was not in order."""
        is_kept = self.wrong is not None and self.wrong[1] is not CHANGED
        if is_kept and example.id == self.stuck:
            return self._typed(name)
        return example.text if name == "text" else ""

    def mistake(self, example: Example, name: str) -> Message | None:
        """Return what is wrong with a field of an example."""
        if self.wrong is None or example.id != self.stuck or name != self.wrong[0]:
            return None
        return self.wrong[1]

    def css_of(self, example: Example, name: str) -> str:
        """Return the class names of what is around a field of an example."""
        wrong = self.mistake(example, name)
        return "gv-field gv-field--invalid" if wrong else "gv-field"

    @property
    def _state(self) -> str:
        return api.content.get_state(edition_of(self.context))

    def _typed(self, name: str) -> str:
        return some_lines(one(self.request.form, name))

    def _decide(self) -> tuple[str, Message] | None:
        """Carry out what was pressed; return the field that is wrong, and why."""
        example = next((e for e in self.examples if e.id == self.stuck), None)
        if not is_sent_from_here(self.context, self.request):
            return "text", LATE
        if example is None:
            api.portal.show_message(BEFORE, self.request)
            return None
        if one(self.request.form, "seal") != example.seal:
            return "text", CHANGED
        act, text = one(self.request.form, "act"), self._typed("text")
        if act in ("accept", "correct"):
            wrong = wrong_with(text)
            if wrong is not None:
                return "text", wrong
            self._keep(example, text, is_accepted=act == "accept")
            return None
        reason = self._typed("reason")
        if not 0 < len(reason) <= MOST_CHARACTERS:
            return "reason", _too_long(reason) if reason else NO_REASON
        self._keep_out(example, reason)
        return None

    def _keep(self, example: Example, text: str, *, is_accepted: bool) -> None:
        site, told = api.portal.get(), list[Message | str]()
        done = accept(site, self.context, example.id) if is_accepted else None
        if done is not None:
            told += self._acceptance(example)
        if text != example.text:
            correct(site, self.context, example.id, text)
            told += [CORRECTED, text]
        self._tell(example, told, GOES if done else KEPT)

    def _keep_out(self, example: Example, reason: str) -> None:
        was_shown = bool(example.editions)
        act = take_back if example in self.shown else refuse
        act(api.portal.get(), self.context, example.id)
        told = NOT_IN_NEXT if self._state == IN_PREPARATION else NOT_ANY_MORE
        self._tell(example, [told if was_shown else REFUSED, reason], KEPT)

    def _acceptance(self, example: Example) -> list[Message | str]:
        """Return what is told; nothing where only a coming edition takes it along."""
        if is_seen_by_visitors(self.context):
            return [ACCEPTED]
        return [] if example.editions else [ACCEPTED_FOR_LATER]

    def _tell(
        self, example: Example, told: list[Message | str], otherwise: Message
    ) -> None:
        if told:
            now = datetime.now(UTC)
            tell_who_offered(api.portal.get(), self.context, example, told, now)
        api.portal.show_message(DONE if told else otherwise, self.request)


def _too_long(text: str) -> Message:
    return _(
        "error_too_long",
        default="This has ${count} characters. At most ${most} fit.",
        mapping={"count": len(text), "most": MOST_CHARACTERS},
    )
