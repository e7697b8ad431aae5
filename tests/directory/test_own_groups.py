"""Where a contact person lands, and the choice between several groups."""

from datetime import datetime
from datetime import UTC
from filling import filled_once
from gastvrij.accounts.landing import landing_of
from gastvrij.directory.asked import note_asked
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import name_contact
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from people import NOW

import pytest
import transaction


def fill(portal):
    """Create two groups and somebody who speaks for none yet."""
    make_group(portal, "De Lange Tafel", "draft")
    make_group(portal, "Buren")
    make_person("contact", None)


filled_layer, functional = filled_once(fill, "Own groups")


def speak_for(site, *names):
    """Make the contact person speak for groups."""
    user_id = user_called("contact").getId()
    for name in names:
        group = site.portal.groepen[name]
        name_contact(group, user_id, "An", address("contact"), None, "contact", NOW)
    transaction.commit()
    return user_id


def test_contact_person_lands_on_the_own_group(site):
    user_id = speak_for(site, "buren")
    assert (
        landing_of(site.portal, user_id)
        == f"{site.portal.absolute_url()}/groepen/buren"
    )


def test_contact_person_of_several_groups_lands_on_the_choice(site):
    user_id = speak_for(site, "buren", "de-lange-tafel")
    landing = landing_of(site.portal, user_id)
    assert landing == f"{site.portal.absolute_url()}/groepen/mine"
    page = site.page("contact", "groepen/mine")
    cards = page.xpath("//main//li[contains(@class,'gv-card')]//a")
    assert [card.text for card in cards] == ["Buren", "De Lange Tafel"]
    assert cards[1].get("href") == f"{site.url}/groepen/de-lange-tafel"
    assert "Nog niet online" in page.xpath("string(//main)")


def test_choice_tells_what_waits_for_each_group(site):
    user_id = speak_for(site, "buren", "de-lange-tafel")
    uid, now = site.portal.groepen["buren"].UID(), datetime.now(UTC)
    note_asked(site.portal, uid, user_id, now, is_first=True)
    transaction.commit()
    page = site.page("contact", "groepen/mine")
    waiting = [
        card.xpath(".//*[contains(@class,'gv-card-waiting')]//a")
        for card in page.xpath("//main//li[contains(@class,'gv-card ')]")
    ]
    [[link], nothing] = waiting
    assert nothing == []
    assert link.get("href") == f"{site.url}/groepen/buren/confirm"
    assert site.page("contact", "groepen/buren/confirm").xpath("//main//button")


def test_former_contact_person_lands_at_home(site):
    user_id = speak_for(site, "buren")
    end_contact(site.portal.groepen["buren"], user_id, NOW)
    transaction.commit()
    assert landing_of(site.portal, user_id) == site.portal.absolute_url()
    page = site.page("contact", "groepen/mine")
    assert "van geen enkele groep contactpersoon" in page.xpath("string(//main)")


def test_choice_is_not_for_visitors_and_is_kept_nowhere(site):
    assert site.ask("visitor", "GET", "groepen/mine").status_code == 302
    answer = site.ask("contact", "GET", "groepen/mine")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("names", [("buren",), ("buren", "de-lange-tafel")])
def test_menu_of_every_page_leads_to_the_own_groups(site, names):
    speak_for(site, *names)
    page = site.page("contact", "toolkit")
    links = page.xpath("//*[@id='portal-membertools-wrapper']//a")
    ways = {link.text: link.get("href") for link in links}
    path, title = {1: ("buren", "Mijn groep"), 2: ("mine", "Mijn groepen")}[len(names)]
    assert ways[title] == f"{site.url}/groepen/{path}"
    shortcuts = site.page("contact", "desk").xpath(
        "//main//nav[@class='gv-side']//a/@href"
    )
    assert shortcuts == [f"{site.url}/groepen/{name}" for name in names]
