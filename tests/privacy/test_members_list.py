"""Who has an account is for managers to know."""

import pytest


JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html"}
NAMES = "plone.app.vocabularies."
LISTS = (
    ("/@users", JSON),
    ("/@users?query=keeper", JSON),
    ("/@vocabularies/plone.app.vocabularies.Users", JSON),
    ("/@vocabularies/plone.app.vocabularies.Principals", JSON),
    ("/groepen/@vocabularies/plone.app.vocabularies.Users", JSON),
    ("/@principals?search=keeper", JSON),
    ("/portal_membership/searchForMembers", HTML),
    (f"/@@getVocabulary?name={NAMES}Users&query=keeper", HTML),
    (f"/@@getVocabulary?name={NAMES}Principals&query=keeper", HTML),
    ("/groepen/@sharing?search=keeper", JSON),
    ("/groepen/open/@sharing?search=keeper", JSON),
    ("/@@sharing?search_term=keeper", HTML),
    ("/@querystring", JSON),
    ("/@@querybuilderjsonconfig", HTML),
    ("/@groups", JSON),
    ("/@groups/secretariat", JSON),
    ("/@@usergroup-userprefs?searchstring=keeper", HTML),
    ("/@@pas_search/searchUsers?fullname=keeper", HTML),
    ("/@@member-search?login=keeper", HTML),
    ("/acl_users/searchUsers?id=keeper", HTML),
    ("/portal_membership/listMembers", HTML),
    ("/portal_membership/listMemberIds", HTML),
)


def finders(site, who):
    """Return the lists in which ``who`` finds an account."""
    keeper = site.portal.acl_users.getUser("keeper@example.org").getId()
    texts = {a: site.ask(a, who, headers=h).text.replace(a, "") for a, h in LISTS}
    return [a for a, text in texts.items() if keeper in text or "keeper@" in text]


@pytest.mark.parametrize("who", ["visitor", "member", "contact"])
def test_accounts_are_listed_for_nobody(site, who):
    assert finders(site, who) == []


def test_accounts_are_listed_for_managers(site):
    assert len(finders(site, "manager")) >= 5


def test_asking_for_accounts_is_refused(site):
    answer = site.ask(LISTS[2][0], "member", headers=JSON)

    assert answer.status_code in (401, 403)
