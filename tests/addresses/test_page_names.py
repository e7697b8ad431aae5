"""No content stands in the way of a page."""

from gastvrij.addresses.page_names import is_page_of_ours
from OFS.CopySupport import CopyError
from plone import api
from zExceptions import BadRequest

import pytest
import requests
import transaction


@pytest.fixture
def toolkit(functional):
    """Return the toolkit, as somebody who may change everything."""
    with api.env.adopt_roles(["Manager"]):
        yield functional["portal"].toolkit


@pytest.mark.parametrize(
    ("path", "name", "ours"),
    [
        ("toolkit", "view", True),
        ("toolkit", "resolveuid", True),
        ("toolkit", "edit", False),
        ("toolkit", "2", False),
        ("groepen", "view", True),
        ("groepen", "de-warme-drempel", False),
        ("netwerkdagen", "view", True),
        ("netwerkdagen", "2017", False),
    ],
)
def test_page_of_ours_is_known_by_its_name(integration, path, name, ours):
    assert is_page_of_ours(integration["portal"][path], name) is ours


def test_edition_cannot_take_the_name_of_a_page(toolkit):
    with pytest.raises(BadRequest):
        toolkit.invokeFactory("ToolkitEdition", "resolveuid", title="Editie", number=1)
    assert "resolveuid" not in toolkit


def test_content_cannot_be_renamed_to_a_page(toolkit):
    edition = api.content.create(toolkit, "ToolkitEdition", title="Editie", number=1)
    transaction.savepoint(optimistic=True)
    with pytest.raises(CopyError):
        toolkit.manage_renameObject(edition.getId(), "resolveuid")


def test_part_cannot_stand_where_a_short_address_is_answered(toolkit):
    edition = api.content.create(toolkit, "ToolkitEdition", title="Editie", number=1)
    with pytest.raises(BadRequest):
        edition.invokeFactory("ToolkitChapter", "by-number", title="Hoofdstuk")


@pytest.mark.parametrize("name", ["outbox", "person-data", "contact-info"])
def test_no_page_of_the_site_is_hidden_by_content(functional, name):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(BadRequest):
            api.content.create(portal, "Document", id=name, title="x")
        page = api.content.create(portal, "Document", id="page", title="x")
        transaction.savepoint(optimistic=True)
        with pytest.raises((BadRequest, CopyError)):
            portal.manage_renameObject("page", name)
        assert page.getId() == "page"
    assert name not in portal


def test_pages_of_the_site_can_have_any_other_name(functional):
    with api.env.adopt_roles(["Manager"]):
        for name in ("contact", "privacy", "outboxes"):
            api.content.create(functional["portal"], "Document", id=name, title="x")


def test_rest_answers_400_to_the_name_of_a_page(functional, toolkit):
    portal = functional["portal"]
    transaction.commit()
    answer = requests.post(
        f"http://localhost:{functional['port']}/{portal.getId()}/toolkit",
        json={"@type": "ToolkitEdition", "id": "resolveuid", "title": "E", "number": 1},
        headers={"Accept": "application/json"},
        auth=("admin", "secret"),
        timeout=30,
    )
    transaction.begin()
    assert answer.status_code == 400
    assert "resolveuid" in answer.text
    assert "resolveuid" not in portal.toolkit
