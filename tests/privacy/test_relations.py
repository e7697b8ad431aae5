"""Relations over REST: their target is told to whoever may see it."""

from gastvrij.toolkit.edition import IToolkitEdition
from planting import relate
from planting import SECRET
from plone import api
from plone.exportimport.interfaces import IExportImportRequestMarker
from plone.restapi.interfaces import IFieldSerializer
from z3c.relationfield.relation import RelationValue
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.intid.interfaces import IIntIds

import pytest
import transaction


JSON = {"Accept": "application/json"}
RELATIONS = (
    ("/toolkit/1/aanvulling", "supplements", f"/toolkit/1/wonen/{SECRET}-part"),
    ("/toolkit/1", "previous_edition", f"/toolkit/{SECRET}-withdrawn"),
)


@pytest.mark.parametrize(("path", "name", "target"), RELATIONS)
@pytest.mark.parametrize("who", ["visitor", "member", "contact"])
def test_relation_to_what_is_hidden_is_told_as_none(site, who, path, name, target):
    answer = site.ask(path, who, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()[name] is None
    assert SECRET not in answer.text


@pytest.mark.parametrize(("path", "name", "target"), RELATIONS)
def test_relation_is_told_to_who_may_see_its_target(site, path, name, target):
    told = site.ask(path, "manager", headers=JSON).json()[name]
    assert told["@id"] == site.url + target
    assert SECRET in told["title"]


def test_relation_to_a_public_part_is_told_to_visitors(site):
    addendum, part = site.at("/toolkit/1/aanvulling"), site.at("/toolkit/1/wonen/huren")
    relate(addendum, "supplements", part)
    transaction.commit()
    told = site.ask("/toolkit/1/aanvulling", headers=JSON).json()["supplements"]
    assert told["@id"] == f"{site.url}/toolkit/1/wonen/huren"


def test_relation_into_a_withdrawn_edition_is_not_told(site):
    addendum = site.at("/toolkit/1/aanvulling")
    relate(addendum, "supplements", site.at(f"/toolkit/{SECRET}-withdrawn/wonen/huren"))
    transaction.commit()
    told = site.ask("/toolkit/1/aanvulling", headers=JSON).json()
    assert told["supplements"] is None


def test_list_of_relations_leaves_out_what_is_hidden(site):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(site.portal, "Document", id="page", title="page")
        api.content.transition(page, "publish")
    ids = getUtility(IIntIds)
    targets = [site.at("/groepen/open"), site.at(f"/groepen/{SECRET}-draft")]
    page.relatedItems = [RelationValue(ids.getId(target)) for target in targets]
    transaction.commit()
    told = {
        who: site.ask("/page", who, headers=JSON).json()["relatedItems"]
        for who in ("visitor", "manager")
    }
    assert [item["title"] for item in told["visitor"]] == ["open"]
    assert len(told["manager"]) == 2


def test_export_keeps_a_relation_to_what_is_hidden(site):
    http_request = site.portal.REQUEST
    edition = site.at("/toolkit/1")
    field = IToolkitEdition["previous_edition"]
    alsoProvides(http_request, IExportImportRequestMarker)
    serializer = getMultiAdapter((field, edition, http_request), IFieldSerializer)
    assert serializer.get_value() is edition.previous_edition
