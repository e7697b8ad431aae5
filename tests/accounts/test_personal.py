"""Which addresses belong to one person."""

from gastvrij.accounts.personal import is_shared_mailbox
from gastvrij.accounts.personal import refuse_shared_mailbox
from gastvrij.values.refusal import Refused

import pytest


SHARED = (
    "info@example.org",
    "INFO@example.org",
    " Info@example.org ",
    "info.gent@example.org",
    "info-2@example.org",
    "info2@example.org",
    "contact+site@example.org",
    "secretariaat@example.org",
    "hallo@example.org",
    "mail@example.org",
    "admin@example.org",
    "welkom@example.org",
    "vrijwilligers@example.org",
    "vzw@example.org",
    "bestuur@example.org",
    "asbl@example.org",
    "benevoles@example.org",
    "accueil@example.org",
    "team_gent@example.org",
    "no-reply@example.org",
    "noreply@example.org",
)
PERSONAL = (
    "an.peeters@example.org",
    "infante@example.org",
    "mailis.tamm@example.org",
    "dagmar@example.org",
    "helpens.jan@example.org",
    "vzwerver@example.org",
    "jan@info.example",
    "2jan@example.org",
    ".info@example.org",
    "@example.org",
    "",
)


@pytest.mark.parametrize("email", SHARED)
def test_address_on_the_door_is_shared(email):
    assert is_shared_mailbox(email)
    with pytest.raises(Refused) as refusal:
        refuse_shared_mailbox(email)
    assert refusal.value.doc() == "error_shared_mailbox"


@pytest.mark.parametrize("email", PERSONAL)
def test_address_of_a_person_is_not_shared(email):
    assert not is_shared_mailbox(email)
    refuse_shared_mailbox(email)


def test_address_of_a_megabyte_is_judged_at_once():
    assert not is_shared_mailbox("a" * 1_000_000 + "@example.org")
