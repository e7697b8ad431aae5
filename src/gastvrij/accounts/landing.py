"""Where somebody lands who has logged in: the room that expects them says so."""

from gastvrij.accounts.way_back import way_back
from operator import itemgetter
from Products.CMFPlone.Portal import PloneSite
from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface


class ILanding(Interface):
    """A room that expects people who log in; a named utility.

    The name begins with that of the room. Rooms are asked by rising ``order``; the
    first one that knows an address wins.
    """

    order = Attribute("When this room is asked: 10 before 20.")

    def url_for(site: PloneSite, user_id: str) -> str | None:
        """Return the address where somebody lands; ``None`` when not expected here."""


def landing_of(site: PloneSite, user_id: str) -> str:
    """Return where somebody lands after logging in; the home page when not expected."""
    rooms = [(room.order, name, room) for name, room in getUtilitiesFor(ILanding)]
    asked = (room for order, name, room in sorted(rooms, key=itemgetter(0, 1)))
    addresses = (room.url_for(site, user_id) for room in asked)
    return next(filter(None, addresses), site.absolute_url())


def address_after_login(site: PloneSite, user_id: str, came_from: str | None) -> str:
    """Return where somebody goes on: where they were going, else where they land."""
    path = way_back(site, came_from)
    return f"{site.absolute_url()}{path}" if path else landing_of(site, user_id)
