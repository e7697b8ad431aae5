"""The points of the map over REST."""

from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from gastvrij.spelling.dates import today_in_belgium
from groups import ANTWERP
from groups import GENT
from groups import make_group

import datetime
import pytest
import transaction


@pytest.fixture
def network(site):
    """Return a site with groups that are placed more and less exactly."""
    make_group(site.portal, "Ketel", municipality=ANTWERP, activities=["work"])
    make_group(
        site.portal,
        "Deur",
        location_precision="address",
        postal_code="9050",
        street="Geheimstraat 7",
        recruiting="yes",
    )
    transaction.commit()
    return site


def ask(site, query="", who="visitor", **headers):
    """Ask for the points."""
    headers = {"Accept": "application/json"} | headers
    path = f"groepen/@groups-geojson{query}"
    return site.ask(who, "GET", path, headers=headers)


def titles(site, query="", who="visitor"):
    """Return the names of the groups that are answered."""
    found = ask(site, query, who).json()["features"]
    return {feature["properties"]["title"] for feature in found}


def test_points_are_a_feature_collection_of_public_facts(network):
    answer = ask(network)
    assert answer.headers["Content-Type"] == "application/json"
    told = answer.json()
    assert told["type"] == "FeatureCollection"
    by_title = {each["properties"]["title"]: each for each in told["features"]}
    assert set(by_title) == {"Ketel", "Deur", "active", "other", "paused"}
    uid = network.portal.groepen["deur"].UID()
    lat, lon = centre_of_code("9050")
    assert by_title["Deur"] == {
        "type": "Feature",
        "id": uid,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "@id": f"{network.url}/groepen/deur",
            "title": "Deur",
            "municipality": {"nis": GENT, "name": "Gent"},
            "province": "oost-vlaanderen",
            "activities": ["housing"],
            "recruiting": "yes",
            "review_state": "active",
        },
    }
    lat, lon = centre(GENT)
    assert by_title["active"]["geometry"]["coordinates"] == [lon, lat]
    assert "Geheimstraat" not in answer.text


def test_points_are_filtered_as_the_groups_are(network):
    assert titles(network, "?activity=work") == {"Ketel"}
    assert titles(network, "?q=deur") == {"Deur"}
    assert titles(network, "?place=2000&activity=work") == {"Ketel"}
    assert titles(network, "?q=bestaatniet") == set()


def test_points_are_the_same_for_everyone(site):
    public = {"active", "other", "paused"}
    for who in ("visitor", "contact", "board", "manager"):
        assert titles(site, "", who) == public
        assert titles(site, "?q=hidden", who) == set()


def test_odd_question_answers_400_and_names_the_field(network):
    for query, field in (
        ("?activity=dansen", "activity"),
        ("?radius=x", "radius"),
        ("?place=ABCD", "place"),
    ):
        answer = ask(network, query)
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_unchanged_points_are_not_sent_again(network):
    first = ask(network)
    etag = first.headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        again = ask(network, **{"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == etag
    assert ask(network, **{"If-None-Match": '"other"'}).content == first.content
    filtered = ask(network, "?activity=work")
    assert filtered.headers["ETag"] != etag


def test_hidden_group_leaves_the_points_at_once(network):
    etag = ask(network).headers["ETag"]
    network.rest("contact", "POST", "groepen/active/@workflow/hide")
    answer = ask(network, **{"If-None-Match": etag})
    assert answer.status_code == 200
    assert "active" not in titles(network)


def test_points_change_with_the_day(network, monkeypatch):
    etag = ask(network).headers["ETag"]
    tomorrow = today_in_belgium() + datetime.timedelta(days=1)
    monkeypatch.setattr(
        "gastvrij.directory.geojson_service.today_in_belgium", lambda: tomorrow
    )
    assert ask(network, **{"If-None-Match": etag}).status_code == 200


def test_points_are_made_once(network, monkeypatch):
    first = ask(network)
    monkeypatch.setattr("gastvrij.directory.geojson_service.feature_collection", None)
    assert ask(network).content == first.content
