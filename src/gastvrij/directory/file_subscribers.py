"""What happens by itself to the private file when a group is made or copied."""

from Acquisition import aq_chain
from datetime import datetime
from datetime import UTC
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.files import empty_file
from gastvrij.directory.files import give_file
from gastvrij.directory.member_file import MemberFile
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.links.ledger import void
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from typing import Any


def give_file_when_added(group: IMemberOrganisation, event: Any) -> None:
    """A group never stands without its private file."""
    give_file(group)


def start_empty_when_copied(file: MemberFile, event: Any) -> None:
    """A copy of a group has a file, but not the people of the original."""
    empty_file(file)


def end_contacts_when_account_goes(event: Any) -> None:
    """Who has no account any more speaks for no group."""
    portal = api.portal.get()
    for group in organisations_of(portal, event.principal):
        end_contact(group, event.principal, datetime.now(UTC))


def void_links_when_group_goes(group: IMemberOrganisation, event: Any) -> None:
    """No link leads to a group that is gone."""
    for site in filter(IPloneSiteRoot.providedBy, aq_chain(group)):
        void(site, thing=IUUID(group))
