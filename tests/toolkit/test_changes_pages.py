"""The pages on which editors change what readers have, and where readers read of it."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.change_record import recorded
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from toolkit_pages import show
from toolkit_pages import words

import feedparser
import pytest
import requests
import transaction


PART = "toolkit/2/huiswerk/wonen"
NOTE = "De huurprijs klopt weer."
SECRET = "kwartelslag"


@pytest.fixture
def wonen(site):
    """A part that readers have."""
    return site.portal.toolkit["2"].huiswerk.wonen


@pytest.fixture
def told(site, wonen):
    """The same part, of which a change was told."""
    record_change(wonen, CHANGED, NOTE, datetime(2031, 5, 3, 8, tzinfo=UTC))
    transaction.commit()
    return wonen


@pytest.fixture
def session(editor):
    """The requests of an editor."""
    session = requests.Session()
    session.auth = editor
    return session


def form_of(site, session, path, selector):
    tree = show(site, path, auth=session.auth)
    sent = {}
    for field in tree.cssselect(f"{selector} [name]"):
        if field.get("type") in ("checkbox", "radio", "submit") and not field.get(
            "checked"
        ):
            continue
        value = field.text_content() if field.tag == "textarea" else field.get("value")
        if field.tag == "select":
            chosen = field.cssselect("option[selected]")
            value = chosen[0].get("value") if chosen else None
        if value is not None and field.tag != "button":
            sent[field.get("name")] = value
    return sent


def post(site, session, path, sent):
    answer = session.post(f"{site.url}/{path}", sent, timeout=60, allow_redirects=False)
    transaction.begin()
    return answer


def edit(site, session, **typed):
    """Send Plone's edit form with other values."""
    sent = form_of(site, session, f"{PART}/edit", "form.pat-formautofocus, #form")
    sent |= {f"form.widgets.{name}": value for name, value in typed.items()}
    return post(site, session, f"{PART}/edit", sent | {"form.buttons.save": "Opslaan"})


def kinds(site):
    return [change.kind for change in recorded(site.portal.toolkit)]


def test_page_tells_changes_by_year_to_visitors(site, told):
    tree = show(site, "toolkit/changes")
    assert words(tree.cssselect("h2")[0]) == "2031"
    row = tree.cssselect(".gv-row")[0]
    assert NOTE in words(row)
    assert row.cssselect("a")[0].get("href") == told.absolute_url()


def test_feed_is_atom_and_never_names_an_editor(site, told):
    answer = site.page("toolkit/changes.atom")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    first = feed.entries[0]
    assert first.title == "3.4 Wonen. Op zoek naar een eigen adres"
    assert (first.summary, first.link) == (NOTE, told.absolute_url())
    assert first.updated == "2031-05-03T08:00:00+00:00"
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert feed.feed.author == site.portal.Title()
    assert feed.feed.links[0].href == f"{site.url}/toolkit/changes.atom"


def test_feed_without_changes_is_a_feed(site):
    for name in ("1", "2"):
        api.content.delete(site.portal.toolkit[name])
    transaction.commit()
    feed = feedparser.parse(site.page("toolkit/changes.atom").content)
    assert (feed.bozo, feed.entries) == (False, [])


def test_service_lists_changes_in_batches(site, told):
    answer = site.json("toolkit/@changes?b_size=1").json()
    assert answer["items"] == [
        {
            "@id": told.absolute_url(),
            "title": "Wonen. Op zoek naar een eigen adres",
            "number": "3.4",
            "edition": "Toolkit, editie 2",
            "day": "2031-05-03",
            "note": NOTE,
        }
    ]
    assert "next" in answer["batching"]


def test_no_channel_tells_of_what_visitors_do_not_see(site, told, editor):
    part = site.portal.toolkit["2"].huiswerk.ocmw
    part.title = SECRET
    record_change(part, CHANGED, SECRET, datetime(2031, 6, 1, tzinfo=UTC))
    part.reindexObject()
    transaction.commit()
    channels = ("toolkit/changes", "toolkit/changes.atom")
    assert all(SECRET in site.page(path).text for path in channels)
    api.content.transition(part, "send_back")
    copy = ICheckinCheckoutPolicy(told).checkout(told.aq_parent)
    copy.title, copy.change_note = SECRET, SECRET
    copy.reindexObject()
    transaction.commit()
    for path in channels:
        assert SECRET not in site.page(path).text
        assert editor[0] not in site.page(path).text
    assert SECRET not in site.json("toolkit/@changes").text


def test_program_sends_its_note_with_the_change(site, editor, wonen):
    data = {"title": "Een huis", "change_note": NOTE}
    assert site.json(PART, "PATCH", auth=editor, json=data).status_code == 204
    transaction.begin()
    assert kinds(site)[0] == "changed"
    assert NOTE in site.page("toolkit/changes").text
