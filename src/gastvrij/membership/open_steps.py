"""Which steps of an application the user can take now."""

from gastvrij.membership.action import Action
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.case_actions import ACTIONS
from plone import api


def open_actions(application: MembershipApplication) -> list[Action]:
    """Return what the user can do with an application now.

    Who may decide does not record a decision as well.
    """
    state = str(api.content.get_state(application))
    found = [action for action in ACTIONS if action.is_open(application, state)]
    ids = {action.id for action in found}
    twice = {"record_approval", "record_rejection"} if "approve" in ids else set()
    return [action for action in found if action.id not in twice]
