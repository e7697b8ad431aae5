"""The groups that somebody speaks for: where they land, and the choice between them."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.accounts.landing import ILanding
from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing_of
from gastvrij.directory.kept_group import waiting_about
from gastvrij.directory.kept_group import waiting_for_user
from gastvrij.directory.labels import Label
from gastvrij.directory.labels import label_of
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.due.interfaces import WaitingThing
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import today_in_belgium
from plone import api
from Products.CMFPlone.Portal import PloneSite
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


DIRECTORY = "groepen"


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """One group that somebody speaks for, as they choose it."""

    title: str
    url: str
    place: str
    label: Label | None
    freshness: Message
    waiting: list[WaitingThing]


def address_of(site: PloneSite, groups: list[IMemberOrganisation]) -> str:
    """Return where somebody finds their group, or the choice between several.

    Empty where there is none.
    """
    if len(groups) > 1:
        return f"{site.absolute_url()}/{DIRECTORY}/mine"
    return groups[0].absolute_url() if groups else ""


@implementer(ILanding)
class OwnGroupsLanding:
    """Contact persons come for their own group."""

    order = 20

    def url_for(self, site: PloneSite, user_id: str) -> str | None:
        """Return the address of the own group or groups; None for others."""
        return address_of(site, organisations_of(site, user_id)) or None


@implementer(ITitledPage)
class OwnGroupsView(BrowserView):
    """``/groepen/mine``: the groups of whoever is logged in."""

    tab_title = _("own_groups_title", default="My groups")

    def __call__(self) -> str:
        """Show the choice."""
        keep_to_yourself(self.request.response)
        user_id = api.user.get_current().getId()
        groups = organisations_of(api.portal.get(), user_id)
        things = waiting_for_user()
        self.groups = [_own_group(group, things) for group in groups]
        return self.index()


def _own_group(group: IMemberOrganisation, things: list[WaitingThing]) -> OwnGroup:
    standing = standing_of(group, today_in_belgium())
    language = api.portal.get_current_language()
    return OwnGroup(
        group.title,
        group.absolute_url(),
        municipality(group.municipality).name_nl,
        label_of(api.content.get_state(group), ""),
        in_words(group.confirmed_on, standing, language),
        waiting_about(group.absolute_url(), things),
    )
