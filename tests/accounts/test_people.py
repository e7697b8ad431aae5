"""Accounts by e-mail address."""

from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import make_account
from gastvrij.accounts.people import name_of
from gastvrij.accounts.people import user_for
from uuid import UUID

import pytest


@pytest.fixture
def an(portal):
    """Return the account of somebody who writes her address with capitals."""
    return make_account("An.Peeters@Example.org", "An Peeters")


@pytest.mark.parametrize(
    "written",
    ["an.peeters@example.org", "AN.PEETERS@EXAMPLE.ORG", " An.Peeters@Example.org "],
)
def test_account_is_found_however_its_address_is_written(an, written):
    assert user_for(written).getId() == an.getId()


@pytest.mark.parametrize(
    "other",
    [
        "",
        " ",
        "an.peeters",
        "an.peeters@example.or",
        "*",
        "an*",
        "é@example.org",
        "admin",
    ],
)
def test_account_is_not_found_by_another_address(an, other):
    assert user_for(other) is None


def test_account_tells_nothing_by_its_id_and_logs_in_by_its_address(an):
    assert UUID(an.getId())
    assert an.getUserName() == "an.peeters@example.org"
    assert email_of(an.getId()) == "An.Peeters@Example.org"
    assert name_of(an.getId()) == "An Peeters"


def test_somebody_unknown_has_no_address_and_no_name(portal):
    assert email_of("nobody") == ""
    assert name_of("nobody") == ""


def test_two_accounts_never_share_an_address(an):
    with pytest.raises(ValueError, match="AN"):
        make_account("AN.PEETERS@example.org", "Another An")


@pytest.mark.parametrize(
    "email", ["", "an", "an@", "an@example.org\nBcc: all@example.org"]
)
def test_account_needs_an_address(portal, email):
    with pytest.raises(ValueError):  # noqa: PT011, Plone words it
        make_account(email, "An")
