"""The map of the groups: the drawing, and its page."""

from collections import Counter
from gastvrij.directory.map_drawing import draw
from gastvrij.directory.map_drawing import query_for
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import all_municipalities
from groups import ANTWERP
from groups import GENT
from groups import make_group
from groups import NAMUR
from groups import SCHAARBEEK
from itertools import combinations
from math import dist
from math import pi
from test_group_pages import article
from test_group_pages import texts
from test_group_pages import words

import pytest
import transaction


MERELBEKE = "44088"


def test_dot_has_an_area_that_tells_the_number_of_groups():
    drawing = draw({GENT: 9, ANTWERP: 1})
    areas = {dot.name: pi * dot.size**2 for dot in drawing.dots}
    assert areas["Gent"] / areas["Antwerpen"] == pytest.approx(9, rel=0.02)
    assert [dot.name for dot in drawing.dots] == ["Gent", "Antwerpen"]


@pytest.mark.parametrize("most", [1, 40, 400])
def test_no_dot_grows_over_the_drawing(most):
    [dot] = draw({GENT: most}).dots
    assert 1 < dot.size < 12


def test_dots_lie_where_their_municipalities_are():
    places = {dot.name: dot for dot in draw({GENT: 1, ANTWERP: 1, SCHAARBEEK: 1}).dots}
    assert places["Gent"].x < places["Schaarbeek"].x
    assert places["Antwerpen"].y < places["Gent"].y < places["Schaarbeek"].y


def test_circles_for_a_finger_do_not_cover_each_other():
    flemish = [m.nis for m in all_municipalities() if m.region == "flanders"]
    dots = draw(dict.fromkeys(flemish, 1)).dots
    assert len(dots) == len(flemish)
    for one, other in combinations(dots, 2):
        apart = dist((one.x, one.y), (other.x, other.y))
        free = one.touch + other.touch - one.size - other.size
        assert apart + 0.2 >= one.touch + other.touch or free == 0


def test_a_province_is_drawn_in_its_own_box():
    whole, part = draw({GENT: 1, ANTWERP: 2}), draw({GENT: 1, ANTWERP: 2}, "antwerpen")
    assert part.chosen.id == "antwerpen"
    assert part.chosen.groups == 2
    assert whole.chosen is None
    assert part.view_box != whole.view_box
    assert draw({GENT: 1}, "atlantis") == draw({GENT: 1})


def test_municipality_elsewhere_is_not_on_the_drawing():
    assert draw({NAMUR: 1}).dots == ()
    assert draw({}).dots == ()
    assert len(draw({}).areas) == 6


def test_every_municipality_can_be_asked_for_by_its_dot():
    for place in all_municipalities():
        assert [spot.nis for spot in spots(query_for(place.nis))] == [place.nis]


@pytest.fixture
def network(site):
    """Return a site with groups in three provinces, and Brussels."""
    make_group(site.portal, "Trap Op", municipality=SCHAARBEEK)
    make_group(site.portal, "Ketel", municipality=ANTWERP)
    make_group(site.portal, "Maas", municipality=NAMUR)
    make_group(site.portal, "Verborgen", "hidden", municipality=MERELBEKE)
    transaction.commit()
    return site


def test_map_and_list_lead_to_the_same_groups(network):
    page = article(network.page("visitor", "groepen/map"))
    [drawing] = page.xpath(".//svg[@role='group']")
    dots = drawing.xpath(".//a")
    assert [dot.get("aria-label") for dot in dots] == [
        "Gent: 3 groepen",
        "Antwerpen: 1 groep",
        "Schaarbeek: 1 groep",
    ]
    assert [words(dot) for dot in dots] == [dot.get("aria-label") for dot in dots]
    listed = page.xpath(".//section//li/a")
    assert Counter(a.get("href") for a in listed) == Counter(
        dot.get("href") for dot in dots
    )
    assert texts(page, ".//section/h2") == [
        "Antwerpen 1",
        "Oost-Vlaanderen 3",
        "Brussel 1",
    ]
    path = dots[0].get("href").removeprefix(f"{network.portal.absolute_url()}/")
    found = article(network.page("visitor", path))
    assert set(texts(found, ".//h3")) >= {"active", "other", "paused"}


def test_province_is_drawn_larger(network):
    page = article(network.page("visitor", "groepen/map?province=oost-vlaanderen"))
    assert texts(page, ".//h1") == ["Groepen in Oost-Vlaanderen"]
    assert texts(page, ".//section//li") == ["Gent: 3 groepen"]
    url = f"{network.portal.absolute_url()}/groepen/map"
    assert url in page.xpath(".//header//a/@href")


def test_odd_province_is_the_whole_map(network):
    for query in ("province=x", "province=a&province=b", "province=", "province=%00"):
        page = article(network.page("visitor", f"groepen/map?{query}"))
        assert texts(page, ".//h1") == ["Groepen op de kaart"]


def test_map_shows_nobody_a_group_that_is_hidden(network):
    for who in ("visitor", "board"):
        page = network.ask(who, "GET", "groepen/map").text
        assert "Merelbeke" not in page
    network.rest("contact", "POST", "groepen/active/@workflow/hide")
    assert "Gent: 2 groepen" in network.ask("visitor", "GET", "groepen/map").text


def test_map_is_on_the_home_page_and_above_the_list(network):
    for path in ("", "groepen"):
        page = article(network.page("visitor", path))
        [figure] = page.xpath(".//figure")
        assert len(figure.xpath(".//circle")) == 3
        assert figure.xpath(".//svg/@aria-hidden") == ["true"]
        url = f"{network.portal.absolute_url()}/groepen/map"
        assert figure.xpath(".//a/@href") == [url]


def test_home_page_asks_for_a_place_only(network):
    page = article(network.page("visitor", ""))
    [form] = page.xpath(".//form[@role='search']")
    assert form.get("action").endswith("/groepen#results")
    assert form.get("method") == "get"
    assert [field.get("name") for field in form.xpath(".//input")] == ["place"]
