"""How a day is held, and what its programme consists of."""

from gastvrij import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


MODES = (
    ("on_site", _("mode_on_site", default="On site")),
    ("online", _("mode_online", default="Online")),
    ("both", _("mode_both", default="On site and online")),
)

KINDS = (
    ("plenary", _("kind_plenary", default="For everyone together")),
    ("workshop", _("kind_workshop", default="Workshop")),
    ("discussion_table", _("kind_discussion_table", default="Discussion table")),
    ("break", _("kind_break", default="Break")),
)

MODE_WORDS = dict(MODES)
KIND_WORDS = dict(KINDS)


@provider(IVocabularyFactory)
def modes(context: object) -> SimpleVocabulary:
    """Return the ways in which people take part."""
    return SimpleVocabulary([SimpleTerm(v, v, title) for v, title in MODES])


@provider(IVocabularyFactory)
def kinds(context: object) -> SimpleVocabulary:
    """Return the kinds of programme item."""
    return SimpleVocabulary([SimpleTerm(v, v, title) for v, title in KINDS])
