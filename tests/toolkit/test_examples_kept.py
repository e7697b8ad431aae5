"""How long examples are kept, who takes them back, and the next edition."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.contacts import name_contact
from gastvrij.due.interfaces import IDueTask
from gastvrij.mail.outbox import outbox_of
from gastvrij.privacy.retention import kept_for
from gastvrij.toolkit import example_subscribers
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.example_decisions import refuse
from gastvrij.toolkit.example_decisions import take_back
from gastvrij.toolkit.examples import all_examples
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import waiting
from gastvrij.toolkit.new_edition import start_edition
from groups import make_group
from lxml import html
from plone import api
from toolkit_pages import show
from toolkit_pages import words
from zope.component import getUtility

import pytest
import requests
import transaction


NOW = datetime(2026, 5, 11, 8, 30, tzinfo=UTC)
PART = "toolkit/2/huiswerk/wonen"
OWN = "toolkit/my-examples"


@pytest.fixture
def part(site):
    """A part of the current edition."""
    return site.portal.unrestrictedTraverse(PART)


def speaker_of(group, name):
    """Make somebody who speaks for a group; return the id, and how they log in."""
    email, password = f"{name}@example.org", "geheim-woord-12"
    user = api.user.create(email=email, username=email, password=password)
    name_contact(group, user.getId(), name, email, None, "contact", NOW)
    return user.getId(), (email, password)


@pytest.fixture
def speakers(site):
    """Two groups with somebody who speaks for each: group, user id, log-in."""
    groups = [make_group(site.portal, title) for title in ("Eerste", "Tweede")]
    found = [(group, *speaker_of(group, group.getId())) for group in groups]
    transaction.commit()
    return found


def press(site, path, auth, **values):
    """Send the first form of a page; return the answer."""
    session = requests.Session()
    session.auth = auth
    page = html.fromstring(session.get(f"{site.url}/{path}", timeout=60).text)
    name = path.rpartition("/")[2]
    form = next(f for f in page.forms if (f.action or "").endswith(name))
    data = {**dict(form.form_values()), **values}
    answer = session.post(f"{site.url}/{path}", data=data, timeout=60)
    transaction.begin()
    return answer


def test_group_takes_an_example_back_and_nobody_sees_it_any_more(site, part, speakers):
    (group, user_id, auth), (_other, other_id, other) = speakers
    older = site.portal.unrestrictedTraverse("toolkit/1/huiswerk/wonen")
    example = offer(site.portal, part, "Onze kwartel.", group.UID(), user_id, NOW)
    offer(site.portal, part, "Hun merel.", _other.UID(), other_id, NOW)
    for each in (older, part):
        accept(site.portal, each, example.id)
    transaction.commit()
    assert "Hun merel." not in words(show(site, OWN, auth=auth))
    assert "Onze kwartel." in words(show(site, OWN, auth=auth))
    press(site, OWN, other, example=example.id)
    assert "Onze kwartel." in words(show(site, PART))
    press(site, OWN, auth)
    for path in (PART, "toolkit/1/huiswerk/wonen"):
        assert "Onze kwartel." not in words(show(site, path))
    assert [each.text for each in all_examples(site.portal)] == ["Hun merel."]


def test_only_who_speaks_for_the_group_today_takes_it_back(site, part, speakers):
    group, user_id, auth = speakers[0]
    example = offer(site.portal, part, "Onze kwartel.", group.UID(), user_id, NOW)
    _next_id, successor = speaker_of(group, "opvolger")
    end_contact(group, user_id, NOW)
    transaction.commit()
    assert site.page(OWN, auth=auth).status_code == 404
    assert site.page(OWN).status_code in (302, 401, 404)
    assert "Onze kwartel." in words(show(site, OWN, auth=successor))
    press(site, OWN, successor, example=example.id)
    assert all_examples(site.portal) == []


@pytest.fixture
def forget(site):
    """Return the due task that forgets examples, at some time after they were made."""
    over = kept_for("closed").after(NOW)
    task = getUtility(IDueTask, "toolkit.forget_examples")
    return lambda seconds: task(site.portal, over + timedelta(seconds=seconds))


def test_example_that_no_reader_sees_is_forgotten_in_time(site, part, forget):
    gone = site.portal.unrestrictedTraverse("toolkit/2/huiswerk/ocmw")
    for where in (part, gone):
        offer(site.portal, where, "Wacht.", "", "an", NOW)
    api.content.delete(gone)
    seen = offer(site.portal, part, "Staat er.", "", "", NOW)
    accept(site.portal, part, seen.id)
    assert forget(-1) == 0
    assert len(all_examples(site.portal)) == 3
    assert forget(0) == 2
    assert [each.text for each in all_examples(site.portal)] == ["Staat er."]
    assert forget(0) == 0


def test_who_offered_is_forgotten_once_they_speak_for_the_group_no_longer(
    site, part, speakers, forget
):
    group, user_id, _auth = speakers[0]
    example = offer(site.portal, part, "Onze kwartel.", group.UID(), user_id, NOW)
    accept(site.portal, part, example.id)
    assert forget(0) == 0
    end_contact(group, user_id, NOW)
    assert forget(-1) == 0
    assert forget(0) == 1
    (left,) = shown(site.portal, part)
    assert (left.text, left.who) == ("Onze kwartel.", "")


@pytest.fixture
def boxed(site, part):
    """Three examples that readers see: of two parts, and of one that is gone next."""
    found = []
    for minute, name in enumerate(("wonen", "gezondheidszorg", "ocmw")):
        where, when = part.aq_parent[name], NOW + timedelta(minutes=minute)
        example = offer(site.portal, where, f"Zo ging het: {name}.", "", "an", when)
        accept(site.portal, where, example.id)
        found.append(example)
    return found


@pytest.fixture
def coming(site, boxed):
    """Edition 3 in preparation, without one of the parts."""
    with api.env.adopt_roles(["Manager"]):
        edition = start_edition(site.portal.toolkit["2"], "Editie 3")
        api.content.delete(edition.huiswerk.ocmw)
        for each in (*edition.objectValues(), *edition.huiswerk.objectValues()):
            api.content.transition(each, "submit")
        site.portal.toolkit["2"]["ongeneeslijk-ziek"].destination = "dropped"
    transaction.commit()
    return edition


def publish(edition):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(edition, "publish")
    transaction.commit()


def shown_at(site, edition):
    """Return what readers see at each part of an edition."""
    parts = edition.huiswerk.objectValues()
    return {e.text for each in parts for e in shown(site.portal, each)}


def test_boxed_examples_go_along_unless_an_editor_decides(site, coming, boxed):
    refuse(site.portal, coming.huiswerk.gezondheidszorg, boxed[1].id)
    assert shown_at(site, coming) == set()
    publish(coming)
    assert shown_at(site, coming) == {"Zo ging het: wonen."}
    assert len(shown_at(site, site.portal.toolkit["2"])) == 3
    assert waiting(site.portal, coming.huiswerk.wonen) == []
    assert "Zo ging het: wonen." in words(show(site, "toolkit/3/huiswerk/wonen"))


def test_what_was_taken_back_before_publishing_does_not_come_back(site, coming, boxed):
    take_back(site.portal, site.portal.toolkit["2"].huiswerk.wonen, boxed[0].id)
    publish(coming)
    assert shown_at(site, coming) == {"Zo ging het: gezondheidszorg."}


def test_they_go_along_to_an_edition_that_was_not_copied_as_well(site, coming):
    coming.previous_edition = None
    publish(coming)
    assert len(shown_at(site, coming)) == 2


def test_they_would_vanish(site, coming, monkeypatch):
    monkeypatch.setattr(example_subscribers, "take_along", lambda site, edition: 0)
    publish(coming)
    assert shown_at(site, coming) == set()


def test_editors_see_what_becomes_of_each(site, coming, boxed, editor):
    accept(site.portal, coming.huiswerk.wonen, boxed[0].id)
    transaction.commit()
    page = show(site, "toolkit/3/preparation", auth=editor)
    (section,) = page.xpath("//*[@aria-labelledby='preparation-examples']")
    rows = [words(row) for row in section.cssselect(".gv-row")]
    assert [row.partition("Zo ging het")[2] for row in rows] == [
        ": wonen. Staat in deze editie",
        ": gezondheidszorg. Gaat mee, tenzij je anders beslist",
        ": ocmw. Het onderdeel staat niet in deze editie",
    ]
    (link, *_others) = section.xpath(".//a/@href")
    path = link.partition("/plone/")[2].partition("#")[0]
    assert "Zo ging het: wonen." in words(show(site, path, auth=editor))


def test_letter_about_the_next_edition_leads_to_no_address_of_it(
    site, part, coming, speakers, editor
):
    group, user_id, _auth = speakers[0]
    for text in ("Eerste kwartel.", "Tweede kwartel."):
        example = offer(site.portal, part, text, group.UID(), user_id, NOW)
        accept(site.portal, part, example.id)
    transaction.commit()
    path = "toolkit/3/huiswerk/wonen/examples"
    where = site.page(path, auth=editor).text
    assert "Eerste kwartel." in where
    for act, reason in (("accept", ""), ("refuse", "Dit klopt niet meer.")):
        left = waiting(site.portal, coming.huiswerk.wonen)
        own = next(each for each in left if each.who == user_id)
        chosen = {"example": own.id, "seal": own.seal, "text": own.text}
        press(site, path, editor, act=act, reason=reason, **chosen)
    (record,) = outbox_of(site.portal).letters.values()
    told = "\n".join(getattr(part, "url", part) for part in record.letter.body)
    assert "In de volgende editie" in told
    assert "Dit klopt niet meer." in told
    assert "toolkit/3" not in told
