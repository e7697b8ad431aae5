"""Finding parts of the toolkit over REST."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.toolkit.asked_edition import AskedEdition
from gastvrij.toolkit.asked_words import NO_WORD
from gastvrij.toolkit.asked_words import read_words
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.search_results import Result
from gastvrij.toolkit.search_results import results
from gastvrij.toolkit.searching import Found
from gastvrij.toolkit.searching import search
from gastvrij.toolkit.serializers import link_or_none
from gastvrij.toolkit.services import edition_summary
from gastvrij.toolkit.services import unknown_edition
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from gastvrij.values.errors import bad_request
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zope.i18nmessageid import Message


# a batch of hits is woken for the words around those that were asked
MOST_IN_BATCH = 100
TOO_MANY = _(
    "error_search_batch",
    default="Ask for at most ${most} at a time.",
    mapping={"most": MOST_IN_BATCH},
)


class ToolkitSearchGet(Service):
    """``GET @toolkit-search?q=gas``: parts and addenda that have the words.

    It takes the parameters of the page: ``q`` and ``edition``, which is the edition in
    force without it. ``title_html`` and ``text_html`` are safe HTML with the words in
    ``mark``; ``is_loose`` tells that nothing has all words.
    """

    def reply(self) -> dict[str, Any]:
        """Return one batch of what was found, the best first."""
        asked = read_words(self.request.form)
        chosen = AskedEdition(self.context, self.request.form)
        if chosen.is_unknown:
            return unknown_edition(self.request)
        wrong = [*self._mistakes(asked.mistake, bool(asked.words))]
        if wrong:
            return bad_request(self.request, wrong)
        edition = chosen.edition
        found = Found()
        if edition is not None:
            content = self.context[edition.id]
            found = search(content, asked.typed, asked.words)
        return self._told(edition, found)

    def _mistakes(
        self, mistake: Message | None, has_words: bool
    ) -> Iterator[tuple[str, Message]]:
        if mistake or not has_words:
            yield "q", mistake or NO_WORD
        size = str(self.request.form.get("b_size", ""))
        if size.isdecimal() and (len(size) > 3 or int(size) > MOST_IN_BATCH):
            yield "b_size", TOO_MANY

    def _told(self, edition: EditionEntry | None, found: Found) -> dict[str, Any]:
        batch = batch_of(self.request, found.hits)
        shown: list[Result] = []
        if edition is not None:
            shown = results(self.context[edition.id], batch, found.words)
        return list_answer(
            batch,
            [_item(result) for result in shown],
            edition=edition_summary(edition) if edition else None,
            is_loose=found.is_loose,
        )


def _item(result: Result) -> dict[str, Any]:
    entry = result.hit.entry
    return {
        "@id": entry.url,
        "kind": result.hit.kind,
        "title": entry.title,
        "number": entry.number,
        "part": link_or_none(result.part),
        "title_html": result.title,
        "text_html": result.text,
        "checked_on": json_compatible(entry.checked_on),
        "review_state": entry.state,
    }
