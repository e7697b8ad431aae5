"""All that an approval creates: everything or nothing.

The steps of an approval run in the transaction of whoever decides. When one of them
raises, that transaction has to be thrown away: it is doomed, so that nobody can commit
half of an approval by mistake, and whoever decides is told what went wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gastvrij.accounts.people import make_account
from gastvrij.accounts.people import user_for
from gastvrij.accounts.personal import refuse_shared_mailbox
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import name_contact
from gastvrij.mail.outbox import post
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.publishing import expect_online
from gastvrij.membership.welcome import welcome_letter
from gastvrij.values.refusal import Refused
from plone import api
from plone.dexterity.utils import createContent
from plone.i18n.normalizer.interfaces import IUserPreferredURLNormalizer
from typing import Any
from zExceptions import BadRequest
from zope.i18nmessageid import Message

import logging
import transaction


DIRECTORY = "groepen"
# what the group told about itself and a visitor may read
COPIED = (
    "legal_form",
    "enterprise_number",
    "municipality",
    "service_area",
    "activities",
    "target_groups",
    "founded",
    "website",
)
logger = logging.getLogger("gastvrij")


class NotApproved(Exception):
    """An approval that did not happen; nothing of it is kept.

    ``step`` names where it stopped; ``why`` is the sentence of a refusal, or tells it
    in the words of the program.
    """

    def __init__(self, step: str, why: Message | str) -> None:
        super().__init__(step, why)
        self.step = step
        self.why = why


@dataclass
class Approval:
    """One approval on its way: what it is about, and what its steps have made."""

    application: MembershipApplication
    now: datetime
    group: Any = None
    user: Any = None
    is_new_user: bool = False


def carry_out(application: MembershipApplication, now: datetime) -> Any:
    """Take every step; raises ``NotApproved`` when one fails, the transaction doomed.

    Returns the group that was made.
    """
    approval = Approval(application, now)
    for step in STEPS:
        try:
            with api.env.adopt_roles(["Manager"]):
                step(approval)
        except Exception as error:
            transaction.doom()
            logger.exception("Approval stopped at %s", step.__name__)
            why = error.doc() if isinstance(error, Refused) else str(error)
            raise NotApproved(step.__name__, why) from error
    return approval.group


def make_group(approval: Approval) -> None:
    """Make the public profile as a draft, with what the group told of itself."""
    application = approval.application
    directory = api.portal.get()[DIRECTORY]
    values = {name: getattr(application, name) for name in COPIED}
    group = createContent(
        "MemberOrganisation",
        title=application.group_name,
        member_since=application.decision["on"],
        **{name: value for name, value in values.items() if value is not None},
    )
    group.id = free_name(directory, application.group_name)
    directory._setObject(group.id, group, set_owner=0)
    approval.group = directory[group.id]


def fill_file(approval: Approval) -> None:
    """Note in the private file from which application the group came, and there which.

    Both are private: the public profile does not lead to the application.
    """
    file_of(approval.group).application = approval.application.UID()
    approval.application.group_uid = approval.group.UID()


def give_account(approval: Approval) -> None:
    """Find the account of the contact person's address, or make one."""
    application = approval.application
    refuse_shared_mailbox(application.contact_email)
    approval.user = user_for(application.contact_email)
    if approval.user is None:
        approval.is_new_user = True
        approval.user = make_account(
            application.contact_email,
            application.contact_name,
            application.language or "",
        )


def name_contact_person(approval: Approval) -> None:
    """Give the contact person the rights on the group and its file."""
    application = approval.application
    name_contact(
        approval.group,
        approval.user.getId(),
        application.contact_name,
        application.contact_email,
        application.contact_phone,
        CONTACT,
        approval.now,
    )


def expect_page(approval: Approval) -> None:
    """Remember that the page of the group has to come online."""
    expect_online(approval.application.__parent__, approval.group, approval.now)


def welcome(approval: Approval) -> None:
    """Post the letter that leads the contact person to the draft of the profile."""
    letter = welcome_letter(
        approval.application,
        approval.group,
        approval.user.getId(),
        approval.is_new_user,
    )
    post(api.portal.get(), letter, approval.now)


Step = Callable[[Approval], None]
STEPS: tuple[Step, ...] = (
    make_group,
    fill_file,
    give_account,
    name_contact_person,
    expect_page,
    welcome,
)


def free_name(directory: Any, title: str) -> str:
    """Return an id for a group that no other has, made of its name."""
    request = api.portal.get().REQUEST
    name = IUserPreferredURLNormalizer(request).normalize(title) or "groep"
    taken = (name, *(f"{name}-{count}" for count in range(2, 1000)))
    return next(each for each in taken if _is_free(directory, each))


def _is_free(directory: Any, name: str) -> bool:
    try:
        directory._checkId(name)
    except BadRequest:
        return False
    return name not in directory
