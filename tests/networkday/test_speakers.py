"""Whose name is in the programme: asked, agreed, changed, taken away, forgotten."""

from dataclasses import replace
from datetime import timedelta
from gastvrij.networkday import speakers
from gastvrij.networkday.speaker_records import AGREED
from gastvrij.networkday.speaker_records import all_speakers
from gastvrij.networkday.speaker_records import ASKED
from gastvrij.networkday.speaker_records import is_in_programme
from gastvrij.networkday.speaker_records import REFUSED
from gastvrij.networkday.speaker_records import speaker_called
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.networkday.speakers_data import forget_what_is_over
from gastvrij.networkday.speakers_data import SpeakersData
from gastvrij.networkday.speakers_waiting import SpeakersWaiting
from gastvrij.values.refusal import Refused
from network_days import at
from network_days import create_in
from network_days import SUMMER
from plone import api

import pytest


NOW = at("2026-11-26 12:00")
LATER = NOW + timedelta(hours=1)
EMAIL = "an.peeters@example.org"


@pytest.fixture
def item(days):
    """Return a workshop of the day in summer."""
    day = days.netwerkdagen["zomer"]
    return create_in(
        day, "ProgrammeItem", "huren", kind="workshop", start=day.start, end=day.end
    )


@pytest.fixture
def asked(days, item):
    """Return a speaker who was asked."""
    return speakers.propose(days, item, "An Peeters", "De Trap", EMAIL, "tom", NOW)


def names(item):
    """Return the names that the catalogue tells of an item."""
    (brain,) = api.content.find(UID=item.UID())
    return brain.speaker_names


def test_who_was_asked_is_not_in_the_programme(days, item, asked):
    assert item.speakers == []
    assert names(item) == ()
    assert speakers_of(days, [item.UID()]) == [asked]
    assert asked.answer == ASKED


def test_who_agrees_is_there_under_the_name_that_they_chose(days, item, asked):
    said = speakers.agree(days, asked, "An", "", LATER)
    assert item.speakers == [{"name": "An", "organisation": None}]
    assert names(item) == (("An", ""),)
    assert (said.answer, said.answered_on, said.witness) == (AGREED, LATER, "")
    assert speaker_called(days, asked.id) == said


def test_name_can_be_changed_without_standing_there_twice(days, item, asked):
    first = speakers.agree(days, asked, "An", "", LATER)
    speakers.agree(days, first, "Anneke", "De Trap", LATER)
    assert item.speakers == [{"name": "Anneke", "organisation": "De Trap"}]


def test_who_takes_the_name_away_leaves_the_others(days, item, asked):
    other = speakers.propose(days, item, "Bo", "", "bo@example.org", "tom", NOW)
    said = speakers.agree(days, asked, "An", "", LATER)
    speakers.agree(days, other, "Bo", "", LATER)
    gone = speakers.refuse(days, said, LATER)
    assert item.speakers == [{"name": "Bo", "organisation": None}]
    assert names(item) == (("Bo", ""),)
    assert (gone.answer, gone.shown) == (REFUSED, "")
    assert not is_in_programme(gone)


def test_who_says_no_can_still_say_yes(days, item, asked):
    no = speakers.refuse(days, asked, LATER)
    speakers.agree(days, no, "An", "", LATER)
    assert item.speakers == [{"name": "An", "organisation": None}]


def test_somebody_is_asked_once_for_an_item(days, item, asked):
    with pytest.raises(Refused) as refused:
        speakers.propose(days, item, "An", "", EMAIL.upper(), "tom", LATER)
    assert refused.value.name == "email"
    assert len(list(all_speakers(days))) == 1
    nobody = [speakers.propose(days, item, n, "", "", "tom", NOW) for n in ("Bo", "Cé")]
    assert len(speakers_of(days, [item.UID()])) == 1 + len(nobody)


def test_programme_of_an_item_holds_no_more_than_fit(days, item, asked):
    item.speakers = [{"name": f"Wie {n}", "organisation": None} for n in range(20)]
    with pytest.raises(Refused):
        speakers.agree(days, asked, "An", "", LATER)
    assert len(item.speakers) == 20
    assert speaker_called(days, asked.id) == asked


def test_taken_out_by_the_coordinator_is_gone(days, item, asked):
    said = speakers.agree(days, asked, "An", "", LATER)
    speakers.forget(days, said)
    assert item.speakers == []
    assert speaker_called(days, asked.id) is None


def test_nobody_is_asked_for_an_item_that_goes(days, item, asked):
    api.content.delete(item)
    assert list(all_speakers(days)) == []


def test_nobody_is_asked_for_a_day_that_goes(days, item, asked):
    with api.env.adopt_roles(["Manager"]):
        days.netwerkdagen.manage_delObjects(["zomer"])
    assert list(all_speakers(days)) == []


def test_copy_of_a_day_names_nobody(days, item, asked):
    speakers.agree(days, asked, "An", "", LATER)
    copy = api.content.copy(item.aq_parent, id="kopie")
    assert copy["huren"].speakers == []
    assert names(copy["huren"]) == ()
    assert names(item) == (("An", ""),)


def test_found_exported_and_erased_by_the_address(days, item, asked):
    speakers.agree(days, asked, "An", "De Trap", LATER)
    data = SpeakersData()
    (found,) = data.find(days, f" {EMAIL.upper()} ")
    assert "An Peeters" in found.title
    assert found.url.endswith("/zomer/speakers")
    (told,) = data.export(days, EMAIL)
    assert (told["email"], told["shown"], told["shown_of"]) == (EMAIL, "An", "De Trap")
    assert data.find(days, "bo@example.org") == []
    assert data.erase(days, EMAIL, LATER) == 1
    assert item.speakers == []
    assert data.find(days, EMAIL) == []


@pytest.mark.parametrize(
    ("answer", "kept_days"), [("asked", 14), ("refused", 14), ("agreed", 365)]
)
def test_forgotten_when_the_day_is_long_over(days, item, asked, answer, kept_days):
    if answer == "agreed":
        speakers.agree(days, asked, "An", "", LATER)
    if answer == "refused":
        speakers.refuse(days, asked, LATER)
    over = at(f"{SUMMER} 16:30") + timedelta(days=kept_days)
    assert forget_what_is_over(days, over - timedelta(days=1)) == 0
    assert forget_what_is_over(days, over + timedelta(days=2)) == 1
    assert forget_what_is_over(days, over + timedelta(days=2)) == 0
    assert [row["name"] for row in item.speakers] == ["An"] * (answer == "agreed")


def waiting(days, now, role="Network Day Coordinator"):
    """Return what waits for somebody with a role."""
    return list(SpeakersWaiting().for_user(days, "tom", frozenset([role]), now))


def test_no_answer_waits_for_the_coordinator_after_a_week(days, item, asked):
    week = NOW + timedelta(days=7)
    assert waiting(days, week - timedelta(seconds=1)) == []
    (thing,) = waiting(days, week)
    assert thing.since == NOW
    assert thing.url.endswith("/zomer/speakers")
    assert waiting(days, week, "Secretariat") == []
    assert waiting(days, item.aq_parent.end + timedelta(days=2)) == []
    speakers.agree(days, asked, "An", "", LATER)
    assert waiting(days, week) == []


def test_day_that_is_cancelled_waits_for_nobody(days, item, asked):
    api.content.transition(item.aq_parent, "cancel")
    assert waiting(days, NOW + timedelta(days=8)) == []


def test_name_taken_off_by_hand_is_not_in_the_programme(days, item, asked):
    said = speakers.agree(days, asked, "An", "", LATER)
    item.speakers = []
    assert not is_in_programme(said)
    assert is_in_programme(replace(said, item="gone")) is False
