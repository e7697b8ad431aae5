"""What the form checks as a whole, and what it marks beforehand as required."""

from applications import values
from datetime import datetime
from datetime import UTC
from gastvrij.membership import drafts
from gastvrij.membership.form_checks import check_whole
from gastvrij.membership.form_checks import needed
from lxml import html
from zope.i18n import translate

import pytest
import transaction


OF_EXISTING = {"discussed_on", "decided_on", "attends_meetings"}


@pytest.mark.parametrize(
    ("kind", "names"), [("existing_group", OF_EXISTING), ("new_group", set())]
)
def test_existing_group_tells_what_it_discussed_and_decided(kind, names):
    told = values(kind=kind) | dict.fromkeys(OF_EXISTING)
    assert set(needed(told)) == set(check_whole(told)) == names


@pytest.mark.parametrize(
    "address", ["ann.peeters@example.org", "Ann.Peeters@EXAMPLE.org"]
)
def test_deputy_is_somebody_else_than_the_contact_person(address):
    wrong = check_whole(values(deputy_name="Bo", deputy_email=address))
    assert list(wrong) == ["deputy_email"]
    assert "van de contactpersoon" in translate(
        wrong["deputy_email"], target_language="nl"
    )


@pytest.mark.parametrize(
    ("kind", "names"),
    [("existing_group", OF_EXISTING | {"privacy"}), ("new_group", {"privacy"})],
)
def test_declaration_marks_what_is_required(desk, kind, names):
    now = datetime.now(UTC)
    token = drafts.begin(desk.portal["lid-worden"], now)
    draft = drafts.draft_called(
        desk.portal["lid-worden"], drafts.draft_id_of(token, now)
    )
    drafts.keep(draft, {"kind": kind})
    transaction.commit()
    sent = {"token": token, "step": "contact", "goto": "declaration"}
    answer = desk.ask("visitor", "POST", "/lid-worden/apply", data=sent)
    page = html.fromstring(answer.text)
    marked = {
        box
        for box in ("discussed_on", "decided_on", "attends_meetings", "privacy")
        if "(verplicht)" in around(page, box).text_content()
    }
    assert marked == names


def around(page, name):
    """Return what is around a box: its label, its help and what is typed in it."""
    (box,) = page.xpath(
        f"(//*[@name='{name}']/ancestor::*[contains(@class, 'gv-field')])[1]"
    )
    return box
