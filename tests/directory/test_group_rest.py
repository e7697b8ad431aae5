"""A group over REST: what it tells, and how a wrong value is answered."""

from base64 import b64encode
from gastvrij.spelling.dates import today_in_belgium
from groups import ANTWERP
from groups import GENT
from groups import make_group
from groups import picture_data
from groups import SCHAARBEEK
from test_group_checks import HTML
from test_group_checks import SVG

import ast
import datetime
import pytest
import transaction


TODAY = today_in_belgium()
NEXT_WEEK = TODAY + datetime.timedelta(days=7)
LAST_WEEK = TODAY - datetime.timedelta(days=7)

# what is sent, which field is named, and how the sentence begins
REFUSED = [
    ({"title": "x" * 121}, "title", "Waarde is te lang"),
    ({"title": None}, "title", "title is"),
    ({"description": "x" * 241}, "description", "Waarde is te lang"),
    ({"text": "x" * 20_001}, "text", ""),
    ({"text": {"data": "x", "content-type": "text/x-odd"}}, "text", ""),
    ({"image": None, "founded": 3000}, "founded", "Geef een jaartal"),
    ({"legal_form": "koninkrijk"}, "legal_form", ""),
    (
        {"enterprise_number": "12"},
        "enterprise_number",
        "Dit is geen ondernemings",
    ),
    ({"municipality": "99999"}, "municipality", ""),
    ({"location_precision": "gps"}, "location_precision", ""),
    ({"activities": []}, "activities", "Kies minstens één activiteit"),
    ({"activities": ["dancing"]}, "activities", ""),
    ({"activities": ["work", "work"]}, "activities", ""),
    ({"target_groups": ["refused"]}, "target_groups", ""),
    ({"languages": ["klingon"]}, "languages", ""),
    ({"service_area": [GENT] * 16}, "service_area", ""),
    ({"public_email": "geen adres"}, "public_email", ""),
    ({"website": "javascript:alert(1)"}, "website", "Dit is geen webadres"),
    ({"social_media": ["ftp://x.org"]}, "social_media", "Dit is geen webadres"),
    ({"recruiting": "soon"}, "recruiting", ""),
    ({"needs": ["een buggy"]}, "needs", "Een rij is een object"),
    ({"needs": [{"text": "x", "when": 1}]}, "needs", "Een rij heeft deze vakken"),
    ({"needs": [{"text": "x", "until": "gauw"}]}, "needs", "gauw is geen datum"),
    ({"needs": [{"until": None}]}, "needs", "Dit is een verplicht veld"),
    ({"needs": [{"text": "x"}] * 13}, "needs", "Waarde is te lang"),
    ({"summaries": [{"language": "xx", "text": "x"}]}, "summaries", ""),
    # invariants, which the stock answer leaves without a field
    (
        {"recruiting": "not_now", "recruiting_until": str(NEXT_WEEK)},
        "recruiting_until",
        "Laat de datum leeg",
    ),
    ({"postal_code": "9000"}, "postal_code", "Laat de postcode leeg"),
    ({"street": "Kerkstraat 1"}, "street", "Laat de straat leeg"),
    (
        {"location_precision": "address", "postal_code": "90000"},
        "postal_code",
        "Dit is geen postcode",
    ),
]


def sent_picture(data: bytes) -> dict[str, str]:
    """Return a picture as it is sent."""
    return {
        "data": b64encode(data).decode(),
        "encoding": "base64",
        "filename": "deur.png",
        "content-type": "image/png",
    }


def errors_of(answer) -> list[dict[str, str]]:
    """Return the errors of an answer in plone.restapi's shape."""
    assert answer.status_code == 400, answer.text
    assert answer.json()["type"] == "BadRequest"
    return ast.literal_eval(answer.json()["message"])


def test_wrong_value_is_answered_with_its_field(site):
    before = dict(vars(site.portal.groepen.active))
    for data, field, sentence in REFUSED:
        answer = site.rest("secretariat", "PATCH", "groepen/active", data)
        errors = errors_of(answer)
        assert [error["field"] for error in errors] == [field], data
        assert errors[0]["message"].startswith(sentence), data
        assert " " in errors[0]["message"], data
    assert dict(vars(site.portal.groepen.active)) == before


@pytest.mark.parametrize(
    ("data", "names"),
    [(SVG, ["image"]), (HTML, ["image"]), (picture_data(), ["image_alt"])],
    ids=["svg", "html", "without words"],
)
def test_wrong_picture_is_answered_with_its_field(site, data, names):
    sent = {"image": sent_picture(data)}
    errors = errors_of(site.rest("contact", "PATCH", "groepen/active", sent))
    assert [error["field"] for error in errors] == names
    assert site.portal.groepen.active.image is None


def test_picture_is_served_as_what_it_is(site):
    lie = sent_picture(picture_data("WEBP")) | {"content-type": "image/svg+xml"}
    data = {"image": lie, "image_alt": "Een deur"}
    site.rest("contact", "PATCH", "groepen/active", data)
    assert site.portal.groepen.active.image.contentType == "image/webp"
    answer = site.ask("visitor", "GET", "groepen/active/@@images/image")
    assert answer.headers["Content-Type"] == "image/webp"


def test_group_is_created_with_everything_it_needs(site):
    data = {"@type": "MemberOrganisation", "title": "De Nieuwe"}
    errors = errors_of(site.rest("secretariat", "POST", "groepen", data))
    named = {error["field"] for error in errors}
    assert named == {"legal_form", "municipality", "activities"}
    assert "de-nieuwe" not in site.portal.groepen


def test_group_tells_all_its_public_fields(site):
    make_group(
        site.portal,
        "Vol",
        municipality=SCHAARBEEK,
        service_area=[ANTWERP],
        languages=["ar"],
        needs=[
            {"text": "Een buggy", "until": NEXT_WEEK},
            {"text": "Voorbij", "until": LAST_WEEK},
            {"text": "Altijd", "until": None},
        ],
        summaries=[{"language": "ar", "text": "مرحبا"}],
        confirmed_on=datetime.date(2026, 3, 1),
    )
    transaction.commit()
    told = site.rest("visitor", "GET", "groepen/vol").json()
    assert told["municipality"] == {"token": SCHAARBEEK, "title": "Schaarbeek"}
    assert told["province"] == {"token": "brussels", "title": "Brussel"}
    assert told["legal_form"] == {"token": "vzw", "title": "Vzw"}
    assert told["activities"] == [{"token": "housing", "title": "Wonen"}]
    assert told["languages"] == [{"token": "ar", "title": "Arabisch"}]
    assert told["service_area"] == [{"token": ANTWERP, "title": "Antwerpen"}]
    assert told["summaries"] == [{"language": "ar", "text": "مرحبا"}]
    assert told["confirmed_on"] == "2026-03-01"
    assert told["review_state"] == "active"
    assert told["needs"] == [
        {"text": "Een buggy", "until": str(NEXT_WEEK)},
        {"text": "Altijd", "until": None},
    ]


@pytest.mark.parametrize(
    ("confirmed_on", "token", "title"),
    [
        (None, "never", "Nog niet bevestigd door de groep"),
        (datetime.date(2016, 3, 1), "fading", "Niet bevestigd sinds maart 2016"),
        (TODAY, "right", "Bevestigd door de groep in "),
    ],
)
def test_group_tells_how_fresh_it_is(site, confirmed_on, token, title):
    make_group(site.portal, "Vers", confirmed_on=confirmed_on)
    transaction.commit()
    told = site.rest("visitor", "GET", "groepen/vers").json()["freshness"]
    assert told["token"] == token
    assert told["title"].startswith(title)


@pytest.mark.parametrize(
    ("until", "token"), [(LAST_WEEK, "not_now"), (NEXT_WEEK, "yes"), (None, "yes")]
)
def test_group_tells_whether_it_recruits_today(site, until, token):
    titles = {"yes": "Zoekt vrijwilligers", "not_now": "Zoekt nu geen vrijwilligers"}
    make_group(site.portal, "Zoekt", recruiting="yes", recruiting_until=until)
    transaction.commit()
    told = site.rest("visitor", "GET", "groepen/zoekt").json()
    assert told["recruiting"] == {"token": token, "title": titles[token]}


def test_group_in_a_municipality_that_merged_tells_that_of_today(site):
    make_group(site.portal, "Oud", municipality="12030")
    transaction.commit()
    told = site.rest("visitor", "GET", "groepen/oud").json()
    assert told["municipality"] == {"token": "12041", "title": "Puurs-Sint-Amands"}
    assert told["province"]["token"] == "antwerpen"
    assert "Puurs-Sint-Amands" in site.ask("visitor", "GET", "groepen/oud").text


def test_group_outside_brussels_tells_its_province(site):
    told = site.rest("visitor", "GET", "groepen/active").json()
    assert told["province"] == {"token": "oost-vlaanderen", "title": "Oost-Vlaanderen"}


def test_rows_come_back_as_they_were_sent(site):
    sent = {
        "needs": [{"text": "Een buggy", "until": str(NEXT_WEEK)}],
        "summaries": [{"language": "fr", "text": "Bienvenue.\nEntrez."}],
    }
    site.rest("contact", "PATCH", "groepen/active", sent)
    assert site.portal.groepen.active.needs == [
        {"text": "Een buggy", "until": NEXT_WEEK}
    ]
    told = site.rest("visitor", "GET", "groepen/active").json()
    assert {name: told[name] for name in sent} == sent


def test_directory_lists_what_the_visitor_may_see(site):
    told = site.rest("visitor", "GET", "groepen").json()
    assert {item["title"] for item in told["items"]} == {
        "active",
        "paused",
        "ended",
        "other",
    }
    assert told["items_total"] == 4
    told = site.rest("board", "GET", "groepen?b_size=2").json()
    assert told["items_total"] == 6
    assert len(told["items"]) == 2
    assert told["batching"]["next"].endswith("?b_start=2&b_size=2")


def test_group_holds_nothing_that_can_be_listed(site):
    told = site.rest("visitor", "GET", "groepen/active").json()
    assert (told["items"], told["items_total"]) == ([], 0)
    types = site.rest("manager", "GET", "groepen/active/@types").json()
    assert [each["@id"] for each in types if each["addable"]] == []
