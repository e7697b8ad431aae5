"""The page of the directory: find a group near a place, or see them all."""

from functools import cached_property
from gastvrij import _
from gastvrij.directory.finding import find
from gastvrij.directory.kept import Kept
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.known_groups import visible_groups
from gastvrij.directory.listing import count_online
from gastvrij.directory.listing import Numbers
from gastvrij.directory.listing import start_of
from gastvrij.directory.map_views import SmallMap
from gastvrij.directory.near_results import NearResults
from gastvrij.directory.province_results import ProvinceResults
from gastvrij.directory.province_results import Section
from gastvrij.directory.search_form import Choices
from gastvrij.directory.search_form import choices_of
from gastvrij.directory.search_form import Option
from gastvrij.directory.search_form import radius_options
from gastvrij.directory.search_form import Step
from gastvrij.directory.search_form import steps_from
from gastvrij.directory.wishes import read_wishes
from gastvrij.directory.wishes import Wishes
from gastvrij.interfaces import ITitledPage
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.batching import start_in
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


# the cards of one province on one page of the list, in a few languages
_CARDS: Kept[str] = Kept(most=128)


@implementer(ITitledPage)
class DirectoryView(SmallMap, BrowserView):
    """All groups by province, or those that fit what somebody asks.

    What makes no sense in the address is no wish; it never stops the page.
    """

    search_form = ViewPageTemplateFile("templates/search_form.pt")
    near_page = ViewPageTemplateFile("templates/groups_near.pt")
    province_page = ViewPageTemplateFile("templates/groups_by_province.pt")
    choice_page = ViewPageTemplateFile("templates/place_choice.pt")
    cards = ViewPageTemplateFile("templates/group_cards.pt")
    links = ViewPageTemplateFile("templates/pager.pt")
    asked = ViewPageTemplateFile("templates/asked.pt")
    nothing = ViewPageTemplateFile("templates/nothing.pt")

    def __call__(self) -> str:
        """Show what is asked, or one page of the whole list."""
        self.today = today_in_belgium()
        self.wishes, _mistakes = read_wishes(self.request.form)
        self.groups = visible_groups(self.context)
        self.answer = find(self.groups, self.wishes, self.today)
        return self.index()

    @property
    def tab_title(self) -> Message | str:
        """What the page is called; the answer, where something is asked."""
        if self.is_near:
            return self.near.title
        if self.is_list and self.wishes.is_narrow:
            return self.by_province.title
        return self.context.title

    @property
    def is_asked(self) -> bool:
        """Whether somebody looks for something."""
        return bool(self.wishes.place) or self.wishes.is_narrow

    @property
    def is_near(self) -> bool:
        """Whether groups near a place are shown."""
        return self.answer.spot is not None

    @property
    def is_list(self) -> bool:
        """Whether groups are shown by province."""
        return not (self.is_near or self.answer.choices)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked beside a place, so that the choices stand open."""
        usual = settings().default_radius
        return self.wishes.is_narrow or self.answer.radius != usual

    @property
    def place_described_by(self) -> str:
        """The elements that describe the field for the place."""
        return "place-help place-error" if self.mistake else "place-help"

    @property
    def mistake(self) -> Message | None:
        """What is wrong with the place, for next to its field."""
        return next((each.message for each in self.answer.mistakes), None)

    @cached_property
    def near(self) -> NearResults:
        """The groups near the place."""
        return NearResults(
            self.answer, start_in(self.request.form), self.today, self._page_url
        )

    @cached_property
    def by_province(self) -> ProvinceResults:
        """The groups by province; those that have ended too when nothing is asked."""
        ended = () if self.wishes.is_narrow else self.groups.ended
        return ProvinceResults(
            self.answer.groups,
            ended,
            start_in(self.request.form),
            self.today,
            self._page_url,
        )

    def cards_of_section(self, section: Section) -> str:
        """Return the cards of a province as HTML, made once while nothing changes.

        What a card tells depends on its group, the day, the language and a setting,
        and not on who reads it.
        """

        def make() -> str:
            return self.cards(cards=section.cards)

        groups = tuple(card.group.uid for card in section.cards)
        moment = (self.today, settings().fading_after_months)
        language = api.portal.get_current_language()
        return _CARDS.get(self.context, make, self.url, language, moment, groups)

    @property
    def numbers(self) -> Numbers:
        """How many groups there are, in how many municipalities."""
        return count_online(self.context)

    @property
    def map_picture(self) -> str:
        """The map of the groups, as HTML."""
        return self.small_map(self.context)

    @property
    def radius_options(self) -> list[Option]:
        """The distances to choose from."""
        return radius_options(settings().radius_choices, self.answer.radius)

    @cached_property
    def choices(self) -> tuple[Choices, ...]:
        """What can be asked of the groups."""
        spoken = public_groups(self.context).languages
        return choices_of(self.wishes, spoken, api.portal.get_current_language())

    @property
    def steps(self) -> list[Step]:
        """What is asked of the groups, each with the question without it."""
        return steps_from(self.wishes, self.choices, self._results)

    @property
    def wider(self) -> Step | None:
        """The question with a larger distance, when that finds more."""
        km = self.near.wider(settings().radius_choices)
        if km is None:
            return None
        word = _("link_wider", default="Look up to ${km} km", mapping={"km": km})
        return Step(self._results(self.wishes.but(radius=km)), word)

    @property
    def places(self) -> list[Step]:
        """The places that may be meant, each with the question after it."""
        return [
            Step(self._results(self.wishes.but(place=spot.query)), spot.label)
            for spot in self.answer.choices
        ]

    @property
    def url(self) -> str:
        """The address of this page."""
        return self.context.absolute_url()

    @property
    def text(self) -> str:
        """What the secretariat says below the list, as safe HTML."""
        return safe_html(self.context, "text")

    def _results(self, wishes: Wishes) -> str:
        """Return where the answer to a question begins on its page."""
        return f"{wishes.address(self.url)}#results"

    def _page_url(self, number: int) -> str:
        return self.wishes.address(self.url, b_start=start_of(number))
