"""The list at the door: who has come, who has not, who has no seat."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.networkday import ledger
from gastvrij.networkday import wording
from gastvrij.networkday.check_in_columns import Column
from gastvrij.networkday.check_in_columns import columns_of
from gastvrij.networkday.coordinator_page import DayDeskPage
from gastvrij.networkday.door import start_of
from gastvrij.networkday.group_names import names_of_groups
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.person_words import not_done
from gastvrij.networkday.roll import by_name
from gastvrij.networkday.roll import everybody
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll import Wish
from gastvrij.networkday.roll_rows import Facts
from gastvrij.networkday.roll_rows import Row
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.turns import take_turn
from gastvrij.spelling.dates import BELGIUM
from gastvrij.values.entries import one
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.i18nmessageid import Message


NO_SEAT = _(
    "check_in_no_seat",
    default="Not done: this person has no seat. Open the name below to give a free"
    " seat.",
)


@dataclass(frozen=True)
class Cell:
    """What one person chose; ``label`` says of what on a narrow screen."""

    label: Message | str
    words: Message | str


@dataclass(frozen=True)
class Guest:
    """One person at the door; ``since`` is the hour at which they came."""

    row: Row
    cells: list[Cell]
    since: str


class CheckIn(DayDeskPage):
    """``/netwerkdagen/<id>/check-in``: by name, a button each, and on paper a box."""

    tab_title = _("check_in_title", default="Who is here")

    def act(self) -> str:
        """Note that somebody is here, or not after all; back to their line."""
        take_turn(self.context)
        form = self.request.form
        person, action = one(form, "person"), one(form, "action")
        try:
            if action == "in":
                ledger.check_in(self.context, person, self.now)
            elif action == "out":
                ledger.check_out(self.context, person)
        except KeyError:
            raise NotFound(self.__name__) from None
        except SeatRefused as error:
            self.refused = self._not_done(error)
            self.request.response.setStatus(409)
            return self.index()
        query = urlencode({"q": self.words}) if self.words else ""
        url = f"{self.url}/check-in?{query}#person-{person}"
        self.request.response.redirect(url, status=303)
        return ""

    @property
    def when(self) -> str:
        """When the day takes place."""
        return wording.when(summary_of_day(self.context, self.now), self.language)

    @property
    def is_early(self) -> bool:
        """Whether the day itself is still to come."""
        return in_brussels(self.now).date() < start_of(self.context).date()

    @property
    def words(self) -> str:
        """What somebody looks for."""
        return one(self.request.form, "q")

    @cached_property
    def people(self) -> list[Listed]:
        """Everybody who comes, or may, by name."""
        known = everybody(self.context, self.now)
        return sorted((each for each in known if not each.is_gone), key=by_name)

    @cached_property
    def found(self) -> list[Listed]:
        """Whom somebody looks for."""
        wish = Wish(words=self.words)
        return [each for each in self.people if wish.fits(each)]

    @property
    def guests(self) -> list[Guest]:
        """Those who have a seat."""
        return [self._guest(each) for each in self.found if each.kind == CONFIRMED]

    @property
    def without_seat(self) -> list[Row]:
        """Those who have none (yet)."""
        there = (each for each in self.found if each.kind != CONFIRMED)
        return [self._facts.row_of(each) for each in there]

    @property
    def numbers(self) -> dict[str, int]:
        """How many have come, of how many."""
        seated = [each.person for each in self.people if each.kind == CONFIRMED]
        here = sum(person.checked_in is not None for person in seated)
        return {"here": here, "seats": len(seated)}

    @cached_property
    def columns(self) -> list[Column]:
        """What people choose, in the order of the programme."""
        return columns_of(self.context)

    @cached_property
    def _facts(self) -> Facts:
        groups = names_of_groups(each.person.group for each in self.people)
        return Facts(self.context, groups, self.item_titles, self.now, self.language)

    def _not_done(self, error: SeatRefused) -> Message:
        is_gone = isinstance(error, NotOffered) and error.standing == CANCELLED
        return not_done(error) if is_gone else NO_SEAT

    def _guest(self, each: Listed) -> Guest:
        choices = each.person.seat.choices
        seated = [choice.item for choice in choices if choice.seated]
        cells = [Cell(c.title, c.of(seated)) for c in self.columns]
        moment = each.person.checked_in
        since = f"{moment.astimezone(BELGIUM):%-H.%M}" if moment else ""
        return Guest(self._facts.row_of(each), cells, since)
