"""Members near a group that applies: shown to the secretariat, told with consent."""

from applications import make_application
from applications import NOW
from desks import Desk
from gastvrij.directory.contacts import name_contact
from gastvrij.membership.neighbours import inform
from gastvrij.membership.neighbours import neighbours_of
from gastvrij.values.refusal import Refused
from groups import ANTWERP
from groups import DEINZE
from groups import make_group
from letterbox import text_of
from plone import api

import pytest
import transaction


SECRETS = ("Ann Peeters", "ann.peeters@example.org", "470", "Samen sterker", "9000")


@pytest.fixture
def near(desk) -> Desk:
    """Return the desk among groups that are near, far, and not to be seen."""
    make_group(desk.portal, "De Buur")
    make_group(desk.portal, "De Overkant", municipality=DEINZE)
    make_group(desk.portal, "Te Ver", municipality=ANTWERP)
    make_group(desk.portal, "Nog Niet", "draft")
    make_group(desk.portal, "Voorbij", "ended")
    with api.env.adopt_roles(["Manager"]):
        for name in ("de-buur", "de-overkant"):
            group = desk.portal.groepen[name]
            email = f"{name}@example.org"
            user = api.user.create(email=email, password="een lang geheim woord")
            name_contact(group, user.getId(), name, email, None, "contact", NOW)
    transaction.commit()
    return desk


def apply(near, state="in_review", **others):
    """Make an application of a group that wrote what a neighbour may not read."""
    others = {"motivation": "Samen sterker", "may_inform_neighbours": True} | others
    application = make_application(near.portal, state, **others)
    near.letters()
    return application


def case_of(application):
    return f"/lid-worden/{application.getId()}"


def test_secretariat_sees_the_members_that_visitors_find_near(near):
    application = apply(near)
    found = [hit.group.title for hit in neighbours_of(application)]
    assert found[:2] == ["De Buur", "De Overkant"]
    assert not {"Nog Niet", "Voorbij"} & set(found)
    page = near.page("secretariat", case_of(application))
    (link,) = page.xpath("//aside//a[contains(., 'De Overkant')]")
    assert link.get("href") == near.portal.groepen["de-overkant"].absolute_url()
    place = link.getparent().text_content().split()
    assert place == ["De", "Overkant", "Deinze,", "15", "km"]


def test_board_is_not_asked_to_tell_neighbours(near):
    application = apply(near, "ready_for_board")
    page = near.page("board", case_of(application))
    assert not page.xpath("//button[@value='inform']")
    assert not page.xpath("//aside//a[contains(., 'De Overkant')]")


def test_chosen_neighbours_are_told_once_and_read_name_and_place_alone(near):
    application = apply(near)
    page = near.page("secretariat", case_of(application))
    boxes = page.xpath("//input[@name='inform_groups']")
    assert len(boxes) == 3
    assert not page.xpath("//input[@name='inform_groups'][@checked]")
    none = near.send("secretariat", page, "action", "inform")
    assert none.status_code == 400
    assert "Kies minstens één groep" in none.text
    uid = near.portal.groepen["de-overkant"].UID()
    near.send("secretariat", page, "action", "inform", inform_groups=[uid])
    (letter,) = near.letters()
    assert letter["To"] == "de-overkant@example.org"
    assert letter["Reply-To"] == "secretariaat@example.org"
    told = text_of(letter)
    assert "Open Poort in Gent" in told
    assert [word for word in SECRETS if word in told + str(letter["Subject"])] == []
    assert application.log[-1]["note"] == "De Overkant"
    again = near.send("secretariat", page, "action", "inform", inform_groups=[uid])
    assert again.status_code == 400
    page = near.page("secretariat", case_of(application))
    assert not page.xpath("//button[@value='inform']")
    assert "Groepen in de buurt kregen bericht" in page.text_content()
    assert near.letters() == []


def test_without_consent_there_is_no_button_and_nothing_is_sent(near):
    application = apply(near, may_inform_neighbours=False)
    page = near.page("secretariat", case_of(application))
    assert not page.xpath("//button[@value='inform']")
    token = page.xpath("//input[@name='_authenticator']/@value")[0]
    uid = near.portal.groepen["de-buur"].UID()
    data = {"_authenticator": token, "action": "inform", "inform_groups": uid}
    answer = near.ask("secretariat", "POST", case_of(application), data=data)
    assert answer.status_code == 400
    assert near.letters() == []
    with pytest.raises(Refused):
        inform(application, [uid], NOW)


def test_group_that_is_not_near_cannot_be_told(near):
    application = apply(near)
    uid = near.portal.groepen["nog-niet"].UID()
    with pytest.raises(Refused):
        inform(application, [uid, "x"], NOW)
