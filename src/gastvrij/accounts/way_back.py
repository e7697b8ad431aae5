"""Where somebody was going when they were asked to log in: never off this site."""

from Products.CMFPlone.browser.login.login import LOGIN_TEMPLATE_IDS
from Products.CMFPlone.Portal import PloneSite
from typing import Any
from urllib.parse import SplitResult
from urllib.parse import urlsplit


# Plone writes this parameter, and so do we
CAME_FROM = "came_from"
LONGEST = 1000
NOWHERE_IN_AN_ADDRESS = frozenset(" \\<>\"'")
PAGES_OF_OURS = frozenset({"log-in", "login-link", "set-password", "login-help"})
# nobody who has logged in wants to be led back to one of these
AT_THE_DOOR = PAGES_OF_OURS | frozenset(LOGIN_TEMPLATE_IDS)


def way_back(site: PloneSite, address: Any) -> str:
    """Return what follows the site in an address on it, as ``/groepen?place=9050``.

    ``address`` is a whole address, or begins with a slash and then follows the site,
    or the server as Plone writes it.
    Empty for everything else: another host, a page to log in or out, nonsense. What is
    returned is put after the site's own address, so it cannot lead to another host.
    """
    if not isinstance(address, str) or not _is_readable(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = _path_below(site, parts)
    if not path.startswith("/") or AT_THE_DOOR & set(path.replace("@@", "").split("/")):
        return ""
    return f"{path}?{parts.query}" if parts.query else path


def _is_readable(address: str) -> bool:
    is_plain = address.isascii() and address.isprintable()
    is_one_path = not NOWHERE_IN_AN_ADDRESS & set(address) and address[:2] != "//"
    return len(address) <= LONGEST and is_plain and is_one_path


def _path_below(site: PloneSite, parts: SplitResult) -> str:
    here = urlsplit(site.absolute_url())
    if not parts.scheme and not parts.netloc:
        # Plone's own begin at the root of the server, ours follow the site
        is_plones = parts.path.startswith(f"{here.path}/")
        return parts.path.removeprefix(here.path) if is_plones else parts.path
    if (parts.scheme, parts.netloc) != (here.scheme, here.netloc):
        return ""
    is_below = parts.path.startswith(f"{here.path}/")
    return parts.path.removeprefix(here.path) if is_below else ""
