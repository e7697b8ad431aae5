"""People who were asked to speak for a group: rules, without pages."""

from datetime import timedelta
from gastvrij.accounts.people import make_account
from gastvrij.accounts.people import name_of
from gastvrij.accounts.people import user_for
from gastvrij.directory.contact_state import contact_state
from gastvrij.directory.contact_state import is_last_contact
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.invitations import invitation_to
from gastvrij.directory.invitations import invitations_of
from gastvrij.directory.invitations import invite
from gastvrij.directory.invitations import LIFETIME
from gastvrij.directory.invitations import PURPOSE
from gastvrij.directory.invitations import withdraw
from gastvrij.directory.taking_over import accept
from gastvrij.directory.taking_over import ask
from gastvrij.directory.taking_over import name_somebody
from gastvrij.directory.taking_over import stop
from gastvrij.directory.taking_over import tell_secretariat
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import look
from gastvrij.mail.outbox import letters_of
from gastvrij.values.refusal import Refused
from groups import address
from groups import make_group
from groups import make_person
from groups import user_called
from people import LATER
from people import name
from people import NOW
from plone import api
from plone.uuid.interfaces import IUUID

import pytest


BO = "bo@example.net"


@pytest.fixture
def group(portal):
    """Return a group with a contact person and a deputy."""
    for who in ("an", "deputy"):
        make_person(who, None)
    group = make_group(portal, "De Lange Tafel")
    name(group, "an")
    name(group, "deputy", "deputy")
    return group


def me(group, who="an"):
    """Return what somebody is to the group."""
    return contact_called(group, user_called(who).getId())


def letters(portal) -> dict[str, str]:
    """Return the subject of the last letter to each address."""
    sorted_letters = sorted(letters_of(portal), key=lambda pair: pair[1].posted)
    return {record.letter.to: record.letter.subject for _id, record in sorted_letters}


def test_an_invitation_stands_for_two_weeks(group):
    invite(group, BO, "deputy", me(group).user_id, NOW)
    until = NOW + LIFETIME
    assert invitation_to(group, "BO@EXAMPLE.NET", until - timedelta(seconds=1))
    assert invitation_to(group, BO, until) is None
    assert [each.email for each in invitations_of(group)] == [BO]


def test_an_invitation_gives_no_rights_and_makes_no_account(group):
    ask(group, BO, "contact", me(group), NOW)
    assert user_for(BO) is None
    assert len(contacts_of(group)) == 2


@pytest.mark.parametrize(
    ("email", "role", "sentence"),
    [
        ("info@example.net", "deputy", "gedeeld"),
        ("vzw.gent@example.net", "contact", "gedeeld"),
        ("geen adres", "deputy", "geen e-mailadres"),
        ("bo@example.net\nx@example.net", "deputy", "geen e-mailadres"),
        (address("an"), "contact", "je eigen adres"),
        (address("an").upper(), "deputy", "je eigen adres"),
        (address("deputy"), "deputy", "Deputy spreekt al"),
    ],
)
def test_an_address_that_will_not_do_is_refused_with_the_reason(
    group, email, role, sentence
):
    with pytest.raises(Refused) as refused:
        ask(group, email, role, me(group), NOW)
    assert refused.value.name == "email"
    told = api.portal.translate(refused.value.doc(), lang="nl")
    assert sentence in told
    assert invitations_of(group) == []


def test_a_deputy_can_be_asked_to_take_over(group):
    invitation = ask(group, address("deputy"), "contact", me(group), NOW)
    accept(group, invitation, "Dee", None, LATER)
    assert [(c.name, c.role) for c in contacts_of(group)] == [("Dee", "contact")]


def test_a_second_handover_replaces_the_first(group):
    ask(group, BO, "contact", me(group), NOW)
    ask(group, "di@example.net", "contact", me(group), LATER)
    ask(group, "ed@example.net", "deputy", me(group), LATER)
    emails = [each.email for each in invitations_of(group)]
    assert emails == ["di@example.net", "ed@example.net"]


def test_withdrawing_makes_the_link_unknown(portal, group):
    ask(group, BO, "contact", me(group), NOW)
    token = issue(portal, PURPOSE, IUUID(group), NOW, LIFETIME, person=BO)
    assert withdraw(group, BO.upper()).email == BO
    assert invitations_of(group) == []
    assert withdraw(group, BO) is None
    with pytest.raises(LinkUnknown):
        look(portal, token, PURPOSE, NOW)


def test_what_somebody_asked_ends_with_their_own_rights(group):
    ask(group, BO, "deputy", me(group), NOW)
    end_contact(group, user_called("an").getId(), NOW)
    assert invitation_to(group, BO, NOW) is None
    assert invitations_of(group) == []


def test_accepting_a_handover_makes_the_account_and_tells_everybody(portal, group):
    api.portal.set_registry_record("gastvrij.secretariat_email", "sec@example.org")
    former = user_called("an").getId()
    invitation = ask(group, BO, "contact", me(group), NOW)
    successor = accept(group, invitation, "Bo Claes", "016 20 00 00", LATER)
    assert name_of(successor.user_id) == "Bo Claes"
    assert user_for(BO).getId() == successor.user_id
    assert (successor.role, successor.phone) == ("contact", "016 20 00 00")
    assert contact_called(group, former) is None
    assert invitations_of(group) == []
    assert letters(portal) == {
        BO: "Ter info: je bent nu contactpersoon van De Lange Tafel",
        address("an"): "Ter info: Bo Claes spreekt nu voor De Lange Tafel",
        "sec@example.org": "Ter info: Bo Claes spreekt nu voor De Lange Tafel",
    }


def test_accepting_with_an_account_keeps_it(group):
    user = make_account("Bo@Example.net", "Bo")
    invitation = ask(group, BO, "deputy", me(group), NOW)
    assert accept(group, invitation, "Bo Claes", None, LATER).user_id == user.getId()
    assert [c.role for c in contacts_of(group)] == ["contact", "deputy", "deputy"]
    assert me(group)


def test_the_public_address_stays_as_it_is(group):
    group.public_email = "tafel@example.org"
    invitation = ask(group, BO, "contact", me(group), NOW)
    accept(group, invitation, "Bo Claes", None, LATER)
    assert group.public_email == "tafel@example.org"


def test_the_secretariat_names_somebody_at_once(portal, group):
    ask(group, BO, "deputy", me(group), NOW)
    contact = name_somebody(group, "Bo Claes", BO, None, "contact", LATER)
    assert me(group).role == contact.role == "contact"
    assert user_for(BO).getId() == contact.user_id
    assert invitations_of(group) == []
    assert (
        letters(portal)[BO] == "Te doen: log in als contactpersoon van De Lange Tafel"
    )
    with pytest.raises(Refused):
        name_somebody(group, "Info", "info@example.net", None, "contact", NOW)


def test_stopping_tells_the_person(portal, group):
    stop(group, me(group, "deputy"), NOW)
    assert letters(portal) == {
        address("deputy"): "Ter info: je spreekt niet meer voor De Lange Tafel"
    }


def test_the_last_contact_person_is_known(group):
    assert is_last_contact(group, me(group))
    assert not is_last_contact(group, me(group, "deputy"))
    name_somebody(group, "Bo", BO, None, "contact", NOW)
    assert not is_last_contact(group, me(group))


def test_state_of_a_group_follows_its_people(portal, group):
    api.portal.set_registry_record("gastvrij.secretariat_email", "sec@example.org")
    assert contact_state(group) == "standing"
    for _twice in range(2):
        tell_secretariat(group, me(group), NOW)
    assert contact_state(group) == "going"
    subject = "Te doen: De Lange Tafel zoekt een contactpersoon"
    assert letters(portal) == {"sec@example.org": subject}
    assert len(list(letters_of(portal))) == 1
    name_somebody(group, "Bo", BO, None, "contact", NOW)
    assert contact_state(group) == "standing"
    end_contact(group, user_for(BO).getId(), NOW)
    end_contact(group, user_called("an").getId(), NOW)
    assert contact_state(group) == "missing"
