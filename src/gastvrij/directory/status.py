"""The page that puts a group online, lets it stop for a while, hides or ends it."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.states import STATES
from gastvrij.interfaces import ITitledPage
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Step:
    """What can be done: the button, and what visitors will see afterwards."""

    id: str
    button: Message
    sentence: Message


STEPS = (
    Step(
        "publish",
        _("step_publish", default="Put online"),
        _("step_publish_help", default="Everyone can find and read the profile."),
    ),
    Step(
        "resume",
        _("step_resume", default="Start again"),
        _("step_resume_help", default="Visitors see the group as active again."),
    ),
    Step(
        "restore",
        _("step_restore", default="Show again"),
        _("step_restore_help", default="Everyone can find and read the profile again."),
    ),
    Step(
        "pause",
        _("step_pause", default="Stop for a while"),
        _(
            "step_pause_help",
            default="Visitors read that the group has stopped for a while, and where"
            " other groups are.",
        ),
    ),
    Step(
        "hide",
        _("step_hide", default="Hide"),
        _(
            "step_hide_help",
            default="Visitors find nothing any more, from this moment on: not in the"
            " list, and not at this address either.",
        ),
    ),
    Step(
        "end",
        _("step_end", default="The group has stopped"),
        _(
            "step_end_help",
            default="Visitors read that the group has stopped. Its contact person can"
            " change nothing any more.",
        ),
    ),
    Step(
        "reopen",
        _("step_reopen", default="Open again"),
        _(
            "step_reopen_help",
            default="The group gets ready to go online. Visitors do not see it yet.",
        ),
    ),
)


@implementer(ITitledPage)
class StatusPage(BrowserView):
    """``/status``: what can be done with a group now, and what that does."""

    tab_title = _("heading_group_state", default="Online, stopped or hidden")

    is_late = False

    def __call__(self) -> str:
        """Show what can be done, or do it."""
        if self.request.method != "POST":
            return self.index()
        self.is_late = not is_sent_from_here(self.context, self.request)
        return self.index() if self.is_late else self._take()

    @property
    def steps(self) -> list[Step]:
        """What the user may do now."""
        workflow = api.portal.get_tool("portal_workflow")
        possible = {each["id"] for each in workflow.getTransitionsFor(self.context)}
        return [step for step in STEPS if step.id in possible]

    @property
    def state(self) -> Message:
        """How the group is now, in words."""
        return STATES[api.content.get_state(self.context)]

    def _take(self) -> str:
        chosen = one(self.request.form, "step")
        if chosen not in {step.id for step in self.steps}:
            message = _(
                "message_step_gone",
                default="That was done already, or cannot be done now.",
            )
        else:
            api.content.transition(self.context, chosen)
            message = _(
                "message_step_done",
                default="Done. The group is now: ${state}.",
                mapping={"state": self.state},
            )
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.context.absolute_url())
        return ""
