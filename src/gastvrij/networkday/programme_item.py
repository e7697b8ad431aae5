"""A programme item: what happens at one moment of a network day, in one room."""

from gastvrij import _
from gastvrij.addresses.page_names import ContainerWithPages
from gastvrij.networkday.field import DayMoment
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.planning import proposed_end
from gastvrij.networkday.planning import proposed_start
from gastvrij.privacy.guard import Guarded
from gastvrij.values.field import rows_of
from gastvrij.values.refusal import Refused
from plone.app.dexterity.textindexer.directives import searchable
from plone.app.event.base import default_timezone
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class ISpeaker(Interface):
    """Somebody who agreed to be named in the programme."""

    name = schema.TextLine(
        title=_("label_speaker_name", default="Name"),
        description=_("help_speaker_name", default="Only who agreed."),
        max_length=120,
    )
    organisation = schema.TextLine(
        title=_("label_speaker_organisation", default="Organisation"),
        required=False,
        max_length=160,
    )


class IProgrammeItem(model.Schema):
    """A plenary, workshop, discussion table or break."""

    searchable("title", "description", "report")
    title = schema.TextLine(title=_("label_title", default="Title"), max_length=200)
    kind = schema.Choice(
        title=_("label_kind", default="Kind"),
        vocabulary="gastvrij.ProgrammeKinds",
        default="workshop",
    )
    description = schema.Text(
        title=_("label_item_about", default="What it is about"),
        description=_(
            "help_item_about",
            default="A few sentences that help people to choose. They stand in the"
            " programme.",
        ),
        required=False,
        max_length=600,
    )
    directives.widget("start", default_timezone=default_timezone)
    start = DayMoment(
        title=_("label_start", default="Begins"),
        description=_("help_item_start", default="Within the hours of the day."),
        defaultFactory=proposed_start,
    )
    directives.widget("end", default_timezone=default_timezone)
    end = DayMoment(title=_("label_end", default="Ends"), defaultFactory=proposed_end)
    round = schema.Int(
        title=_("label_round", default="Round"),
        description=_(
            "help_round",
            default="Items with the same number run side by side: people choose one."
            " Leave it empty for what everybody goes to.",
        ),
        required=False,
        min=1,
        max=20,
    )
    room = schema.TextLine(
        title=_("label_room", default="Room"),
        description=_(
            "help_room",
            default="As it is called on the door, or in the online meeting. Never a"
            " link to the meeting: everybody reads this.",
        ),
        required=False,
        max_length=120,
    )
    capacity = schema.Int(
        title=_("label_capacity", default="Seats"),
        description=_("help_capacity", default="Empty: no limit."),
        required=False,
        min=1,
        max=100_000,
    )
    # who did not agree is not here: see the page where speakers are asked
    directives.omitted("speakers")
    speakers = rows_of(
        ISpeaker,
        title=_("label_speakers", default="Speakers"),
        description=_("help_speakers", default="Only who agreed to be named."),
        max_length=20,
    )

    model.fieldset(
        "afterwards",
        label=_("fieldset_afterwards", default="Afterwards"),
        fields=["report"],
    )
    report = RichText(
        title=_("label_report", default="Report"),
        required=False,
        max_length=50_000,
    )

    @invariant
    def ends_after_it_begins(data: Any) -> None:
        """An item takes some time."""
        if data.start and data.end and data.start >= data.end:
            raise Refused(
                _(
                    "error_item_ends_before_it_begins",
                    default="The end has to come after the beginning.",
                ),
                "end",
            )


@implementer(IProgrammeItem)
class ProgrammeItem(Guarded, ContainerWithPages):
    """An item of the programme; the files that belong to it are its contents."""


def items_of(day: INetworkDay) -> list[ProgrammeItem]:
    """Return the items of a day in the order of the clock; it wakes them.

    One that is just being made, and has no hours yet, is left out.
    """
    items = filter(IProgrammeItem.providedBy, day.objectValues())
    with_hours = [item for item in items if item.start and item.end]
    return sorted(with_hours, key=lambda item: in_brussels(item.start))
