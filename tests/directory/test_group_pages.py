"""The list of groups and the page of a group, as they are served."""

from gastvrij.spelling.dates import today_in_belgium
from groups import ANTWERP
from groups import make_group
from groups import picture
from groups import SCHAARBEEK
from plone import api
from plone.app.textfield.value import RichTextValue

import datetime
import pytest
import transaction


NEXT_WEEK = today_in_belgium() + datetime.timedelta(days=7)
LAST_WEEK = today_in_belgium() - datetime.timedelta(days=7)


def article(page):
    """Return the part of a page that is ours."""
    [found] = page.xpath("//*[@id='content']")
    return found


def words(element) -> str:
    """Return what is read of an element."""
    return " ".join(element.text_content().split())


def texts(element, path: str) -> list[str]:
    """Return what is read of each element on a path."""
    return [words(each) for each in element.xpath(path)]


def test_list_groups_the_cards_by_province(site):
    make_group(site.portal, "Trap Op", municipality=SCHAARBEEK)
    make_group(site.portal, "Ketel", municipality=ANTWERP)
    transaction.commit()
    page = article(site.page("visitor", "groepen"))
    assert texts(page, ".//h1") == ["Groepen"]
    assert {
        section.get("id"): texts(section, ".//h3")
        for section in page.xpath(".//section[@id]")
    } == {
        "antwerpen": ["Ketel"],
        "oost-vlaanderen": ["active", "other", "paused"],
        "brussels": ["Trap Op"],
    }
    jumps = page.xpath(".//nav[@aria-label='Provincies']//a/@href")
    assert jumps == ["#antwerpen", "#oost-vlaanderen", "#brussels"]
    assert texts(page, ".//dl/div") == ["groepen 5", "gemeenten 3"]
    assert texts(page, ".//ul[@class='gv-rows']/li") == ["ended Gent"]
    assert page.xpath(".//nav[@class='gv-pager']") == []


def test_list_marks_with_words_what_is_not_active(site):
    for who, expected in {
        "visitor": {"paused": "Tijdelijk gestopt"},
        "board": {
            "draft": "Nog niet online",
            "hidden": "Verborgen",
            "paused": "Tijdelijk gestopt",
        },
    }.items():
        page = article(site.page(who, "groepen"))
        found = {
            words(card.find(".//h3")): texts(
                card, ".//*[contains(@class, 'gv-status')]"
            )
            for card in page.xpath(".//li[contains(@class, 'gv-card')]")
        }
        marked = {title: label[0] for title, label in found.items() if label}
        assert marked == expected


def test_list_without_groups_tells_whom_to_ask(functional, site):
    with api.env.adopt_roles(["Manager"]):
        site.portal.groepen.manage_delObjects(list(site.portal.groepen.objectIds()))
    transaction.commit()
    page = article(site.page("visitor", "groepen"))
    assert texts(page, ".//*[@class='gv-empty']/h2") == ["Hier staan nog geen groepen"]
    [link] = page.xpath(".//*[@class='gv-empty']//a/@href")
    assert link == f"{site.portal.absolute_url()}/contact-info"
    assert page.xpath(".//section") == []


def test_list_that_is_kept_follows_the_settings_and_its_groups(site):
    confirmed = today_in_belgium() - datetime.timedelta(days=100)
    group = make_group(site.portal, "Ketel", confirmed_on=confirmed)
    transaction.commit()
    assert "Niet bevestigd" not in site.page("visitor", "groepen?x=1").text_content()
    api.portal.set_registry_record("gastvrij.fading_after_months", 2)
    transaction.commit()
    assert "Niet bevestigd" in site.page("visitor", "groepen?x=2").text_content()
    group.title = "Waterketel"
    group.reindexObject()
    transaction.commit()
    assert "Waterketel" in site.page("visitor", "groepen?x=3").text_content()


@pytest.fixture
def short_pages(monkeypatch):
    """Put two groups on a page."""
    monkeypatch.setattr("gastvrij.directory.listing.PAGE_SIZE", 2)


def test_long_list_is_cut_into_pages(site, short_pages):
    make_group(site.portal, "Ketel", municipality=ANTWERP)
    transaction.commit()
    url = f"{site.portal.absolute_url()}/groepen"
    first = article(site.page("visitor", "groepen"))
    assert texts(first, ".//h3") == ["Ketel", "active"]
    assert first.xpath(".//nav[@class='gv-pager']//a/@href") == [
        url,
        f"{url}?b_start=2",
        f"{url}?b_start=4",
        f"{url}?b_start=2",
    ]
    assert first.xpath(".//nav[@class='gv-jumps']//a/@href") == [
        "#antwerpen",
        "#oost-vlaanderen",
    ]
    second = article(site.page("visitor", "groepen?b_start=2"))
    assert texts(second, ".//h3") == ["other", "paused"]
    assert texts(second, ".//a[@aria-current='page']") == ["2"]
    assert second.xpath(".//a[@rel='prev']/@href") == [url]
    assert second.xpath(".//nav[@class='gv-jumps']//a/@href") == [
        f"{url}#antwerpen",
        f"{url}#oost-vlaanderen",
    ]
    last = article(site.page("visitor", "groepen?b_start=4"))
    assert texts(last, ".//h3") == []
    assert texts(last, ".//a[@class='gv-row-title']") == ["ended"]
    assert last.xpath(".//a[@rel='next']") == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("b_start=-1", ["active", "other"]),
        ("b_start=x", ["active", "other"]),
        ("b_start=1", ["active", "other"]),
        ("b_start=3", ["paused"]),
        ("b_start=999999999999", ["paused"]),
        (f"b_start={'9' * 5000}", ["paused"]),
        ("b_start=²", ["active", "other"]),
        ("b_start=", ["active", "other"]),
        ("b_start=2&b_start=2", ["active", "other"]),
    ],
)
def test_odd_page_is_the_nearest_one(site, short_pages, query, titles):
    page = article(site.page("visitor", f"groepen?{query}"))
    assert texts(page, ".//h3") == titles


def test_profile_tells_what_a_visitor_needs(site):
    make_group(
        site.portal,
        "De Deur",
        description="Wij zoeken mee.",
        text=RichTextValue("<p>Elke <script>x</script>week.</p>", "text/html"),
        image=picture(),
        image_alt="Een 'open' deur",
        activities=["housing"],
        target_groups=["everyone"],
        languages=["nl", "ar"],
        public_email="deur@example.org",
        website="https://www.deur.example.org/",
        social_media=["https://facebook.com/deur"],
        how_to_reach="Mail ons.\nKom langs.",
        recruiting="yes",
        recruiting_until=NEXT_WEEK,
        needs=[
            {"text": "Een buggy", "until": NEXT_WEEK},
            {"text": "Iets van vroeger", "until": LAST_WEEK},
        ],
        summaries=[{"language": "ar", "text": "مرحبا"}],
        confirmed_on=today_in_belgium(),
        member_since=datetime.date(2016, 1, 1),
    )
    transaction.commit()
    page = article(site.page("visitor", "groepen/de-deur"))
    assert texts(page, ".//h1") == ["De Deur"]
    assert texts(page, ".//*[@class='gv-kicker']") == ["Gent, Oost-Vlaanderen"]
    assert page.xpath(".//figure/img/@alt") == ["Een 'open' deur"]
    assert page.xpath(".//script") == []
    told = words(page)
    for sentence in (
        "Bevestigd door de groep in ",
        "Alle groepen helpen mensen, ongeacht hun statuut.",
        "Elke week.",
        "Mail ons.",
        "Kom langs.",
        "Het adres krijg je van de groep.",
        "Lid sinds 2016",
        "Nog vragen? Neem eerst contact op met het secretariaat.",
    ):
        assert sentence in told
    assert "vroeger" not in told
    assert texts(page, ".//section[h2[@id='languages-title']]//li") == [
        "Nederlands",
        "Arabisch",
    ]
    assert page.xpath(".//*[@class='gv-tongues']/a/@href") == ["#in-ar"]
    assert page.xpath(".//dd/a/@href") == [
        "mailto:deur@example.org",
        "https://www.deur.example.org/",
        "https://facebook.com/deur",
    ]
    assert texts(page, ".//*[@class='gv-row']")[0].startswith("Een buggy tot ")
    [summary] = page.xpath(".//details")
    assert (summary.get("lang"), summary.get("dir")) == ("ar", "rtl")
    assert summary.find("p").get("id") == "in-ar"
    assert page.xpath(".//*[contains(@class, 'gv-notice')]") == []
    assert page.xpath(".//a[contains(@href, '/edit')]") == []


def test_profile_leaves_out_what_nobody_filled_in(site):
    page = article(site.page("visitor", "groepen/other"))
    assert texts(page, ".//dt") == ["Waar", "Soort vereniging"]
    assert texts(page, ".//h2") == [
        "Hierbij helpen wij",
        "Voor wie",
        "Wij spreken",
        "Zo bereik je ons",
        "Wil je helpen?",
        "Over de groep",
    ]
    assert page.xpath(".//img") == []
    assert "Nog niet bevestigd door de groep" in words(page)
    assert "Deze groep zoekt nu geen vrijwilligers." in words(page)


def test_profile_that_was_not_confirmed_for_long_says_so(site):
    make_group(site.portal, "Oud", confirmed_on=datetime.date(2016, 3, 9))
    transaction.commit()
    page = article(site.page("visitor", "groepen/oud"))
    assert "Niet bevestigd sinds maart 2016" in texts(
        page, ".//ul[@class='gv-meta']/li"
    )


def test_profile_gives_the_groups_own_headings_the_first_word(site):
    text = RichTextValue("<h2>Ons huis</h2><p>Open.</p>", "text/html")
    make_group(site.portal, "Kop", text=text)
    transaction.commit()
    page = article(site.page("visitor", "groepen/kop"))
    assert texts(page, ".//h2")[4:6] == ["Ons huis", "Wil je helpen?"]


@pytest.mark.parametrize(
    ("who", "state", "notice"),
    [
        ("visitor", "active", None),
        ("visitor", "paused", "Deze groep is tijdelijk gestopt"),
        ("visitor", "ended", "Deze groep is gestopt"),
        ("contact", "draft", "Bezoekers zien deze groep niet"),
        ("board", "hidden", "Bezoekers zien deze groep niet"),
    ],
)
def test_profile_notes_what_a_reader_should_know(site, who, state, notice):
    page = article(site.page(who, f"groepen/{state}"))
    found = texts(page, ".//*[contains(@class, 'gv-notice')]/h2")
    assert found == ([notice] if notice else [])
    back = page.xpath(".//*[contains(@class, 'gv-notice')]//a/@href")
    url = f"{site.portal.absolute_url()}/groepen"
    assert back == ([url] if state in ("paused", "ended") else [])
    assert ("Wil je helpen?" in words(page)) is (state == "active")


@pytest.mark.parametrize(
    ("who", "state", "offered"),
    [
        ("visitor", "active", False),
        ("other_contact", "active", False),
        ("board", "draft", False),
        ("contact", "draft", True),
        ("contact", "active", True),
        ("contact", "ended", False),
        ("secretariat", "ended", True),
    ],
)
def test_profile_offers_editing_to_whoever_keeps_it(site, who, state, offered):
    page = article(site.page(who, f"groepen/{state}"))
    links = page.xpath(".//*[contains(@class, 'gv-keeping')]//a/@href")
    url = f"{site.portal.absolute_url()}/groepen/{state}"
    assert (f"{url}/update" in links) == offered
    assert (f"{url}/confirm" in links) == (offered and state != "ended")
    for link in links:
        path = link.removeprefix(f"{site.portal.absolute_url()}/")
        assert site.ask(who, "GET", path).status_code == 200


def test_pages_are_in_english_for_who_asks_so(site):
    answer = site.ask("visitor", "GET", "groepen", cookies={"I18N_LANGUAGE": "en"})
    assert "All groups help people whatever their residence status." in answer.text
    assert "East Flanders" in answer.text


@pytest.mark.parametrize("path", ["groepen", "groepen/active"])
def test_pages_write_nothing_and_are_kept_by_the_rule_set(site, path):
    site.ask("visitor", "GET", path)  # Plone makes its portlets' settings once
    before = site.portal._p_jar.db().lastTransaction()
    answer = site.ask("visitor", "GET", path)
    assert site.portal._p_jar.db().lastTransaction() == before
    assert answer.headers["X-Cache-Rule"] == "gastvrij.page"
    assert today_in_belgium().isoformat() in answer.headers["ETag"]
