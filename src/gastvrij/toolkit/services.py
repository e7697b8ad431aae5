"""The contents of the toolkit for a program."""

from gastvrij import _
from gastvrij.toolkit.asked_edition import AskedEdition
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.serializers import chapter_summary
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from gastvrij.values.errors import refused
from plone.restapi.services import Service
from typing import Any
from ZPublisher.HTTPRequest import HTTPRequest


class ToolkitGet(Service):
    """``GET @toolkit?edition=2``: chapters with their parts and addenda.

    Without ``edition`` it is the edition in force; while there is none, ``edition``
    is null and the list empty. An edition that the visitor does not see answers 404.
    """

    def reply(self) -> dict[str, Any]:
        """Return the contents of one edition."""
        chosen = AskedEdition(self.context, self.request.form)
        if chosen.is_unknown:
            return unknown_edition(self.request)
        edition = chosen.edition
        chapters = contents(self.context[edition.id]).chapters if edition else ()
        batch = batch_of(self.request, chapters)
        summary = edition_summary(edition) if edition else None
        items = [chapter_summary(chapter) for chapter in batch]
        return list_answer(batch, items, edition=summary)


def unknown_edition(request: HTTPRequest) -> dict[str, Any]:
    """Answer with status 404, and return what is said."""
    sentence = _("error_unknown_edition", default="There is no such edition.")
    return refused(request, 404, sentence, "edition")


def edition_summary(edition: EditionEntry) -> dict[str, Any]:
    """Return an edition as it stands at the head of its contents."""
    return {
        "@id": edition.url,
        "title": edition.title,
        "number": edition.number,
        "year": edition.year,
        "review_state": edition.state,
    }
