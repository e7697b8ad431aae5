"""Plone's address for contact, where the site has a page of its own for it."""

from gastvrij.site.doors import door
from plone import api
from Products.CMFPlone.browser.contact_info import ContactForm


class ContactInfo(ContactForm):
    """The page on which the secretariat introduces itself; Plone's form without one."""

    def __call__(self) -> str:
        """Send the reader on to the page; show the form when there is none."""
        page = door(api.portal.get(), "contact")
        if page.endswith("/contact-info"):
            return super().__call__()
        self.request.response.redirect(page)
        return ""
