"""From which computer a request comes, where that tells one asker from another."""

from ipaddress import ip_address
from typing import Any


def client_of(request: Any) -> str:
    """Return the address that asks; empty for one that stands for many people.

    Behind a web server that Zope was not told to trust, all requests come from it.
    """
    try:
        address = ip_address(request.getClientAddr())
    except (AttributeError, ValueError):
        return ""
    return str(address) if address.is_global else ""
