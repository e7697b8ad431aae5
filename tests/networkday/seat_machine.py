"""A day on which everything happens in any order, and what must hold all the same.

Hypothesis chooses the steps. After each the seats are compared with those before it;
the comparison knows nothing of how the rules hand them out.
"""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from gastvrij.networkday import seat_steps as steps
from gastvrij.networkday import seating
from gastvrij.networkday.choosing import change_choices
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import ItemLimit
from gastvrij.networkday.seats import OFFERED
from gastvrij.networkday.seats import Seat
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import UNCONFIRMED
from gastvrij.networkday.seats import WAITING
from hypothesis import strategies as some
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import precondition
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from seat_books import limits
from seat_books import START


CHOICES = some.sampled_from([(), ("a",), ("b",), ("c",), ("a", "c"), ("b", "c")])
GROUPS = some.sampled_from(["", "", "poort", "drempel"])
CAPACITIES = some.sampled_from([1, 2, 3, 4, 6, 8, None])
WHICH = some.integers(0, 999)


# the coordinator goes past order and groups; a group that shrinks changes who is first
PROMOTED, REGROUPED = "promoted", "regrouped"


class Day(RuleBasedStateMachine):
    """One day: people come and go, and the coordinator changes their mind."""

    @initialize(
        capacity=CAPACITIES,
        most=some.sampled_from([None, None, None, 1, 2, 3]),
        share=some.sampled_from([0, 0, 0, 25, 50]),
        days=some.integers(4, 40),
        crowd=some.integers(0, 10),
    )
    def begin(self, capacity, most, share, days, crowd):
        """Announce a day, to which a crowd comes at once."""
        self.now = START - timedelta(days=days)
        self.seats, self.number, self.count = {}, 0, 0
        self.limits = limits(
            capacity=capacity,
            most_of_group=most,
            kept_share=share,
            kept_until=START - timedelta(days=3),
            items={
                "a": ItemLimit(1, 2),
                "b": ItemLimit(1, 3),
                "c": ItemLimit(None, 1),
            },
        )
        for number in range(crowd):
            self.register(1, "poort" if number % 4 == 3 else "", False, ())

    @rule(
        number=some.integers(1, 4),
        group=GROUPS,
        together=some.booleans(),
        items=CHOICES,
    )
    def register(self, number, group, together, items):
        """Let a form come in and be confirmed."""
        party = f"form{self.count}"
        people = [f"{self.count + each:03}" for each in range(number)]
        self.count += number

        def come(book):
            for person in people:
                book.seats[person] = arriving(person, party, group, together, items)
            steps.confirm(book, people)

        self.take(come, people)

    @rule(which=WHICH)
    def cancel(self, which):
        """Let somebody cancel, often somebody with a seat."""
        self.act(steps.cancel, which, CONFIRMED if which % 2 else "")

    @rule(which=WHICH)
    def accept(self, which):
        """Let somebody with an offer accept it, twice; or somebody without one."""
        self.act(steps.accept, which, OFFERED)
        self.act(steps.accept, which, CONFIRMED)

    @rule(which=WHICH)
    def refuse(self, which):
        """Let somebody refuse an offer."""
        self.act(steps.refuse, which, OFFERED)

    @rule(which=WHICH)
    def wait_again(self, which):
        """Let somebody come again."""
        self.act(steps.wait_again, which, "lapsed")

    @rule(which=WHICH)
    def promote(self, which):
        """Let the coordinator give somebody a seat."""
        self.act(
            lambda book, who: steps.promote(book, who[0]), which, WAITING, PROMOTED
        )

    @rule(which=WHICH)
    def fit_in_parts(self, which):
        """Let a form be split."""
        person = self.choose(which)
        if person:
            party = self.seats[person].party
            people = [s.id for s in self.seats.values() if s.party == party]
            self.take(lambda book: steps.fit_in_parts(book, people), people)

    @rule(which=WHICH, items=CHOICES, may_wait=some.booleans())
    def choose_items(self, which, items, may_wait):
        """Let somebody choose other items."""
        wait = frozenset(items if may_wait else ())
        self.act(lambda book, who: change_choices(book, who[0], items, wait), which)

    @rule(which=WHICH)
    def disown(self, which):
        """Let a group say that somebody is not theirs."""
        self.act(
            lambda book, who: steps.move_to_group(book, who, ""), which, "", REGROUPED
        )

    @rule(capacity=CAPACITIES)
    def change_capacity(self, capacity):
        """Let the coordinator change the number of seats."""
        self.limits = replace(self.limits, capacity=capacity)
        self.take(seating.settle)

    @rule(item=some.sampled_from("abc"), capacity=some.integers(1, 4))
    def change_item(self, item, capacity):
        """Let the coordinator change the number of seats of an item."""
        known = self.limits.items
        changed = known | {item: replace(known[item], capacity=capacity)}
        self.limits = replace(self.limits, items=changed)
        self.take(seating.settle)

    @rule(hours=some.sampled_from([1, 12, 24, 47, 49]))
    def wait(self, hours):
        """Let time pass, and what is due be done."""
        self.now += timedelta(hours=hours)
        self.take(seating.settle)

    @rule()
    def cancel_or_reopen_day(self):
        """Let the coordinator cancel the day, or let it go on."""
        is_reopened = not self.limits.announced
        self.limits = replace(self.limits, announced=is_reopened)
        self.take(steps.renew_offers if is_reopened else seating.settle)

    def choose(self, which, standing=""):
        """Return somebody, preferably one who stands there; None without people."""
        there = [s.id for s in self.seats.values() if s.standing == standing]
        people = there or list(self.seats)
        return people[which % len(people)] if people else None

    def act(self, step, which, standing="", special=""):
        """Let one person take a step."""
        person = self.choose(which, standing)
        if person:
            self.take(lambda book: step(book, [person]), [person], special)

    def take(self, step, acting=(), special=""):
        """Take a step; refused, it has changed nothing."""
        before = self.seats
        book = Book(dict(before), self.limits, self.now, self.number)
        try:
            step(book)
        except SeatRefused:
            return
        self.seats, self.number = book.seats, book.number
        assert set(before) <= set(self.seats)
        self.check_capacity(before)
        self.check_order(before, special)
        self.check_nobody_thrown_out(before, acting)
        self.check_offers(before)
        if not special:
            self.check_groups(before)

    def check_capacity(self, before):
        """More people than seats only stay, they never become more."""
        if self.limits.capacity is not None:
            assert held(self.seats) <= max(self.limits.capacity, held(before))
        for item, limit in self.limits.items.items():
            most = max(limit.capacity, len(sitting(before, item)))
            assert len(sitting(self.seats, item)) <= most

    def check_order(self, before, special):
        """Nobody gets a seat while somebody waits who came earlier and may have it."""
        new = [s for s in self.seats.values() if s.is_held and not was_held(before, s)]
        waiting = [s for s in self.seats.values() if s.standing == WAITING]
        for got in new if special != PROMOTED else ():
            for other in waiting:
                assert other.arrival > got.arrival or self.had_no_right(other)
        for item in self.limits.items:
            there = sitting(self.seats, item)
            got = [there[p] for p in there if p not in sitting(before, item)]
            left = [c.asked for c in self.unseated(item)]
            assert not got or not left or max(got) < min(left)

    def had_no_right(self, seat):
        """Tell whether something else than the order can have kept somebody waiting."""
        is_kept = self.limits.kept(self.now) > 0
        return seat.together or is_kept or (seat.group and self.limits.most_of_group)

    def unseated(self, item):
        """Return the choices of who waits for an item."""
        for seat in self.seats.values():
            for choice in seat.choices if seat.standing == CONFIRMED else ():
                if choice.item == item and not choice.seated:
                    yield choice

    def check_nobody_thrown_out(self, before, acting):
        """Who has a seat, or waits, does so until they do something about it."""
        for person, seat in before.items():
            after = self.seats[person].standing
            if person not in acting:
                if seat.standing == CONFIRMED:
                    assert after == CONFIRMED
                    assert chosen(seat) <= chosen(self.seats[person])
                if seat.standing in (UNCONFIRMED, CANCELLED):
                    assert after == seat.standing
                if seat.standing == WAITING:
                    assert after in (WAITING, OFFERED)
                if seat.standing == OFFERED and seat.until > self.now:
                    assert after == OFFERED

    def check_offers(self, before):
        """An offer ends in time, and is made in time, while the day is announced."""
        for person, seat in self.seats.items():
            if seat.standing == OFFERED and not was_held(before, seat):
                assert self.limits.announced
                assert self.now < START - timedelta(days=1)
                assert self.now < seat.until <= min(self.now + timedelta(days=2), START)
                assert before.get(person) is None or (
                    before[person].standing not in (CANCELLED, CONFIRMED)
                )

    def check_groups(self, before):
        """No group grows beyond its maximum, and kept seats stay for small groups."""
        most, kept = self.limits.most_of_group, self.limits.kept(self.now)
        now, then = by_group(self.seats), by_group(before)
        for group, number in now.items():
            if group and most is not None:
                assert number <= max(most, then[group])
        others = sum(n if not g else max(0, n - 2) for g, n in now.items())
        others_then = sum(n if not g else max(0, n - 2) for g, n in then.items())
        if self.limits.capacity is not None and others > others_then:
            firsts = sum(min(2, n) for g, n in now.items() if g)
            assert others + max(kept, firsts) <= max(self.limits.capacity, held(before))

    @invariant()
    @precondition(lambda self: hasattr(self, "limits"))
    def is_settled(self):
        """Whatever has happened, there is nothing left to hand out."""
        book = Book(dict(self.seats), self.limits, self.now, self.number)
        seating.settle(book)
        assert book.seats == self.seats
        assert book.news == []

    @invariant()
    @precondition(lambda self: hasattr(self, "limits"))
    def no_seat_is_idle(self):
        """Nobody waits for a seat that is free, as long as seats are offered."""
        if not self.limits.offers(self.now):
            return
        alone = [s for s in self.seats.values() if s.standing == WAITING]
        if not any(self.had_no_right(seat) for seat in alone) and alone:
            assert self.limits.capacity is not None
            assert held(self.seats) >= self.limits.capacity

    @invariant()
    @precondition(lambda self: hasattr(self, "limits"))
    def choices_of_one_round_exclude_each_other(self):
        """Nobody sits in two items of one round."""
        for seat in self.seats.values():
            assert not {"a", "b"} <= {choice.item for choice in seat.choices}


def arriving(person, party, group, together, items):
    """Return the seat of somebody who has not confirmed yet."""
    from_form = {"group": group, "together": together}
    return Seat(person, party, choices=tuple(map(Choice, items)), **from_form)


def held(seats):
    """Return how many seats nobody else can have."""
    return sum(seat.is_held for seat in seats.values())


def was_held(before, seat):
    """Tell whether somebody had a seat already."""
    return seat.id in before and before[seat.id].is_held


def by_group(seats):
    """Return how many seats each group holds."""
    return Counter(seat.group for seat in seats.values() if seat.is_held)


def chosen(seat):
    """Return in what somebody has a seat."""
    return {choice.item for choice in seat.choices if choice.seated}


def sitting(seats, item):
    """Return who sits in an item, with the order in which they asked."""
    return {
        seat.id: choice.asked
        for seat in seats.values()
        for choice in seat.choices
        if seat.standing == CONFIRMED and choice.item == item and choice.seated
    }
