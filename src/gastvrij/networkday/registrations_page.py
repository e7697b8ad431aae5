"""The page on which a coordinator sees who comes, who waits, and whom to call."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.directory.pager import Pager
from gastvrij.networkday.coordinator_page import DayDeskPage
from gastvrij.networkday.coordinator_page import REGISTRATIONS
from gastvrij.networkday.day_counts import item_counts
from gastvrij.networkday.day_counts import ItemCount
from gastvrij.networkday.day_counts import seats_in_words
from gastvrij.networkday.day_counts import to_call
from gastvrij.networkday.day_counts import too_many
from gastvrij.networkday.day_counts import TooMany
from gastvrij.networkday.group_names import names_of_groups
from gastvrij.networkday.registration_words import SHORT
from gastvrij.networkday.roll import ANSWERS
from gastvrij.networkday.roll import everybody
from gastvrij.networkday.roll import HERE
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll import those
from gastvrij.networkday.roll import Wish
from gastvrij.networkday.roll_filters import CHECKED_IN
from gastvrij.networkday.roll_filters import Filter
from gastvrij.networkday.roll_filters import filters_of
from gastvrij.networkday.roll_filters import query_of
from gastvrij.networkday.roll_filters import wish_in
from gastvrij.networkday.roll_filters import WITHOUT_GROUP
from gastvrij.networkday.roll_rows import Facts
from gastvrij.networkday.roll_rows import Row
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import WAITING
from gastvrij.networkday.tally import Answer
from gastvrij.networkday.tally import answers
from gastvrij.networkday.tally import Standings
from gastvrij.networkday.tally import standings
from gastvrij.values.batching import start_in
from gastvrij.values.choice_entries import Option
from plone.batching.batch import Batch
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


PAGE_SIZE = 30


@dataclass(frozen=True)
class GroupCount:
    """How many people of a group have a seat."""

    title: Message | str
    number: int
    url: str


@dataclass(frozen=True)
class Tile:
    """A number with its words, and who they are."""

    words: Message
    number: int
    url: str


class RegistrationsPage(DayDeskPage):
    """``/netwerkdagen/<id>/registrations``: numbers, whom to call, and a list."""

    tab_title = _("registrations_title", default="Registrations")
    links = ViewPageTemplateFile("../directory/templates/pager.pt")

    @cached_property
    def people(self) -> list[Listed]:
        """Everybody."""
        return everybody(self.context, self.now)

    @cached_property
    def numbers(self) -> Standings:
        """How many people stand where."""
        return standings(self.people)

    @property
    def seats(self) -> Message:
        """How many seats are taken."""
        return seats_in_words(self.context, self.numbers)

    @property
    def turn(self) -> Message:
        """Whose turn it is."""
        if self.in_line or self.too_many:
            return _("turn_yours", default="We are waiting for you.")
        return _("turn_nothing", default="You do not have to do anything now.")

    @property
    def tiles(self) -> list[Tile]:
        """The numbers above the page."""
        counts = [(k, SHORT[k], self.numbers.of(k)) for k in SHORT]
        counts.append((HERE, CHECKED_IN.title, self.numbers.here))
        return [
            Tile(words, number, self.address(standing=kind))
            for kind, words, number in counts
            if number or kind in (CONFIRMED, WAITING)
        ]

    @cached_property
    def in_line(self) -> list[Row]:
        """Who gets a seat when somebody calls them, the first in line first."""
        known = {each.person.id: each for each in self.people}
        return [
            self._facts.row_of(known[p.id]) for p in to_call(self.context, self.now)
        ]

    @cached_property
    def too_many(self) -> list[TooMany]:
        """Where more people have a seat than there are."""
        return too_many(self.context, self.now)

    @cached_property
    def items(self) -> list[ItemCount]:
        """How many people come to each item."""
        return item_counts(self.context)

    @property
    def groups(self) -> list[GroupCount]:
        """How many people come from each group, the largest first."""
        there = (p.person.group for p in self.people if p.kind == CONFIRMED)
        return [
            GroupCount(self._group(uid), number, self.address(group=uid or "none"))
            for uid, number in Counter(there).most_common()
        ]

    @property
    def diets(self) -> list[Answer]:
        """What people who come do not eat."""
        return answers([each.person for each in self.people], "diet")

    @property
    def needs(self) -> list[Answer]:
        """What people who come need to take part."""
        return answers([each.person for each in self.people], "access")

    @cached_property
    def wish(self) -> Wish:
        """What is asked of the list."""
        return wish_in(self.request.form)

    @cached_property
    def found(self) -> list[Listed]:
        """Who is asked for."""
        return those(self.people, self.wish)

    @property
    def filters(self) -> list[Filter]:
        """What can be asked."""
        items = (Option(each.uid, each.title) for each in self.items)
        groups = [Option(uid, name) for uid, name in self.group_names.items()]
        asked = [n for n in ANSWERS if any(getattr(p.person, n) for p in self.people)]
        return filters_of(
            self.wish, items, [WITHOUT_GROUP, *groups] if groups else [], asked
        )

    @cached_property
    def batch(self) -> Batch:
        """The part of the list on this page."""
        nearest = max(0, min(start_in(self.request.form), len(self.found) - 1))
        return Batch.fromPagenumber(self.found, PAGE_SIZE, nearest // PAGE_SIZE + 1)

    @property
    def rows(self) -> list[Row]:
        """The people on this page."""
        return [self._facts.row_of(each) for each in self.batch]

    @property
    def pager(self) -> Pager:
        """The links to the other pages."""
        return Pager(
            self.batch, lambda page: self.address(b_start=(page - 1) * PAGE_SIZE)
        )

    @cached_property
    def group_names(self) -> dict[str, Message | str]:
        """The groups that people named, by UID."""
        return names_of_groups(each.person.group for each in self.people)

    def _group(self, uid: str) -> Message | str:
        return self.group_names.get(uid, WITHOUT_GROUP.title)

    def address(self, **asked: Any) -> str:
        """Return where those are who are asked for, or another page of the list."""
        is_page = "b_start" in asked
        query = query_of(self.wish, **asked) if is_page else query_of(Wish(**asked))
        return f"{self.url}/{REGISTRATIONS}?{query}#people"

    @cached_property
    def _facts(self) -> Facts:
        names = self.group_names
        return Facts(self.context, names, self.item_titles, self.now, self.language)
