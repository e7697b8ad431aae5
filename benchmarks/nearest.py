"""S4: how long the rule takes for the nearest groups. Usage: nearest.py GROUPS_JSON.

Writes the median in milliseconds to nearest.txt beside the groups.
"""

from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.nearest import Atlas
from gastvrij.places.lookup import spots
from pathlib import Path
from statistics import median
from typing import Any

import json
import sys
import time


ASKED = (
    "9050",
    "1000 Brussel",
    "Gent",
    "3500",
    "8900",
    "2000 Antwerpen",
    "9620",
    "5000",
)
RADII = (5, 10, 20, 50)
TIMES = 15


def known(number: int, group: dict[str, Any]) -> KnownGroup:
    """Return a group as the directory remembers it."""
    return KnownGroup(
        rid=number,
        uid=group["id"],
        id=group["id"],
        title=group["title"],
        state="active",
        nis=group["municipality"],
        province="",
        point=(group["lat"], group["lon"]),
        service_area=frozenset(group["service_area"]),
        activities=tuple(group["activities"]),
        target_groups=("everyone",),
        languages=tuple(group["languages"]),
        recruiting=group["recruiting"],
        recruiting_until=None,
        order=group["title"],
        sort_name=group["title"].lower(),
    )


def main(groups_json: str) -> None:
    """Ask for several places and distances, many times."""
    groups = json.loads(Path(groups_json).read_text("utf-8"))
    atlas = Atlas([known(number, group) for number, group in enumerate(groups)])
    found = [spot for text in ASKED for spot in spots(text)]
    times = []
    for _ in range(TIMES):
        for spot in found:
            for radius in RADII:
                began = time.perf_counter()
                atlas.nearest(
                    spot.nis, (spot.lat, spot.lon), radius, lambda group: True
                )
                times.append((time.perf_counter() - began) * 1000)
    Path(groups_json).with_name("nearest.txt").write_text(f"{median(times)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
