"""The public page of one group, and the profile on it that other pages show too."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij.directory.alternatives import alternatives_to
from gastvrij.directory.cards import Card
from gastvrij.directory.freshness import in_words
from gastvrij.directory.freshness import standing_of
from gastvrij.directory.kept_group import KeptGroup
from gastvrij.directory.labels import label_of
from gastvrij.directory.profile import Profile
from gastvrij.directory.states import UNSEEN
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ProfileView(BrowserView):
    """A page with the profile of a group on it, exactly as a visitor sees it today.

    Its template places ``view/head`` and ``view/body``, after ``read_profile``. On a
    page with a title of its own the profile ``is_inside``.
    """

    head = ViewPageTemplateFile("templates/profile_head.pt")
    body = ViewPageTemplateFile("templates/profile_body.pt")
    stopped = ViewPageTemplateFile("templates/stopped.pt")
    cards = ViewPageTemplateFile("templates/group_cards.pt")
    is_inside = False

    def read_profile(self) -> None:
        """Look at the group as it is today."""
        language = api.portal.get_current_language()
        self.profile = Profile(self.context, today_in_belgium(), language)
        self.state = api.content.get_state(self.context)
        self.label = label_of(self.state, self.profile.recruiting)
        self.standing = standing_of(self.context, self.profile.today)
        self.freshness = in_words(self.context.confirmed_on, self.standing, language)

    @property
    def picture(self) -> str:
        """The picture as an HTML element; empty without one."""
        if not self.context.image:
            return ""
        images = self.context.restrictedTraverse("@@images")
        return images.tag("image", scale="large", alt=self.context.image_alt)

    @property
    def text(self) -> str:
        """What the group does, as safe HTML."""
        return safe_html(self.context, "text")

    @property
    def has_headings(self) -> bool:
        """Whether the group has put headings of its own into its text."""
        return "<h2" in self.text

    @property
    def write_url(self) -> str:
        """Where to write to a group that is active; empty for another one."""
        is_active = self.state == "active"
        return f"{self.context.absolute_url()}/write" if is_active else ""

    @property
    def has_stopped(self) -> bool:
        """Whether the group is not there now, for a while or for good."""
        return self.state in ("paused", "ended")

    @property
    def alternatives(self) -> list[Card]:
        """The nearest groups, beside a group that has stopped; no more than three."""
        if not self.has_stopped:
            return []
        return alternatives_to(self.context, self.profile.today)

    @property
    def directory_url(self) -> str:
        """Where the other groups are."""
        return aq_parent(aq_inner(self.context)).absolute_url()

    @property
    def is_fading(self) -> bool:
        """Whether the group has not confirmed its profile for long."""
        return self.standing == "fading"

    @property
    def asks_something(self) -> bool:
        """Whether the group tells what it asks of whoever wants to help."""
        return self.state == "active" or bool(self.profile.needs)


class OrganisationView(ProfileView):
    """The profile of one group."""

    band = ViewPageTemplateFile("templates/keeping_band.pt")

    def __call__(self) -> str:
        """Show the profile as it is today, and to who keeps it what there is to do."""
        self.read_profile()
        if self.keeps:
            # what waits changes without the catalogue
            keep_to_yourself(self.request.response)
        return self.index()

    @property
    def is_unseen(self) -> bool:
        """Whether visitors do not see the group."""
        return self.state in UNSEEN

    @property
    def keeps(self) -> bool:
        """Whether the user keeps this profile right."""
        return api.user.has_permission("gastvrij: Keep Organisation", obj=self.context)

    @property
    def kept(self) -> KeptGroup:
        """The group as whoever keeps it meets it."""
        return KeptGroup(self.context, self.profile.language)
