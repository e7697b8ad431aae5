"""The REST transcripts in docs/rest: asked of the demo site, and compared.

``WRITE_TRANSCRIPTS=1 bin/test tests/test_transcripts.py`` writes them anew.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.registering import confirm
from gastvrij.networkday.registration_links import OWN
from network_days import create_day
from network_days import whole_day
from transcripts import documented
from transcripts import FOLDER
from transcripts import Question
from transcripts import transcript

import pytest
import transaction


GROUP = "/groepen/de-warme-drempel"
VISITED = (
    ("groups", "/groepen"),
    ("groups-found", "/groepen/@groups"),
    ("groups-near-ledeberg", "/groepen/@groups?place=9050"),
    ("groups-near-wallonia", "/groepen/@groups?place=5000"),
    ("groups-unknown-place", "/groepen/@groups?place=ABCD"),
    ("groups-geojson", "/groepen/@groups-geojson"),
    ("group", "/groepen/trap-op-deur-open"),
    ("group-that-is-hidden", "/groepen/de-polderlamp"),
    ("toolkit", "/toolkit/@toolkit"),
    ("toolkit-unknown-edition", "/toolkit/@toolkit?edition=9"),
    ("toolkit-search", "/toolkit/@toolkit-search?q=gas"),
    ("toolkit-search-nothing", "/toolkit/@toolkit-search?q=..."),
    ("toolkit-part", "/toolkit/2/huiswerk/gezondheidszorg"),
    ("toolkit-short-address", "/toolkit/2/3.6"),
    ("toolkit-changes", "/toolkit/@changes"),
    ("places", "/@places?q=9050"),
    ("places-nothing-asked", "/@places"),
    ("network-days", "/netwerkdagen/@networkdays"),
    ("network-day", "/netwerkdagen/2018"),
    ("network-day-availability", "/netwerkdagen/2018/@availability"),
    ("network-day-coming", "/netwerkdagen/deel-1"),
    ("desk-logged-out", "/@desk"),
)

APPLY = "/lid-worden/@applications"
STATUS_OF = "/lid-worden/@application-status"
APPLICATION = {
    "kind": "existing_group",
    "group_name": "Open Poort",
    "legal_form": "feitelijke_vereniging",
    "postal_code": "9050",
    "municipality": "44021",
    "service_area": ["44021"],
    "activities": ["housing", "buddy"],
    "contact_name": "Ann Peeters",
    "contact_email": "ann.peeters@example.org",
    "contact_phone": "0470 12 34 56",
    "discussed_on": "2026-02-01",
    "decided_on": "2026-02-08",
    "attends_meetings": True,
    "privacy": True,
}
DECISION = {"on": "2026-03-01", "reason": "Welkom!"}


@pytest.fixture
def site(demo):
    """Return the address of the demo site."""
    return f"http://localhost:{demo['port']}/{demo['portal'].getId()}"


@pytest.fixture
def accounts(demo):
    """Return user and password of each account of the demo site, by its role."""
    lines = (demo["var"] / "demo-accounts.txt").read_text().splitlines()
    return {role: (user, word) for user, word, role in map(str.split, lines)}


def answers_as_documented(site, name, question):
    """Tell whether a site answers as the documentation says; both are shown if not."""
    found = transcript(site, question)
    assert found == documented(name, found), name


@pytest.mark.parametrize(("name", "path"), VISITED, ids=lambda value: value)
def test_rest_answers_as_documented(site, name, path):
    answers_as_documented(site, name, Question(path, of_demo=True))


def test_desk_file_and_confirmation_answer_as_documented(site, accounts):
    office, keeper = accounts["secretariat"], accounts["contact-person"]
    for name, question in (
        ("confirm", Question(f"{GROUP}/@confirm", "POST", {}, keeper)),
        ("confirm-logged-out", Question(f"{GROUP}/@confirm", "POST", {})),
        ("desk", Question("/@desk", who=office)),
        ("group-file", Question(f"{GROUP}/dossier", who=keeper)),
        ("group-file-logged-out", Question(f"{GROUP}/dossier")),
    ):
        answers_as_documented(site, name, question)


def test_check_of_a_part_answers_as_documented(site, accounts):
    path, editor = "/toolkit/2/huiswerk/wonen/@checked", accounts["toolkit-editors"]
    late = {"modified": "2026-01-01T00:00:00+00:00"}
    for name, question in (
        ("toolkit-checked-logged-out", Question(path, "POST", {})),
        ("toolkit-checked-late", Question(path, "POST", late, editor)),
        ("toolkit-checked", Question(path, "POST", {}, editor)),
    ):
        answers_as_documented(site, name, question)


def test_change_of_a_part_answers_as_documented(site, accounts):
    path, editor = "/toolkit/2/huiswerk/wonen", accounts["toolkit-editors"]
    note = {"change_note": "Ook een huurgids is een bron."}
    sources = {"sources": [{"title": "Huurgids"}]}
    order = {"ordering": {"obj_id": "wonen", "delta": "top"}}
    for name, question in (
        ("toolkit-change-unsaid", Question(path, "PATCH", sources, editor)),
        ("toolkit-change", Question(path, "PATCH", sources | note, editor)),
        ("toolkit-order", Question("/toolkit/2/huiswerk", "PATCH", order, editor)),
    ):
        answers_as_documented(site, name, question)


def test_registrations_answer_as_documented(demo, site, accounts):
    portal, path = demo["portal"], "/netwerkdagen/2031/@registrations"
    create_day(portal, "2031", "announced", capacity=1, **whole_day("2031-10-04"))
    transaction.commit()
    people = [{"name": "An Peeters", "email": "an@example.org"}, {"name": "Bo Claes"}]
    wrong = {"people": [{"name": "An Peeters", "items": ["unknown"]}]}
    past = "/netwerkdagen/2019/@registrations"
    for name, question in (
        ("registration-wrong", Question(path, "POST", wrong)),
        ("registration", Question(path, "POST", {"people": people})),
        ("registration-past", Question(past, "POST", {"people": people})),
        ("registrations-logged-out", Question(path)),
    ):
        answers_as_documented(site, name, question)
    transaction.begin()
    day, now = portal.netwerkdagen["2031"], datetime.now(UTC)
    [party] = ledger_of(day).parties()
    confirm(day, party.id, now)
    lasting = timedelta(days=1)
    token = issue(portal, OWN, party.id, now, lasting, party.email, single=False)
    transaction.commit()
    planner = accounts["networkday-coordinators"]
    answers_as_documented(site, "registrations", Question(path, who=planner))
    sign_off = Question(f"{path}?token={token}", "DELETE")
    answers_as_documented(site, "registration-sign-off", sign_off)


class Story:
    """Applications at a site, told one request after the other."""

    def __init__(self, demo, site, accounts):
        self.portal, self.site = demo["portal"], site
        self.office, self.board = accounts["secretariat"], accounts["board"]
        self.case = ""

    def tell(self, name, path, data=None, who=None, method="POST"):
        """Ask one thing, and compare the answer with the documentation."""
        answers_as_documented(self.site, name, Question(path, method, data, who))
        transaction.begin()

    def do(self, path, data=None, who=None):
        """Ask something that is documented elsewhere."""
        answer = Question(path, "POST", data, who).asked_of(self.site)
        assert answer.ok, answer.text
        transaction.begin()

    def find_case(self):
        """Know the address of the application that came last."""
        made = self.portal["lid-worden"].objectValues("Dexterity Container")
        newest = max(made, key=lambda each: each.created())
        self.case = f"/lid-worden/{newest.getId()}"

    def token(self, purpose):
        """Return a link's token, as the letters to the group have it."""
        thing = self.portal.unrestrictedTraverse(self.case.lstrip("/")).UID()
        now, lasting = datetime.now(UTC), timedelta(days=1)
        token = issue(self.portal, purpose, thing, now, lasting, single=False)
        transaction.commit()
        return token

    def reach_the_board(self, name):
        """Send an application, and bring it before the board."""
        self.do(APPLY, APPLICATION | {"group_name": name})
        self.find_case()
        self.do(STATUS_OF, {"action": "confirm", "token": self.token(CONFIRM)})
        self.do(f"{self.case}/@workflow/take_up", who=self.office)
        self.do(f"{self.case}/@present", {"advice": ""}, self.office)


@pytest.fixture
def story(demo, site, accounts):
    """Return what applications go through, over REST."""
    return Story(demo, site, accounts)


def test_membership_answers_as_documented(story):
    story.tell("application-wrong", APPLY, {"group_name": "Open Poort"})
    story.tell("application", APPLY, APPLICATION)
    story.find_case()
    story.tell("application-logged-out", story.case, method="GET")
    token = story.token(CONFIRM)
    data = {"action": "confirm", "token": token}
    story.tell("application-confirm", STATUS_OF, data)
    story.tell(
        "application-take-up", f"{story.case}/@workflow/take_up", who=story.office
    )
    data = {"question": "Sinds wanneer bestaat de groep?", "fields": ["founded"]}
    story.tell("application-ask", f"{story.case}/@ask", data, story.office)
    token = story.token(STATUS)
    asked = f"{STATUS_OF}?token={token}"
    story.tell("application-status", asked, method="GET")
    data = {"action": "answer", "token": token, "answer": "Zie hieronder"}
    data["fields"] = {"founded": 2015}
    story.tell("application-answer", STATUS_OF, data)
    data = {"advice": "Een goede groep"}
    story.tell("application-present", f"{story.case}/@present", data, story.office)
    story.tell("applications", APPLY, who=story.board, method="GET")
    data = {"opinion": "agree", "remark": ""}
    story.tell("application-remark", f"{story.case}/@remark", data, story.board)
    bare = f"{story.case}/@workflow/approve"
    story.tell("application-approve-bare", bare, who=story.board)
    story.tell("application-approve", f"{story.case}/@approve", DECISION, story.board)
    again = f"{story.case}/@approve"
    story.tell("application-approve-again", again, DECISION, story.board)


def test_other_endings_answer_as_documented(story):
    story.reach_the_board("Tweede Poort")
    path = f"{story.case}/@reject"
    story.tell("application-reject-wrong", path, {"on": "2026-03-01"}, story.board)
    data = {"on": "2026-03-01", "reason": "Er is al een groep in deze wijk."}
    story.tell("application-reject", path, data, story.board)
    story.reach_the_board("Derde Poort")
    path = f"{story.case}/@record-approval"
    story.tell("application-record-approval", path, DECISION, story.office)
    story.reach_the_board("Vierde Poort")
    data = {"action": "withdraw", "token": story.token(STATUS)}
    story.tell("application-withdraw", STATUS_OF, data)
    story.do(f"{story.case}/@workflow/take_up", who=story.office)
    data = {"question": "Sinds wanneer bestaat de groep?", "fields": ["founded"]}
    story.do(f"{story.case}/@ask", data, story.office)
    data = {"answer": "Gebeld: in 2015.", "fields": {"founded": 2015}}
    story.tell("application-answer-noted", f"{story.case}/@answer", data, story.office)


def test_every_transcript_is_asked_again_and_named_in_the_index():
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    told = {file.name for file in FOLDER.glob("*.http")}
    assert {name for name in told if f"({name})" not in index} == set()
