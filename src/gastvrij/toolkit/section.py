"""A part (onderdeel) of a chapter: the page that a volunteer reads."""

from gastvrij import _
from gastvrij.privacy.guard import Guarded
from gastvrij.toolkit.part import IToolkitPart
from plone.app.dexterity.textindexer.directives import searchable
from plone.autoform import directives
from plone.dexterity.content import Item
from zope import schema
from zope.interface import implementer


class IToolkitSection(IToolkitPart):
    """A part; its number follows from its place among the published parts."""

    searchable("description")
    directives.order_after(description="IToolkitPart.title")
    directives.omitted("lineage")
    description = schema.Text(
        title=_("label_lead", default="Lead"),
        description=_("help_part_lead", default="What will the reader find here?"),
        max_length=300,
    )
    checklist = schema.Bool(
        title=_("label_show_checklist", default="Show lists as a checklist"),
        description=_(
            "help_show_checklist",
            default="Readers can tick the bulleted lists of the text. The ticks stay on"
            " their own device. Numbered lists stay as they are.",
        ),
        required=False,
        default=False,
    )
    lineage = schema.ASCIILine(
        title=_("label_lineage", default="Lineage"),
        description=_(
            "help_lineage",
            default="The same for this part in every edition,"
            " also when its title changes.",
        ),
        required=False,
        max_length=64,
    )


@implementer(IToolkitSection)
class ToolkitSection(Guarded, Item):
    """A part of a chapter."""
