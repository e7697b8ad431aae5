"""What is planted in applications for membership, and in what groups' people asked."""

from applications import make_application
from applications import NOW
from applications import STEPS
from datetime import datetime
from datetime import UTC
from gastvrij.directory.asked import note_farewell
from gastvrij.directory.change_requests import ask as ask_change
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.invitations import invite
from gastvrij.membership import drafts
from gastvrij.membership.review import note
from planting import create_group
from planting import FINDABLE
from planting import pdf
from planting_files import create_rooms
from planting_files import HERBERG
from plone import api
from plone.app.testing import SITE_OWNER_NAME


# what a group told, before the board may see it and from then on
IN_EARLY = "grutto"
IN_LATE = "tureluur"
# what the secretariat may not see yet: all but the group's name
IN_UNCONFIRMED = "patrijs"
# what members of the board said, and what the secretariat advised
IN_REMARK = "oeverloper"
IN_CASE_NOTES = "kluut"
IN_HALF = "kemphaan"
# what people of a group asked of its file
IN_ASKED = "bontbek"
ALL = (
    IN_EARLY,
    IN_LATE,
    IN_UNCONFIRMED,
    IN_REMARK,
    IN_CASE_NOTES,
    IN_HALF,
    IN_ASKED,
)

BOARD_SEES = ("ready_for_board", "postponed", "approved", "rejected")


def told(word):
    """Return a word for every text that a group fills in."""
    return {
        "group_name": word,
        "website": f"https://{word}.example.org",
        "motivation": f"{word} {FINDABLE}",
        "contact_name": f"An {word}",
        "contact_email": f"{word}@example.org",
        "contact_phone": f"0470 {word}",
        "contact_function": word,
        "deputy_name": f"Bo {word}",
        "deputy_email": f"deputy-{word}@example.org",
        "scan": pdf(),
    }


def plant_application(portal, state):
    """Put an application in a state, with secrets in all that it holds."""
    word = IN_LATE if state in BOARD_SEES else IN_EARLY
    values = told(IN_UNCONFIRMED if state == "unconfirmed" else word)
    values["group_name"] = f"{word} {FINDABLE} {state}"
    application = make_application(portal, state, **values)
    application.secretariat_advice = IN_REMARK
    application.board_remarks = [
        {
            "user_id": f"{IN_REMARK}-user",
            "name": f"Cas {IN_REMARK}",
            "on": NOW,
            "opinion": "object",
            "text": IN_REMARK,
        }
    ]
    question = {"asked_on": NOW, "question": word, "fields": ["website"]}
    answered = {"answered_on": NOW, "answer": word}
    application.questions = [*(application.questions or []), question | answered]
    line = {"on": NOW, "who": "applicant", "transition": "", "before": "", "after": ""}
    application.log = [*(application.log or []), line | {"note": word}]
    note(application, IN_CASE_NOTES, IN_CASE_NOTES, NOW)
    notes = application["notities"]
    notes.log, notes.decision_note = list(notes.notes), IN_CASE_NOTES
    for thing in (application, notes):
        thing.reindexObject()
    return application


def create_half_filled_form(portal):
    """Keep a form that somebody began to fill in."""
    now = datetime.now(UTC)
    token = drafts.begin(portal["lid-worden"], now)
    draft = drafts.draft_called(portal["lid-worden"], drafts.draft_id_of(token, now))
    typed = {name: value for name, value in told(IN_HALF).items() if name != "scan"}
    drafts.keep(draft, typed)


def create_asked(portal):
    """Let a keeper invite somebody, ask for a change, and wish to stop."""
    group = create_group(portal.groepen, HERBERG, "publish")
    email = "hostess@example.org"
    user = api.user.create(email=email, username=email)
    row = ("Gast Vrouw", email, None, "contact")
    name_contact(group, user.getId(), *row, datetime.now(UTC))
    (contact,) = contacts_of(group)
    now = datetime.now(UTC)
    invite(group, f"{IN_ASKED}@example.org", "deputy", contact.user_id, now)
    ask_change(group, contact.user_id, {"title": IN_ASKED}, IN_ASKED, now)
    note_farewell(portal, group.UID(), f"{IN_ASKED}-user", now)


def plant_applications(portal):
    """Plant all of it; return the people, and the address of each application."""
    owner = portal.aq_parent.acl_users.getUser(SITE_OWNER_NAME)
    with api.env.adopt_user(user=owner):
        people = create_rooms(portal)
        create_half_filled_form(portal)
        create_asked(portal)
        for state in STEPS:
            plant_application(portal, state)
    return people
