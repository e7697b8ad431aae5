"""Who was asked whether a profile is still right, and who wants to stop.

This is kept on the site, apart from the group: nobody who looks at a group sees it. It
holds ids of groups and users, and moments.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any


ASKED = "gastvrij.directory.asked"
FAREWELLS = "gastvrij.directory.farewells"


# no slots: what was kept before a field was added has that field's default
@dataclass(frozen=True)
class Asked:
    """When somebody was first and last asked about a profile, and in how many letters.

    It is about one round, which ends when somebody confirms the profile. Who answered
    something else in it, ``answered``, is not reminded any more.
    """

    first: datetime
    last: datetime
    letters: int = 1
    answered: bool = False


@dataclass(frozen=True)
class Farewell:
    """The wish of a group to stop: who told it, and when."""

    user_id: str
    told: datetime


def asked_about(site: Any, uid: str) -> Mapping[str, Asked]:
    """Return who was asked about the profile of a group, by user id."""
    return shelf(site, ASKED).get(uid, {})


def all_asked(site: Any) -> Iterator[tuple[str, Mapping[str, Asked]]]:
    """Return the UIDs of the groups of which somebody was asked, and who was."""
    yield from shelf(site, ASKED).items()


def note_asked(
    site: Any, uid: str, user_id: str, now: datetime, is_first: bool
) -> None:
    """Remember that somebody got a letter about a group; ``is_first`` of a round."""
    asked = dict(asked_about(site, uid))
    before = asked.get(user_id)
    if before is None or is_first:
        asked[user_id] = Asked(now, now)
    else:
        asked[user_id] = replace(before, last=now, letters=before.letters + 1)
    # what is kept is never changed in place: of two who write it at once one conflicts
    shelf_to_write(site, ASKED)[uid] = asked


def note_answered(site: Any, uid: str) -> None:
    """Remember that a group answered, so that nobody is reminded in this round."""
    asked = asked_about(site, uid)
    if asked:
        shelf_to_write(site, ASKED)[uid] = {
            user_id: replace(each, answered=True) for user_id, each in asked.items()
        }


def forget_asked(site: Any, uid: str) -> None:
    """End the round of a group: nobody needs to answer any more."""
    asked = shelf(site, ASKED)
    if uid in asked:
        del asked[uid]


def note_farewell(site: Any, uid: str, user_id: str, now: datetime) -> None:
    """Remember that a group wants to stop."""
    shelf_to_write(site, FAREWELLS)[uid] = Farewell(user_id, now)


def forget_farewell(site: Any, uid: str) -> None:
    """Forget that a group wanted to stop."""
    farewells = shelf(site, FAREWELLS)
    if uid in farewells:
        del farewells[uid]


def all_farewells(site: Any) -> Iterator[tuple[str, Farewell]]:
    """Return the UIDs of the groups that want to stop, with their wish."""
    yield from shelf(site, FAREWELLS).items()
