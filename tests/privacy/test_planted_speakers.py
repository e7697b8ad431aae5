"""Speakers and reporters who were asked, and unpublished notes: for coordinators."""

from datetime import datetime
from datetime import UTC
from gastvrij.networkday import speakers
from gastvrij.networkday.report_records import keep_notes
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import Reporter
from planting import moment
from plone import api
from test_planted_files import OUTSIDERS
from test_planted_secrets import found
from test_planted_secrets import HTML
from test_planted_secrets import JSON
from test_planted_secrets import listed  # noqa: F401, a fixture
from uuid import uuid4

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

DAY = "/netwerkdagen/2030"
ITEM = f"{DAY}/koken"
ASKED = "waterhoentje"
REAL_NAME = "meerkoet"
REPORTER, NOTE = "kuifeend", "slobeend"
SPEAKERS = (f"{DAY}/speakers", HTML)
REPORTERS = (f"{DAY}/report-notes", HTML)
OTHERS = (
    (DAY, HTML),
    (DAY, JSON),
    (f"{DAY}?expand=actions,breadcrumbs,workflow,types", JSON),
    (f"{DAY}?fullobjects=1", JSON),
    (f"{DAY}/day.ics", HTML),
    (f"{DAY}/ics_view", HTML),
    (ITEM, HTML),
    (ITEM, JSON),
    (f"{ITEM}/@history", JSON),
    ("/netwerkdagen/speaker?token=x", HTML),
    ("/netwerkdagen/report-notes?token=x", HTML),
    (f"{DAY}/report-preview", HTML),
    (f"{DAY}/edit-notes", HTML),
    ("/netwerkdagen/@networkdays", JSON),
    ("/@search?portal_type=ProgrammeItem&metadata_fields=_all", JSON),
    ("/@search?portal_type=ProgrammeItem&fullobjects=1", JSON),
    (f"/@search?SearchableText={ASKED}&metadata_fields=_all", JSON),
    ("/desk", HTML),
    ("/@desk", JSON),
)


def plant_speakers(listed):  # noqa: F811, what the fixture gives
    """Plant two speakers of a day that everybody reads; return what nobody may find."""
    site, day = listed.portal, listed.at(DAY)
    hours = {"start": moment(10, 10), "end": moment(10, 11)}
    with api.env.adopt_roles(["Manager"]):
        item = api.content.create(
            day, "ProgrammeItem", id="koken", title="Koken", kind="workshop", **hours
        )
    now = datetime.now(UTC)
    secrets = (ASKED, f"{ASKED}@example.org", REAL_NAME, f"{REAL_NAME}@example.org")
    for name in (ASKED, REAL_NAME):
        email = f"{name}@example.org"
        speaker = speakers.propose(site, item, name, name, email, "tom", now)
    speakers.agree(site, speaker, "An", "", now)
    email = f"{REPORTER}@example.org"
    reporter = Reporter(uuid4().hex, REPORTER, email, "tom", now, shown=REPORTER)
    keep_notes(site, Notes(item.UID(), (reporter,), (NOTE,), (NOTE,), NOTE))
    transaction.commit()
    return (*secrets, REPORTER, email, NOTE)


@pytest.fixture
def planted(listed):  # noqa: F811, the fixture
    """Return the site with those speakers, and what nobody may find."""
    return listed, plant_speakers(listed)


def test_coordinator_finds_who_was_asked(planted):
    site, secrets = planted
    for who in ("coordinator", "manager"):
        for secret in (REPORTER, f"{REPORTER}@example.org"):
            assert found(site, [REPORTERS], who, secret) == [REPORTERS[0]]
        for secret in secrets[:4]:
            assert found(site, [SPEAKERS], who, secret) == [SPEAKERS[0]]


@pytest.mark.parametrize("who", sorted({*OUTSIDERS, "visitor"} - {"coordinator"}))
def test_nobody_else_finds_any_of_it(planted, who):
    site, secrets = planted
    assert found(site, (SPEAKERS, REPORTERS, *OTHERS), who, *secrets) == []


def test_visitor_finds_the_name_that_was_agreed_to(planted):
    site, _secrets = planted
    assert found(site, OTHERS[:2], "visitor", ">An<", '"An"') == [DAY, DAY]
