"""What a person gets of their applications, and what is left after erasing."""

from applications import make_application
from applications import NOW
from datetime import timedelta
from gastvrij.membership import drafts
from gastvrij.membership.moves import move
from gastvrij.membership.personal_data import applications_of_person
from gastvrij.membership.remarks import remark
from gastvrij.membership.reminders import remind_silent
from gastvrij.membership.retention import ERASED
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.WorkflowCore import WorkflowException

import json
import pytest


EMAIL = "vlinder@example.org"


def test_export_has_all_that_erasing_clears(portal):
    application = make_application(portal, "ready_for_board", contact_email=EMAIL)
    application.scan = NamedBlobFile(data=b"%PDF-1", filename="vlinder.pdf")
    application.statutes_version = "2024"
    application.language = "en"
    remark(application, "bart", "Bart", "discuss", "Eerst praten", NOW)
    (told,) = applications_of_person.export(portal, EMAIL)
    assert set(ERASED) <= set(told)
    assert told["scan"] == "vlinder.pdf"
    assert told["board_remarks"][0]["text"] == "Eerst praten"
    assert told["secretariat_advice"] == "Een goede groep"
    known = (told["statutes_version"], told["language"], told["channel"])
    assert known == ("2024", "en", "web")
    assert json.loads(json.dumps(told)) == told


def test_export_has_what_was_typed_in_half_a_form(portal):
    desk = portal["lid-worden"]
    token = drafts.begin(desk, NOW)
    draft = drafts.draft_called(desk, drafts.draft_id_of(token, NOW))
    drafts.keep(draft, {"contact_email": EMAIL, "motivation": "Samen sterk"})
    found = applications_of_person.find(portal, EMAIL)
    exported = applications_of_person.export(portal, EMAIL)
    assert len(found) == len(exported) == 1
    assert exported[0]["typed"] == {
        "contact_email": EMAIL,
        "motivation": "Samen sterk",
    }


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_erased_application_is_closed_for_good(portal, state):
    application = make_application(portal, state, contact_email=EMAIL)
    assert applications_of_person.erase(portal, EMAIL, NOW) == 1
    assert api.content.get_state(application) == "anonymised"
    assert application.contact_email == ""
    with api.env.adopt_roles(["Manager"]), pytest.raises(WorkflowException):
        move(application, "take_up", NOW)
    assert remind_silent(portal, NOW + timedelta(days=400)) == 0


def test_erased_application_of_a_member_stays_approved(portal):
    application = make_application(portal, "approved", contact_email=EMAIL)
    assert applications_of_person.erase(portal, EMAIL, NOW) == 1
    assert api.content.get_state(application) == "approved"
    assert application.contact_name == ""
