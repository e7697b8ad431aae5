"""One-click links: issued in a letter, looked at by GET, redeemed by POST.

A link is bound to one purpose and one thing. Its token has 256 random bits, of which
the database keeps the SHA-256 alone: who reads the database cannot make a link work.
A record is a plain persistent object, so that of two who redeem one link at once one
meets a ``ConflictError``, and is told on the second try that the link was used.
"""

from collections.abc import Callable
from collections.abc import Container
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij.links.shelf import place_of
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from persistent import Persistent
from typing import Any

import secrets


LINKS = "gastvrij.links"
BYTES = 32


# no slots: a link that was kept before a field was added has that field's default
@dataclass(frozen=True)
class Link:
    """What a one-click link is for.

    ``thing`` is a UUID, ``person`` a user id or an e-mail address; either may be empty.
    ``used`` tells when a link of single use was used up.
    """

    purpose: str
    thing: str
    person: str
    issued: datetime
    expires: datetime
    used: datetime | None = None
    single: bool = True


class LinkRefused(Exception):
    """A link that does not work; ``link`` tells what it was for, where known."""

    def __init__(self, link: Link | None = None) -> None:
        super().__init__()
        self.link = link


class LinkUnknown(LinkRefused):
    """A link of which nothing is known: mistyped, for another purpose or voided."""


class LinkExpired(LinkRefused):
    """A link that was right until its time was over."""


class LinkUsed(LinkRefused):
    """A link of single use that has been used."""


class Record(Persistent):
    """One link in the database; two who write it at once conflict."""

    def __init__(self, link: Link) -> None:
        self.link = link


def issue(
    site: Any,
    purpose: str,
    thing: str,
    now: datetime,
    lifetime: timedelta,
    person: str = "",
    single: bool = True,
) -> str:
    """Make a link that works for ``lifetime``; return its token, which nobody keeps."""
    token = secrets.token_urlsafe(BYTES)
    link = Link(purpose, thing, person, now, now + lifetime, single=single)
    shelf_to_write(site, LINKS)[place_of(token)] = Record(link)
    return token


def look(site: Any, token: str, purpose: str, now: datetime) -> Link:
    """Tell what a link is for; writes nothing.

    Raises ``LinkUnknown``, ``LinkExpired`` or ``LinkUsed``, whatever the token is.
    """
    return _working(_record(site, token, purpose).link, now)


def redeem(site: Any, token: str, purpose: str, now: datetime) -> Link:
    """Tell what a link is for, and use it up when it is of single use.

    Raises the same as ``look``.
    """
    record = _record(site, token, purpose)
    link = _working(record.link, now)
    if link.single:
        record.link = link = replace(link, used=now)
    return link


def void(
    site: Any, *, purpose: str = "", thing: str = "", person: str = "", but: str = ""
) -> int:
    """Make the links that fit all of what is given unknown; return how many.

    Upper and lower case of ``person`` are the same; the link with the token ``but``
    stays. Raises ``ValueError`` when nothing is given.
    """
    if not (purpose or thing or person):
        raise ValueError("void() needs a purpose, a thing or a person")
    kept = place_of(but)
    return _drop(
        site,
        lambda place, link: _fits(link, purpose, thing, person) and place != kept,
    )


def void_each(site: Any, purpose: str, things: Container[str]) -> int:
    """Make the links for any of several things unknown, in one go; return how many."""
    return _drop(
        site, lambda place, link: link.purpose == purpose and link.thing in things
    )


def links_of(site: Any, person: str) -> Iterator[Link]:
    """Return the links that are kept of a person, in no order."""
    for record in shelf(site, LINKS).values():
        if record.link.person.casefold() == person.casefold():
            yield record.link


def _drop(site: Any, is_meant: Callable[[str, Link], bool]) -> int:
    links = shelf(site, LINKS)
    meant = [place for place, record in links.items() if is_meant(place, record.link)]
    for place in meant:
        del links[place]
    return len(meant)


def _fits(link: Link, purpose: str, thing: str, person: str) -> bool:
    return (
        purpose in ("", link.purpose)
        and thing in ("", link.thing)
        and person.casefold() in ("", link.person.casefold())
    )


def _working(link: Link, now: datetime) -> Link:
    if link.used is not None:
        raise LinkUsed(link)
    if now >= link.expires:
        raise LinkExpired(link)
    return link


def _record(site: Any, token: Any, purpose: str) -> Record:
    record = shelf(site, LINKS).get(place_of(token))
    if record is None or record.link.purpose != purpose:
        raise LinkUnknown
    return record
