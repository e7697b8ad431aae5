"""What is asked before a step: what not to write stands there, refusals find a box."""

from applications import make_application
from applications import NOW
from gastvrij.membership import case_forms
from gastvrij.membership.answering import entries_for
from gastvrij.membership.remarks import remark
from gastvrij.membership.review import present
from gastvrij.values.entries import Area
from gastvrij.values.refusal import Refused
from zope.i18n import translate

import pytest
import transaction


FORMS = ("question", "advice", "decision", "remark", "note")
SENTENCE = "Schrijf niets over verblijf"


def free_texts(entries):
    """Return the boxes in which somebody writes what they like."""
    return [entry for entry in entries if isinstance(entry, Area)]


@pytest.mark.parametrize("form", FORMS)
def test_what_not_to_write_stands_at_every_free_text(form):
    entries = getattr(case_forms, f"{form}_form")()
    (text,) = free_texts(entries)
    assert SENTENCE in translate(text.note, target_language="nl")


def test_what_not_to_write_stands_at_the_answer_of_a_group(portal):
    application = make_application(portal, "waiting_for_applicant")
    (text,) = free_texts(entries_for(application))
    assert SENTENCE in translate(text.note, target_language="nl")


def test_what_not_to_write_stands_on_the_page(desk):
    application = make_application(desk.portal, "in_review")
    transaction.commit()
    page = desk.page("secretariat", f"/lid-worden/{application.getId()}")
    notes = page.xpath("//*[contains(@class, 'gv-help--note')]")
    assert [SENTENCE in note.text_content() for note in notes] == [True] * 3


def test_objection_without_words_is_refused_at_its_own_box(portal):
    application = make_application(portal, "ready_for_board")
    with pytest.raises(Refused) as refused:
        remark(application, "bart", "Bart", "object", " ", NOW)
    names = [entry.name for entry in case_forms.remark_form()]
    assert refused.value.name in names


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("discussed_on", "Besproken in de groep op"),
        ("attends_meetings", "Onze contactpersoon komt"),
    ],
)
def test_what_the_group_has_not_told_is_named(portal, name, title):
    application = make_application(portal, "in_review", **{name: None})
    with pytest.raises(Refused) as refused:
        present(application, "", NOW)
    assert refused.value.name == name
    assert title in translate(refused.value.doc(), target_language="nl")


@pytest.mark.parametrize(("state", "count"), [("in_review", 0), ("approved", 1)])
def test_approved_application_leads_to_the_group_that_came_of_it(desk, state, count):
    application = make_application(desk.portal, state)
    transaction.commit()
    page = desk.page("secretariat", f"/lid-worden/{application.getId()}")
    found = page.xpath(
        "//a[@href=$url]", url=f"{desk.portal.absolute_url()}/groepen/open-poort"
    )
    assert len(found) == count
