"""Secrets that visitors may not see, looked for wherever things are listed."""

from channels import services_of
from channels import site_request
from channels import views_of
from planting import HIDDEN
from planting import SECRET
from plone import api
from plone.uuid.interfaces import IUUID
from urllib.parse import quote
from urllib.parse import unquote

import gzip
import json
import pytest
import transaction


pytestmark = pytest.mark.unmeasured

JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html"}
SEEKERS = ("visitor", "member", "contact")
SYNDICATION = "plone.base.interfaces.syndication.ISiteSyndicationSettings"


def criteria(index, operation, value):
    """Return one condition of a query as Plone's query builder writes it."""
    return {"i": index, "o": f"plone.app.querystring.operation.{operation}", "v": value}


EVERYTHING = criteria("SearchableText", "string.contains", "windorgel")
QUERY = quote(json.dumps({"query": [EVERYTHING], "b_size": 50}))
CHOICES = quote(json.dumps({"criteria": [EVERYTHING]}))
CONTENTS = quote(
    json.dumps({"criteria": [criteria("path", "string.absolutePath", "/")]})
)
COLUMNS = quote(json.dumps(["UID", "Title", "path", "getURL", "Description", "id"]))
RECORDS = (
    f"query.i:records=SearchableText&query.o:records={EVERYTHING['o']}"
    "&query.v:records=windorgel"
)

# in these Manager finds a secret: they do list what is hidden from others
LISTING_JSON = (
    "/@search?SearchableText=windorgel",
    "/@search?SearchableText=windorgel&fullobjects=1",
    "/@search?SearchableText=windorgel&metadata_fields=_all",
    "/@search?SearchableText=windorgel&use_site_search_settings=1",
    "/@search?Title=kwartel*",
    "/@search?Description=windorgel",
    "/@search?id=kwartelslag-draft",
    "/@search?portal_type=MemberOrganisation",
    "/@search?review_state=draft",
    "/@search?review_state=hidden",
    "/@search?review_state=in_preparation",
    "/@search?review_state=published&portal_type=ToolkitSection",
    "/@search?municipality=44021&metadata_fields=municipality",
    "/@search?activities=housing",
    "/@search?sort_on=created&sort_order=reverse&b_size=100",
    "/@search?path.query=/plone/groepen&path.depth=1",
    "/@search?path.query=/plone/groepen/kwartelslag-draft",
    "/@search?path.query=/plone/netwerkdagen/kwartelslag-day",
    "/@search?object_provides=gastvrij.privacy.interfaces.IGuarded",
    "/@search?Creator=admin",
    "/@search?start.query=2031-01-01&start.range=min",
    "/groepen/@search?SearchableText=windorgel",
    f"/@querystring-search?query={QUERY}",
    f"/toolkit/@querystring-search?query={QUERY}",
    "/groepen",
    "/groepen?fullobjects=1",
    "/groepen?expand=breadcrumbs,contextnavigation,navigation,actions,types,workflow",
    "/groepen?b_size=100",
    "/toolkit",
    "/toolkit?fullobjects=1",
    "/toolkit/@toolkit-search?q=windorgel&edition=1",
    "/toolkit/@toolkit-search?q=windorgel&edition=2",
    "/toolkit/@toolkit-search?q=windorgel&edition=3",
    "/toolkit/1",
    "/toolkit/1?fullobjects=1",
    "/toolkit/1/aanvulling",
    "/toolkit/1/wonen",
    "/toolkit/1/wonen?fullobjects=1",
    "/@search?portal_type=ToolkitAddendum&fullobjects=1",
    "/@search?portal_type=ToolkitEdition&fullobjects=1",
    "/netwerkdagen",
    "/netwerkdagen?fullobjects=1",
    "/@relations?relation=supplements",
    "/@relations?relation=previous_edition",
    "/@linkintegrity?uids={draft}",
)
LISTING_PAGES = (
    "/outbox",
    "/@@search?SearchableText=windorgel",
    "/@@ajax-search?SearchableText=windorgel",
    "/groepen",
    "/groepen/view",
    "/groepen/listing_view",
    "/groepen/summary_view",
    "/groepen/tabular_view",
    "/groepen/full_view",
    "/groepen/@@folder_listing",
    "/groepen/listFolderContents",
    "/groepen/rss.xml",
    "/groepen/RSS",
    "/groepen/atom.xml",
    "/toolkit",
    "/toolkit/looked-for",
    "/toolkit/search?q=windorgel&edition=1",
    "/toolkit/search?q=windorgel&edition=2",
    "/toolkit/rss.xml",
    "/toolkit/1",
    "/toolkit/1/listing_view",
    "/toolkit/1/rss.xml",
    "/toolkit/1/wonen",
    "/toolkit/1/wonen/huren",
    "/toolkit/1/aanvulling",
    "/toolkit/1/@@edit",
    "/netwerkdagen",
    "/netwerkdagen/@@event_listing?mode=future",
    "/netwerkdagen/@@event_listing?mode=all",
    "/netwerkdagen/@@event_listing_ical",
    "/netwerkdagen/ics_view",
    "/netwerkdagen/atom.xml",
    "/recently_modified",
    "/recently_published",
    "/portal_catalog/manage_catalogView",
    f"/@@querybuilder_html_results?{RECORDS}",
    "/@@getVocabulary?name=plone.app.vocabularies.Catalog"
    f"&query={CHOICES}&attributes={COLUMNS}",
)
# these list nothing of ours today, not even for Manager; tomorrow they might
SILENT_JSON = (
    "/@desk",
    "/@controlpanels/gastvrij",
    "/@navigation?expand.navigation.depth=4",
    "/groepen/@contextnavigation?expand.contextnavigation.includeTop=1",
    "/@contextnavigation?expand.contextnavigation.root_path=/groepen/kwartelslag-draft",
    "/toolkit?expand=contextnavigation"
    "&expand.contextnavigation.root_path=/groepen/kwartelslag-draft",
    "/toolkit/@contextnavigation?expand.contextnavigation.bottomLevel=4",
    "/toolkit/1/@querysources/previous_edition?query=kwartelslag",
    "/toolkit/1/@vocabularies/plone.app.vocabularies.Catalog?title=kwartelslag",
    "/toolkit/1/wonen/huren/@breadcrumbs",
    "/groepen/open/@history",
    "/groepen/@sharing",
    "/groepen/@aliases",
    "/@aliases",
    "/groepen/@lock",
    "/groepen/@types/MemberOrganisation",
    "/groepen/@actions",
    "/groepen/@inherit?expand.inherit.behaviors=plone.dublincore",
)
SILENT_PAGES = (
    "/person-data",
    "/person-data?email=kwartelslag@example.org&action=export",
    "/due-tasks",
    "/desk",
    "/groepen/album_view",
    "/groepen/@@event_listing",
    "/@@full_review_list",
    "/@@manage-aliases",
    "/@@historyview",
    "/groepen/@@getVocabulary?name=plone.app.vocabularies.Catalog"
    f"&query={CONTENTS}&attributes={COLUMNS}",
    "/groepen/newsml.xml",
    "/sitemap.xml.gz",
    "/search_rss?SearchableText=windorgel",
    "/@@updated_search?SearchableText=windorgel",
    "/sitemap",
    "/groepen/itunes.xml",
    "/groepen/@@fc-contextInfo",
    "/groepen/folder_contents",
    "/@@querybuilderresults",
    "/toolkit/1/@@edit/++widget++previous_edition/@@getSource?query=kwartelslag",
    "/@@portal_tabs_view",
    "/@@plone_patterns_settings",
    "/@@export-content",
    "/portal_catalog/searchResults",
    "/portal_catalog/unrestrictedSearchResults",
    "/portal_catalog/getAllBrains",
    "/portal_catalog/uniqueValuesFor?name=getId",
    "/groepen/objectIds",
    "/groepen/contentIds",
    "/groepen/objectValues",
    "/groepen/getFolderContents",
    "/groepen/kwartel",
    "/groepen/open/next",
)
LISTING = [(a, JSON) for a in LISTING_JSON] + [(a, HTML) for a in LISTING_PAGES]
SILENT = [(a, JSON) for a in SILENT_JSON] + [(a, HTML) for a in SILENT_PAGES]


@pytest.fixture
def listed(site):
    """Return the site with every kind of listing switched on."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.enable_sitemap", True)
        for name in ("allowed", "default_enabled", "search_rss_enabled"):
            api.portal.set_registry_record(f"{SYNDICATION}.{name}", True)
    transaction.commit()
    return site


def text_of(answer):
    """Return all that was sent, headers included and unpacked."""
    packed = answer.content.startswith(b"\x1f\x8b")
    text = gzip.decompress(answer.content).decode() if packed else answer.text
    return unquote(text + " ".join(answer.headers.values()))


def told(site, address, who, headers):
    """Return what an answer tells that was not in the question."""
    asked = address.replace("{draft}", IUUID(site.at(HIDDEN[0])))
    text = text_of(site.ask(asked, who, headers=headers))
    path, _mark, query = unquote(asked).partition("?")
    return text.replace(query or path, "").replace(path, "")


def answers(site, channels, who):
    """Return the address of each channel, and what ``who`` is told there."""
    return [
        (address, told(site, address, who, headers)) for address, headers in channels
    ]


def holding(answers, *secrets):
    """Return the addresses of the answers that hold one of these secrets."""
    return [a for a, text in answers if any(each in text for each in secrets)]


def found(site, channels, who, *secrets):
    """Return the channels in which ``who`` finds one of these secrets."""
    return holding(answers(site, channels, who), *(secrets or (SECRET,)))


def test_manager_finds_the_secrets_so_they_are_there(listed):
    assert found(listed, LISTING, "manager") == [address for address, h in LISTING]


@pytest.mark.parametrize("who", SEEKERS)
def test_nobody_else_finds_a_secret(listed, who):
    assert len(LISTING + SILENT) > 100
    assert found(listed, LISTING + SILENT, who) == []


def addresses_below(site, path):
    """Return all views and services below a public thing, as channels."""
    content = site.at(path) if path else site.portal
    services = services_of(content, site_request())
    terms = "SearchableText=windorgel&query=windorgel"
    pages = [(f"{path}/@@{n}?{terms}", HTML) for n in views_of(content, site_request())]
    return pages + [(f"{path}/{n}?{terms}", JSON) for m, n in services if m == "GET"]


@pytest.mark.parametrize("path", ["", "/groepen", "/toolkit/1", "/netwerkdagen"])
def test_no_view_or_service_of_a_public_thing_tells_a_secret(listed, path):
    assert found(listed, addresses_below(listed, path), "visitor") == []


def test_manager_finds_secrets_in_the_views_of_a_public_thing(listed):
    assert len(found(listed, addresses_below(listed, "/groepen"), "manager")) > 10
