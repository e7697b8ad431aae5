"""Plone's own edit form, which whoever keeps the site meets and nobody else.

The sentence stands next to the field, and what was typed is kept.
"""

from gastvrij.directory.editing import CONTACT_FIELDS
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.standing_form import names_in
from gastvrij.directory.standing_form import STANDING_SECTIONS
from gastvrij.spelling.dates import today_in_belgium
from groups import ANTWERP
from groups import picture_data
from lxml import html
from test_group_checks import HTML
from test_group_checks import SVG
from zope.schema import getFieldNames

import datetime
import pytest


NEXT_WEEK = today_in_belgium() + datetime.timedelta(days=7)
ROW = "needs.0.widgets."


def sentence_at(answer, field: str) -> str:
    """Return the error that is shown at a field of the form that came back."""
    assert answer.status_code == 200, answer.headers.get("Location")
    page = html.fromstring(answer.text)
    places = page.xpath(f"//*[@id='formfield-form-widgets-{field}']")
    assert len(places) == 1
    shown = places[0].xpath(".//*[contains(@class, 'invalid-feedback')]")
    return " ".join(" ".join(each.text_content().split()) for each in shown)


def value_of(answer, name: str) -> str:
    """Return what stands in a field of the form that came back."""
    field = html.fromstring(answer.text).xpath(f"//*[@name='form.widgets.{name}']")[0]
    return field.text if field.tag == "textarea" else field.get("value")


# what is typed, at which field it is told, and in which words
REFUSED = [
    ({"description": "x" * 241}, "description", "Waarde is te lang"),
    ({"founded": "3000"}, "founded", "Geef een jaartal"),
    ({"founded": "gisteren"}, "founded", ""),
    ({"website": "javascript:alert(1)"}, "website", "Dit is geen webadres"),
    ({"social_media": "ftp://x.org"}, "social_media", "Dit is geen webadres"),
    ({"public_email": "geen adres"}, "public_email", ""),
    ({"recruiting_until": str(NEXT_WEEK)}, "recruiting_until", "Laat de datum"),
    ({"enterprise_number": "12"}, "enterprise_number", "Dit is geen ondernemings"),
    ({"postal_code": "9000"}, "postal_code", "Laat de postcode leeg"),
    ({"street": "Kerkstraat 1"}, "street", "Laat de straat leeg"),
    ({"title": ""}, "title", "Dit is een verplicht veld"),
]


def test_wrong_value_is_told_at_its_field(site):
    form = site.form("site_admin", "groepen/active/edit")
    for typed, field, sentence in REFUSED:
        answer = form.send("save", how_to_reach="Met de fiets.", **typed)
        told = sentence_at(answer, field)
        assert sentence in told, typed
        assert " " in told, typed
        assert value_of(answer, field) == typed[field]
        assert value_of(answer, "how_to_reach") == "Met de fiets."
    assert site.portal.groepen.active.how_to_reach is None


@pytest.mark.parametrize("data", [SVG, HTML], ids=["svg", "html"])
def test_wrong_picture_is_told_at_its_field(site, data):
    form = site.form("site_admin", "groepen/active/edit")
    files = {"image": ("deur.png", data, "image/png")}
    answer = form.send("save", files=files, image_alt="Een deur")
    assert "Deze foto is te groot of is geen JPEG" in sentence_at(answer, "image")
    assert value_of(answer, "image_alt") == "Een deur"
    assert site.portal.groepen.active.image is None


def test_picture_without_words_is_told_at_the_words(site):
    form = site.form("site_admin", "groepen/active/edit")
    files = {"image": ("deur.png", picture_data(), "image/png")}
    answer = form.send("save", files=files, image_alt=" ")
    assert "Zeg in één zin" in sentence_at(answer, "image_alt")
    assert site.portal.groepen.active.image is None


def test_whoever_keeps_the_site_saves_a_profile(site):
    form = site.form("site_admin", "groepen/active/edit")
    files = {"image": ("deur.png", picture_data("JPEG"), "image/jpeg")}
    form.send(
        "save",
        files=files,
        image_alt="Een deur",
        description="In het kort.",
        recruiting_until=str(NEXT_WEEK),
        social_media="https://facebook.com/a\nhttps://mastodon.example.org/@a",
        **{"recruiting:list": ["yes"], "service_area:list": [ANTWERP]},
    )
    group = site.portal.groepen.active
    assert group.description == "In het kort."
    assert group.image.contentType == "image/jpeg"
    assert (group.recruiting, group.recruiting_until) == ("yes", NEXT_WEEK)
    assert len(group.social_media) == 2
    assert group.title == "active"


def rows(*needs: tuple[str, str]) -> dict[str, str]:
    """Return what the grid sends for some needs."""
    sent = {"needs.count": str(len(needs))}
    for number, (text, until) in enumerate(needs):
        sent[f"needs.{number}-empty-marker"] = "1"
        sent[f"needs.{number}.widgets.text"] = text
        sent[f"needs.{number}.widgets.until"] = until
    return sent


def test_rows_are_saved_with_their_dates(site):
    form = site.form("site_admin", "groepen/active/edit")
    form.send("save", **rows(("Een buggy", str(NEXT_WEEK)), ("Een tafel", "")))
    assert site.portal.groepen.active.needs == [
        {"text": "Een buggy", "until": NEXT_WEEK},
        {"text": "Een tafel", "until": None},
    ]
    again = site.form("site_admin", "groepen/active/edit")
    assert again.fields["form.widgets.needs.0.widgets.until"] == [str(NEXT_WEEK)]
    again.send("save", **rows())
    assert not site.portal.groepen.active.needs


@pytest.mark.parametrize(
    ("needs", "sentence"),
    [
        ([("", str(NEXT_WEEK))], "Een van de lijnen is nog niet in orde"),
        ([("x" * 161, "")], "Een van de lijnen is nog niet in orde"),
        ([("x", "")] * 13, "Waarde is te lang"),
    ],
    ids=["empty", "long", "many"],
)
def test_wrong_row_is_told_at_the_rows(site, needs, sentence):
    form = site.form("site_admin", "groepen/active/edit")
    answer = form.send("save", description="Bewaard?", **rows(*needs))
    assert sentence in sentence_at(answer, "needs")
    assert value_of(answer, "needs.0.widgets.text") == needs[0][0]
    assert value_of(answer, "description") == "Bewaard?"
    blank = html.fromstring(answer.text).xpath("//tr[contains(@class, 'auto-append')]")
    assert [row.xpath(".//*[@class='invalid-feedback']") for row in blank] == [[], []]
    assert site.portal.groepen.active.needs == []


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("who", "page"),
    [("contact", "update"), ("secretariat", "name-and-place")],
)
def test_keepers_of_a_group_are_led_from_it_to_a_page_of_ours(site, who, page, method):
    data = {"form.widgets.description": "Erlangs", "form.buttons.save": "1"}
    for name in ("edit", "@@edit"):
        answer = site.ask(who, method, f"groepen/active/{name}", data=data)
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{site.url}/groepen/active/{page}"
        assert site.page(who, f"groepen/active/{page}").xpath("//form//label")
    assert site.portal.groepen.active.description == ""


def test_pages_of_ours_ask_every_field_of_a_group():
    asked = set(CONTACT_FIELDS) | set(names_in(STANDING_SECTIONS))
    assert set(getFieldNames(IMemberOrganisation)) == asked | {"confirmed_on"}
