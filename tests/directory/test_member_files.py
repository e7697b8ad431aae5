"""The private file of a group: always there, and never made by hand."""

from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import file_of
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.files import give_file
from gastvrij.directory.files import put_files_in_order
from groups import address
from groups import make_group
from groups import STATES
from groups import user_called
from people import NOW
from plone import api
from plone.app.testing import applyProfile

import pytest


def test_every_group_has_a_file_with_notes(filled):
    for state in STATES:
        file = file_of(filled.groepen[state])
        assert (file.portal_type, file.getId()) == ("MemberFile", "dossier")
        assert file.objectIds() == ["notities"]
        assert file["notities"].portal_type == "InternalNotes"
        for thing in (file, file["notities"]):
            assert api.content.get_state(thing) == "private"
            assert not thing.get_local_roles_for_userid("admin")


def test_a_file_is_given_once(filled):
    group = filled.groepen.active
    file = file_of(group)
    assert give_file(group).aq_base is file.aq_base
    assert put_files_in_order(filled, NOW) == 0


def test_a_group_without_a_file_gets_one_with_its_people(filled):
    group = filled.groepen.active
    group._delObject("dossier")
    user_id = user_called("contact").getId()
    applyProfile(filled, "gastvrij:default")
    (contact,) = contacts_of(group)
    assert (contact.user_id, contact.email) == (user_id, address("contact"))
    assert file_of(group).get_local_roles_for_userid(user_id) == ("Contact Person",)
    assert file_of(group)["notities"]


@pytest.mark.parametrize("who", ["secretariat", "manager", "contact"])
@pytest.mark.parametrize("name", ["MemberFile", "InternalNotes"])
def test_nobody_adds_a_file_by_hand(site, who, name):
    for place in ("groepen/active", "groepen/active/dossier", "groepen", ""):
        answer = site.rest(who, "POST", place, {"@type": name, "id": "tweede"})
        assert answer.status_code in (401, 403, 404), (place, answer.status_code)
    assert "tweede" not in site.portal.groepen.active
    assert "tweede" not in site.portal.groepen.active.dossier


@pytest.mark.parametrize("who", ["secretariat", "manager"])
def test_nobody_deletes_a_file_by_hand(site, who):
    for path in ("groepen/active/dossier", "groepen/active/dossier/notities"):
        assert site.rest(who, "DELETE", path).status_code in (401, 403)
    assert file_of(site.portal.groepen.active)["notities"]


def test_a_deleted_group_takes_its_file_along(site):
    assert site.rest("secretariat", "DELETE", "groepen/active").status_code == 204
    left = site.portal.portal_catalog.unrestrictedSearchResults(path="/plone/groepen")
    assert not [brain for brain in left if "/active" in brain.getPath()]


def test_a_copied_group_has_none_of_the_people(filled):
    group = make_group(filled, "bron")
    user_id = user_called("contact").getId()
    name_contact(group, user_id, "An", address("contact"), None, "contact", NOW)
    file_of(group)["notities"].decision_note = "geheim"
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(group, filled.groepen, id="kopie")
    assert contacts_of(copy) == []
    assert file_of(copy)["notities"].decision_note is None
    assert not copy.get_local_roles_for_userid(user_id)
    assert not file_of(copy).get_local_roles_for_userid(user_id)
    assert contacts_of(group)


def test_the_catalogue_knows_no_word_of_a_file(filled):
    file = file_of(filled.groepen.active)
    file["notities"].decision_note = "windorgel"
    file["notities"].reindexObject()
    brains = filled.portal_catalog.unrestrictedSearchResults
    assert not brains(SearchableText="windorgel")
    assert not brains(SearchableText="dossier")
    kinds = {"MemberFile": "Dossier", "InternalNotes": "Notities"}
    for kind, title in kinds.items():
        assert {brain.Title for brain in brains(portal_type=kind)} == {title}
