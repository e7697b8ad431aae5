"""What a visitor sees of a profile, with what looks private in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.asking import is_due
from gastvrij.directory.confirming import possible_answers
from gastvrij.directory.confirming import RIGHT
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.profile_form import label_of_field
from gastvrij.directory.profile_view import ProfileView
from gastvrij.directory.states import UNSEEN
from gastvrij.directory.warnings import Warned
from gastvrij.directory.warnings import warnings_about
from gastvrij.interfaces import ITitledPage
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.values.plain_text import without_markup
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class FieldWarning:
    """What looks private, with the name of the field and where it is changed."""

    label: Message
    warned: Warned
    url: str


@implementer(ITitledPage)
class PreviewPage(ProfileView):
    """``/preview``: the page of a group, drawn as for a visitor."""

    tab_title = _("heading_preview", default="This is what a visitor sees")

    def __call__(self) -> str:
        """Show the profile as it is today."""
        self.read_profile()
        return self.index()

    @property
    def is_online(self) -> bool:
        """Whether visitors see the group now."""
        return self.state not in UNSEEN

    @property
    def is_asked(self) -> bool:
        """Whether it is time to say that the profile is still right."""
        is_possible = self.is_online and RIGHT in possible_answers(self.context)
        return is_possible and is_due(self.context, today_in_belgium())

    @property
    def warnings(self) -> list[FieldWarning]:
        """What looks private, in the order of the form."""
        url = f"{self.context.absolute_url()}/update"
        return [
            FieldWarning(label_of_field(warned.field), warned, f"{url}#{warned.field}")
            for warned in warnings_about(texts_of(self.context))
        ]


def texts_of(group: MemberOrganisation) -> dict[str, str]:
    """Return what a group wrote in its own words, by field."""
    return {name: " \n".join(_texts(group, name)) for name in WRITTEN}


WRITTEN = (
    "description",
    "text",
    "image_alt",
    "needs",
    "public_email",
    "how_to_reach",
    "accessibility",
    "summaries",
)


def _texts(group: MemberOrganisation, name: str) -> Iterator[str]:
    value = getattr(group, name)
    if not value:
        return
    if isinstance(value, list):
        yield from (row["text"] for row in value)
    else:
        yield without_markup(value.raw) if name == "text" else value
