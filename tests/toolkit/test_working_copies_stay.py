"""A working copy goes no way of its own: it takes the place of its original."""

from gastvrij.toolkit import subscribers
from lxml import html
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy

import pytest
import requests
import transaction


ORIGINALS = {
    "part": "toolkit/2/huiswerk/wonen",
    "addendum": "toolkit/2/ongeneeslijk-ziek",
    "chapter": "toolkit/2/rol",
}
SENTENCE = "Zet de kopie online"


@pytest.fixture
def copies(site, editor):
    """A working copy of each kind, made by an editor."""
    made = {}
    with api.env.adopt_user(username=editor[0]):
        for kind, path in ORIGINALS.items():
            original = site.portal.unrestrictedTraverse(path)
            policy = ICheckinCheckoutPolicy(original)
            made[kind] = policy.checkout(original.aq_parent)
    transaction.commit()
    return made


@pytest.fixture
def browser(editor):
    """The editor's session."""
    session = requests.Session()
    session.auth = editor
    return session


def path_of(site, content):
    return content.absolute_url().removeprefix(f"{site.portal.absolute_url()}/")


def state_of(content):
    transaction.begin()
    return api.content.get_state(content), content.effective_date


@pytest.mark.parametrize("transition", ["submit", "publish"])
def test_no_service_lets_it_go(site, editor, copies, transition):
    for copy in copies.values():
        path = f"{path_of(site, copy)}/@workflow/{transition}"
        answer = site.json(path, "POST", auth=editor)
        assert answer.status_code == 400
        assert SENTENCE in answer.json()["error"]["message"]
        assert state_of(copy) == ("draft", None)


def test_no_page_lets_it_go(site, browser, copies):
    for copy in copies.values():
        page = html.fromstring(browser.get(f"{site.url}/{path_of(site, copy)}").text)
        for transition in ("submit", "publish"):
            wanted = f"//a[contains(@href, 'workflow_action={transition}')]/@href"
            (link,) = page.xpath(wanted)
            assert SENTENCE in browser.get(link, timeout=60).text
            assert state_of(copy) == ("draft", None)


def test_no_list_of_contents_lets_it_go(site, browser, copies):
    page = html.fromstring(browser.get(f"{site.url}/toolkit/new-edition").text)
    token = page.xpath("//input[@name='_authenticator']/@value")[0]
    copy = copies["part"]
    chosen = {"selection": f'["{copy.UID()}"]', "transition": "publish"}
    answer = browser.post(
        f"{site.url}/toolkit/2/huiswerk/@@fc-workflow",
        data={"_authenticator": token, **chosen},
        timeout=60,
    )
    assert answer.json()["status"] == "warning"
    assert state_of(copy) == ("draft", None)


def test_what_went_its_own_way_before_comes_back_to_be_a_draft(site, copies):
    workflow = api.portal.get_tool("portal_workflow")
    copy, name = copies["part"], "toolkit_part_workflow"
    for state, transition in (("published", "send_back"), ("archived", "restore")):
        status = {**workflow.getStatusOf(name, copy), "review_state": state}
        workflow.setStatusOf(name, copy, status)
        api.content.transition(copy, transition)
        assert api.content.get_state(copy) == "draft"


def test_readers_would_find_it_beside_its_original(site, editor, copies, monkeypatch):
    monkeypatch.setattr(subscribers, "TO_OTHERS", ())
    path = path_of(site, copies["part"])
    assert site.page(path).status_code == 404
    site.json(f"{path}/@workflow/publish", "POST", auth=editor)
    assert site.page(path).status_code == 200
