"""The list of groups, read from the catalogue."""

from datetime import date
from gastvrij.directory.cards import cards_of
from gastvrij.directory.known_groups import visible_groups
from gastvrij.directory.listing import count_by_province
from gastvrij.directory.listing import count_online
from gastvrij.directory.listing import listed
from gastvrij.directory.listing import ListedGroup
from gastvrij.directory.listing import Numbers
from gastvrij.directory.listing import province_url
from gastvrij.directory.listing import ProvinceCount
from groups import ANTWERP
from groups import DEINZE
from groups import GENT
from groups import make_group
from groups import make_person
from groups import NAMUR
from groups import picture
from groups import SCHAARBEEK
from groups import user_called
from plone import api

import pytest


TODAY = date(2026, 5, 15)


@pytest.fixture
def groups(portal):
    """Return a directory with groups in a few provinces, made in no order."""
    make_group(portal, "Zeebries", municipality=NAMUR)
    make_group(portal, "Trap Op", municipality=SCHAARBEEK)
    make_group(portal, "école", municipality=GENT)
    make_group(portal, "Drempel", "paused", municipality=GENT)
    make_group(portal, "Fietsbel", "draft", municipality=GENT)
    make_group(portal, "Bank", municipality=DEINZE)
    make_group(portal, "Verborgen", "hidden", municipality=ANTWERP)
    make_group(portal, "Ketel", "ended", municipality=ANTWERP)
    return portal.groepen


@pytest.fixture
def visitor():
    """Ask as a visitor."""
    with api.env.adopt_roles(["Anonymous"]):
        yield


@pytest.fixture
def board():
    """Ask as somebody of the board."""
    with api.env.adopt_roles(["Manager"]):
        make_person("board", "board")
    with api.env.adopt_user(user=user_called("board")):
        yield


def standing_groups(directory):
    """Return the groups that the user sees and that have not ended."""
    return visible_groups(directory).standing


def ended_groups(directory):
    """Return the groups that have ended."""
    return visible_groups(directory).ended


def titles(groups) -> list[str]:
    """Return the names of groups."""
    return [group.title for group in groups]


def test_list_is_by_province_municipality_and_name(groups, visitor):
    found = titles(standing_groups(groups))
    assert found == ["Bank", "Drempel", "école", "Zeebries", "Trap Op"]
    assert titles(ended_groups(groups)) == ["Ketel"]


def test_list_shows_hidden_groups_to_the_board(groups, board):
    assert titles(standing_groups(groups)) == [
        "Verborgen",
        "Bank",
        "Drempel",
        "école",
        "Fietsbel",
        "Zeebries",
        "Trap Op",
    ]


def test_list_follows_a_group_that_moves_or_is_renamed(groups, visitor):
    with api.env.adopt_roles(["Manager"]):
        groups["bank"].municipality = SCHAARBEEK
        groups["bank"].title = "Zetel"
        groups["bank"].reindexObject()
    found = titles(standing_groups(groups))
    assert found == ["Drempel", "école", "Zeebries", "Trap Op", "Zetel"]


def test_list_follows_a_group_that_ends(groups, visitor):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(groups["bank"], "end")
    assert "Bank" not in titles(standing_groups(groups))
    assert titles(ended_groups(groups)) == ["Ketel", "Bank"]


def test_list_tells_what_a_card_shows(portal, visitor):
    make_group(
        portal,
        "De Deur",
        description="In het kort.",
        activities=["housing", "buddy"],
        languages=["nl", "ar"],
        summaries=[{"language": "ar", "text": "مرحبا"}],
        recruiting="yes",
        recruiting_until=TODAY,
    )
    [found] = listed(standing_groups(portal.groepen), TODAY)
    group = portal.groepen["de-deur"]
    assert found == ListedGroup(
        uid=group.UID(),
        url=f"{portal.absolute_url()}/groepen/de-deur",
        title="De Deur",
        description="In het kort.",
        nis=GENT,
        province="oost-vlaanderen",
        activities=("housing", "buddy"),
        target_groups=("everyone",),
        languages=("nl", "ar"),
        summaries=("ar",),
        recruiting="yes",
        state="active",
        picture="",
        confirmed_on=None,
        standing="never",
    )
    assert found.municipality == "Gent"
    assert found.province_name == "province_oost_vlaanderen"
    [later] = listed(standing_groups(portal.groepen), date(2026, 5, 16))
    assert later.recruiting == "not_now"


def test_list_shows_a_picture_without_waking_the_group(portal, visitor):
    make_group(portal, "De Deur", image=picture(), image_alt="Een deur")
    [found] = listed(standing_groups(portal.groepen), TODAY)
    before, name = found.picture.rsplit("/", 1)
    assert before == f"{portal.absolute_url()}/groepen/de-deur/@@images"
    assert name.startswith("image-")


def test_list_takes_the_size_that_fits_a_card(portal, visitor):
    make_group(portal, "De Deur", image=picture(), image_alt="Een deur")
    [brain] = portal.portal_catalog(portal_type="MemberOrganisation")
    data = brain.image_scales["image"][0]
    data["scales"] = {"preview": {"download": "@@images/klein"}}
    [found] = listed(standing_groups(portal.groepen), TODAY)
    assert found.picture.endswith("/de-deur/@@images/klein")


def test_list_leaves_out_groups_elsewhere(portal, groups, visitor):
    with api.env.adopt_roles(["Manager"]):
        fti = portal.portal_types.MemberDirectory
        fti.global_allow = True
        other = api.content.create(portal, "MemberDirectory", id="elders")
    assert titles(standing_groups(other)) == []
    assert count_online(other) == Numbers(0, 0)


def test_count_is_of_groups_that_are_online(groups, visitor):
    assert count_online(groups) == Numbers(groups=5, municipalities=4)


def test_count_is_the_same_for_who_sees_more(groups, board):
    assert count_online(groups) == Numbers(groups=5, municipalities=4)


def test_count_by_province_tells_where_each_begins(groups, visitor):
    assert count_by_province(standing_groups(groups)) == [
        ProvinceCount("oost-vlaanderen", "province_oost_vlaanderen", 3, 0),
        ProvinceCount("namen", "province_namen", 1, 3),
        ProvinceCount("brussels", "region_brussels", 1, 4),
    ]


@pytest.mark.parametrize(
    ("before", "url"),
    [
        (0, "/groepen#namen"),
        (23, "/groepen#namen"),
        (24, "/groepen?b_start=24#namen"),
        (125, "/groepen?b_start=120#namen"),
    ],
)
def test_province_begins_on_a_page_of_the_list(before, url):
    count = ProvinceCount("namen", "Namur", 2, before)
    assert province_url("/groepen", count) == url


@pytest.mark.parametrize(
    ("former", "name", "today"),
    [("12030", "Puurs-Sint-Amands", "12041"), ("71022", "Hasselt", "71072")],
)
def test_group_in_a_municipality_that_merged_is_listed_in_that_of_today(
    portal, former, name, today
):
    make_group(portal, "Oud", municipality=former, service_area=[former, GENT])
    [known] = standing_groups(portal.groepen)
    [group] = listed([known], TODAY)
    assert (known.nis, group.municipality) == (today, name)
    assert known.service_area == {today, GENT}
    [found] = portal.portal_catalog(municipality=today)
    assert known.uid == found.UID
    assert count_online(portal.groepen) == Numbers(1, 1)


def test_merged_municipality_and_its_successor_count_as_one(portal):
    make_group(portal, "Oud", municipality="71022")
    make_group(portal, "Nieuw", municipality="71072")
    assert count_online(portal.groepen) == Numbers(2, 1)


def test_catalogue_knows_since_when_a_profile_was_not_confirmed(portal):
    day = date(2020, 2, 29)
    make_group(portal, "Lang geleden", confirmed_on=day)
    make_group(portal, "Nieuw")
    found = portal.portal_catalog(fresh_since={"query": day, "range": "max"})
    assert [(brain.Title, brain.confirmed_on) for brain in found] == [
        ("Lang geleden", day)
    ]
    earlier = {"query": date(2020, 2, 28), "range": "max"}
    assert not portal.portal_catalog(fresh_since=earlier)


def test_card_tells_only_that_a_confirmation_fades(portal, visitor):
    for title, day in (
        ("Ander", None),
        ("Fris", date(2026, 5, 1)),
        ("Oud", date(2025, 2, 1)),
    ):
        make_group(portal, title, confirmed_on=day)
    cards = cards_of(standing_groups(portal.groepen), TODAY)
    told = {card.group.title: card.fading for card in cards}
    assert told == {"Ander": None, "Fris": None, "Oud": "not_confirmed_since"}
    assert told["Oud"].mapping == {"month": "februari 2025"}
