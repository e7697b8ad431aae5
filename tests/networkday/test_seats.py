"""Who gets a seat, who waits, and to whom a seat is offered: the rules alone."""

from datetime import timedelta
from gastvrij.networkday import seat_steps as steps
from gastvrij.networkday.choosing import change_choices
from gastvrij.networkday.choosing import check_choices
from gastvrij.networkday.free_seats import FreeSeats
from gastvrij.networkday.overfull import overfull
from gastvrij.networkday.seating import settle
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import Full
from gastvrij.networkday.seats import ItemFull
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import WrongChoice
from seat_books import a_book
from seat_books import add
from seat_books import held
from seat_books import LONG_BEFORE
from seat_books import next_step
from seat_books import ON_THE_LAST_DAY
from seat_books import seated
from seat_books import standing
from seat_books import START
from seat_books import told

import pytest


def come(book, *people, **values):
    """Let a form come in and be confirmed."""
    steps.confirm(book, add(book, *people, **values))


def full_book(**values):
    """Return a day with one seat, which An has, and Bo and Cem waiting."""
    book = a_book(capacity=1, **values)
    for name in ("an", "bo", "cem"):
        come(book, name)
    return next_step(book)


def test_seats_go_to_who_confirms_first():
    book = a_book(capacity=2)
    for name in ("an", "bo", "cem"):
        add(book, name)
    for name in ("cem", "an", "bo"):
        steps.confirm(book, [name])
    assert standing(book) == {"an": "confirmed", "bo": "waiting", "cem": "confirmed"}
    assert told(book) == [("seat", "cem"), ("seat", "an"), ("waits", "bo")]
    assert book.news[-1].number == 1


def test_part_of_a_form_gets_seats_and_the_others_wait():
    book = a_book(capacity=3)
    come(book, "an", "bo", "cem", "dina", "emma")
    assert list(standing(book).values()) == ["confirmed"] * 3 + ["waiting"] * 2
    assert [news.number for news in book.news] == [0, 0, 0, 1, 2]


def test_people_who_come_together_wait_together_and_let_others_pass():
    book = a_book(capacity=3)
    come(book, "an")
    come(book, "bo", "cem", "dina", together=True)
    come(book, "emma")
    assert standing(book)["bo"] == "waiting"
    assert standing(book)["emma"] == "confirmed"
    next_step(book)
    steps.cancel(book, ["an"])
    assert told(book) == [("cancelled", "an")]
    next_step(book)
    steps.cancel(book, ["emma"])
    assert told(book)[1:] == [("offer", "bo"), ("offer", "cem"), ("offer", "dina")]


def test_sender_who_agrees_after_all_gets_what_there_is():
    book = a_book(capacity=2)
    come(book, "an", "bo", "cem", together=True)
    steps.fit_in_parts(next_step(book), ["an", "bo", "cem"])
    assert list(standing(book).values()) == ["confirmed", "confirmed", "waiting"]


@pytest.mark.parametrize("step", ["confirm", "cancel", "accept"])
def test_step_taken_twice_changes_nothing_the_second_time(step):
    book = full_book()
    if step == "accept":
        steps.cancel(book, ["an"])
    act = getattr(steps, step)
    act(next_step(book), ["bo"])
    before = dict(book.seats)
    act(next_step(book), ["bo"])
    assert book.seats == before
    assert book.news == []


def test_freed_seat_is_offered_to_the_first_in_line_until_a_moment():
    book = full_book()
    steps.cancel(book, ["an"])
    assert told(book) == [("cancelled", "an"), ("offer", "bo")]
    assert book.news[1].until == LONG_BEFORE + timedelta(hours=48)
    assert held(book) == 1
    steps.accept(next_step(book), ["bo"])
    assert told(book) == [("seat", "bo")]
    assert standing(book)["cem"] == "waiting"


def test_refused_seat_is_offered_to_the_next():
    book = full_book()
    steps.cancel(book, ["an"])
    steps.refuse(next_step(book), ["bo"])
    assert told(book) == [("cancelled", "bo"), ("offer", "cem")]


def test_offer_that_lapses_goes_to_the_next_and_comes_too_late():
    book = full_book()
    steps.cancel(book, ["an"])
    late = LONG_BEFORE + timedelta(hours=48)
    with pytest.raises(NotOffered) as caught:
        steps.accept(next_step(book, late), ["bo"])
    assert caught.value.standing == "lapsed"
    settle(next_step(book, late))
    assert told(book) == [("lapsed", "bo"), ("offer", "cem")]
    settle(next_step(book))
    assert book.news == []


def test_one_second_before_it_lapses_an_offer_holds():
    book = full_book()
    steps.cancel(book, ["an"])
    steps.accept(
        next_step(book, LONG_BEFORE + timedelta(hours=47, seconds=3599)), ["bo"]
    )
    assert standing(book)["bo"] == "confirmed"


def test_who_was_too_late_can_wait_again_behind_the_others():
    book = full_book()
    steps.cancel(book, ["an"])
    late = LONG_BEFORE + timedelta(hours=49)
    steps.wait_again(next_step(book, late), ["bo"])
    assert standing(book) == {"an": "cancelled", "bo": "waiting", "cem": "offered"}
    steps.refuse(next_step(book), ["cem"])
    assert told(book) == [("cancelled", "cem"), ("offer", "bo")]


def test_who_was_too_late_gets_the_seat_when_nobody_else_waits():
    book = full_book()
    steps.cancel(book, ["an", "cem"])
    steps.wait_again(next_step(book, LONG_BEFORE + timedelta(hours=49)), ["bo"])
    assert standing(book)["bo"] == "confirmed"


@pytest.mark.parametrize("name", ["an", "dina"])
def test_only_who_was_offered_a_seat_can_refuse_one_or_wait_again(name):
    book = full_book()
    add(book, "dina")
    steps.cancel(book, ["an"])
    with pytest.raises(NotOffered):
        steps.wait_again(book, [name])
    with pytest.raises(NotOffered):
        steps.accept(book, [name])


def test_offer_never_lasts_longer_than_registration_or_beyond_the_start():
    closes = LONG_BEFORE + timedelta(hours=10)
    book = full_book(closes=closes)
    steps.cancel(book, ["an"])
    assert book.seats["bo"].until == closes
    book = full_book()
    steps.cancel(next_step(book, START - timedelta(hours=25)), ["an"])
    assert book.seats["bo"].until == START


@pytest.mark.parametrize(
    ("now", "closes"),
    [
        (ON_THE_LAST_DAY, START),
        (START - timedelta(days=1), START),
        (LONG_BEFORE, LONG_BEFORE),
        (LONG_BEFORE, LONG_BEFORE - timedelta(days=1)),
    ],
)
def test_on_the_last_day_and_after_closing_the_coordinator_is_told(now, closes):
    book = full_book()
    steps.cancel(next_step(book, now, closes=closes), ["an"])
    assert told(book) == [("cancelled", "an"), ("seat_free", "bo")]
    settle(next_step(book))
    assert book.news == []


def test_nobody_who_comes_on_the_last_day_passes_those_who_wait():
    book = full_book()
    steps.cancel(next_step(book, ON_THE_LAST_DAY), ["an"])
    come(book, "dina")
    assert standing(book)["dina"] == "waiting"
    steps.promote(next_step(book), "bo")
    assert told(book) == [("seat", "bo")]
    with pytest.raises(Full):
        steps.promote(book, "cem")


@pytest.mark.parametrize("state", [{"announced": False}, {"start": LONG_BEFORE}])
def test_nothing_moves_while_the_day_is_not_announced_or_has_begun(state):
    book = full_book()
    steps.cancel(book, ["an"])
    next_step(book, LONG_BEFORE + timedelta(hours=1), **state)
    add(book, "dina")
    for act, name in ((steps.confirm, "dina"), (steps.accept, "bo")):
        with pytest.raises(Closed):
            act(book, [name])
    steps.cancel(book, ["bo"])
    assert told(book) == [("cancelled", "bo")]


def test_offers_stand_still_while_a_day_is_cancelled_and_begin_anew():
    book = full_book()
    steps.cancel(book, ["an"])
    later = LONG_BEFORE + timedelta(days=5)
    settle(next_step(book, later, announced=False))
    assert (book.news, standing(book)["bo"]) == ([], "offered")
    steps.renew_offers(next_step(book, announced=True))
    assert told(book) == [("offer", "bo")]
    assert book.seats["bo"].until == later + timedelta(hours=48)


def test_day_with_less_seats_throws_nobody_out_and_more_seats_are_offered():
    book = a_book(capacity=3)
    come(book, "an", "bo", "cem", "dina")
    settle(next_step(book, capacity=1))
    assert (book.news, held(book)) == ([], 3)
    assert overfull(book) == {"": 2}
    steps.cancel(next_step(book), ["an"])
    assert told(book) == [("cancelled", "an")]
    settle(next_step(book, capacity=4))
    assert told(book) == [("offer", "dina")]
    assert overfull(book) == {}


def test_people_above_the_maximum_of_their_group_wait_for_their_own():
    book = a_book(capacity=9, most_of_group=2)
    come(book, "an", "bo", group="poort")
    come(book, "cem", group="poort")
    come(book, "dina")
    assert standing(book)["cem"] == "waiting"
    assert standing(book)["dina"] == "confirmed"
    steps.cancel(next_step(book), ["an"])
    assert told(book)[1:] == [("offer", "cem")]


def test_seats_that_are_kept_are_for_groups_with_fewer_than_two():
    book = a_book(capacity=4, kept_share=50, kept_until=LONG_BEFORE + timedelta(days=1))
    assert FreeSeats(book).free == 2
    come(book, "an", "bo", "cem")
    assert standing(book)["cem"] == "waiting"
    come(book, "dina", "emma", "fien", group="poort")
    assert standing(book)["emma"] == "confirmed"
    assert standing(book)["fien"] == "waiting"


def test_seats_that_were_kept_go_to_those_in_line_afterwards():
    until = LONG_BEFORE + timedelta(days=1)
    book = a_book(capacity=4, kept_share=50, kept_until=until)
    come(book, "an", "bo", "cem")
    settle(next_step(book, until - timedelta(seconds=1)))
    assert book.news == []
    settle(next_step(book, until))
    assert told(book) == [("offer", "cem")]


def test_day_without_a_number_of_seats_has_one_for_everybody():
    book = a_book()
    come(book, *map(str, range(50)))
    assert held(book) == 50
    assert FreeSeats(book).free is None


def test_item_that_is_full_is_waited_for_while_the_day_has_room():
    book = a_book()
    for name in ("an", "bo", "cem"):
        come(book, name, items=("a",))
    assert set(standing(book).values()) == {"confirmed"}
    assert seated(book, "a") == ["an"]
    steps.cancel(next_step(book), ["an"])
    assert told(book) == [("cancelled", "an"), ("item_seat", "bo")]


def test_who_waits_for_the_day_holds_no_seat_in_an_item():
    book = a_book(capacity=1)
    come(book, "an")
    come(book, "bo", items=("a",))
    steps.promote(next_step(book, capacity=3), "bo")
    assert seated(book, "a") == ["bo"]
    assert told(book) == [("seat", "bo")]


def test_choice_that_is_full_is_refused_unless_one_agrees_to_wait():
    book = a_book()
    come(book, "an", items=("a",))
    come(book, "bo", items=("b",))
    with pytest.raises(ItemFull) as caught:
        change_choices(next_step(book), "bo", ["a"])
    assert caught.value.items == ("a",)
    assert seated(book, "b") == ["bo"]
    change_choices(book, "bo", ["a"], frozenset("a"))
    assert (seated(book, "a"), seated(book, "b")) == (["an"], [])
    change_choices(next_step(book), "an", ["b"])
    assert told(book) == [("item_seat", "bo")]


def test_choice_that_stays_keeps_its_seat():
    book = a_book()
    come(book, "an", items=("a",))
    change_choices(next_step(book), "an", ["a", "c"])
    assert (seated(book, "a"), seated(book, "c")) == (["an"], ["an"])


@pytest.mark.parametrize("items", [("a", "b"), ("a", "a"), ("x",), ("c", "c")])
def test_items_of_one_round_exclude_each_other(items):
    with pytest.raises(WrongChoice):
        check_choices(a_book().limits, items)


def test_item_that_leaves_the_programme_is_told():
    book = a_book()
    come(book, "an", items=("a", "c"))
    settle(next_step(book, items={"c": book.limits.items["c"]}))
    assert [(n.kind, n.item) for n in book.news] == [("item_gone", "a")]
    assert [choice.item for choice in book.seats["an"].choices] == ["c"]


def test_who_cancelled_is_never_given_a_seat():
    book = full_book()
    steps.cancel(book, ["bo"])
    steps.cancel(next_step(book), ["an"])
    assert told(book)[1:] == [("offer", "cem")]
    with pytest.raises(NotOffered):
        steps.promote(book, "bo")
    with pytest.raises(NotOffered):
        change_choices(book, "bo", ["a"])


def test_somebody_who_is_in_already_takes_no_second_seat():
    book = a_book(capacity=5)
    come(book, "an")
    steps.confirm(next_step(book), add(book, "again"), frozenset({"again"}))
    assert told(book) == [("already", "again")]
    assert held(book) == 1


def test_who_turns_out_to_be_of_no_group_leaves_room_for_the_group():
    book = a_book(capacity=9, most_of_group=1)
    come(book, "an", group="poort")
    come(book, "bo", group="poort")
    steps.move_to_group(next_step(book), ["an"], "")
    assert told(book) == [("offer", "bo")]


def test_somebody_at_the_door_is_let_in_after_the_start():
    book = a_book(capacity=1)
    add(book, "an")
    steps.confirm(next_step(book, START + timedelta(hours=1)), ["an"], late=True)
    assert standing(book) == {"an": "confirmed"}
