"""The file with the contact details of a group."""

from gastvrij import _
from gastvrij.directory.profile import Profile
from gastvrij.directory.vcard import vcard
from gastvrij.spelling.dates import today_in_belgium
from plone import api
from Products.Five.browser import BrowserView
from uuid import UUID
from zope.i18n import translate


COUNTRY = _("country_belgium", default="Belgium")


class ContactCardView(BrowserView):
    """GET contact.vcf: what everybody may know of a group, for an address book."""

    def __call__(self) -> bytes:
        """Return the card as a file to keep."""
        response = self.request.response
        response.setHeader("Content-Type", "text/vcard; charset=utf-8")
        file_name = f"{self.context.getId()}.vcf"
        response.setHeader("Content-Disposition", f'attachment; filename="{file_name}"')
        return self.card()

    def card(self) -> bytes:
        """Return the card: its name, how to reach it, and where, as far as told."""
        group = self.context
        url = group.absolute_url()
        return vcard(
            [
                ("KIND", "org"),
                ("UID", UUID(api.content.get_uuid(group)).urn),
                ("FN", group.title),
                ("ORG", group.title),
                ("NOTE", group.description or ""),
                ("EMAIL", group.public_email or ""),
                ("URL", group.website or ""),
                ("ADR", self._address()),
                *(("LANG", code) for code in group.languages or []),
                ("SOURCE", f"{url}/contact.vcf"),
            ]
        )

    def _address(self) -> tuple[str, ...]:
        """Return the parts of an address, in the order of RFC 6350, 6.3.1."""
        place = Profile(self.context, today_in_belgium(), "nl")
        country = translate(COUNTRY, context=self.request)
        return (
            "",
            "",
            place.street,
            place.municipality,
            "",
            place.postal_code,
            country,
        )
