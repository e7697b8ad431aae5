"""What editors find above the pages of the toolkit, and readers do not."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.new_edition import edition_in_preparation
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.readiness import readiness
from gastvrij.toolkit.readiness import state_of
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Way:
    """A page on which editors go on."""

    title: Message | str
    url: str


class EditorsNote(ViewletBase):
    """A note with ways on; it is not there when it has nothing to say."""

    index = ViewPageTemplateFile("templates/editors_note.pt")
    sentences: tuple[Message, ...] = ()
    ways: tuple[Way, ...] = ()

    def update(self) -> None:
        """Find out what there is to say."""
        super().update()
        self.sentences = self.said()
        self.ways = self.leads()

    def said(self) -> tuple[Message, ...]:
        """Return what editors are told."""
        return ()

    def leads(self) -> tuple[Way, ...]:
        """Return where editors go on."""
        return ()


class LibraryNote(EditorsNote):
    """Leads to the edition in preparation, or to a new one."""

    def leads(self) -> tuple[Way, ...]:
        """Return where editors go on."""
        started = edition_in_preparation(self.context)
        if started is not None:
            return (Way(started.title, f"{started.url}/preparation"),)
        title = _("heading_new_edition", default="Start a new edition")
        return (Way(title, f"{self.context.absolute_url()}/new-edition"),)


class EditionNote(EditorsNote):
    """Tells what is still to do in an edition in preparation."""

    def said(self) -> tuple[Message, ...]:
        """Return how much is still to do, by the rule that publishing asks."""
        if state_of(self.context) != IN_PREPARATION:
            return ()
        lacks = readiness(self.context)
        sentences = (
            (
                len(lacks.drafts),
                _(
                    "to_do_drafts",
                    default="Drafts: ${count}.",
                    mapping={"count": len(lacks.drafts)},
                ),
            ),
            (
                len(lacks.undecided),
                _(
                    "to_do_addenda",
                    default="Addenda of the previous edition to decide on: ${count}.",
                    mapping={"count": len(lacks.undecided)},
                ),
            ),
        )
        return tuple(sentence for count, sentence in sentences if count)

    def leads(self) -> tuple[Way, ...]:
        """Return where editors go on."""
        if state_of(self.context) != IN_PREPARATION:
            return ()
        title = _("heading_preparation", default="What is still to do")
        return (Way(title, f"{self.context.absolute_url()}/preparation"),)


class PartNote(EditorsNote):
    """Asks for words with the pictures that have none; leads on from a copy."""

    def said(self) -> tuple[Message, ...]:
        """Return which pictures have no words."""
        return tuple(
            _(
                "picture_without_words",
                default="The picture “${name}” has no alternative text yet. Tell in a"
                " few words what it shows.",
                mapping={"name": str(picture)},
            )
            for picture in wordless(self.context)
        )

    def leads(self) -> tuple[Way, ...]:
        """Return where the words are written, and where a copy goes."""
        here = self.context.absolute_url()
        ways: tuple[Way, ...] = ()
        if self.sentences:
            title = _("link_edit_part", default="Edit this text")
            ways = (Way(title, f"{here}/edit"),)
        if IWorkingCopy.providedBy(self.context):
            online = _("heading_checkin", default="Put the copy online")
            away = _("heading_cancel_checkout", default="Throw the copy away")
            ways = (
                *ways,
                Way(online, f"{here}/content-checkin"),
                Way(away, f"{here}/content-cancel-checkout"),
            )
        return ways
