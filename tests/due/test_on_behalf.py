"""Due tasks see the site as a visitor's browser does, and may do everything."""

from gastvrij.due.on_behalf import ACTOR
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.due.public_address import public_url
from gastvrij.interfaces import IGastvrijLayer
from plone import api
from zope.component.hooks import getSite
from zope.globalrequest import getRequest

import pytest


def test_addresses_are_those_that_the_public_knows(portal, configured):
    configured["public-url"] = "https://www.example.org/netwerk/"
    with on_behalf_of(portal) as site:
        assert site.absolute_url() == "https://www.example.org/netwerk"
        assert site.groepen.absolute_url() == "https://www.example.org/netwerk/groepen"
        (brain,) = api.content.find(portal_type="MemberDirectory")
        assert brain.getURL() == "https://www.example.org/netwerk/groepen"
        assert api.portal.get().absolute_url() == "https://www.example.org/netwerk"
        path = site.REQUEST.physicalPathFromURL(f"{site.absolute_url()}/groepen")
        assert "/".join(path) == "/plone/groepen"


@pytest.mark.parametrize(
    ("configured_url", "address"),
    [
        ("https://www.example.org", "https://www.example.org"),
        ("https://www.example.org/", "https://www.example.org"),
        ("https://www.example.org:443", "https://www.example.org"),
        ("http://localhost:8080/{site}", "http://localhost:8080/plone"),
        ("http://[::1]:8080/{site}", "http://[::1]:8080/plone"),
        (" https://www.example.org/a/b ", "https://www.example.org/a/b"),
    ],
)
def test_public_address_of_every_shape(portal, configured, configured_url, address):
    configured["public-url"] = configured_url
    with on_behalf_of(portal) as site:
        assert site.absolute_url() == address


@pytest.mark.parametrize(
    "nonsense",
    ["", "www.example.org", "ftp://x", "http://", "http://x:port", "http://["],
)
def test_what_is_no_address_is_not_taken_for_one(portal, configured, nonsense):
    configured["public-url"] = nonsense
    assert public_url(portal) == ""
    with on_behalf_of(portal) as site:
        assert site.absolute_url() == portal.absolute_url()


def test_request_has_our_layer_and_the_language_of_the_site(portal):
    with on_behalf_of(portal) as site:
        assert getRequest() is site.REQUEST
        assert site.REQUEST is not portal.REQUEST
        assert IGastvrijLayer.providedBy(getRequest())
        assert api.portal.get_current_language() == "nl"
        assert site.restrictedTraverse("@@home")


def test_site_may_do_what_visitors_may_not(portal):
    with on_behalf_of(portal) as site:
        assert api.user.get_current().getId() == ACTOR
        group = api.content.create(
            site.groepen,
            "MemberOrganisation",
            title="Ontwerp",
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
        )
        found = api.content.find(portal_type="MemberOrganisation")
        assert [brain.getId for brain in found] == [group.getId()]
        assert site.restrictedTraverse("groepen/ontwerp/@@view")


def test_thread_is_left_as_it_was(portal):
    def surroundings():
        return getSite(), getRequest(), api.user.get_current().getId()

    before = surroundings()
    with on_behalf_of(portal):
        assert surroundings() != before
    assert surroundings() == before
    with pytest.raises(KeyError), on_behalf_of(portal) as site:
        site["nothing of this name"]
    assert surroundings() == before
