"""What changed in a profile is kept, by whatever way, and told once a week."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.changes import changes_of
from gastvrij.directory.changes import forget_person
from gastvrij.directory.changes import KEPT_FOR
from gastvrij.directory.changes import last_change_of
from gastvrij.directory.changes import MOST_KEPT
from gastvrij.directory.changes import record
from gastvrij.directory.changes import together
from gastvrij.directory.differing import differing
from gastvrij.directory.digest import SETTLED
from gastvrij.directory.digest import tell_secretariat
from gastvrij.directory.digest import WEEK
from gastvrij.mail.posted import outbox_of
from gastvrij.settings.records import settings
from groups import user_called
from plone import api
from plone.app.textfield.value import RichTextValue
from test_group_update import UpdateForm
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime.now(UTC) + timedelta(days=1)


def contact_id() -> str:
    """Return the id of the contact person."""
    return user_called("contact").getId()


def letters(portal):
    """Return the letters that wait in the outbox."""
    return [posted.letter for posted in outbox_of(portal).letters.values()]


def told(portal) -> str:
    """Return the words of the only letter."""
    (letter,) = letters(portal)
    return "\n".join(part for part in letter.body if isinstance(part, str))


def pairs(change) -> dict[str, tuple[str, str]]:
    """Return old and new of a change, by field."""
    return {name: (change.old[name], new) for name, new in change.new.items()}


def test_long_texts_are_cut_down_to_where_they_differ():
    words = " ".join(f"woord{n}" for n in range(200))
    old, new = differing(words, words.replace("woord100", "ander"))
    assert "woord100" in old
    assert "ander" in new
    assert (old[0], old[-1]) == ("…", "…")
    assert len(old) < 150
    assert differing("kort", "korter") == ("kort", "korter")
    assert differing("", words)[1].startswith("woord0")


@pytest.mark.parametrize(
    ("old", "new"), [("a" * 300, "a" * 400), ("x" * 500, ""), ("ab" * 200, "ba" * 200)]
)
def test_odd_texts_are_cut_without_losing_the_difference(old, new):
    first, second = differing(old, new)
    assert first != second


def test_record_keeps_words_and_only_what_changed(filled):
    group = filled.groepen.active
    old = {"founded": None, "activities": ["housing"], "languages": ["nl"]}
    new = {"founded": 2014, "activities": ["housing", "work"], "languages": ["nl"]}
    record(group, contact_id(), NOW, old, new)
    change = changes_of(group)[-1]
    assert pairs(change) == {
        "founded": ("(leeg)", "2014"),
        "activities": ("Wonen", "Wonen, Werk zoeken"),
    }
    assert change.is_own
    assert change.when == NOW
    record(group, contact_id(), NOW, new, new)
    assert changes_of(group)[-1] is change


def test_same_words_with_other_markup_are_told_as_such(filled):
    group = filled.groepen.active
    texts = [RichTextValue(f"<{t}>Dag</{t}>", "text/html", "text/html") for t in "ab"]
    record(group, "x", NOW, {"text": texts[0]}, {"text": texts[1]})
    change = changes_of(group)[-1]
    assert pairs(change) == {"text": ("Dag", "(gewijzigd, al leest het hetzelfde)")}
    assert not change.is_own


def test_old_changes_and_many_changes_are_forgotten(filled):
    group = filled.groepen.active
    record(group, "x", NOW - KEPT_FOR, {"founded": 1}, {"founded": 2})
    for year in range(MOST_KEPT + 5):
        moment = NOW + timedelta(minutes=year)
        record(group, "x", moment, {"founded": year or None}, {"founded": year + 1})
    changes = changes_of(group)
    assert len(changes) == MOST_KEPT + 1
    assert min(change.when for change in changes) > NOW
    assert forget_person(group, "x", "x@example.org") == len(changes)
    assert {change.who for change in changes_of(group)} == {""}


def test_changes_together_tell_first_and_last(filled):
    group = filled.groepen.draft
    for old, new in (("a", "b"), ("b", "c")):
        record(group, "x", NOW, {"description": old}, {"description": new})
    record(group, "x", NOW, {"image_alt": "a"}, {"image_alt": "b"})
    record(group, "x", NOW, {"image_alt": "b"}, {"image_alt": "a"})
    assert together(changes_of(group)) == {"description": ("a", "c")}
    assert last_change_of(group, ["description"]).new == {"description": "c"}
    assert last_change_of(group, ["founded"]) is None


def test_change_is_kept_by_page_rest_and_state(site):
    group = site.portal.groepen.active
    UpdateForm(site).send(description="Nieuw.")
    site.rest("contact", "PATCH", "groepen/active", {"founded": 2014})
    site.rest("secretariat", "PATCH", "groepen/active", {"how_to_reach": "Bel."})
    site.rest("contact", "POST", "groepen/active/@workflow/pause")
    found = [(change.is_own, pairs(change)) for change in changes_of(group)]
    assert found[-4:] == [
        (True, {"description": ("(leeg)", "Nieuw.")}),
        (True, {"founded": ("(leeg)", "2014")}),
        (False, {"how_to_reach": ("(leeg)", "Bel.")}),
        (True, {"state": ("Actief", "Tijdelijk gestopt")}),
    ]


def test_change_is_kept_after_a_savepoint_in_its_transaction(site):
    group = site.portal.groepen.active
    transaction.commit()
    for savepoint_after in (False, True):
        transaction.begin()
        transaction.savepoint(optimistic=True)
        group.description = f"Anders {savepoint_after}."
        if savepoint_after:
            transaction.savepoint(optimistic=True)
        notify(ObjectModifiedEvent(group))
        assert changes_of(group)[-1].new == {"description": group.description}
        assert changes_of(group)[-1].old == {"description": "(leeg)"}
        transaction.abort()


def test_what_changed_is_nowhere_on_the_group(site):
    UpdateForm(site).send(description="Eerst geheim.")
    UpdateForm(site).send(description="Dan openbaar.")
    for path in ("groepen/active", "groepen"):
        assert "Eerst geheim" not in site.ask("visitor", "GET", path).text
    told = site.rest("visitor", "GET", "groepen/active").text
    assert "Dan openbaar." in told
    assert "Eerst geheim" not in told
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(site.portal.groepen.active, id="kopie")
    assert changes_of(site.portal.groepen.active)
    assert changes_of(copy) == ()


def test_second_of_two_is_told_who_was_first(site):
    user = user_called("contact")
    user.setMemberProperties({"fullname": "An Janssens"})
    transaction.commit()
    second = UpdateForm(site, "secretariat")
    UpdateForm(site).send(description="Van de eerste.")
    answer = second.send(description="Van de tweede.")
    assert "Het was An Janssens." in answer.text


@pytest.fixture
def weekly(filled):
    """Return a portal with a secretariat's address, whose first week begins."""
    settings().secretariat_email = "secretariaat@example.org"
    assert tell_secretariat(filled, NOW) == 0
    return filled


def change(portal, when, new="Nieuw.", who=None):
    """Let somebody change a group at a moment."""
    group = portal.groepen.active
    old = {"description": "Oud."}
    record(group, who or contact_id(), when, old, {"description": new})
    group.setModificationDate(when)
    group.reindexObject(["modified"])


def test_digest_tells_once_a_week_what_changed(weekly):
    change(weekly, NOW + timedelta(days=1))
    assert tell_secretariat(weekly, NOW + timedelta(days=6)) == 0
    assert letters(weekly) == []
    monday = NOW + WEEK + SETTLED
    assert tell_secretariat(weekly, monday) == 1
    (letter,) = letters(weekly)
    assert letter.to == "secretariaat@example.org"
    assert letter.subject == "Ter info: wat groepen deze week wijzigden"
    assert "active\n- In het kort: Oud. -> Nieuw." in told(weekly)
    assert tell_secretariat(weekly, monday) == 0
    assert tell_secretariat(weekly, monday + WEEK + SETTLED) == 0
    assert len(letters(weekly)) == 1


def test_digest_tells_of_a_group_that_stopped_for_a_while(weekly):
    group = weekly.groepen.active
    group.setModificationDate(NOW - timedelta(days=300))
    group.reindexObject(["modified"])
    with api.env.adopt_user(user=user_called("contact")):
        api.content.transition(group, "pause")
    assert tell_secretariat(weekly, LATER) == 1
    assert "Actief -> Tijdelijk gestopt" in told(weekly)


def test_digest_after_missed_weeks_is_one_letter(weekly):
    change(weekly, NOW + timedelta(days=1), "Eerst.")
    change(weekly, NOW + timedelta(days=15), "Dan.")
    assert tell_secretariat(weekly, NOW + timedelta(days=30)) == 1
    assert "Oud. -> Dan." in told(weekly)


def test_digest_is_silent_about_the_secretariat_and_about_nothing(weekly):
    change(weekly, NOW + timedelta(days=1), who=user_called("secretariat").getId())
    assert tell_secretariat(weekly, NOW + timedelta(days=8)) == 0
    assert letters(weekly) == []


def test_digest_waits_for_an_address(weekly):
    settings().secretariat_email = ""
    change(weekly, NOW + timedelta(days=1))
    assert tell_secretariat(weekly, NOW + timedelta(days=8)) == 0
    settings().secretariat_email = "secretariaat@example.org"
    assert tell_secretariat(weekly, NOW + timedelta(days=9)) == 1


def test_digest_leaves_what_is_just_being_saved_for_the_next(weekly):
    monday = NOW + WEEK + SETTLED
    change(weekly, monday - timedelta(minutes=1))
    assert tell_secretariat(weekly, monday) == 0
    assert tell_secretariat(weekly, monday + WEEK + SETTLED) == 1
    assert IAnnotations(weekly)["gastvrij.digest"] == monday + WEEK
