"""The page of the directory when somebody looks for a group."""

from groups import ANTWERP
from groups import GENT
from groups import make_group
from groups import SCHAARBEEK
from plone import api
from test_group_pages import article
from test_group_pages import texts
from test_group_pages import words

import pytest
import transaction


@pytest.fixture
def network(site):
    """Return a site with groups near Gent and far from it."""
    make_group(site.portal, "Waaier", municipality=SCHAARBEEK, service_area=[GENT])
    make_group(
        site.portal,
        "Ketel",
        municipality=ANTWERP,
        activities=["work", "health"],
        languages=["ar"],
        summaries=[{"language": "ar", "text": "مرحبا"}],
        recruiting="yes",
    )
    transaction.commit()
    return site


def results(site, query, who="visitor"):
    """Return the part of the page with the answer."""
    [found] = article(site.page(who, f"groepen?{query}")).xpath(".//*[@id='results']")
    return found


def test_near_a_place_each_group_says_why(network):
    found = results(network, "place=+9050++LEDEBERG+")
    assert texts(found, ".//h2") == ["4 groepen binnen 10 km van 9050 Ledeberg (Gent)"]
    assert texts(found, ".//h3") == ["Waaier", "active", "other", "paused"]
    assert texts(found, ".//*[@class='gv-card-why']") == [
        "Werkt in Ledeberg",
        "In dezelfde gemeente",
        "In dezelfde gemeente",
        "In dezelfde gemeente",
    ]
    assert len(found.xpath(".//*[@role='status']/h2")) == 1


def test_code_with_two_names_is_called_by_both(network):
    found = results(network, "place=9050")
    first = texts(found, ".//*[@class='gv-card-why']")[0]
    assert first == "Werkt in Gentbrugge en Ledeberg"


def test_groups_beyond_are_set_apart(network):
    found = results(network, "place=2000&radius=5")
    assert texts(found, ".//h2") == [
        "1 groep binnen 5 km van 2000 Antwerpen",
        "Verder dan 5 km",
    ]
    names = texts(found, ".//h3")
    assert names[0] == "Ketel"
    assert len(names) >= 3
    assert texts(found, ".//*[@class='gv-card-why']")[1].startswith("Op ")
    [wider] = found.xpath(".//p/a[contains(@href, 'radius')]")
    assert "radius=50" in wider.get("href")
    assert words(wider) == "Zoek tot 50 km"


def test_wallonia_is_answered_with_the_nearest(network):
    found = results(network, "place=5000")
    assert texts(found, ".//h2") == [
        "Binnen 10 km van 5000 Namen vonden we geen groep."
    ]
    told = words(found)
    assert "Dit zijn de dichtste." in told
    assert "Onze groepen werken in Vlaanderen en Brussel." in told
    assert len(found.xpath(".//h3")) >= 3


def test_place_in_several_municipalities_is_asked_back(network):
    found = results(network, "place=nieuwerkerken&activity=work")
    assert texts(found, ".//h2") == ["Welke plaats bedoel je?"]
    links = found.xpath(".//li//a/@href")
    assert len(links) > 1
    for link in links:
        assert "activity=work" in link
        path = link.removeprefix(f"{network.portal.absolute_url()}/")
        assert "binnen 10 km" in network.ask("visitor", "GET", path).text.lower()


def test_unknown_place_gets_a_sentence_and_the_rest_of_the_list(network):
    for place in ("9999", "ABCD", "a" * 5000, "%3Cscript%3E", "(*%22"):
        check_unknown(network.page("visitor", f"groepen?place={place}&activity=work"))


def check_unknown(page):
    """Look whether a page says that the place is unknown, and still lists groups."""
    page = article(page)
    [field] = page.xpath(".//input[@id='place']")
    assert field.get("aria-invalid") == "true"
    assert field.get("aria-describedby") == "place-help place-error"
    assert texts(page, ".//*[@id='place-error']") == [
        "Deze plaats kennen we niet. Vul een postcode of gemeente in, bijvoorbeeld"
        " 9050."
    ]
    assert texts(page, ".//h3") == ["Ketel"]


ODD = (
    "radius=abc&place=9050",
    "radius=-1&radius=5",
    "radius=1e9",
    "activity=dansen",
    "target=&language=klingon&recruiting=no",
    "b_start=x&place=9050",
    "b_start=99999999999&place=9050",
    "place=%00%00",
    "place:record=x&q:list=y",
    "q=%00*%22((",
    f"q={'a+' * 2500}",
    "place=9050&place=9000&activity=work&activity=work",
)


def test_odd_question_is_no_error(network):
    for query in ODD:
        page = network.ask("visitor", "GET", f"groepen?{query}")
        assert page.status_code == 200, query
        assert "Je postcode of gemeente" in page.text


def test_unknown_wishes_are_passed_over(network):
    page = article(network.page("visitor", "groepen?activity=dansen&radius=abc"))
    assert len(page.xpath(".//h3")) == 5
    assert page.xpath(".//details[@open]") == []


def test_wishes_stay_filled_in_and_can_be_dropped_one_by_one(network):
    query = "place=2000&activity=work&language=ar&recruiting=yes&q=ketel&radius=20"
    page = article(network.page("visitor", f"groepen?{query}"))
    form = page.xpath(".//form[@role='search']")[0]
    assert form.get("method") == "get"
    assert sorted(form.form_values()) == [
        ("activity", "work"),
        ("language", "ar"),
        ("place", "2000"),
        ("q", "ketel"),
        ("radius", "20"),
        ("recruiting", "yes"),
    ]
    assert len(page.xpath(".//details[@open]")) == 1
    asked = page.xpath(".//*[contains(@class, 'gv-asked')]//a")
    assert [words(link) for link in asked] == [
        "Zonder Werk zoeken",
        "Zonder Arabisch",
        "Zonder Zoekt vrijwilligers",
        "Zonder ketel",
    ]
    assert "activity" not in asked[0].get("href")
    assert "language=ar" in asked[0].get("href")
    assert texts(page, ".//h3") == ["Ketel"]


def test_nothing_found_helps_on(network):
    found = results(network, "q=bestaatniet")
    assert texts(found, ".//h2") == [
        "We vonden geen groep",
        "Geen groep past bij alles wat je vroeg",
    ]
    url = network.portal.absolute_url()
    links = found.xpath(".//*[@class='gv-empty']//a/@href")
    assert links == [f"{url}/groepen", f"{url}/contact-info"]
    nearby = results(network, "q=bestaatniet&place=9050")
    assert texts(nearby, ".//h2")[0].startswith("Binnen 10 km van 9050 Gent")
    assert len(nearby.xpath(".//*[@class='gv-empty']")) == 1


def test_found_groups_are_counted_and_ended_ones_left_out(network):
    found = results(network, "activity=housing")
    assert texts(found, ".//h2")[0] == "4 groepen gevonden"
    assert "ended" not in texts(found, ".//a")
    assert texts(results(network, "language=ar"), ".//h2")[0] == "1 groep gevonden"


def test_card_leads_to_what_the_group_says_in_another_language(network):
    found = results(network, "q=ketel")
    [link] = found.xpath(".//a[@hreflang]")
    assert (link.get("lang"), link.get("dir"), words(link)) == ("ar", "rtl", "العربية")
    assert link.get("href") == f"{network.portal.absolute_url()}/groepen/ketel#in-ar"
    profile = article(network.page("visitor", "groepen/ketel"))
    assert texts(profile, ".//details/p[@id='in-ar']") == ["مرحبا"]


def test_hidden_group_is_found_by_who_may_see_it(site):
    for who, seen in (("visitor", False), ("other_contact", False), ("contact", True)):
        for query in ("place=9050", "q=hidden", "activity=housing"):
            page = article(site.page(who, f"groepen?{query}"))
            assert ("hidden" in texts(page, ".//h3")) is seen, (who, query)


def test_group_leaves_the_answer_the_moment_it_is_hidden(network):
    for query in ("place=9050", "q=active"):
        assert "active" in texts(results(network, query), ".//h3")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(network.portal.groepen["active"], "hide")
    transaction.commit()
    for query in ("place=9050", "q=active"):
        assert "active" not in texts(results(network, query), ".//h3")


def test_settings_choose_the_distances(network):
    api.portal.set_registry_record("gastvrij.radius_choices", (7, 30))
    api.portal.set_registry_record("gastvrij.default_radius", 30)
    transaction.commit()
    page = article(network.page("visitor", "groepen?place=9050"))
    assert page.xpath(".//select[@id='radius']/option/@value") == ["7", "30"]
    assert page.xpath(".//option[@selected]/@value") == ["30"]
    assert "binnen 30 km" in words(page)


def test_question_is_part_of_what_is_kept_in_memory(network):
    first = network.ask("visitor", "GET", "groepen?place=9050")
    other = network.ask("visitor", "GET", "groepen?place=2000")
    again = network.ask("visitor", "GET", "groepen?place=9050")
    assert again.headers["X-RAMCache"]
    assert again.text == first.text != other.text
