"""No side door tells of an application: histories, feeds, queries and locks."""

from applications import make_application
from applications import NOW
from gastvrij.membership.remarks import remark
from gastvrij.membership.review import note
from plone import api

import json
import pytest
import transaction


pytestmark = pytest.mark.unmeasured

NOTE = "Geheim-notitie"
REMARK = "Geheim-opmerking"
STORY = "Geheim-verhaal"
NAME = "Geheim-groep"
SECRETS = (NOTE, REMARK, STORY, NAME)

BELOW = (
    "",
    "/view",
    "/@@view",
    "/@history",
    "/@history/0",
    "/@@historyview",
    "/@@content-history",
    "/@aliases",
    "/@lock",
    "/@breadcrumbs",
    "/@navigation",
    "/@actions",
    "/@workflow",
    "/@sharing",
    "/@types",
    "/@relations",
    "/@contextnavigation",
    "/folder_contents",
    "/@@sharing",
    "/@@download/scan",
    "/edit",
    "/RSS",
    "/atom.xml",
    "/notities",
    "/notities/@history",
    "/notities/@aliases",
    "/notities/@lock",
)
ABOVE = (
    "/sitemap",
    "/sitemap.xml.gz",
    "/RSS",
    "/lid-worden/RSS",
    "/lid-worden/rss.xml",
    "/lid-worden/atom.xml",
    "/lid-worden/search_rss",
    "/@@search?SearchableText=Geheim",
    "/@@search?SearchableText=Geheim&portal_type=MembershipApplication",
    "/@@updated_search?SearchableText=Geheim",
    "/lid-worden/folder_contents",
    "/lid-worden/@@getVocabulary?name=plone.app.vocabularies.Catalog",
)
ASKED = (
    "/@search?SearchableText=Geheim&fullobjects=1",
    "/lid-worden/@search?fullobjects=1&metadata_fields=_all",
    "/@aliases",
    "/lid-worden/@navigation?expand.navigation.depth=5",
    "/lid-worden?fullobjects=1&expand=actions,history,workflow",
    "/@vocabularies/plone.app.vocabularies.Catalog",
    "/@recent",
)
QUERY = {
    "query": [
        {
            "i": "portal_type",
            "o": "plone.app.querystring.operation.selection.any",
            "v": ["MembershipApplication", "InternalNotes"],
        }
    ],
    "fullobjects": True,
    "metadata_fields": "_all",
}


def plant(desk, state):
    """Make an application in a state whose every private place has a secret."""
    application = make_application(
        desk.portal, state, motivation=STORY, group_name=NAME
    )
    with api.env.adopt_roles(["Manager"]):
        note(application, "An", NOTE, NOW)
        remark(application, "bestuur", "Bert", "discuss", REMARK, NOW)
    transaction.commit()
    return application


def answers(desk, who, application):
    """Return the channel and the answer of each."""
    path = f"/lid-worden/{application.getId()}"
    for below in BELOW:
        for ask in (desk.ask, desk.rest):
            yield below, ask(who, "GET", path + below)
    yield "lock", desk.rest(who, "POST", f"{path}/@lock")
    yield "querystring", desk.rest(who, "POST", "/@querystring-search", QUERY)
    yield "uid", desk.rest(who, "GET", f"/resolveuid/{application.UID()}")
    yield "linked", desk.ask(who, "GET", f"/@@resolveuid/{application.UID()}")
    for above in ABOVE:
        yield above, desk.ask(who, "GET", above)
    for above in ASKED:
        yield above, desk.rest(who, "GET", above)
    query = json.dumps(QUERY)
    yield "query", desk.rest(who, "GET", f"/@querystring-search?query={query}")


def found(desk, who, application, secrets):
    """Return which channels tell one of some secrets to somebody."""
    return {
        (channel, secret)
        for channel, answer in answers(desk, who, application)
        for secret in secrets
        if secret in answer.text
    }


@pytest.mark.parametrize("who", ["visitor", "member", "board"])
def test_no_channel_tells_of_an_application_before_the_board_has_it(desk, who):
    application = plant(desk, "in_review")
    assert found(desk, who, application, SECRETS) == set()


def test_board_reads_no_internal_note_of_what_is_before_it(desk):
    application = plant(desk, "ready_for_board")
    assert found(desk, "board", application, (NOTE,)) == set()
    # the control: the same look finds what the board may read
    assert found(desk, "board", application, (REMARK, STORY)) != set()


@pytest.mark.parametrize("who", ["visitor", "member"])
def test_others_read_nothing_of_what_is_before_the_board(desk, who):
    application = plant(desk, "ready_for_board")
    assert found(desk, who, application, SECRETS) == set()


def test_secretariat_finds_the_note_by_the_same_look(desk):
    """The control: the note is there to be found."""
    application = plant(desk, "in_review")
    told = found(desk, "secretariat", application, (NOTE,))
    assert ("", NOTE) in told
