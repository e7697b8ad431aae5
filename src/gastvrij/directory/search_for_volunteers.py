"""Whether a group looks for volunteers, and what else it needs."""

from gastvrij import _
from gastvrij.values.field import rows_of
from gastvrij.values.forms import RowsFieldWidget
from gastvrij.values.refusal import Refused
from plone.autoform import directives
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface import invariant


class INeed(Interface):
    """Something that a group asks for, until a day."""

    text = schema.TextLine(
        title=_("label_need", default="What do you need?"),
        max_length=160,
    )
    until = schema.Date(
        title=_("label_need_until", default="Until"),
        required=False,
    )


class ISearchForVolunteers(model.Schema):
    """What a group asks of whoever wants to help; everyone can see it."""

    directives.widget(needs=RowsFieldWidget)
    model.fieldset(
        "volunteers",
        label=_("fieldset_volunteers", default="Volunteers and needs"),
        fields=["recruiting", "recruiting_until", "needs"],
        order=3,
    )
    recruiting = schema.Choice(
        title=_("label_recruiting", default="Do you look for volunteers?"),
        vocabulary="gastvrij.Recruiting",
        default="not_now",
    )
    recruiting_until = schema.Date(
        title=_("label_recruiting_until", default="Until"),
        required=False,
    )
    needs = rows_of(
        INeed,
        title=_("label_needs", default="What you need"),
        description=_(
            "help_needs",
            default="Each line goes away by itself after its date.",
        ),
        max_length=12,
    )

    @invariant
    def date_belongs_to_a_search(data: Any) -> None:
        """Only a group that looks for volunteers looks for them until a day."""
        if data.recruiting_until and data.recruiting != "yes":
            raise Refused(
                _(
                    "error_recruiting_until",
                    default="Leave the date empty, unless you look for volunteers.",
                ),
                "recruiting_until",
            )
