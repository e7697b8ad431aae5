"""Who of those with some roles may do something on the whole site."""

from AccessControl.PermissionRole import rolesForPermissionOn
from collections.abc import Collection
from typing import Any


def may(site: Any, permission: str, roles: Collection[str]) -> bool:
    """Tell whether one of the roles has a permission, by its title, on the site.

    For what waits for somebody who is not logged in now.
    """
    return not set(roles).isdisjoint(rolesForPermissionOn(permission, site))
