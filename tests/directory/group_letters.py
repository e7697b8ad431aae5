"""The letters about a group: each function posts one, at a moment."""

from gastvrij.directory.asking import ask_groups
from gastvrij.directory.change_requests import ask as ask_change
from gastvrij.directory.change_requests import carry_out
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.invitations import invitation_to
from gastvrij.directory.relay import pass_on
from gastvrij.directory.request_letters import tell_who_asked
from gastvrij.directory.taking_over import accept
from gastvrij.directory.taking_over import ask
from gastvrij.directory.taking_over import name_somebody
from gastvrij.directory.taking_over import stop
from gastvrij.directory.visitor_message import VisitorMessage
from groups import address
from groups import DEINZE
from groups import user_called


def me(group):
    """Return what the contact person is to the group."""
    return contact_called(group, user_called("contact").getId())


def yearly_question(portal, group, now):
    """Ask whether the profile is still right."""
    ask_groups(portal, now)


def invitation(portal, group, now):
    """Ask somebody to take over."""
    ask(group, address("deputy"), "contact", me(group), now)


def handover(portal, group, now):
    """Take over."""
    asked = ask(group, address("deputy"), "contact", me(group), now)
    accept(group, invitation_to(group, asked.email, now), "Dee", None, now)


def end(portal, group, now):
    """Let the contact person stop."""
    stop(group, me(group), now)


def named(portal, group, now):
    """Let the secretariat name a deputy."""
    name_somebody(group, "Dee", address("deputy"), None, "deputy", now)


def decided_change(portal, group, now):
    """Ask for a change, and decide on it."""
    wanted = {"municipality": DEINZE, "legal_form": "feitelijke_vereniging"}
    who = user_called("contact").getId()
    request = ask_change(group, who, wanted, "Moved.", now)
    tell_who_asked(portal, group, carry_out(group, request.id, "keeper", now), now)


def message_of_a_visitor(portal, group, now):
    """Write to the group."""
    message = VisitorMessage("Ann", "ann@example.org", "Hello!")
    pass_on(portal, group, message, "127.0.0.1", "nl", now)
