"""What membership keeps of a person: applications that name them."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication as SCHEMA
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.drafts import Draft
from gastvrij.membership.drafts import drafts_naming
from gastvrij.membership.drafts import forget
from gastvrij.membership.drafts import halves_of
from gastvrij.membership.retention import anonymise
from gastvrij.membership.retention import anonymise_fields
from gastvrij.membership.retention import CLOSED
from gastvrij.membership.retention import delete
from gastvrij.membership.retention import desk_of
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.values.mail_address import same_address
from gastvrij.values.refusal import Refused
from plone import api
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.interface import implementer


APPLICATION = _("kept_application", default="Application for membership")
DRAFT = _("kept_draft", default="Half-filled form")


@implementer(IPersonalData)
class ApplicationsOfPerson:
    """Applications of which somebody is contact person or deputy."""

    title = _("waiting_applications", default="Applications for membership")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the applications, and the forms that were not sent."""
        found = [
            Found(APPLICATION, each.group_name, each.absolute_url())
            for each in _naming(site, email)
        ]
        desk = desk_of(site)
        halves = drafts_naming(desk, email) if desk is not None else []
        return found + [Found(DRAFT, "", "") for each in halves]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return what was filled in, and what happened with it."""
        desk = desk_of(site)
        halves = halves_of(desk, email) if desk is not None else []
        found = [_exported(each) for each in _naming(site, email)]
        return found + [_half(each) for each in halves]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Erase them; raises ``Refused`` for one that is still being handled."""
        desk = desk_of(site)
        if desk is None:
            return 0
        found = list(_naming(site, email))
        for each in found:
            _erase(desk, each, now)
        halves = drafts_naming(desk, email)
        for draft_id in halves:
            forget(desk, draft_id)
        return len(found) + len(halves)


def _erase(desk: Any, application: MembershipApplication, now: datetime) -> None:
    state = api.content.get_state(application)
    if state == "unconfirmed":
        delete(desk, application.getId())
    elif state == "approved":
        anonymise_fields(application, now)
    elif state in CLOSED:
        # nobody takes it up again once nothing is left of it
        with api.env.adopt_roles(["Manager"]):
            anonymise(application, now)
    else:
        raise Refused(
            _(
                "error_application_open",
                default="The application of ${group} is still open. Stop it first.",
                mapping={"group": application.group_name},
            )
        )


def _naming(site: Any, email: str) -> Iterator[MembershipApplication]:
    desk = desk_of(site)
    if desk is None:
        return
    for each in desk.contentValues(filter={"portal_type": "MembershipApplication"}):
        addresses = filter(None, (each.contact_email, each.deputy_email))
        if any(same_address(address, email) for address in addresses):
            yield each


def _exported(application: MembershipApplication) -> dict[str, Any]:
    told = {name: getattr(application, name, None) for name in SCHEMA.names(all=True)}
    scan = told["scan"]
    return json_compatible(told | {"scan": scan.filename if scan else None})


def _half(draft: Draft) -> dict[str, Any]:
    return json_compatible({"begun": draft.begun, "typed": draft.typed})


applications_of_person = ApplicationsOfPerson()
