"""The pages on which editors change what readers have, and where readers read of it."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.change_record import recorded
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import note_check
from gastvrij.toolkit.keepers import thread_of
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from toolkit_content import rich
from toolkit_pages import form_of
from toolkit_pages import post
from toolkit_pages import show
from toolkit_pages import words

import feedparser
import pytest
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


def edit(site, session, **typed):
    """Send Plone's edit form with other values."""
    sent = form_of(site, session, f"{PART}/edit", "form.pat-formautofocus, #form")
    sent |= {f"form.widgets.{name}": value for name, value in typed.items()}
    return post(site, session, f"{PART}/edit", sent | {"form.buttons.save": "Opslaan"})


def copy_of(part):
    return ICheckinCheckoutPolicy(part).getWorkingCopy()


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


def test_edit_form_asks_for_a_note_and_loses_nothing(site, session, wonen):
    before = kinds(site)
    answer = edit(site, session, title="Een huis")
    assert answer.status_code == 200
    assert "Een huis" in answer.text
    assert "kleine correctie" in answer.text
    assert wonen.title.startswith("Wonen")
    answer = edit(site, session, title="Een huis", change_note=NOTE)
    assert answer.status_code == 302
    assert (wonen.title, wonen.change_note) == ("Een huis", NOTE)
    assert kinds(site) == ["changed", *before]
    assert NOTE in show(site, "toolkit/changes").text_content()


def test_small_correction_is_saved_without_a_note(site, session, wonen):
    before = kinds(site)
    answer = edit(
        site, session, title="Een huis", **{"small_correction:list": "selected"}
    )
    assert answer.status_code == 302
    assert wonen.title == "Een huis"
    assert kinds(site) == ["small", *before]


def test_nothing_is_asked_when_nothing_changed_for_the_reader(site, session, wonen):
    before = kinds(site)
    assert edit(site, session).status_code == 302
    assert kinds(site) == before


def test_nothing_is_asked_of_a_draft(site, session, wonen):
    api.content.transition(wonen, "send_back")
    transaction.commit()
    before = kinds(site)
    assert edit(site, session, title="Een huis").status_code == 302
    assert wonen.title == "Een huis"
    assert kinds(site) == before


def patch(site, editor, data, path=PART):
    answer = site.json(path, "PATCH", auth=editor, json=data)
    transaction.begin()
    return answer


def test_program_sends_its_note_with_the_change(site, editor, wonen):
    before = kinds(site)
    for title in ("Een huis", "Een thuis"):
        data = {"title": title, "change_note": NOTE}
        assert patch(site, editor, data).status_code == 204
    assert kinds(site) == ["changed", "changed", *before]
    assert NOTE in site.page("toolkit/changes").text


@pytest.mark.parametrize(
    "data",
    [
        {"title": "Een huis"},
        {"text": "<p>Nieuw.</p>", "change_note": " "},
        {"description": "Nieuw.", "change_note": None},
        {"sources": [{"title": "Huurwijzer"}], "small_correction": "ja"},
    ],
)
def test_program_that_says_nothing_changes_nothing_for_readers(
    site, editor, wonen, data
):
    before = kinds(site), wonen.title, wonen.text.raw, wonen.sources
    answer = patch(site, editor, data)
    assert answer.status_code == 400
    assert "'field': 'change_note'" in answer.text
    assert (kinds(site), wonen.title, wonen.text.raw, wonen.sources) == before


def test_program_makes_a_small_correction_without_a_note(site, editor, wonen):
    before = kinds(site)
    data = {"title": "Een huis", "small_correction": True}
    assert patch(site, editor, data).status_code == 204
    assert (wonen.title, kinds(site)) == ("Een huis", ["small", *before])


@pytest.mark.parametrize(
    "data",
    [
        {"checked_on": "2026-01-05"},
        {"check_interval": "3", "checklist": True},
        {"title": "Wonen. Op zoek naar een eigen adres", "change_note": None},
    ],
)
def test_program_is_asked_nothing_about_what_readers_do_not_read(
    site, editor, wonen, data
):
    before = kinds(site)
    assert patch(site, editor, data).status_code == 204
    assert kinds(site) == before


def test_picture_without_words_does_not_reach_readers(site, session, editor, wonen):
    text = '<h2>Huren</h2><p><img src="tafel.jpg" alt=""></p>'
    answer = patch(site, editor, {"text": text, "small_correction": True})
    assert answer.status_code == 400
    assert "'field': 'text'" in answer.text
    assert "tafel.jpg (Huren)" in answer.text
    small = {"small_correction:list": "selected"}
    answer = edit(site, session, text=text, **small)
    assert "tafel.jpg (Huren)" in answer.text
    assert "tafel" not in wonen.text.raw
    ticked = {"decoration:list": "selected"}
    assert edit(site, session, text=text, **small, **ticked).status_code == 302
    assert 'alt="" role="presentation"' in wonen.text.raw


def test_who_writes_down_another_day_of_the_check_did_the_check(
    site, session, editor, wonen
):
    thread = thread_of(wonen)
    assert patch(site, editor, {"checked_on": "2026-01-05"}).status_code == 204
    who = api.user.get(username=editor[0]).getId()
    kept = keepers_of(site.portal, thread)
    assert (kept.checked_by, kept.checked_on) == (who, date(2026, 1, 5))
    note_check(site.portal, thread, "iemand", date(2026, 1, 5))
    transaction.commit()
    assert edit(site, session, checked_on="2026-02-06").status_code == 302
    kept = keepers_of(site.portal, thread)
    assert (kept.checked_by, kept.checked_on) == (who, date(2026, 2, 6))
    assert patch(site, editor, {"checked_on": None}).status_code == 204
    assert keepers_of(site.portal, thread).checked_by == ""


def begin_copy(site, session):
    """Make a copy to work on; return its path."""
    page = f"{PART}/content-checkout"
    sent = form_of(site, session, page, "form.gv-form")
    answer = post(site, session, page, sent)
    return answer.headers["Location"].removeprefix(f"{site.url}/")


def test_working_copy_is_made_written_and_put_in_its_place(site, session, wonen):
    path = begin_copy(site, session)
    copy = site.portal.unrestrictedTraverse(path)
    copy.text = rich("<p>Geheel nieuw.</p>")
    transaction.commit()
    assert site.page(path).status_code == 404
    assert "Geheel nieuw" not in site.page(PART).text
    page = f"{path}/content-checkin"
    sent = form_of(site, session, page, "form.gv-form")
    answer = post(site, session, page, sent)
    assert answer.status_code == 200
    assert "kleine correctie" in answer.text
    answer = post(site, session, page, sent | {"change_note": NOTE})
    assert answer.headers["Location"] == f"{site.url}/{PART}"
    assert "Geheel nieuw" in site.page(PART).text
    assert kinds(site)[0] == "changed"
    assert NOTE in site.page("toolkit/changes").text


def test_working_copy_is_thrown_away(site, session, wonen):
    path = begin_copy(site, session)
    # the form locks the copy; its own editor is not kept out by that
    show(site, f"{path}/edit", auth=session.auth)
    transaction.begin()
    site.portal.unrestrictedTraverse(path).title = "Weg ermee"
    transaction.commit()
    page = f"{path}/content-cancel-checkout"
    tree = show(site, page, auth=session.auth)
    assert words(tree.cssselect("h1")[0]) == "Gooi de kopie weg"
    post(site, session, page, {})
    assert copy_of(wonen) is not None
    answer = post(site, session, page, form_of(site, session, page, "form.gv-form"))
    assert answer.headers["Location"] == f"{site.url}/{PART}"
    assert copy_of(wonen) is None
    assert "Weg ermee" not in site.page(PART, auth=session.auth).text
    page = f"{PART}/content-cancel-checkout"
    assert site.page(page, auth=session.auth).status_code == 404


def test_toolbar_speaks_of_a_copy(site, session, wonen):
    text = site.page(PART, auth=session.auth).text
    assert "Werk aan een kopie" in text
    assert "itchecken" not in text
    path = begin_copy(site, session)
    tree = show(site, path, auth=session.auth)
    ways = [way.get("href") for way in tree.cssselect(".gv-editors-note a")]
    names = ("content-checkin", "content-cancel-checkout")
    assert ways == [f"{site.url}/{path}/{name}" for name in names]
    copy = tree.text_content()
    assert "Zet de kopie online" in copy
    assert "Gooi de kopie weg" in copy
    assert "nchecken" not in copy
    english = {"Cookie": "I18N_LANGUAGE=en"}
    text = site.page(PART, auth=session.auth, headers=english).text
    assert "Check out" not in text


def test_program_puts_a_working_copy_in_its_place_with_its_note(site, editor, wonen):
    before = kinds(site)
    service = f"{PART}/@workingcopy"
    nobody = site.json(service, "PATCH", auth=editor, json={"change_note": NOTE})
    assert nobody.status_code == 404
    assert site.json(service, "POST", auth=editor).status_code == 201
    transaction.begin()
    copy = copy_of(wonen)
    copy.text = rich("<p>Geheel nieuw.</p>")
    transaction.commit()
    answer = site.json(service, "PATCH", auth=editor, json={})
    assert answer.status_code == 400
    assert [each["field"] for each in answer.json()["errors"]] == ["change_note"]
    assert "Geheel nieuw" not in site.page(PART).text
    answer = site.json(service, "PATCH", auth=editor, json={"change_note": NOTE})
    assert answer.status_code == 204
    transaction.begin()
    assert "Geheel nieuw" in site.page(PART).text
    assert kinds(site) == ["changed", *before]


def test_checking_in_without_the_token_of_the_page_does_nothing(site, session, wonen):
    copy = ICheckinCheckoutPolicy(wonen).checkout(wonen.aq_parent)
    copy.text = rich("<p>Geheel nieuw.</p>")
    transaction.commit()
    path = f"toolkit/2/huiswerk/{copy.getId()}/content-checkin"
    post(site, session, path, {"change_note": NOTE})
    assert "Geheel nieuw" not in site.page(PART).text
    assert site.page(path).status_code == 404


def test_editors_see_who_changed_what_and_nobody_else_does(
    site, session, editor, wonen
):
    edit(site, session, title="Een huis", change_note=NOTE)
    edit(site, session, title="Een thuis", **{"small_correction:list": "selected"})
    path = f"{PART}/who-changed"
    rows = show(site, path, auth=editor).cssselect(".gv-row")
    assert [words(row.cssselect("strong")[0]) for row in rows[:3]] == [
        "Kleine correctie",
        "Veranderd voor de lezer",
        "Gepubliceerd",
    ]
    assert NOTE in words(rows[1])
    assert editor[0] in words(rows[1])
    assert NOTE not in site.page(path).text


@pytest.mark.parametrize("path", ["toolkit", "toolkit/2"])
def test_reader_is_led_to_what_changed(site, path):
    links = show(site, path).cssselect(".gv-pagehead a")
    (link,) = [link for link in links if words(link) == "Wat er veranderde"]
    assert link.get("href") == f"{site.url}/toolkit/changes"


def test_feed_is_found_from_the_toolkit_and_a_previous_edition_leads_to_no_changes(
    site,
):
    (feed,) = show(site, "toolkit").cssselect("link[type='application/atom+xml']")
    assert feed.get("href") == f"{site.url}/toolkit/changes.atom"
    previous = show(site, "toolkit/1").cssselect(".gv-pagehead a")
    assert "Wat er veranderde" not in [words(link) for link in previous]
