"""Who checked a part, who is responsible, and what readers doubt: for editors only."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import note_check
from gastvrij.toolkit.keepers import thread_of
from plone import api
from test_planted_files import OUTSIDERS
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

PART = "/toolkit/1/wonen/huren"
IN_NAME = "waterral"
IN_DOUBT = "porseleinhoen"
IN_EXAMPLE = "kwartelkoning"
# here an editor finds both
EDITORS = ((f"{PART}/check", HTML),)
OTHERS = (
    ("/toolkit/ten-minutes", HTML),
    (PART, HTML),
    (PART, JSON),
    (f"{PART}?expand=actions,breadcrumbs,workflow,translations,types", JSON),
    (f"{PART}/examples", HTML),
    (f"{PART}/offer-example", HTML),
    (f"{PART}/flag", HTML),
    (f"{PART}/flag?heading=x", HTML),
    (f"{PART}/@history", JSON),
    ("/toolkit/1/wonen", JSON),
    ("/toolkit/@toolkit", JSON),
    ("/toolkit/@search?portal_type=ToolkitSection&metadata_fields=_all", JSON),
    ("/toolkit/@search?portal_type=ToolkitSection&fullobjects=1", JSON),
    (f"/@search?SearchableText={IN_NAME}&metadata_fields=_all", JSON),
    (f"/@search?SearchableText={IN_DOUBT}", JSON),
    ("/desk", HTML),
    ("/@desk", JSON),
)


@pytest.fixture
def planted(listed):  # noqa: F811, the fixture
    """Return the site with a keeper and a doubt of a part that everybody reads."""
    part, site = listed.at(PART), listed.portal
    user = api.user.create(
        email=f"{IN_NAME}@example.org",
        username=f"{IN_NAME}@example.org",
        properties={"fullname": f"An {IN_NAME}"},
    )
    api.group.add_user(groupname="toolkit-editors", user=user)
    part.checked_on = day = date(2020, 1, 1)
    part.reindexObject(idxs=["getId"])
    note_check(site, thread_of(part), user.getId(), day)
    make_responsible(site, thread_of(part), user.getId())
    now = datetime.now(UTC)
    doubt(site, part, ("x", IN_DOUBT), "amount", IN_DOUBT, now)
    offer(site, part, IN_EXAMPLE, IN_EXAMPLE, user.getId(), now)
    transaction.commit()
    return listed, (IN_NAME, IN_DOUBT, IN_EXAMPLE, user.getId())


def test_editors_find_what_groups_offered(planted):
    site, _secrets = planted
    path = f"{PART}/examples"
    assert found(site, [(path, HTML)], "editor", IN_EXAMPLE) == [path]


def test_editors_find_who_and_what(planted):
    site, secrets = planted
    for secret in secrets[:2]:
        for who in ("editor", "manager"):
            assert found(site, EDITORS, who, secret) == [path for path, h in EDITORS]


@pytest.mark.parametrize("who", sorted({*OUTSIDERS, "visitor"} - {"editor"}))
def test_nobody_else_finds_any_of_it(planted, who):
    site, secrets = planted
    assert found(site, (*EDITORS, *OTHERS), who, *secrets) == []


def test_visitor_finds_none_of_it_in_any_channel(planted):
    site, secrets = planted
    assert found(site, LISTING + SILENT, "visitor", *secrets) == []


@pytest.mark.parametrize("path", ["/toolkit", "/toolkit/1", "/toolkit/1/wonen", PART])
def test_no_view_or_service_below_the_toolkit_tells_it(planted, path):
    site, secrets = planted
    assert found(site, addresses_below(site, path), "visitor", *secrets) == []
