"""What a visitor sees of a group on a given day."""

from datetime import date
from gastvrij.directory.links import Link
from gastvrij.directory.profile import Need
from gastvrij.directory.profile import Profile
from gastvrij.directory.profile import Summary
from groups import ANTWERP
from groups import DEINZE
from groups import GENT
from groups import SCHAARBEEK
from groups import values
from types import SimpleNamespace
from typing import Any

import pytest


TODAY = date(2026, 5, 15)

EMPTY = {
    "target_groups": None,
    "languages": None,
    "service_area": None,
    "website": None,
    "social_media": None,
    "recruiting": "not_now",
    "recruiting_until": None,
    "needs": None,
    "summaries": None,
    "location_precision": "municipality",
    "postal_code": None,
    "street": None,
}


def profile(language: str = "nl", **others: Any) -> Profile:
    """Return the profile of a group about which little is known, and what is given."""
    return Profile(SimpleNamespace(**values(**EMPTY | others)), TODAY, language)


def test_profile_of_an_empty_group_is_empty():
    told = profile()
    assert (told.languages, told.service_area, told.target_groups) == ([], [], [])
    assert (told.needs, told.summaries, told.social_media) == ([], [], [])
    assert told.website is None
    assert told.recruiting_until == ""


def test_profile_tells_names_instead_of_codes():
    told = profile(
        languages=["nl", "ar"],
        service_area=[GENT, DEINZE, ANTWERP],
        activities=["work", "buddy"],
        target_groups=["families"],
        legal_form="feitelijke_vereniging",
    )
    assert told.languages == ["Nederlands", "Arabisch"]
    assert told.service_area == ["Antwerpen", "Deinze"]
    assert told.activities == ["activity_work", "activity_buddy"]
    assert told.target_groups == ["target_families"]
    assert told.legal_form == "legal_form_feitelijke_vereniging"
    assert told.legal_form_help == "legal_form_help_feitelijke_vereniging"
    assert (told.municipality, told.province) == ("Gent", "province_oost_vlaanderen")


def test_profile_explains_only_hard_words():
    assert profile(legal_form="vzw").legal_form_help is None


def test_profile_is_told_in_the_readers_language():
    told = profile("en", languages=["ar"])
    assert told.languages == ["Arabic"]


def test_profile_of_a_group_in_brussels_has_the_region():
    assert profile(municipality=SCHAARBEEK).province == "region_brussels"


@pytest.mark.parametrize(
    ("precision", "lines", "to_the_door"),
    [
        ("municipality", ["Gent"], False),
        ("postal_code", ["9050 Gent"], False),
        ("address", ["Kerkstraat 1", "9050 Gent"], True),
    ],
)
def test_profile_is_no_more_precise_than_the_group_wants(precision, lines, to_the_door):
    told = profile(
        location_precision=precision, postal_code="9050", street="Kerkstraat 1"
    )
    assert (told.location, told.tells_address) == (lines, to_the_door)


def test_profile_without_street_does_not_pretend_to_tell_it():
    told = profile(location_precision="address")
    assert (told.location, told.tells_address) == (["Gent"], False)


def test_profile_tells_what_still_stands():
    told = profile(
        needs=[
            {"text": "Een buggy", "until": TODAY},
            {"text": "Een tafel", "until": None},
            {"text": "Voorbij", "until": date(2026, 5, 14)},
        ],
        recruiting="yes",
        recruiting_until=date(2026, 6, 30),
    )
    assert told.needs == [
        Need("Een buggy", "vrijdag 15 mei 2026"),
        Need("Een tafel", ""),
    ]
    assert told.recruiting == "yes"
    assert told.recruiting_until == "dinsdag 30 juni 2026"


def test_profile_stops_recruiting_after_the_date():
    told = profile(recruiting="yes", recruiting_until=date(2026, 5, 14))
    assert told.recruiting == "not_now"


def test_profile_labels_its_links():
    told = profile(
        website="https://www.groep.be/", social_media=["https://facebook.com/groep"]
    )
    assert told.website == Link("https://www.groep.be/", "groep.be")
    assert told.social_media == [Link("https://facebook.com/groep", "Facebook")]


def test_profile_keeps_each_language_in_its_own_direction():
    told = profile(
        summaries=[
            {"language": "fr", "text": "Bienvenue"},
            {"language": "ar", "text": "مرحبا"},
        ]
    )
    assert told.summaries == [
        Summary("fr", "Français", "ltr", "Bienvenue"),
        Summary("ar", "العربية", "rtl", "مرحبا"),
    ]
