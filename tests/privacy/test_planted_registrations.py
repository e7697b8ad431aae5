"""Who comes to a network day, and its join link: for those who organise it."""

from datetime import datetime
from datetime import UTC
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from test_planted_files import OUTSIDERS
from test_planted_secrets import addresses_below
from test_planted_secrets import found
from test_planted_secrets import HTML
from test_planted_secrets import JSON
from test_planted_secrets import listed  # noqa: F401, a fixture
from test_planted_secrets import LISTING
from test_planted_secrets import SILENT
from test_planted_speakers import ITEM
from test_planted_speakers import plant_speakers

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

DAY = "/netwerkdagen/2030"
IN_NAME = "waterspreeuw"
IN_ADDRESS = "ijsvogel"
IN_DIET = "goudhaan"
IN_LINK = "roodmus"
# the name of somebody who named a group, for its contact person alone
IN_CLAIM = "steenuil"
ALL = (IN_NAME, IN_ADDRESS, IN_DIET, IN_LINK, IN_CLAIM)
PLANNERS = ((f"{DAY}/@registrations", JSON),)
# where those who organise the day see people by name, and other pages of theirs
NAMING = ((f"{DAY}/registrations", HTML), (f"{DAY}/check-in", HTML))
ORGANISING = (
    *PLANNERS,
    *NAMING,
    (f"{DAY}/registration-of?person=x", HTML),
    (f"{DAY}/register-by-phone", HTML),
    (f"{DAY}/write-to-people", HTML),
    (f"{DAY}/export", HTML),
    (f"{DAY}/cancel-day", HTML),
)
OTHERS = (
    (DAY, HTML),
    (DAY, JSON),
    (f"{DAY}?expand=actions,breadcrumbs,workflow,translations,types", JSON),
    (f"{DAY}?fullobjects=1", JSON),
    (f"{DAY}/@availability", JSON),
    (f"{DAY}/@history", JSON),
    (f"{DAY}/register", HTML),
    (f"{DAY}/register?receipt=x", HTML),
    (f"{DAY}/registration?token=x", HTML),
    (f"{DAY}/confirm-registration?token=x", HTML),
    (f"{DAY}/our-people", HTML),
    (f"{DAY}/register-our-people", HTML),
    (f"{DAY}/join-link", HTML),
    (f"{DAY}/day.ics", HTML),
    (f"{DAY}/own-programme.ics?token=x", HTML),
    ("/netwerkdagen/@networkdays", JSON),
    ("/netwerkdagen/@search?fullobjects=1&metadata_fields=_all", JSON),
    (f"/@search?SearchableText={IN_NAME}&metadata_fields=_all", JSON),
    ("/groepen/open", HTML),
    ("/groepen/open/dossier", JSON),
    ("/desk", HTML),
    ("/@desk", JSON),
)


@pytest.fixture
def planted(listed):  # noqa: F811, the fixture
    """Return the site with people who come to a day that everybody sees."""
    day, now = listed.at(DAY), datetime.now(UTC)
    group = listed.portal.groepen["open"].UID()
    day.ask_diet = day.ask_access = True
    day.mode = "both"
    for name, named in ((IN_NAME, ""), (IN_CLAIM, group)):
        sender = Sender(
            name, f"{IN_ADDRESS}@example.org", f"0470 {IN_ADDRESS}", group=named
        )
        entry = Entry(f"An {name}", "", (), IN_DIET, IN_DIET)
        register(day, [entry], sender, now, confirmed=True)
    keep_join_link(day, f"https://{IN_LINK}.example.org")
    transaction.commit()
    return listed


def test_planners_find_people_and_the_link(planted):
    for secret in (IN_NAME, IN_ADDRESS, IN_DIET, IN_CLAIM):
        assert found(planted, PLANNERS, "coordinator", secret) == [PLANNERS[0][0]]
    names = [path for path, _headers in NAMING]
    assert found(planted, NAMING, "coordinator", IN_NAME) == names
    path = f"{DAY}/join-link"
    assert found(planted, [(path, HTML)], "coordinator", IN_LINK) == [path]


def test_contact_person_finds_the_name_to_answer_for_and_no_more(planted):
    channels = (*ORGANISING, *OTHERS)
    path = f"{DAY}/our-people"
    assert found(planted, channels, "contact", IN_CLAIM) == [path]
    others = (IN_NAME, IN_ADDRESS, IN_DIET, IN_LINK)
    assert found(planted, channels, "contact", *others) == []


@pytest.mark.parametrize(
    "who", sorted({*OUTSIDERS, "keeper", "board"} - {"coordinator", "contact"})
)
def test_nobody_else_finds_any_of_it(planted, who):
    assert found(planted, (*ORGANISING, *OTHERS), who, *ALL) == []


@pytest.fixture
def secrets(planted):
    """Return all that is kept of a day; its speakers and notes are planted too."""
    return (*ALL, *plant_speakers(planted))


def test_visitor_finds_nothing_of_a_day_in_any_channel(planted, secrets):
    assert found(planted, LISTING + SILENT, "visitor", *secrets) == []


@pytest.mark.parametrize("path", ["/netwerkdagen", DAY, ITEM])
def test_no_view_or_service_below_network_days_tells_it(planted, secrets, path):
    assert found(planted, addresses_below(planted, path), "visitor", *secrets) == []
