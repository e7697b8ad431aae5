"""The private file of a group: its people, where its post goes, where it came from."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.directory.checks import is_postal_code
from gastvrij.privacy.guard import Guarded
from gastvrij.values.field import RowRecord
from gastvrij.values.field import rows_of
from gastvrij.values.refusal import Refused
from plone.autoform import directives
from plone.schema.email import Email
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


FILE_ID = "dossier"
SYSTEM = "cmf.ManagePortal"
ADDRESS = ("street", "postal_code", "place")


class IContactRow(Interface):
    """Somebody who speaks for a group, from one day until another.

    Without ``until`` the person still does, and has the local role Contact Person.
    """

    user_id = schema.TextLine(
        title=_("label_contact_account", default="Account"),
        max_length=80,
    )
    name = schema.TextLine(
        title=_("label_contact_name", default="Name"),
        max_length=120,
    )
    email = Email(
        title=_("label_contact_email", default="E-mail address"),
        max_length=254,
    )
    phone = schema.TextLine(
        title=_("label_contact_phone", default="Phone"),
        required=False,
        max_length=40,
    )
    role = schema.Choice(
        title=_("label_contact_role", default="Role"),
        vocabulary="gastvrij.ContactRoles",
        default="contact",
    )
    since = schema.Date(
        title=_("label_contact_since", default="Since"),
    )
    until = schema.Date(
        title=_("label_contact_until", default="Until"),
        required=False,
    )


class IPostalAddress(Interface):
    """Where the post of a group is delivered: often somebody's home."""

    street = schema.TextLine(
        title=_("label_street", default="Street and number"),
        required=False,
        max_length=120,
    )
    postal_code = schema.TextLine(
        title=_("label_postal_code", default="Postal code"),
        required=False,
        max_length=4,
        constraint=is_postal_code,
    )
    place = schema.TextLine(
        title=_("label_place", default="Place"),
        required=False,
        max_length=80,
    )

    @invariant
    def address_is_whole(data: Any) -> None:
        """An address has all its parts, or there is none."""
        parts = {name: getattr(data, name) for name in ADDRESS}
        missing = [name for name, part in parts.items() if not part]
        if missing and len(missing) < len(parts):
            raise Refused(
                _("error_address_part", default="Fill this in as well."), missing[0]
            )


class IMemberFile(model.Schema):
    """What the network keeps of a group, and no visitor sees.

    The rows of ``contacts`` and the local roles on the group always say the same: only
    ``gastvrij.directory.contacts`` writes them. ``application`` is the UID of the
    application from which the group came, ``confirmed_by`` the id of the user who said
    last that the profile is still right; the system writes both.
    """

    directives.write_permission(
        contacts=SYSTEM, application=SYSTEM, confirmed_by=SYSTEM
    )
    directives.omitted("contacts", "postal_address", "application", "confirmed_by")

    contacts = rows_of(
        IContactRow,
        title=_("label_contacts", default="Contact persons"),
        max_length=200,
    )
    postal_address = RowRecord(
        title=_("label_postal_address", default="Postal address"),
        schema=IPostalAddress,
        required=False,
    )
    application = schema.ASCIILine(
        title=_("label_application", default="Application"),
        required=False,
        max_length=40,
    )
    confirmed_by = schema.TextLine(
        title=_("label_confirmed_by", default="Confirmed by"),
        required=False,
        max_length=80,
    )


@implementer(IMemberFile)
class MemberFile(Guarded, ContainerWithPages):
    """The private file of one group; it holds the internal notes."""
