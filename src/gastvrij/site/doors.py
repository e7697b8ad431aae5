"""Where the doors of the site lead: a page of its own, or else what Plone has."""

from Products.CMFPlone.Portal import PloneSite


# door -> the page of the site, and where to go as long as there is none
DOORS = {
    "help": ("hulp-vinden", "groepen"),
    "volunteer": ("help-mee", "groepen"),
    "group": ("lid-worden-info", "groepen"),
    "contact": ("contact", "contact-info"),
    "accessibility": ("toegankelijkheid", "accessibility-info"),
    "privacy": ("privacy", ""),
}


def door(portal: PloneSite, name: str) -> str:
    """Return the address behind a door; empty when there is nothing behind it."""
    page, otherwise = DOORS[name]
    target = page if page in portal else otherwise
    return f"{portal.absolute_url()}/{target}" if target else ""
