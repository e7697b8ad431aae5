"""Why an edition is not published, in the words that an editor reads."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.toolkit.readiness import Readiness
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message


DRAFTS = _(
    "error_edition_has_drafts",
    default="Not published: this edition still has drafts. Finish or remove them first:"
    " ${titles}.",
)
UNWRITTEN = _(
    "error_edition_unwritten",
    default="Not published: there is nothing to read yet in ${titles}. Write a text or"
    " add a file.",
)
WORDLESS = _(
    "error_edition_wordless",
    default="Not published: there are pictures without alternative text in ${titles}.",
)
UNDECIDED = _(
    "error_edition_undecided",
    default="Not published: nothing is decided yet about these addenda of the previous"
    " edition: ${titles}.",
)
EMPTY = _(
    "error_edition_empty",
    default="Not published: this edition has no part yet, and readers would get an"
    " empty book.",
)


def refusal_of(lacks: Readiness) -> str:
    """Say by name what keeps an edition from being published, in one paragraph."""
    request = getRequest()
    sentences = [translate(each, context=request) for each in _sentences(lacks)]
    return " ".join(sentences)


def _sentences(lacks: Readiness) -> Iterator[Message]:
    for things, sentence in (
        (lacks.drafts, DRAFTS),
        (lacks.unwritten, UNWRITTEN),
        (lacks.wordless, WORDLESS),
        (lacks.undecided, UNDECIDED),
    ):
        if things:
            titles = "; ".join(thing.Title() for thing in things)
            yield Message(sentence, mapping={"titles": titles})
    if lacks.is_ready:
        yield EMPTY
