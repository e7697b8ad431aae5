"""What an account keeps of a person: name, address, and when they logged in."""

from datetime import datetime
from gastvrij import _
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.values.refusal import Refused
from plone import api
from Products.CMFPlone.Portal import PloneSite
from Products.PlonePAS.tools.memberdata import MemberData
from typing import Any
from zope.interface import implementer


MANAGER = "Manager"
ACCOUNT = _("kept_account", default="Account to log in with")
EXPORTED = ("fullname", "email", "description", "location", "home_page", "language")
MOMENTS = ("login_time", "last_login_time")


@implementer(IPersonalData)
class AccountOfPerson:
    """The account that has an address, as its login name or as its e-mail address."""

    title = _("kept_accounts", default="Accounts")

    def find(self, site: PloneSite, email: str) -> list[Found]:
        """Return the accounts; there is one at most, unless somebody changed things."""
        return [Found(ACCOUNT, _name(member)) for member in _members(site, email)]

    def export(self, site: PloneSite, email: str) -> list[dict[str, Any]]:
        """Return what the accounts hold, but for the password, which nobody knows."""
        return [_exported(member) for member in _members(site, email)]

    def erase(self, site: PloneSite, email: str, now: datetime) -> int:
        """Delete the accounts, with their roles on groups and elsewhere.

        Raises ``Refused`` for the last account that may do everything, since nobody
        could look after the site any more, and for an account of a manager when who
        erases is none.
        """
        members = _members(site, email)
        ids = [member.getId() for member in members]
        _check_managers(site, set(ids))
        if ids:
            with api.env.adopt_roles([MANAGER]):
                site.portal_membership.deleteMembers(ids)
        return len(ids)


def _check_managers(site: PloneSite, ids: set[str]) -> None:
    managers = _managers(site)
    if ids & managers and not managers - ids:
        raise Refused(
            _(
                "error_last_manager",
                default="This is the last account that manages the site. Make somebody"
                " else manager first.",
            )
        )
    if ids & managers and not api.user.has_permission("Manage users"):
        raise Refused(
            _(
                "error_erase_manager",
                default="This account manages the site. Only somebody who manages the"
                " site can erase it.",
            )
        )


def _members(site: PloneSite, email: str) -> list[MemberData]:
    """Return the accounts, each once; the second way looks at all of them."""
    address = email.strip().lower()
    if not address:
        return []
    by_login = site.acl_users.getUser(address)
    ids = {} if by_login is None else {by_login.getId(): None}
    for found in site.acl_users.searchUsers(email=address):
        ids[found["userid"]] = None
    members = [api.user.get(userid=user_id) for user_id in ids]
    return [member for member in members if member and _has(member, address)]


def _has(member: MemberData, address: str) -> bool:
    kept = member.getProperty("email", "") or ""
    return address in (kept.strip().lower(), member.getUserName().lower())


def _name(member: MemberData) -> str:
    return member.getProperty("fullname", "") or member.getUserName()


def _exported(member: MemberData) -> dict[str, Any]:
    told = {name: member.getProperty(name, "") or "" for name in EXPORTED}
    moments = {name: member.getProperty(name, None) for name in MOMENTS}
    return {
        "user_id": member.getId(),
        "login": member.getUserName(),
        **told,
        **{name: moment.ISO8601() for name, moment in moments.items() if moment},
        "roles": sorted(member.getRoles()),
        "groups": sorted(member.getGroups()),
    }


def _managers(site: PloneSite) -> set[str]:
    """Return who may do everything on this site, by themselves or as group member."""
    assigned = site.acl_users.portal_role_manager.listAssignedPrincipals(MANAGER)
    managers: set[str] = set()
    for principal, _title in assigned:
        group = site.acl_users.getGroupById(principal)
        managers |= {principal} if group is None else set(group.getMemberIds())
    return {each for each in managers if site.acl_users.getUserById(each) is not None}


account_of_person = AccountOfPerson()
