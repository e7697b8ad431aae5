"""Who is asked to check what: the queue, the desk, the letter of the week."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.mail.outbox import outbox_of
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.check_letters import ask_editors
from gastvrij.toolkit.checking import check
from gastvrij.toolkit.checking import NotToCheckError
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.keepers import Keepers
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.to_check import to_check
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from zope.component import getUtility

import pytest


TODAY = date(2026, 5, 11)
NOW = datetime(2026, 5, 11, 8, 30, tzinfo=BELGIUM)
EDITOR = frozenset({"Toolkit Editor", "Authenticated"})


def last_check(part, day, interval="12"):
    """Let something have been checked on a day."""
    part.checked_on, part.check_interval = day, interval
    part.reindexObject(idxs=["getId"])


@pytest.fixture
def people(portal):
    """Two editors, as user ids."""
    ids = []
    for name in ("an", "bo"):
        email = f"{name}@example.org"
        user = api.user.create(
            email=email, username=email, properties={"fullname": name.title()}
        )
        api.group.add_user(groupname="toolkit-editors", username=user.getId())
        ids.append(user.getId())
    return ids


@pytest.fixture
def parts(edition):
    """The parts, all of them checked shortly before."""
    parts = edition.huiswerk
    for part in (*parts.objectValues(), edition["ongeneeslijk-ziek"]):
        last_check(part, date(2026, 5, 1))
    return parts


def labels(library):
    return [item.label for item in to_check(library, TODAY)]


def test_nothing_is_asked_of_what_is_fresh(library, parts):
    assert labels(library) == []


def test_what_needs_it_most_is_asked_first(library, edition, parts):
    last_check(parts.ocmw, date(2025, 5, 20))
    last_check(parts.wonen, date(2025, 5, 10))
    last_check(parts.inburgering, None)
    last_check(edition["ongeneeslijk-ziek"], date(2025, 5, 1))
    assert labels(library) == [
        "Ongeneeslijk ziek zijn",
        "3.4 Wonen. Op zoek naar een eigen adres",
        "3.5 Inburgering en integratie",
        "3.3 Recht op maatschappelijke integratie (OCMW-steun)",
    ]


def test_drafts_the_archive_and_other_editions_are_left_alone(library, parts, acting):
    for name, transition in (("ocmw", "send_back"), ("wonen", "archive")):
        last_check(parts[name], date(2025, 1, 1))
        api.content.transition(parts[name], transition)
    acting("Toolkit Editor")
    assert labels(library) == []


def test_working_copy_is_neither_asked_nor_checked(library, parts):
    last_check(parts.wonen, date(2025, 1, 1))
    copy = ICheckinCheckoutPolicy(parts.wonen).checkout(parts)
    assert len(labels(library)) == 1
    with pytest.raises(NotToCheckError):
        check(copy, "an", NOW)
    assert copy.checked_on == date(2025, 1, 1)


def test_who_checked_is_kept_for_the_next_edition(portal, parts):
    check(parts.wonen, "an", NOW)
    kept = keepers_of(portal, thread_of(parts.wonen))
    assert kept == Keepers("an", TODAY, "")
    assert thread_of(parts.wonen) == parts.wonen.lineage


def things(portal, user_id, roles=EDITOR):
    utility = getUtility(IWaitingThings, "toolkit.checks")
    return list(utility.for_user(portal, user_id, roles, NOW))


def test_desk_asks_who_is_responsible_or_everybody(portal, parts, people):
    last_check(parts.wonen, date(2025, 5, 10))
    last_check(parts.ocmw, date(2025, 5, 20))
    an, bo = people
    (thing,) = things(portal, an)
    assert thing.title.startswith("3.4")
    assert thing.since == datetime(2026, 5, 11, tzinfo=BELGIUM)
    assert [each.title for each in things(portal, bo)] == [thing.title]
    make_responsible(portal, thread_of(parts.wonen), an)
    assert things(portal, bo) == []
    assert len(things(portal, an)) == 1
    api.group.remove_user(groupname="toolkit-editors", username=an)
    assert len(things(portal, bo)) == 1


@pytest.mark.parametrize(
    "role", ["Secretariat", "Board Member", "Network Day Coordinator", "Editor"]
)
def test_desk_asks_nobody_else(portal, parts, role):
    last_check(parts.wonen, date(2025, 1, 1))
    assert things(portal, "iemand", frozenset({role, "Authenticated"})) == []


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("Toolkit Editor", True),
        ("Manager", True),
        ("Site Administrator", True),
        ("Secretariat", False),
        ("Board Member", False),
        ("Network Day Coordinator", False),
        ("Contact Person", False),
        ("Editor", False),
        ("Reviewer", False),
        ("Contributor", False),
        ("Reader", False),
        ("Owner", False),
        ("Member", False),
        (None, False),
    ],
)
def test_pages_belong_to_editors(library, parts, acting, role, may):
    acting(role)
    for context, name in ((library, "ten-minutes"), (parts.wonen, "check")):
        page = context.restrictedTraverse(f"@@{name}", None)
        assert (page is not None) is may


def letters(portal):
    return sorted(
        (record.letter.to, record.letter.body)
        for record in outbox_of(portal).letters.values()
    )


def test_letter_tells_each_editor_what_is_theirs(portal, parts, people):
    an, _bo = people
    last_check(parts.wonen, date(2025, 5, 10))
    last_check(parts.ocmw, date(2025, 5, 20))
    make_responsible(portal, thread_of(parts.wonen), an)
    assert ask_editors(portal, NOW) == 2
    (to_an, told_an), (to_bo, told_bo) = letters(portal)
    assert (to_an, to_bo) == ("an@example.org", "bo@example.org")
    assert "3.4 Wonen" in str(told_an)
    assert "3.3 Recht" in str(told_an)
    assert "3.4 Wonen" not in str(told_bo)
    assert "3.3 Recht" in str(told_bo)


def test_there_is_one_letter_a_week(portal, parts, people):
    last_check(parts.wonen, date(2025, 5, 10))
    assert ask_editors(portal, NOW) == 2
    for days in (0, 1, 2, 3, 6):
        assert ask_editors(portal, NOW + timedelta(days=days)) == 0
    assert ask_editors(portal, NOW + timedelta(days=10)) == 2
    assert len(letters(portal)) == 4


def test_there_is_no_letter_about_nothing(portal, parts, people):
    last_check(parts.inburgering, None)
    assert ask_editors(portal, NOW) == 0
    assert letters(portal) == []


def test_there_is_no_letter_in_summer(portal, parts, people):
    last_check(parts.wonen, date(2025, 5, 10))
    assert ask_editors(portal, NOW.replace(month=7)) == 0
    assert ask_editors(portal, NOW.replace(month=9)) == 2


def test_editor_is_found_and_forgotten(portal, parts, people):
    an, _bo = people
    check(parts.wonen, an, NOW)
    make_responsible(portal, thread_of(parts.ocmw), an)
    data = getUtility(IPersonalData, "toolkit.keepers")
    email = "an@example.org"
    assert len(data.find(portal, email)) == 2
    assert len(data.export(portal, email)) == 2
    assert data.find(portal, "bo@example.org") == []
    assert data.erase(portal, email, NOW) == 2
    assert data.find(portal, email) == []
    assert keepers_of(portal, thread_of(parts.wonen)) == Keepers()


def test_what_readers_doubt_waits_since_the_first_doubt(portal, people, parts):
    first = NOW - timedelta(days=3)
    for moment in (NOW, first):
        doubt(portal, parts.wonen, ("eerst-dit", "Eerst dit"), "amount", "", moment)
    (waiting,) = things(portal, people[0])
    assert waiting.title == "3.4 Wonen. Op zoek naar een eigen adres"
    assert waiting.since == first
