"""The editor's pages about checks, and what readers see of them."""

from datetime import timedelta
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.new_edition import start_edition
from lxml import html
from plone import api
from toolkit_pages import show
from toolkit_pages import words

import pytest
import requests
import transaction


PART = "toolkit/2/huiswerk/wonen"
ADDENDUM = "toolkit/2/ongeneeslijk-ziek"
QUEUE = "toolkit/ten-minutes"
OVERDUE = "een tijd niet nagekeken"


def let_fall_due(part, days=1):
    """Let the check of something fall due some days ago."""
    part.check_interval = "12"
    part.checked_on = today_in_belgium() - timedelta(days=366 + days)
    part.reindexObject(idxs=["getId"])
    transaction.commit()


@pytest.fixture
def part(site):
    """A part of which the check fell due."""
    found = site.portal.unrestrictedTraverse(PART)
    let_fall_due(found)
    return found


class Browser:
    """Somebody who is logged in, and presses the buttons of a page."""

    def __init__(self, site, auth):
        self.site, self.session = site, requests.Session()
        self.session.auth = auth

    def open(self, path):
        """Return a page."""
        url = path if path.startswith("http") else f"{self.site.url}/{path}"
        answer = self.session.get(url, timeout=60)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text, base_url=url)

    def press(self, page, act, **values):
        """Send the form that has a button of this value; return the next page."""
        (form,) = [
            form
            for form in page.forms
            if form.xpath(f".//button[@value='{act}']") and self._fits(form, values)
        ]
        data = [*form.form_values(), ("act", act)]
        data = [(name, values.pop(name, value)) for name, value in data]
        answer = self.session.post(form.action, data=data, timeout=60)
        transaction.begin()
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text, base_url=answer.url)

    def _fits(self, form, values):
        return set(values) <= set(form.fields)


@pytest.fixture
def browser(site, editor):
    """The editor's browser."""
    return Browser(site, editor)


def head_of(page):
    """Return what the editor is asked to read first."""
    return words(page.get_element_by_id("item-title"))


def test_reader_is_told_that_a_check_is_overdue(site, part):
    assert OVERDUE in words(show(site, PART))
    assert OVERDUE not in words(show(site, "toolkit/2/huiswerk/ocmw"))


def test_reader_is_not_told_on_the_last_day(site):
    part = site.portal.unrestrictedTraverse(PART)
    part.checked_on = today_in_belgium() - timedelta(days=365)
    transaction.commit()
    assert OVERDUE not in words(show(site, PART))


def test_timeless_part_is_never_overdue(site, part):
    part.check_interval = "timeless"
    transaction.commit()
    assert OVERDUE not in words(show(site, PART))


def test_part_of_a_previous_edition_only_says_that_it_is_one(site):
    let_fall_due(site.portal.toolkit["1"].huiswerk.wonen)
    assert OVERDUE not in words(show(site, "toolkit/1/huiswerk/wonen"))


def test_addendum_is_overdue_on_its_own_page_and_in_its_part(site):
    let_fall_due(site.portal.toolkit["2"]["ongeneeslijk-ziek"])
    assert OVERDUE in words(show(site, ADDENDUM))
    page = show(site, "toolkit/2/huiswerk/gezondheidszorg")
    (section,) = page.cssselect(".gv-addendum")
    assert OVERDUE in words(section)
    assert page.cssselect(".gv-notice--attention") == section.cssselect(
        ".gv-notice--attention"
    )


def test_kept_page_forgets_the_note_at_once(site, part, browser):
    for _again in range(2):
        assert OVERDUE in words(show(site, PART))
    browser.press(browser.open(f"{PART}/check"), "checked")
    assert OVERDUE not in words(show(site, PART))


def test_overdue_part_heads_the_page_until_nothing_changed(site, part, browser):
    modified, history = part.modified(), len(part.workflow_history)
    page = browser.open(QUEUE)
    assert head_of(page) == "3.4 Wonen. Op zoek naar een eigen adres"
    page = browser.press(page, "checked")
    assert head_of(page) != "3.4 Wonen. Op zoek naar een eigen adres"
    assert part.checked_on == today_in_belgium()
    assert part.modified() == modified
    assert len(part.workflow_history) == history
    assert part.change_note is None
    (brain,) = api.content.find(UID=part.UID())
    assert brain.checked_on == part.checked_on
    assert brain.modified == modified


def test_pressing_twice_does_it_once(site, part, browser):
    page = browser.open(f"{PART}/check")
    browser.press(page, "checked")
    before = part._p_serial
    again = browser.press(page, "checked")
    assert "vandaag al nagekeken" in words(again)
    part._p_invalidate()
    assert part._p_serial == before


def test_text_that_was_changed_meanwhile_is_not_checked(site, part, browser):
    page = browser.open(QUEUE)
    day = part.checked_on
    part.setModificationDate()
    transaction.commit()
    page = browser.press(page, "checked")
    assert "Lees" in words(page)
    assert head_of(page).startswith("3.4")
    assert part.checked_on == day


def test_nothing_is_written_without_the_form_of_this_site(site, part, editor):
    answer = requests.post(
        f"{site.url}/{PART}/check",
        data={"act": "checked"},
        auth=editor,
        timeout=60,
        allow_redirects=False,
    )
    assert answer.status_code == 303
    transaction.begin()
    assert part.checked_on < today_in_belgium()


def test_form_that_names_no_act_does_nothing(site, part, browser):
    page = browser.open(f"{PART}/check")
    (token, *_others) = page.xpath("//input[@name='_authenticator']/@value")
    browser.session.post(
        f"{site.url}/{PART}/check", data={"_authenticator": token}, timeout=60
    )
    transaction.begin()
    assert part.checked_on < today_in_belgium()


def test_what_is_put_off_comes_back_when_asked(site, part, browser):
    page = browser.open(QUEUE)
    (later,) = [a for a in page.iter("a") if words(a) == "Later"]
    page = browser.open(later.get("href"))
    assert not head_of(page).startswith("3.4")
    page = browser.press(page, "checked")
    assert not head_of(page).startswith("3.4")
    (again,) = [a for a in page.iter("a") if "uitstelde" in words(a)]
    assert head_of(browser.open(again.get("href"))).startswith("3.4")


def test_responsible_editor_is_chosen_and_comes_first(site, part, browser, editor):
    user = api.user.get(username=editor[0])
    page = browser.open(f"{PART}/check")
    page = browser.press(page, "responsible", responsible=user.getId())
    (chosen,) = page.xpath("//option[@selected]")
    assert chosen.get("value") == user.getId()
    kept = keepers_of(site.portal, thread_of(part))
    assert kept.responsible == user.getId()


def test_what_others_look_after_comes_after_ones_own(site, part, browser):
    other = api.user.create(email="ander@example.org", username="ander@example.org")
    api.group.add_user(groupname="toolkit-editors", username=other.getId())
    make_responsible(site.portal, thread_of(part), other.getId())
    transaction.commit()
    page = browser.open(QUEUE)
    assert not head_of(page).startswith("3.4")
    assert "3.4" in words(page.get_element_by_id("due-title").getparent())


def test_nobody_else_can_be_made_responsible(site, part, browser):
    page = browser.open(f"{PART}/check")
    browser.press(page, "responsible", responsible="iemand")
    assert keepers_of(site.portal, thread_of(part)).responsible == ""


@pytest.mark.parametrize(
    "path", [QUEUE, f"{QUEUE}?later:int=3", f"{PART}/check", f"{ADDENDUM}/check"]
)
def test_pages_are_the_editors(site, part, editor, path):
    assert site.page(path).status_code in (302, 401, 404)
    assert site.page(path, auth=editor).status_code == 200


def test_editors_find_the_way_from_the_toolkit(site, part, editor):
    assert "/ten-minutes" in site.page("toolkit", auth=editor).text
    assert "/ten-minutes" not in site.page("toolkit").text


def test_check_over_rest(site, part, editor):
    answer = site.json(f"{PART}/@checked", "POST", auth=editor, json={})
    assert answer.status_code == 200
    assert answer.json()["standing"] == "fresh"
    transaction.begin()
    assert part.checked_on == today_in_belgium()


@pytest.mark.parametrize(
    ("body", "status"),
    [({"modified": 3}, 400), ([], 400), ({"modified": "2001-01-01T00:00:00"}, 409)],
)
def test_rest_refuses_and_writes_nothing(site, part, editor, body, status):
    answer = site.json(f"{PART}/@checked", "POST", auth=editor, json=body)
    assert answer.status_code == status, answer.text
    transaction.begin()
    assert part.checked_on < today_in_belgium()


def test_rest_knows_the_text_by_its_modification(site, part, editor):
    modified = site.json(PART, auth=editor).json()["modified"]
    body = {"modified": modified}
    answer = site.json(f"{PART}/@checked", "POST", auth=editor, json=body)
    assert answer.status_code == 200, answer.text


def test_archived_part_is_not_checked(site, part, editor):
    api.content.transition(part, "archive")
    transaction.commit()
    answer = site.json(f"{PART}/@checked", "POST", auth=editor, json={})
    assert answer.status_code == 409


def test_part_of_a_previous_edition_is_not_checked(site, editor):
    older, path = site.portal.toolkit["1"].huiswerk.wonen, "toolkit/1/huiswerk/wonen"
    kept = keepers_of(site.portal, thread_of(older))
    answer = site.json(f"{path}/@checked", "POST", auth=editor, json={})
    assert answer.status_code == 409
    assert "oude editie" in answer.json()["message"]
    assert site.page(f"{path}/check", auth=editor).status_code == 404
    url = f"{site.url}/{path}/check"
    sent = requests.post(url, data={"act": "checked"}, auth=editor, timeout=60)
    assert sent.status_code == 404
    transaction.begin()
    assert older.checked_on is None
    assert keepers_of(site.portal, thread_of(older)) == kept


def test_part_of_an_edition_in_preparation_is_checked(site, editor):
    with api.env.adopt_roles(["Manager"]):
        edition = start_edition(site.portal.toolkit["2"], "Editie 3")
    transaction.commit()
    path = "toolkit/3/huiswerk/wonen"
    answer = site.json(f"{path}/@checked", "POST", auth=editor, json={})
    assert answer.status_code == 200
    assert site.page(f"{path}/check", auth=editor).status_code == 200
    transaction.begin()
    assert edition.huiswerk.wonen.checked_on == today_in_belgium()


def test_visitor_cannot_check_over_rest(site, part):
    answer = site.json(f"{PART}/@checked", "POST", json={})
    assert answer.status_code == 401
    transaction.begin()
    assert part.checked_on < today_in_belgium()
