"""The address of a widget asks what its form and its field ask."""

from gastvrij.networkday.network_day import INetworkDay
from gastvrij.privacy.widgets import ask_what_the_form_asks
from planting import pdf
from planting import SECRET
from plone import api
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from zope.component import getGlobalSiteManager
from ZPublisher.interfaces import IPubAfterTraversal

import pytest
import transaction


HTML = {"Accept": "text/html"}
DAY = "/netwerkdagen/2030"
BOOK = f"{DAY}/@@edit/++widget++report_book/@@download/x.pdf"
WIDGETS = (
    BOOK,
    f"{DAY}/@@edit/++widget++title/@@ploneform-render-widget",
    f"{DAY}/@@edit/++widget++form.widgets.title/@@ploneform-render-widget",
    f"{DAY}/@@edit/++widget++report_book/@@ploneform-render-widget",
    "/toolkit/1/@@edit/++widget++previous_edition/@@ploneform-render-widget",
)


@pytest.fixture
def reported(site):
    """Return the site, with a file in a day that ``member`` may edit and others not."""
    member = site.portal.acl_users.getUser("member@example.org").getId()
    with api.env.adopt_roles(["Manager"]):
        day = site.at(DAY)
        day.report_book = pdf()
        day.manage_setLocalRoles(member, ["Network Day Coordinator"])
        day.reindexObjectSecurity()
    transaction.commit()
    return site


@pytest.fixture
def unasked():
    """Take the subscriber away: the control."""
    registry = getGlobalSiteManager()
    registry.unregisterHandler(ask_what_the_form_asks, (IPubAfterTraversal,))
    yield
    registry.registerHandler(ask_what_the_form_asks, (IPubAfterTraversal,))


@pytest.fixture
def unreadable():
    """Give a field a read permission that only managers have."""
    before = INetworkDay.queryTaggedValue(READ_PERMISSIONS_KEY, {})
    INetworkDay.setTaggedValue(
        READ_PERMISSIONS_KEY, {**before, "report_book": "cmf.ManagePortal"}
    )
    yield
    INetworkDay.setTaggedValue(READ_PERMISSIONS_KEY, before)


def statuses(site, who):
    """Return what the widgets answer."""
    return [site.ask(path, who, headers=HTML).status_code for path in WIDGETS]


@pytest.mark.parametrize("who", ["visitor", "contact"])
def test_widgets_are_closed_for_who_may_not_open_the_form(reported, who):
    assert statuses(reported, who) == [302] * len(WIDGETS)
    assert SECRET not in reported.ask(BOOK, who, headers=HTML).text


@pytest.mark.usefixtures("unasked")
def test_without_the_check_widgets_are_open(reported):
    assert statuses(reported, "visitor") == [200] * len(WIDGETS)
    assert SECRET in reported.ask(BOOK, headers=HTML).text


def test_widgets_are_open_for_who_may_open_the_form(reported):
    assert SECRET in reported.ask(BOOK, "member", headers=HTML).text
    assert statuses(reported, "manager") == [200] * len(WIDGETS)


@pytest.mark.usefixtures("unreadable")
def test_a_field_that_may_not_be_read_is_closed_in_a_form_that_may_be_opened(reported):
    other = WIDGETS[1]

    assert reported.ask(BOOK, "member", headers=HTML).status_code == 302
    assert reported.ask(other, "member", headers=HTML).status_code == 200
    assert SECRET in reported.ask(BOOK, "manager", headers=HTML).text


@pytest.mark.usefixtures("unreadable", "unasked")
def test_without_the_check_the_field_is_read(reported):
    assert SECRET in reported.ask(BOOK, "member", headers=HTML).text
