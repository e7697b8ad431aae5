"""A new edition on the running site: started, decided about, published, read."""

from DateTime import DateTime
from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.addenda_decisions import decisions
from gastvrij.toolkit.addenda_decisions import undecided
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import waiting
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.flags import flags_of
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import thread_of
from plone import api
from toolkit_content import relation
from toolkit_content import rich
from toolkit_pages import show
from toolkit_pages import words

import pytest
import requests
import transaction


def open_form(site, path, editor, position=0):
    """Return a session and what the form on a page sends by itself."""
    session = requests.Session()
    session.auth = editor
    tree = show(site, path, auth=editor)
    form = tree.cssselect("form[method=post].gv-form, form[method=post].gv-actions")
    fields = form[position].cssselect("input[name]:not([type=checkbox])")
    sent = {field.get("name"): field.get("value", "") for field in fields}
    return session, sent


def post(site, path, session, sent):
    answer = session.post(f"{site.url}/{path}", sent, timeout=60, allow_redirects=False)
    transaction.begin()
    return answer


def start(site, editor):
    session, sent = open_form(site, "toolkit/new-edition", editor)
    return post(site, "toolkit/new-edition", session, sent | {"save": "1"})


def find_ready(site, editor):
    """Tick everything that is a draft."""
    tree = show(site, "toolkit/3/preparation", auth=editor)
    boxes = tree.cssselect("input[name=ready]")
    token = tree.cssselect("input[name=_authenticator]")[0].get("value")
    sent = {"_authenticator": token, "ready": [box.get("value") for box in boxes]}
    session = requests.Session()
    session.auth = editor
    return post(site, "toolkit/3/preparation", session, sent)


def decide_on(site, editor, outcome):
    session, sent = open_form(site, "toolkit/3/preparation", editor)
    return post(site, "toolkit/3/preparation", session, sent | {"outcome": outcome})


def publish(site, editor):
    path = "toolkit/3/preparation"
    tree = show(site, path, auth=editor)
    token = tree.cssselect("input[name=_authenticator]")[0].get("value")
    session = requests.Session()
    session.auth = editor
    sent = {"_authenticator": token, "workflow_action": "publish"}
    return post(site, "toolkit/3/content_status_modify", session, sent)


def state(site, number):
    return api.content.get_state(site.portal.toolkit[number])


def test_pressing_twice_starts_one_edition(site, editor):
    session, sent = open_form(site, "toolkit/new-edition", editor)
    for _again in range(2):
        answer = post(site, "toolkit/new-edition", session, sent | {"save": "1"})
        assert answer.headers["Location"] == f"{site.url}/toolkit/3/preparation"
    assert site.portal.toolkit.objectIds() == ["1", "2", "3"]
    api.content.delete(site.portal.toolkit["3"])
    transaction.commit()
    answer = post(site, "toolkit/new-edition", session, sent | {"save": "1"})
    assert answer.headers["Location"] == f"{site.url}/toolkit/3/preparation"


def test_while_an_edition_is_in_preparation_no_other_is_started(site, editor):
    start(site, editor)
    tree = show(site, "toolkit/new-edition", auth=editor)
    assert tree.cssselect("form.gv-form") == []
    assert tree.cssselect(".gv-notice a")[0].get("href").endswith("3/preparation")


def test_title_that_is_not_right_is_told_and_nothing_is_made(site, editor):
    session, sent = open_form(site, "toolkit/new-edition", editor)
    sent |= {"title": "", "year": "ooit", "save": "1"}
    answer = post(site, "toolkit/new-edition", session, sent)
    assert answer.status_code == 200
    assert "ooit" in answer.text
    assert "gv-error" in answer.text
    assert "3" not in site.portal.toolkit


@pytest.mark.parametrize("sent", [{}, {"_authenticator": "x", "title": "Drie"}])
def test_without_the_token_of_the_page_nothing_is_made(site, editor, sent):
    session = requests.Session()
    session.auth = editor
    post(site, "toolkit/new-edition", session, sent)
    assert "3" not in site.portal.toolkit


def test_looking_makes_nothing(site, editor):
    show(site, "toolkit/new-edition", auth=editor)
    transaction.begin()
    assert site.portal.toolkit.objectIds() == ["1", "2"]


@pytest.mark.parametrize("path", ["toolkit/new-edition", "toolkit/3/preparation"])
def test_pages_are_not_for_readers(site, editor, path):
    start(site, editor)
    assert site.page(path).status_code in (302, 401, 404)
    assert "editie 3" not in site.page(path).text


def test_library_and_edition_lead_editors_on(site, editor):
    (way,) = show(site, "toolkit", auth=editor).cssselect(".gv-editors-note a")
    assert way.get("href") == f"{site.url}/toolkit/new-edition"
    start(site, editor)
    tree = show(site, "toolkit/3", auth=editor)
    (way,) = tree.cssselect(".gv-editors-note a")
    assert way.get("href") == f"{site.url}/toolkit/3/preparation"
    (note,) = tree.cssselect(".gv-editors-note")
    assert "9" in words(note)
    assert show(site, "toolkit").cssselect(".gv-editors-note") == []


def test_plones_menu_and_rest_refuse_what_is_not_ready(site, editor):
    start(site, editor)
    publish(site, editor)
    assert (state(site, "2"), state(site, "3")) == ("current", "in_preparation")
    answer = site.json("toolkit/3/@workflow/publish", "POST", auth=editor)
    transaction.begin()
    assert answer.status_code == 400
    assert "Gezondheidszorg" in answer.text
    assert "Ongeneeslijk ziek zijn" in answer.text
    assert (state(site, "2"), state(site, "3")) == ("current", "in_preparation")


@pytest.fixture
def handbook(site):
    """Edition 2: two addenda; and one part with a keeper, a doubt and an example."""
    handbook = site.portal.toolkit["2"]
    part = handbook.huiswerk.gezondheidszorg
    second = api.content.create(
        handbook,
        "ToolkitAddendum",
        "gas",
        title="Gas in huis",
        supplements=relation(handbook.huiswerk.wonen),
        text=rich("<p>Gas is gevaarlijk.</p>"),
    )
    api.content.transition(second, "publish")
    make_responsible(site.portal, thread_of(part), "els")
    now = datetime.now(UTC)
    doubt(site.portal, part, ("eerst-dit", "Eerst dit"), "law", "", now)
    example = offer(site.portal, part, "Wij gingen mee.", "", "jan", now)
    accept(site.portal, part, example.id)
    transaction.commit()
    return handbook


def found_by(site, words_asked):
    """Return the addresses that the search page and the service give."""
    query = f"?q={words_asked}"
    items = site.json(f"toolkit/@toolkit-search{query}").json()["items"]
    hits = show(site, f"toolkit/search{query}").cssselect(".gv-hits a.gv-part-title")
    return {item["@id"] for item in items}, {hit.get("href") for hit in hits}


def test_edition_3_is_started_changed_decided_and_read(site, handbook, editor):
    old_part = handbook.huiswerk.gezondheidszorg
    start(site, editor)
    new = site.portal.toolkit["3"]
    part = new.huiswerk.gezondheidszorg
    path = "toolkit/3/huiswerk/gezondheidszorg"
    answer = site.json(path, "PATCH", auth=editor, json={"title": "Gezond blijven"})
    assert answer.status_code == 204
    # one decision at a time: the one after the first is about the other addendum
    assert decide_on(site, editor, "carried").status_code == 303
    assert [each.Title() for each in undecided(new)] == ["Gas in huis"]
    publish(site, editor)
    assert state(site, "3") == "in_preparation"
    assert decide_on(site, editor, "merged").status_code == 303
    assert find_ready(site, editor).status_code == 303
    assert site.page(path).status_code == 404
    # the example is offered again: editors can refuse it for this edition
    assert [each.text for each in waiting(site.portal, part)] == ["Wij gingen mee."]
    publish(site, editor)
    assert (state(site, "2"), state(site, "3")) == ("previous", "current")
    assert [each.outcome for each in decisions(new)] == ["carried", "merged"]
    assert [each.title for each in contents(new).addenda] == ["Ongeneeslijk ziek zijn"]
    # readers of the old part are led to the new one, whatever it is called
    old = show(site, "toolkit/2/huiswerk/gezondheidszorg")
    (banner,) = old.cssselect(".gv-notice--attention a")
    assert words(banner) == "3.6 Gezond blijven"
    assert banner.get("href") == part.absolute_url()
    assert site.page(path).status_code == 200
    assert site.json("toolkit/3/3.6").headers["Location"] == part.absolute_url()
    # what editors know of a part goes on with it, and so does its example
    assert keepers_of(site.portal, thread_of(part)).responsible == "els"
    assert len(flags_of(site.portal, thread_of(part))) == 1
    for each in (old_part, part):
        assert [e.text for e in shown(site.portal, each)] == ["Wij gingen mee."]
    for word in ("gezond", "huis", "ongeneeslijk"):
        in_service, on_page = found_by(site, word)
        assert in_service
        assert in_service <= on_page
        assert all(f"{site.url}/toolkit/3" in url for url in in_service | on_page)


def overtaken_titles(site, editor):
    tree = show(site, "toolkit/3/preparation", auth=editor)
    return [
        words(a) for a in tree.cssselect("#preparation-overtaken ~ ul .gv-row-title")
    ]


def test_what_changes_meanwhile_in_the_current_edition_is_to_be_taken_over(
    site, editor
):
    start(site, editor)
    assert overtaken_titles(site, editor) == []
    wonen = site.portal.toolkit["2"].huiswerk.wonen
    wonen.text = rich("<p>Een nieuw bedrag.</p>")
    wonen.setModificationDate(DateTime() + 1)
    wonen.reindexObject()
    transaction.commit()
    title = "3.4 Wonen. Op zoek naar een eigen adres"
    assert overtaken_titles(site, editor) == [title]
    session, sent = open_form(site, "toolkit/3/preparation", editor)
    taken = {"_authenticator": sent["_authenticator"], "taken": wonen.UID()}
    assert post(site, "toolkit/3/preparation", session, taken).status_code == 303
    assert overtaken_titles(site, editor) == []
    wonen.setModificationDate(DateTime() + 2)
    wonen.reindexObject()
    transaction.commit()
    assert overtaken_titles(site, editor) == [title]


def test_part_of_which_there_is_no_copy_is_told_too(site, editor):
    start(site, editor)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(site.portal.toolkit["3"].huiswerk.wonen)
        wonen = site.portal.toolkit["2"].huiswerk.wonen
        wonen.setModificationDate(DateTime() + 1)
        wonen.reindexObject()
    transaction.commit()
    tree = show(site, "toolkit/3/preparation", auth=editor)
    (row,) = tree.cssselect("#preparation-overtaken ~ ul .gv-row")
    assert "Dit onderdeel staat niet in deze editie." in words(row)
    assert overtaken_titles(site, editor) == ["3.4 Wonen. Op zoek naar een eigen adres"]
