"""What is kept of somebody: seen, exported and erased by the secretariat alone."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import links_of
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from gastvrij.privacy.acts import last_acts
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.privacy.subject import erase_everywhere
from gastvrij.privacy.subject import export_everywhere
from gastvrij.privacy.subject import find_everywhere
from gastvrij.values.refusal import Refused
from groups import address
from groups import make_group
from groups import make_people
from groups import PEOPLE
from groups import Site
from lxml import html
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor
from zope.interface import implementer
from zope.interface.verify import verifyObject

import json
import pytest


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
EMAIL = "vlinder@example.org"
MAY = {"secretariat", "site_admin", "manager"}
PAGE = "person-data"


def fill(portal):
    """Keep letters and links of somebody, and of somebody whose address is longer."""
    texts = {
        EMAIL: "Dag",
        f"de{EMAIL}": "Dag",
        "an@example.org": f"Vraag het aan {EMAIL.upper()}.",
    }
    for to, text in texts.items():
        post(portal, Letter(to, "info", f"geheim {to[:2]}", (text,)), NOW)
        issue(portal, "test", "abc", NOW, timedelta(days=1), person=to)


def fill_running(portal):
    """Keep something of somebody, and create people who look for it."""
    groups = [make_group(portal, name) for name in ("ours", "other")]
    make_people(groups[:1], groups[1])
    fill(portal)


filled_layer, functional = filled_once(fill_running, "Person data")


@pytest.fixture
def site(functional):
    """Return a running site that keeps something of somebody."""
    portal = functional["portal"]
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


def test_rooms_that_keep_something_of_people(portal):
    rooms = dict(getUtilitiesFor(IPersonalData))
    assert {"links", "mail"} <= set(rooms)
    for room in rooms.values():
        assert verifyObject(IPersonalData, room)


def test_what_is_found_is_what_is_exported_and_erased(portal):
    fill(portal)
    found = {
        r.name: len(r.found) for r in find_everywhere(portal, f" {EMAIL.title()} ")
    }
    assert found == {"links": 1, "mail": 2}
    exported = export_everywhere(portal, EMAIL)
    assert {name: len(things) for name, things in exported.items()} == found
    json.dumps(exported)
    assert erase_everywhere(portal, EMAIL, NOW) == found
    assert find_everywhere(portal, EMAIL) == []
    assert erase_everywhere(portal, EMAIL, NOW) == {}


def test_others_keep_what_is_theirs(portal):
    fill(portal)
    erase_everywhere(portal, EMAIL, NOW)
    assert [row.to for row in waiting(portal)] == [f"de{EMAIL}"]
    assert len(list(links_of(portal, f"de{EMAIL}"))) == 1
    assert len(list(links_of(portal, "an@example.org"))) == 1


def test_letter_to_somebody_else_is_exported_without_its_text(portal):
    fill(portal)
    letters = export_everywhere(portal, EMAIL)["mail"]
    about, theirs = sorted(letters, key=len)
    assert (theirs["to"], theirs["text"]) == (EMAIL, "Dag")
    assert not about.keys() & {"to", "text"}


def test_nothing_is_kept_of_somebody_unknown(portal):
    fill(portal)
    assert find_everywhere(portal, "niemand@example.org") == []
    assert export_everywhere(portal, "niemand@example.org") == {}


def test_only_who_handles_personal_data_opens_the_page(site):
    statuses = {who: site.ask(who, "GET", PAGE).status_code for who in PEOPLE}
    assert {who for who, status in statuses.items() if status == 200} == MAY
    answers = [site.ask(who, "POST", PAGE, data={"email": EMAIL}) for who in PEOPLE]
    for who, answer in zip(PEOPLE, answers, strict=True):
        assert (who in MAY) or "geheim" not in answer.text


def send(site, action, who="secretariat", **fields):
    """Send one of the forms of the page as it was shown to somebody."""
    page = site.page(who, PAGE)
    token = page.xpath("//input[@name='_authenticator']/@value")[0]
    data = {"_authenticator": token, "email": EMAIL, "action": action} | fields
    return site.ask(who, "POST", PAGE, data=data)


def test_page_shows_what_is_kept(site):
    answer = send(site, "find")
    page = html.fromstring(answer.text)
    assert len(page.xpath("//ul[@class='gv-rows']/li")) == 3
    assert "geheim vl" in answer.text
    assert "geheim de" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(waiting(site.portal)) == 3
    assert last_acts(site.portal) == []


def test_page_says_so_when_nothing_is_kept(site):
    answer = send(site, "find", email="niemand@example.org")
    assert "We bewaren niets over deze persoon" in answer.text


@pytest.mark.parametrize("email", ["", "an", "an@b c", "x" * 255 + "@example.org", "@"])
def test_page_says_what_is_wrong_with_the_address(site, email):
    answer = send(site, "find", email=email)
    page = html.fromstring(answer.text)
    assert answer.status_code == 200
    assert page.xpath("//div[@class='gv-error-summary']//a[@href='#email']")
    assert page.xpath("//input[@id='email'][@aria-invalid='true']")
    assert page.xpath("//input[@id='email']/@value") == [email]


def test_download_is_a_file_and_is_written_down(site, caplog):
    caplog.set_level("INFO", "gastvrij.privacy")
    answer = send(site, "export")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert set(answer.json()) == {"links", "mail"}
    [act] = last_acts(site.portal)
    assert (act.what, act.count) == ("person_exported", 3)
    assert EMAIL not in caplog.text
    assert (
        "Gegevens van een persoon gedownload" in site.ask("manager", "GET", PAGE).text
    )


def test_erasing_asks_for_the_address_again(site):
    answer = send(site, "erase", again="an@example.org")
    assert "Dit is een ander adres dan hierboven" in answer.text
    assert len(waiting(site.portal)) == 3


def test_erasing_erases_and_is_written_down_without_the_address(site, caplog):
    caplog.set_level("INFO", "gastvrij.privacy")
    answer = send(site, "erase", again=EMAIL.upper())
    assert "Er zijn 3 dingen gewist" in answer.text
    assert find_everywhere(site.portal, EMAIL) == []
    [act] = last_acts(site.portal)
    assert (act.what, act.count) == ("person_erased", 3)
    assert EMAIL not in caplog.text + repr(act)


def test_nobody_erases_what_is_kept_of_themselves(site):
    own = address("secretariat")
    answer = send(site, "erase", email=own, again=own)
    assert "Dit is je eigen adres" in answer.text
    assert last_acts(site.portal) == []


def test_without_the_token_of_the_form_nothing_happens(site):
    data = {"email": EMAIL, "again": EMAIL, "action": "erase"}
    answer = site.ask("secretariat", "POST", PAGE, data=data)
    assert answer.status_code == 403
    assert len(waiting(site.portal)) == 3


def test_get_with_the_fields_of_the_form_does_nothing(site):
    query = f"?email={EMAIL}&again={EMAIL}&action=erase"
    assert site.ask("secretariat", "GET", PAGE + query).status_code == 200
    assert len(waiting(site.portal)) == 3


@implementer(IPersonalData)
class Stubborn:
    """A room that comes last and must keep something."""

    title = "Stubborn"

    def find(self, site, email):
        """Answer."""
        return []

    def export(self, site, email):
        """Answer."""
        return []

    def erase(self, site, email, now):
        """Answer."""
        raise Refused("Dit moet blijven.")


@pytest.fixture
def stubborn():
    """Add a room that refuses."""
    room = Stubborn()
    getGlobalSiteManager().registerUtility(room, IPersonalData, "zz")
    yield room
    getGlobalSiteManager().unregisterUtility(room, IPersonalData, "zz")


@pytest.mark.usefixtures("stubborn")
def test_when_one_room_must_keep_something_nothing_is_erased(site):
    answer = send(site, "erase", again=EMAIL)
    assert "Dit moet blijven." in answer.text
    assert len(waiting(site.portal)) == 3
    assert last_acts(site.portal) == []
