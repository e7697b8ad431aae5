"""The page of the outbox: who may see it, what it tells, and another try."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.mail.attempt import note_server_trouble
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.trouble import AWAY
from gastvrij.mail.trouble import ServerTrouble
from groups import make_group
from groups import make_people
from groups import PEOPLE
from groups import Site
from lxml import html
from zope.component import getUtility
from zope.interface.verify import verifyObject

import pytest
import transaction


NOW = datetime.now(UTC) - timedelta(minutes=20)
MAY = {"secretariat", "site_admin", "manager"}
PAGE = "outbox"
SECRETARIAT = frozenset({"Secretariat"})


@pytest.fixture
def site(functional):
    """Return a running site with a letter that waits and two that failed."""
    portal = functional["portal"]
    groups = [make_group(portal, name) for name in ("eigen", "other")]
    make_people(groups[:1], groups[1])
    fill(portal)
    transaction.commit()
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


def fill(portal):
    """Post three letters, of which two failed."""
    for name in ("an", "bo", "cy"):
        to = f"{name}@example.org"
        post(portal, Letter(to, "todo", f"vraag {name}", (f"geheim {name}",)), NOW)
    for record in outbox_of(portal).letters.values():
        if record.letter.to != "cy@example.org":
            record.trouble, record.said = "refused", "550 no <such> user"
            record.end(FAILED, NOW)


def test_only_who_sees_the_outbox_opens_the_page(site):
    answers = {who: site.ask(who, "GET", PAGE) for who in PEOPLE}
    assert {who for who, each in answers.items() if each.status_code == 200} == MAY
    for who in PEOPLE.keys() - MAY:
        assert "vraag" not in answers[who].text


def test_page_tells_what_waits_and_what_failed_but_no_text(site):
    answer = site.ask("secretariat", "GET", PAGE)
    for told in ("vraag an", "bo@example.org", "De mailserver weigerde de mail"):
        assert told in answer.text
    assert "550 no &lt;such&gt; user" in answer.text
    assert "Niet gelukt (2)" in answer.text
    assert "Wacht (1)" in answer.text
    assert "geheim" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_page_tells_what_is_wrong_with_the_server(site):
    trouble = ServerTrouble(AWAY, "[Errno 111] Connection refused")
    note_server_trouble(site.portal, trouble, NOW)
    transaction.commit()
    answer = site.ask("secretariat", "GET", PAGE)
    assert "De mailserver antwoordt niet." in answer.text
    assert "Connection refused" in answer.text


def test_empty_outbox_says_so(site):
    outbox_of(site.portal).letters.clear()
    transaction.commit()
    assert "Alle mails zijn vertrokken" in site.ask("manager", "GET", PAGE).text


def send(site, action, letter_id=""):
    """Send a form of the page as it was shown to the secretariat."""
    page = site.page("secretariat", PAGE)
    token = page.xpath("//input[@name='_authenticator']/@value")[0]
    data = {"_authenticator": token, "action": action, "id": letter_id}
    return site.ask("secretariat", "POST", PAGE, data=data, allow_redirects=True)


def test_letter_is_tried_again(site):
    answer = send(site, "again", failed(site.portal)[0].id)
    assert "De mail vertrekt zo meteen." in answer.text
    assert len(failed(site.portal)) == 1
    assert len(waiting(site.portal)) == 2


def test_all_letters_are_tried_again(site):
    assert "De mails vertrekken zo meteen." in send(site, "again_all").text
    assert failed(site.portal) == []
    assert len(waiting(site.portal)) == 3


def test_letter_that_is_not_needed_goes(site):
    assert "De mail is weg." in send(site, "aside", failed(site.portal)[0].id).text
    assert len(failed(site.portal)) == 1


@pytest.mark.parametrize("action", ["again", "aside"])
def test_letter_that_is_gone_is_told_as_gone(site, action):
    waits = waiting(site.portal)[0].id
    for letter_id in ("", "unknown", waits):
        answer = send(site, action, letter_id)
        assert "Deze mail staat er niet meer bij." in answer.text
    assert len(waiting(site.portal)) == 1


def test_other_fields_do_nothing(site):
    assert send(site, "whatever").status_code == 200
    assert len(failed(site.portal)) == 2


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_the_token_nothing_happens(site, method):
    letter_id = failed(site.portal)[0].id
    query = f"?action=aside&id={letter_id}"
    site.ask("secretariat", method, PAGE + query)
    data = {"action": "aside", "id": letter_id}
    site.ask("secretariat", "POST", PAGE, data=data)
    assert len(failed(site.portal)) == 2


def test_every_button_says_which_letter_it_is_about(site):
    page = html.fromstring(site.ask("secretariat", "GET", PAGE).text)
    buttons = page.xpath("//ul[@class='gv-rows']//button")
    names = [" ".join(button.text_content().split()) for button in buttons]
    assert len(set(names)) == len(names) == 4
    assert "Probeer opnieuw: Te doen: vraag an" in names


def test_letters_that_failed_wait_for_the_secretariat(portal):
    offered = getUtility(IWaitingThings, "mail.failed")
    assert verifyObject(IWaitingThings, offered)
    assert list(offered.for_user(portal, "x", SECRETARIAT, NOW)) == []
    fill(portal)
    [thing] = offered.for_user(portal, "x", SECRETARIAT, NOW)
    assert thing.title == "Mails die niet vertrokken zijn: 2"
    assert (thing.kind, thing.since) == ("mail.failed", NOW)
    assert thing.kind in offered.kinds
    assert thing.url.endswith("/outbox")
    assert list(offered.for_user(portal, "x", frozenset({"Member"}), NOW)) == []


def test_backlog_is_told_after_a_quarter_of_an_hour(portal):
    offered = getUtility(INotices, "mail.backlog")
    assert verifyObject(INotices, offered)
    fill(portal)
    soon, late = NOW + timedelta(minutes=14), NOW + timedelta(minutes=15)
    assert list(offered.for_user(portal, "x", SECRETARIAT, soon)) == []
    [notice] = offered.for_user(portal, "x", SECRETARIAT, late)
    assert notice.tone == "attention"
    assert notice.text.mapping == {"number": "1"}
    assert list(offered.for_user(portal, "x", frozenset({"Member"}), late)) == []
