"""What the network can decide, and what it cannot."""

from datetime import date
from gastvrij.settings.records import ISettings
from gastvrij.settings.records import settings
from gastvrij.values.refusal import Refused
from plone.app.testing import applyProfile
from types import SimpleNamespace
from zope.component import getUtility
from zope.schema import getFields
from zope.schema.interfaces import IVocabularyFactory

import pytest


DEFAULTS = {name: field.default for name, field in getFields(ISettings).items()}


def decided(**changes):
    """Return all settings as they come from a form, some of them changed."""
    return SimpleNamespace(**DEFAULTS | changes)


def test_settings_start_as_the_contract_says(portal):
    current = settings()
    assert {name: getattr(current, name) for name in DEFAULTS} == DEFAULTS
    assert current.confirm_every_months == 12
    assert current.confirm_reminder_days == (30, 60)
    assert current.fading_after_months == 15
    assert current.radius_choices == (5, 10, 20, 50)
    assert current.quiet_months == (7, 8)


def test_setting_an_attribute_writes_it(portal):
    settings().secretariat_email = "secretariaat@example.org"
    settings().board_dates = (date(2026, 3, 31),)
    assert settings().secretariat_email == "secretariaat@example.org"
    assert settings().board_dates == (date(2026, 3, 31),)


def test_installing_again_keeps_what_was_decided(portal):
    settings().confirm_every_months = 6
    applyProfile(portal, "gastvrij:default")
    assert settings().confirm_every_months == 6


def test_settings_are_empty_where_the_add_on_is_gone(portal):
    applyProfile(portal, "gastvrij:uninstall")
    assert settings().secretariat_email is None


def test_defaults_go_together():
    ISettings.validateInvariants(decided())


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("confirm_reminder_days", {"confirm_reminder_days": (60, 30)}),
        ("confirm_reminder_days", {"confirm_reminder_days": (30, 30)}),
        ("fading_after_months", {"fading_after_months": 12}),
        ("default_radius", {"default_radius": 7}),
        ("default_radius", {"radius_choices": (5,)}),
    ],
)
def test_settings_that_do_not_go_together_are_refused_by_name(name, changes):
    with pytest.raises(Refused) as refused:
        ISettings.validateInvariants(decided(**changes))
    assert refused.value.name == name


@pytest.mark.parametrize("email", ["an", "an@example", "an@example.org, bo@b.org"])
def test_address_of_the_secretariat_is_one_address(email):
    with pytest.raises(Refused):
        ISettings["secretariat_email"].validate(email)


@pytest.mark.parametrize("number", [0, -1, 61])
def test_numbers_stay_sane(number):
    with pytest.raises(Exception, match=str(number)):
        ISettings["keep_closed_months"].validate(number)


def test_months_are_offered_by_name(portal):
    terms = list(getUtility(IVocabularyFactory, "gastvrij.Months")(portal))
    assert [term.value for term in terms] == list(range(1, 13))
    assert terms[6].title == "juli"
