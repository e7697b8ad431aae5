"""Which groups are nearest to a place: the rule, on plain values."""

from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.nearest import Atlas
from gastvrij.directory.nearest import Hit

import pytest


GENT = ("44021", (51.05, 3.72))
LEDEBERG = (51.04, 3.745)
MERELBEKE = ("44088", (50.995, 3.755))
AALST = ("41002", (50.94, 4.04))
BRUSSELS = ("21004", (50.85, 4.35))
NAMUR = ("92094", (50.467, 4.867))


def group(name, place=GENT, state="active", area=(), activities=("housing",)):
    """Return a group that is known by its name."""
    nis, point = place
    return KnownGroup(
        rid=1,
        uid=name,
        id=name,
        title=name,
        state=state,
        nis=nis,
        province="",
        point=point,
        service_area=frozenset(area),
        activities=activities,
        target_groups=("everyone",),
        languages=("nl",),
        recruiting="yes",
        recruiting_until=None,
        order=name,
        sort_name=name,
    )


def find(groups, nis="44021", point=LEDEBERG, radius=10, wanted=lambda group: True):
    """Return what is found near Ledeberg, unless another place is asked."""
    return Atlas(groups).nearest(nis, point, radius, wanted)


def names(hits):
    """Return the names of the groups that were found."""
    return [hit.group.title for hit in hits]


def test_who_works_there_comes_first_then_who_is_there_then_by_distance():
    worker = group("werkt er", BRUSSELS, area=["44021"])
    neighbour = group("buur")
    near = group("dichtbij", MERELBEKE)
    assert find([near, neighbour, worker]) == [
        Hit(worker, "service_area", 47, True),
        Hit(neighbour, "same_municipality", 2, True),
        Hit(near, "distance", 5, True),
    ]


def test_own_municipality_in_the_service_area_counts_as_working_there():
    found = find([group("buur", area=["44021"])])
    assert [hit.match for hit in found] == ["service_area"]


def test_same_distance_is_ordered_by_name():
    groups = [
        group("c", MERELBEKE),
        group("a", MERELBEKE),
        group("b", ("44088", (50.996, 3.756))),
        group("e", area=["44021"]),
        group("d", area=["44021"]),
    ]
    assert names(find(groups)) == ["d", "e", "a", "b", "c"]


def test_group_beyond_the_radius_is_left_out_when_three_are_within():
    groups = [group("a"), group("b"), group("c", MERELBEKE), group("d", AALST)]
    assert names(find(groups)) == ["a", "b", "c"]


def test_nearest_beyond_fill_up_to_three():
    groups = [group("ver", BRUSSELS), group("a"), group("b", AALST), group("c", NAMUR)]
    found = find(groups)
    assert names(found) == ["a", "b", "ver"]
    assert [hit.within_radius for hit in found] == [True, False, False]
    assert [hit.km for hit in found] == [2, 23, 47]


def test_groups_that_rest_do_not_count_for_the_three():
    groups = [
        group("a", state="paused"),
        group("b"),
        group("c", AALST, state="paused"),
        group("d", BRUSSELS),
        group("e", NAMUR),
        group("f", NAMUR),
    ]
    assert names(find(groups)) == ["a", "b", "c", "d", "e"]


def test_few_groups_are_all_found():
    assert names(find([group("ver", NAMUR)])) == ["ver"]
    assert find([]) == []


def test_only_wanted_groups_are_found():
    groups = [group("a"), group("b", activities=("work",)), group("c", NAMUR)]
    found = find(groups, wanted=lambda group: "housing" in group.activities)
    assert names(found) == ["a", "c"]


@pytest.mark.parametrize("radius", [1, 5, 10, 23, 50, 300])
def test_whatever_the_radius_the_rule_agrees_with_counting_one_by_one(radius):
    places = [MERELBEKE, AALST, BRUSSELS, NAMUR]
    groups = [group(f"{i:02}", places[i % 4]) for i in range(40)]
    found = find(groups, radius=radius)
    far = sorted(
        (hit.km, hit.group.title)
        for each in groups
        for hit in find([each], radius=radius)
    )
    within = [name for km, name in far if km <= radius]
    expected = within if len(within) >= 3 else [name for _, name in far][:3]
    assert names(found) == expected


def test_group_is_found_once_even_where_it_works_and_is():
    groups = [group("a", area=["44021", "44088"]), group("b", MERELBEKE)]
    found = find(groups, "44088", MERELBEKE[1])
    assert names(found) == ["a", "b"]
