"""Secrets in the private files of groups: who may not read them finds them nowhere."""

from planting import SECRET
from planting_files import GROUPS
from planting_files import HERBERG
from planting_files import IN_FILE
from planting_files import IN_NOTES
from test_guard import shape
from test_planted_secrets import addresses_below
from test_planted_secrets import found
from test_planted_secrets import HTML
from test_planted_secrets import JSON
from test_planted_secrets import listed  # noqa: F401, a fixture
from test_planted_secrets import LISTING
from test_planted_secrets import SILENT

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

# who finds neither: the contact person keeps another group
OUTSIDERS = ("visitor", "member", "contact", "editor", "coordinator", "stock_editor")

FULL = "portal_type={}&fullobjects=1"
ALL_FULL = f"/@search?{FULL.format('MemberFile')}"
# in these Manager finds what the file holds
TELLING = (
    f"/groepen/{HERBERG}/dossier",
    f"/groepen/{HERBERG}/dossier?expand=breadcrumbs,navigation,actions,types,workflow",
    f"/groepen/{HERBERG}/dossier?fullobjects=1",
    f"/groepen/{HERBERG}?fullobjects=1",
    f"/groepen/{SECRET}-draft/dossier",
    f"/groepen/{SECRET}-hidden/dossier",
    ALL_FULL,
    f"/@search?{FULL.format('MemberFile')}&metadata_fields=_all",
    f"/groepen/@search?{FULL.format('MemberFile')}",
    f"/groepen/{HERBERG}/@search?{FULL.format('MemberFile')}",
    "/@search?id=dossier&fullobjects=1",
    "/@search?Title=Dossier&fullobjects=1",
    "/@search?review_state=private&fullobjects=1",
    "/@search?path.query=/plone/groepen&path.depth=2&fullobjects=1",
    "/@search?object_provides=gastvrij.directory.member_file.IMemberFile&fullobjects=1",
)
# and in these what the notes hold
TELLING_NOTES = (
    f"/groepen/{HERBERG}/dossier/notities",
    f"/groepen/{HERBERG}/dossier?fullobjects=1",
    f"/@search?{FULL.format('InternalNotes')}",
    "/@search?id=notities&fullobjects=1",
    "/@search?path.query=/plone/groepen&path.depth=3&fullobjects=1",
)
# nobody is told anything here, not even Manager
QUIET_JSON = (
    f"/@search?SearchableText={IN_FILE}",
    f"/@search?SearchableText={IN_NOTES}&metadata_fields=_all",
    f"/@search?Title={IN_FILE}*&metadata_fields=_all",
    f"/@search?Description={IN_NOTES}",
    "/@search?portal_type=MemberFile&metadata_fields=_all",
    "/@search?portal_type=InternalNotes&metadata_fields=_all",
    f"/groepen/{HERBERG}",
    f"/groepen/{HERBERG}?expand=breadcrumbs,contextnavigation,navigation,actions,types",
    f"/groepen/{HERBERG}/@history",
    f"/groepen/{HERBERG}/@sharing",
    f"/groepen/{HERBERG}/@contextnavigation?expand.contextnavigation.bottomLevel=4",
    f"/groepen/{HERBERG}/@navigation?expand.navigation.depth=4",
    f"/groepen/{HERBERG}/dossier/contacts",
    f"/groepen/{HERBERG}/dossier/postal_address",
    f"/groepen/{HERBERG}/dossier/@history",
)
QUIET_PAGES = (
    f"/groepen/{HERBERG}/rss.xml",
    f"/groepen/{HERBERG}/atom.xml",
    f"/groepen/{HERBERG}/folder_contents",
    f"/groepen/{HERBERG}/listing_view",
    f"/groepen/{HERBERG}/@@fc-contextInfo",
    f"/groepen/{HERBERG}/contact.vcf",
    f"/groepen/{HERBERG}/contentIds",
    f"/groepen/{HERBERG}/dossier/postal_address/street",
    f"/groepen/{HERBERG}/dossier/contacts/0/email",
    f"/groepen/{HERBERG}/dossier/@@edit/++widget++postal_address/@@ploneform-render-widget",
    f"/groepen/{HERBERG}/dossier/@@edit/++widget++contacts/@@ploneform-render-widget",
    "/groepen/map",
    "/sitemap.xml.gz",
    "/@@search?SearchableText=dossier",
)
QUIET = [(a, JSON) for a in QUIET_JSON] + [(a, HTML) for a in QUIET_PAGES]
CHANNELS = [
    *LISTING,
    *SILENT,
    *QUIET,
    *((address, JSON) for address in TELLING + TELLING_NOTES),
    ("/groepen/@groups-geojson", JSON),
    ("/@vocabularies/plone.app.vocabularies.Users", JSON),
    ("/@users", JSON),
]


@pytest.mark.parametrize(
    ("addresses", "secret"), [(TELLING, IN_FILE), (TELLING_NOTES, IN_NOTES)]
)
def test_manager_finds_them_so_they_are_there(listed, addresses, secret):  # noqa: F811
    channels = [(address, JSON) for address in addresses]
    assert found(listed, channels, "manager", secret) == list(addresses)


def test_even_manager_is_told_nothing_where_nobody_is(listed):  # noqa: F811
    assert found(listed, QUIET, "manager", IN_FILE, IN_NOTES) == []


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_finds_what_a_file_holds(listed, who):  # noqa: F811
    assert len(CHANNELS) > 150
    assert found(listed, CHANNELS, who, IN_FILE, IN_NOTES) == []


@pytest.mark.parametrize("who", ["board", "keeper"])
def test_who_sees_a_file_does_not_find_what_notes_hold(listed, who):  # noqa: F811
    assert found(listed, CHANNELS, who, IN_NOTES) == []


@pytest.mark.parametrize(("who", "name"), [("visitor", HERBERG), ("contact", "open")])
def test_no_view_or_service_of_a_group_tells_of_its_file(
    listed,  # noqa: F811
    who,
    name,
):
    channels = addresses_below(listed, f"/groepen/{name}")
    assert len(channels) > 250
    assert found(listed, channels, who, IN_FILE, IN_NOTES) == []


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_a_file_answers_as_a_name_that_never_was(site, who, headers):
    for name in ("dossier", "dossier/notities", "dossier/@@images", "dossier/edit"):
        never = name.replace("dossier", "dossiex")
        known, unknown = (
            shape(site.ask(f"/groepen/{HERBERG}/{each}", who, headers=headers), first)
            for each, first in ((name, "dossier"), (never, "dossiex"))
        )
        assert known[0] == 404
        assert known == unknown


def seen(site, who, path):
    """Return the statuses of a file and of the notes in it."""
    paths = (f"{path}/dossier", f"{path}/dossier/notities")
    return [site.ask(each, who, headers=JSON).status_code for each in paths]


def test_file_and_notes_are_seen_by_whom_they_are_for(site):
    for name in GROUPS:
        path = f"/groepen/{name}"
        assert seen(site, "board", path) == [200, 404]
        assert seen(site, "secretary", path) == [200, 200]
    assert seen(site, "contact", "/groepen/open") == [200, 404]
    assert seen(site, "keeper", f"/groepen/{SECRET}-draft") == [200, 404]
    assert seen(site, "keeper", f"/groepen/{HERBERG}") == [404, 404]


def test_a_file_lists_the_notes_for_the_secretariat_only(site):
    def listed_in(who, path):
        return [
            item["@id"].rpartition("/")[2]
            for item in site.ask(path, who, headers=JSON).json()["items"]
        ]

    path = f"/groepen/{HERBERG}"
    assert listed_in("secretary", path) == ["dossier"]
    assert listed_in("board", path) == ["dossier"]
    assert listed_in("visitor", path) == []
    assert listed_in("contact", path) == []
    assert listed_in("secretary", f"{path}/dossier") == ["notities"]
    assert listed_in("board", f"{path}/dossier") == []


ROW = {
    "user_id": "mallory",
    "name": "Mallory",
    "email": "mallory@example.net",
    "phone": None,
    "role": "contact",
    "since": "2026-01-01",
    "until": None,
}
ADDRESS = {"street": "Nieuwstraat 2", "postal_code": "1000", "place": "Brussel"}
NOTE = {"on": "2026-01-01", "author": "Mallory", "text": "valse notitie"}
EXTRA = {
    "contacts": [ROW],
    "postal_address": ADDRESS,
    "application": "mallory",
    "confirmed_by": "mallory",
    "notes": [NOTE],
    "log": [NOTE],
    "decision_note": "valse notitie",
}


def kept(site, group):
    """Return every value of a file and its notes, as the database holds them."""
    transaction.begin()
    file = site.at(f"/groepen/{group}/dossier")
    return {
        **{name: getattr(file, name) for name in list(EXTRA)[:4]},
        **{name: getattr(file["notities"], name) for name in list(EXTRA)[4:]},
    }


# who, the group, what PATCH answers at: group, file, notes; and what it may change
PATCHED = (
    ("visitor", HERBERG, [401, 404, 404], set()),
    ("member", HERBERG, [401, 404, 404], set()),
    ("editor", HERBERG, [401, 404, 404], set()),
    ("stock_editor", HERBERG, [401, 404, 404], set()),
    ("contact", HERBERG, [401, 404, 404], set()),
    ("contact", "open", [204, 401, 404], set()),
    ("board", HERBERG, [401, 401, 404], set()),
    ("secretary", HERBERG, [204] * 3, {"postal_address", "decision_note"}),
    ("manager", HERBERG, [204] * 3, set(EXTRA)),
)


@pytest.mark.parametrize(("who", "group", "statuses", "changes"), PATCHED)
def test_nobody_writes_what_is_not_theirs(site, who, group, statuses, changes):
    before = kept(site, group)
    path = f"/groepen/{group}"
    found = [
        site.ask(each, who, "PATCH", headers=JSON, json=EXTRA).status_code
        for each in (path, f"{path}/dossier", f"{path}/dossier/notities")
    ]
    after = kept(site, group)
    assert found == statuses
    assert {name for name in EXTRA if after[name] != before[name]} == changes
    assert "mallory" not in site.at(path).__dict__.get("contacts", ())
    assert not set(EXTRA) & set(site.at(path).__dict__)
