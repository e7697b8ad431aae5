"""Secrets in applications and in what groups' people asked: who may not, finds none."""

from channels import services_of
from channels import site_request
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from gastvrij.links.ledger import issue
from gastvrij.mail.outbox import letters_of
from gastvrij.membership import drafts
from gastvrij.membership.letter_parts import STATUS
from planting_applications import ALL
from planting_applications import BOARD_SEES
from planting_applications import IN_ASKED
from planting_applications import IN_CASE_NOTES
from planting_applications import IN_EARLY
from planting_applications import IN_HALF
from planting_applications import IN_LATE
from planting_applications import IN_REMARK
from planting_applications import IN_UNCONFIRMED
from planting_applications import plant_applications
from plone import api
from test_guard import shape
from test_guard import statuses
from test_guard import stock_addresses
from test_planted_files import OUTSIDERS
from test_planted_secrets import addresses_below
from test_planted_secrets import answers
from test_planted_secrets import found
from test_planted_secrets import holding
from test_planted_secrets import HTML
from test_planted_secrets import JSON
from test_planted_secrets import listed  # noqa: F401, a fixture
from test_planted_secrets import LISTING
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

APPLICATIONS = "portal_type=MembershipApplication"
PROVIDES = "object_provides=gastvrij.membership.application.IMembershipApplication"
# in these Manager finds something that was planted
TELLING_JSON = (
    "/lid-worden?fullobjects=1",
    "/lid-worden/@applications",
    f"/@search?{APPLICATIONS}&fullobjects=1",
    f"/@search?{APPLICATIONS}&fullobjects=1&metadata_fields=_all",
    f"/lid-worden/@search?{APPLICATIONS}&fullobjects=1",
    "/@search?portal_type=InternalNotes&fullobjects=1",
    "/@search?id=notities&fullobjects=1",
    "/@search?Title=Aanvraag&fullobjects=1",
    "/@search?review_state=unconfirmed&fullobjects=1",
    "/@search?review_state=submitted&fullobjects=1",
    "/@search?review_state=waiting_for_applicant&fullobjects=1",
    "/@search?review_state=ready_for_board&fullobjects=1",
    "/@search?review_state=rejected&fullobjects=1",
    "/@search?review_state=approved&fullobjects=1",
    "/@search?path.query=/plone/lid-worden&path.depth=2&fullobjects=1",
    f"/@search?{PROVIDES}&fullobjects=1",
    "/@desk",
    "/groepen/@groups",
    "/@users",
    "/@vocabularies/plone.app.vocabularies.Users",
)
TELLING_PAGES = (
    "/lid-worden/applications",
    "/lid-worden/board",
    "/lid-worden/board-sheet",
    "/desk",
    "/outbox",
    "/groepen/herberg/people",
    "/groepen/herberg/change-requests",
)
# and of one application in each state
TELLING_BELOW = (("{case}", JSON), ("{case}", HTML), ("{case}/notities", JSON))
# these tell nothing, or little
OTHER_JSON = (
    "/lid-worden",
    "/lid-worden?expand=breadcrumbs,contextnavigation,navigation,actions,types",
    "/lid-worden/@history",
    "/lid-worden/@sharing",
    "/lid-worden/@contextnavigation?expand.contextnavigation.bottomLevel=4",
    "/lid-worden/@navigation?expand.navigation.depth=4",
    "/lid-worden/@application-status?token=x",
    f"/@search?SearchableText={IN_EARLY}&metadata_fields=_all",
    f"/@search?SearchableText={IN_LATE}&metadata_fields=_all",
    f"/@search?Title={IN_EARLY}*&metadata_fields=_all",
    f"/@search?Description={IN_REMARK}",
    f"/@search?{APPLICATIONS}&metadata_fields=_all",
    "/groepen/@groups-geojson",
    f"/groepen/@groups?q={IN_LATE}",
    "/groepen/herberg",
    "/groepen/herberg/dossier",
    "/groepen/herberg/@history",
    f"/@vocabularies/plone.app.vocabularies.Users?title={IN_LATE}",
)
OTHER_PAGES = (
    "/lid-worden",
    "/lid-worden/apply",
    "/lid-worden/apply?token=x",
    "/lid-worden/status?token=x",
    "/lid-worden/confirm?token=x",
    "/lid-worden/sent",
    "/lid-worden/paper-form",
    "/lid-worden/on-paper",
    "/lid-worden/rss.xml",
    "/lid-worden/atom.xml",
    "/lid-worden/folder_contents",
    "/lid-worden/@@fc-contextInfo",
    "/lid-worden/listing_view",
    "/lid-worden/full_view",
    "/lid-worden/contentIds",
    "/lid-worden/getFolderContents",
    "/groepen/herberg",
    "/groepen/map",
    "/groepen/export",
    "/person-data",
    "/due-tasks",
    "/sitemap",
    "/sitemap.xml.gz",
    "/@@search?SearchableText=windorgel",
    "/@@updated_search?SearchableText=windorgel",
)
OTHER_BELOW = (
    ("{case}?expand=breadcrumbs,navigation,actions,types,workflow", JSON),
    ("{case}/@history", JSON),
    ("{case}/@workflow", JSON),
    ("{case}/motivation", HTML),
    ("{case}/log", HTML),
    ("{case}/board_remarks", HTML),
    ("{case}/edit", HTML),
    ("{case}/@@download/scan", HTML),
    ("{case}/@@historyview", HTML),
    ("{case}/@@edit/++widget++motivation/@@ploneform-render-widget", HTML),
)
TELLING = [(a, JSON) for a in TELLING_JSON] + [(a, HTML) for a in TELLING_PAGES]
OTHER = [(a, JSON) for a in OTHER_JSON] + [(a, HTML) for a in OTHER_PAGES]
LOOKED_INTO = (
    "unconfirmed",
    "submitted",
    "waiting_for_applicant",
    "ready_for_board",
    "rejected",
    "approved",
)


filled_layer, functional = filled_once(plant_applications, "Applications", "module")


def cases_of(site):
    """Return the addresses of the applications, by their states."""
    desk = site.portal["lid-worden"]
    made = desk.contentValues(filter={"portal_type": "MembershipApplication"})
    return {api.content.get_state(e): f"/lid-worden/{e.getId()}" for e in made}


def below(site, channels, states=LOOKED_INTO):
    """Return channels of the applications in some states."""
    cases = cases_of(site)
    return [(a.format(case=cases[s]), h) for s in states for a, h in channels]


def channels_of(site, states=LOOKED_INTO):
    """Return all channels in which something could be found."""
    others = below(site, OTHER_BELOW, ("waiting_for_applicant",))
    return [*TELLING, *OTHER, *below(site, TELLING_BELOW, states), *others]


def test_manager_finds_them_so_they_are_there(listed):  # noqa: F811
    channels = [*TELLING, *below(listed, TELLING_BELOW)]
    told = answers(listed, channels, "manager")
    assert holding(told, *ALL) == [address for address, headers in channels]
    for word in (IN_EARLY, IN_LATE, IN_UNCONFIRMED, IN_REMARK, IN_CASE_NOTES):
        assert holding(told, word)
    assert TELLING[-1][0] in holding(told, IN_ASKED)


@pytest.mark.parametrize("who", [*OUTSIDERS, "keeper"])
def test_nobody_outside_finds_anything(listed, who):  # noqa: F811
    channels = channels_of(listed)
    assert len(channels) > 80
    assert found(listed, channels, who, *ALL) == []


def test_nobody_outside_finds_anything_in_other_lists(listed):  # noqa: F811
    assert found(listed, LISTING, "visitor", *ALL) == []


def test_board_finds_nothing_of_what_is_not_ready(listed):  # noqa: F811
    hidden = (IN_EARLY, IN_UNCONFIRMED, IN_CASE_NOTES, IN_HALF)
    channels = channels_of(listed, tuple(cases_of(listed)))
    assert found(listed, channels, "board", *hidden) == []
    cases = cases_of(listed)
    for state, case in cases.items():
        assert bool(found(listed, [(case, JSON)], "board", IN_LATE)) is (
            state in BOARD_SEES
        )


def test_secretariat_sees_of_the_unconfirmed_no_more_than_the_name(
    listed,  # noqa: F811
):
    # whom a letter could not reach the outbox tells, whatever the letter was
    told = [(a, h) for a, h in channels_of(listed) if a != "/outbox"]
    assert found(listed, told, "secretary", IN_UNCONFIRMED, IN_HALF) == []
    assert found(listed, [("/lid-worden/applications", HTML)], "secretary", IN_EARLY)


def test_no_view_or_service_of_the_desk_tells_of_applications(listed):  # noqa: F811
    channels = addresses_below(listed, "/lid-worden")
    assert len(channels) > 250
    assert found(listed, channels, "visitor", *ALL) == []


def token_for(site, purpose, thing):
    """Return a one-click link's token, as a letter has it."""
    lasting, now = timedelta(days=1), datetime.now(UTC)
    token = issue(site.portal, purpose, thing, now, lasting, single=False)
    transaction.commit()
    return token


def test_who_applied_reads_only_what_is_for_them(site):
    cases = cases_of(site)
    for state, other in (("waiting_for_applicant", IN_LATE), ("rejected", IN_EARLY)):
        own = {IN_LATE, IN_EARLY} - {other}
        token = token_for(site, STATUS, site.at(cases[state]).UID())
        channels = [
            (f"/lid-worden/status?token={token}", HTML),
            (f"/lid-worden/@application-status?token={token}", JSON),
        ]
        assert found(site, channels, "visitor", *own) == [a for a, h in channels]
        others = set(ALL) - own
        assert found(site, channels, "visitor", *others) == []
        assert statuses(site, [cases[state]], "visitor") == {}


def test_who_began_a_form_finds_it_again_and_nobody_else(site):
    (draft_id,) = IAnnotations(site.portal["lid-worden"])[drafts.DRAFTS]
    token = token_for(site, drafts.PURPOSE, draft_id)
    own = f"/lid-worden/apply?token={token}"
    assert found(site, [(own, HTML)], "visitor", IN_HALF) == [own]
    assert found(site, [(own[:-1], HTML)], "visitor", IN_HALF) == []


def in_full(letter):
    """Return all words of a letter, also those that stand in for others."""
    parts = (letter.to, letter.reply_to, letter.subject, *letter.body)
    return " ".join(f"{part!r} {getattr(part, 'mapping', '')}" for part in parts)


def test_letters_hold_nothing_of_notes_remarks_and_half_filled_forms(site):
    told = [in_full(record.letter) for _id, record in letters_of(site.portal)]
    assert any(IN_LATE in letter for letter in told)
    for word in (IN_REMARK, IN_CASE_NOTES, IN_HALF):
        assert [letter for letter in told if word in letter] == []


NEVER = "0" * 32


@pytest.mark.parametrize(
    ("who", "states"),
    [
        *((who, ("unconfirmed", "approved")) for who in ("visitor", "member")),
        *((who, ("ready_for_board",)) for who in ("contact", "stock_editor")),
        ("board", ("unconfirmed", "waiting_for_applicant")),
        ("secretary", ("unconfirmed",)),
    ],
)
@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_application_answers_as_a_name_that_never_was(site, who, states, headers):
    cases = cases_of(site)
    for state in states:
        name = cases[state].rpartition("/")[2]
        uid = site.at(cases[state]).UID()
        for address, known in (
            ("/lid-worden/{}", name),
            ("/lid-worden/{}/notities", name),
            ("/lid-worden/{}/@history", name),
            ("/lid-worden/{}/@@download/scan", name),
            ("/lid-worden/resolveuid/{}", uid),
        ):
            told, never = (
                shape(site.ask(address.format(each), who, headers=headers), each)
                for each in (known, NEVER)
            )
            assert told[0] == 404, (state, address)
            assert told == never, (state, address)


def test_every_address_below_an_application_is_not_found(site):
    case = cases_of(site)["submitted"]
    addresses = stock_addresses(site, case)
    assert len(addresses) > 250
    assert statuses(site, addresses, "visitor") == {}
    services = services_of(site.at(case), site_request())
    answers = {
        (method, name): site.ask(f"{case}/{name}", "visitor", method, headers=JSON)
        for method, name in services
    }
    assert len(services) > 40
    assert {k: a.status_code for k, a in answers.items() if a.status_code != 404} == {}


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "DELETE", "MOVE"])
@pytest.mark.parametrize("who", ["visitor", "member", "contact", "stock_editor"])
def test_no_method_tells_or_changes_an_application(site, who, method):
    case = cases_of(site)["ready_for_board"]
    before = site.at(case)._p_serial
    answer = site.ask(case, who, method, headers=JSON, json={"group_name": "mallory"})
    transaction.begin()
    assert answer.status_code == 404
    assert site.at(case).group_name.startswith(IN_LATE)
    assert site.at(case)._p_serial == before
