"""Where the doors of the site lead: a page of its own, or else what Plone has."""

from plone import api
from Products.CMFPlone.Portal import PloneSite


# door -> the page of the site, and where to go as long as nobody may see one
DOORS = {
    "help": ("hulp-vinden", "groepen"),
    "volunteer": ("help-mee", "groepen"),
    "group": ("lid-worden", "groepen"),
    "contact": ("contact", "contact-info"),
    "accessibility": ("toegankelijkheid", "accessibility-info"),
    "privacy": ("privacy", ""),
    "toolkit": ("toolkit", ""),
    "network_days": ("netwerkdagen", ""),
}


def door(portal: PloneSite, name: str) -> str:
    """Return the address behind a door; empty when there is nothing behind it.

    A page counts only for who may see it.
    """
    page_id, otherwise = DOORS[name]
    page = portal.get(page_id)
    seen = page is not None and api.user.has_permission("View", obj=page)
    target = page_id if seen else otherwise
    return f"{portal.absolute_url()}/{target}" if target else ""
