"""Around every page: the menu of who has logged in, and Plone's toolbar for editors."""

from plone.app.testing import applyProfile
from waiting import words_of

import pytest
import transaction


WITHOUT_TOOLBAR = ("member", "secretariat", "board")
WITH_TOOLBAR = ("editor", "coordinator", "site_admin")


@pytest.mark.parametrize("path", ["", "groepen", "desk"])
@pytest.mark.parametrize("who", WITHOUT_TOOLBAR)
def test_who_works_in_our_pages_meets_no_toolbar(site, who, path):
    page = site.page(who, path)
    assert not page.xpath("//*[@id='edit-bar' or @id='edit-zone']")


@pytest.mark.parametrize("who", WITH_TOOLBAR)
def test_who_works_in_plone_has_its_toolbar(site, who):
    assert site.page(who, "").xpath("//*[@id='edit-zone']")


@pytest.mark.parametrize("who", WITHOUT_TOOLBAR + WITH_TOOLBAR)
@pytest.mark.parametrize("menu", ["portal-top", "gv-menu-member"])
def test_everybody_who_logged_in_finds_tasks_and_the_way_out(site, who, menu):
    links = site.page(who, "groepen").xpath(f"//*[@id='{menu}']//a")
    ways = {words_of(link): link.get("href") for link in links}
    assert ways["Mijn taken"] == f"{site.url}/desk"
    assert ways["Afmelden"] == f"{site.url}/logout"


def test_visitor_finds_no_tasks(site):
    page = site.page("visitor", "")
    assert not page.xpath(
        "//*[@id='gv-menu-member' or @id='portal-membertools-wrapper']"
    )
    assert "Mijn taken" not in words_of(page)


def test_uninstalling_gives_everybody_the_toolbar_back(site):
    applyProfile(site.portal, "gastvrij:uninstall")
    transaction.commit()
    assert site.page("member", "").xpath("//*[@id='edit-zone']")
