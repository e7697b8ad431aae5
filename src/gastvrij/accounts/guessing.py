"""A brake on guessing passwords: after ten wrong ones nobody gets in for a while.

It counts in the memory of the process, so that a wrong password writes nothing to the
database and costs nothing to count. Who is braked can still log in by a link. A name
that nobody has is braked as well: the brake does not tell who has an account.
"""

from AccessControl.class_init import InitializeClass
from Acquisition import aq_parent
from collections import OrderedDict
from gastvrij.links.client import client_of
from Products.CMFPlone.Portal import PloneSite
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from Products.PluggableAuthService.utils import classImplements
from threading import Lock
from time import monotonic
from typing import Any
from zExceptions import HTTPTooManyRequests


PLUGIN = "gastvrij_brake"
PERIOD = 15 * 60.0  # seconds
MOST_BY_NAME = 10
MOST_BY_ADDRESS = 50
MOST_REMEMBERED = 10_000  # names and addresses; who came first is forgotten first


class TooManyRequests(HTTPTooManyRequests):
    """A password that is not even looked at; Zope finds the status 429 by the name."""


class Failures:
    """When the latest wrong passwords were given, by name and by address."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.moments: OrderedDict[tuple[str, ...], list[float]] = OrderedDict()

    def count(self, key: tuple[str, ...]) -> int:
        """Return how many there were within the period."""
        with self.lock:
            return len(self._recent(key))

    def add(self, key: tuple[str, ...]) -> None:
        """Remember one that is given now."""
        with self.lock:
            self.moments[key] = [*self._recent(key), monotonic()]
            self.moments.move_to_end(key)
            while len(self.moments) > MOST_REMEMBERED:
                self.moments.popitem(last=False)

    def forget(self, key: tuple[str, ...]) -> None:
        """Begin anew after a right password."""
        with self.lock:
            self.moments.pop(key, None)

    def _recent(self, key: tuple[str, ...]) -> list[float]:
        begin = monotonic() - PERIOD
        return [moment for moment in self.moments.get(key, ()) if moment > begin]


failures = Failures()


class GuessingBrake(BasePlugin):
    """Stands before the plug-ins that know passwords; it lets nobody in itself."""

    meta_type = "Gastvrij brake on guessing passwords"

    def authenticateCredentials(self, credentials: dict[str, Any]) -> None:
        """Raise ``TooManyRequests`` for a name, or from an address, that is braked.

        Only credentials with a password count: the cookie of a session is no guess.
        """
        name, password = credentials.get("login"), credentials.get("password")
        if not name or not isinstance(name, str) or password is None:
            return
        site = "/".join(self.getPhysicalPath())
        by_name = (site, name.strip().casefold())
        by_address = (site, "", client_of(getattr(self, "REQUEST", None)))
        if failures.count(by_name) >= MOST_BY_NAME or (
            by_address[-1] and failures.count(by_address) >= MOST_BY_ADDRESS
        ):
            raise TooManyRequests("Too many wrong passwords.")
        if self._is_right(credentials):
            failures.forget(by_name)
        else:
            failures.add(by_name)
            failures.add(by_address)

    def _is_right(self, credentials: dict[str, Any]) -> bool:
        """Tell whether another plug-in, here or in the Zope root, lets them in."""
        folder = self._getPAS()
        others = [
            plugin
            for where in (folder, _folder_above(folder))
            if where is not None
            for name, plugin in where.plugins.listPlugins(IAuthenticationPlugin)
            if plugin.meta_type != self.meta_type
        ]
        return any(_lets_in(plugin, credentials) for plugin in others)


classImplements(GuessingBrake, IAuthenticationPlugin)
InitializeClass(GuessingBrake)


def put_brake_on(site: PloneSite) -> None:
    """Put the plug-in before the others; safe to repeat."""
    folder = site.acl_users
    if PLUGIN not in folder:
        brake = GuessingBrake()
        brake.id = PLUGIN
        folder._setObject(PLUGIN, brake)
        folder.plugins.activatePlugin(IAuthenticationPlugin, PLUGIN)
    folder.plugins.movePluginsTop(IAuthenticationPlugin, [PLUGIN])


def take_brake_off(site: PloneSite) -> None:
    """Take the plug-in away, if it is there."""
    folder = site.acl_users
    if PLUGIN in folder:
        folder.plugins.deactivatePlugin(IAuthenticationPlugin, PLUGIN)
        folder._delObject(PLUGIN)


def _folder_above(folder: Any) -> Any:
    """Return the user folder of the Zope root, whose managers get in here as well."""
    root = aq_parent(aq_parent(folder))
    above = getattr(root, "acl_users", None)
    return above if hasattr(above, "plugins") else None


def _lets_in(plugin: Any, credentials: dict[str, Any]) -> bool:
    try:
        return plugin.authenticateCredentials(dict(credentials)) is not None
    except (AttributeError, KeyError, TypeError, ValueError):
        return False  # as the user folder takes it
