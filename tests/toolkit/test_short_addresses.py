"""Numbers in an address lead to the part, for people and for programs."""

from gastvrij.toolkit.short_addresses import is_short_address
from gastvrij.toolkit.short_addresses import lead_number_to_part
from plone import api
from toolkit_content import make_edition

import pytest
import transaction


PART = "toolkit/2/huiswerk/gezondheidszorg"


@pytest.mark.parametrize(
    ("names", "is_one"),
    [
        (["3.6"], True),
        (["3.6."], True),
        (["3"], True),
        (["deel", "6"], True),
        (["deel", "6."], True),
        (["deel"], False),
        (["deel", "6.1"], False),
        (["3.6", "view"], False),
        (["huiswerk"], False),
        (["3.6.1"], False),
        (["1234"], False),
        ([], False),
    ],
)
def test_is_short_address(names, is_one):
    assert is_short_address(names) is is_one


@pytest.mark.parametrize(
    ("edition", "names", "after"),
    [
        ([], ["3.6"], ["3.6", "by-number"]),
        ([], ["6", "deel"], ["6", "deel", "by-number"]),
        (["3.6"], ["3.6"], ["3.6"]),
        (["deel"], ["6", "deel"], ["6", "deel"]),
        ([], ["view"], ["view"]),
        ([], [], []),
    ],
)
def test_lead_number_to_part_lets_content_go_before(edition, names, after):
    lead_number_to_part(edition, names)
    assert names == after


@pytest.mark.parametrize("short", ["3.6", "3.6.", "deel/6", "deel/6.", "3.6/"])
def test_number_redirects_in_a_browser(site, short):
    answer = site.page(f"toolkit/2/{short}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/{PART}"


@pytest.mark.parametrize("short", ["3.6", "3.6.", "deel/6", "deel/6."])
def test_number_redirects_a_program(site, short):
    answer = site.json(f"toolkit/2/{short}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/{PART}"
    followed = site.json(f"toolkit/2/{short}", allow_redirects=True)
    assert followed.json()["number"] == "3.6"


@pytest.mark.parametrize("short", ["3.6", "deel/6"])
def test_number_redirects_below_the_api(site, short):
    answer = site.page(f"++api++/toolkit/2/{short}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/++api++/{PART}"


def test_number_of_a_chapter_leads_to_the_chapter(site):
    answer = site.page("toolkit/2/3")
    assert answer.headers["Location"] == f"{site.url}/toolkit/2/huiswerk"


def test_number_follows_the_order(site):
    site.portal.toolkit["2"].huiswerk.moveObjectsToTop(["gezondheidszorg"])
    transaction.commit()
    assert site.page("toolkit/2/3.1").headers["Location"] == f"{site.url}/{PART}"
    assert site.page("toolkit/2/deel/1").headers["Location"] == f"{site.url}/{PART}"


@pytest.mark.parametrize("short", ["3.7", "deel/7", "4", "0", "by-number", "deel"])
@pytest.mark.parametrize("kind", ["page", "json"])
def test_unknown_number_is_not_found(site, short, kind):
    answer = getattr(site, kind)(f"toolkit/2/{short}")
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize("kind", ["page", "json"])
def test_number_of_a_part_that_is_not_published_leads_nowhere(site, kind):
    api.content.transition(
        site.portal.toolkit["2"].huiswerk.gezondheidszorg, "send_back"
    )
    transaction.commit()
    answer = getattr(site, kind)("toolkit/2/3.6")
    assert answer.status_code == 404
    assert "gezondheidszorg" not in answer.text + answer.headers.get("Location", "")


@pytest.mark.parametrize("kind", ["page", "json"])
def test_number_in_an_edition_in_preparation_leads_nowhere(site, kind):
    make_edition(site.portal.toolkit, 3, state="in_preparation")
    transaction.commit()
    answer = getattr(site, kind)("toolkit/3/3.6")
    assert "gezondheidszorg" not in answer.text + answer.headers.get("Location", "")


@pytest.mark.parametrize("below", ["", "++api++/"])
@pytest.mark.parametrize("short", ["9.9", "deel/7"])
def test_number_that_is_not_found_is_named_as_it_was_asked(site, below, short):
    answer = site.json(f"{below}toolkit/2/{short}")
    assert answer.status_code == 404
    assert answer.json()["type"] == "NotFound"
    assert f"toolkit/2/{short}" in answer.json()["message"]
    assert "by-number" not in answer.text
