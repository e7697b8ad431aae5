"""The months of the year to choose from."""

from gastvrij.spelling.dates import month_name
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def months(context: object) -> SimpleVocabulary:
    """Offer the months by their name in the reader's language, January is 1."""
    language = api.portal.get_current_language()
    return SimpleVocabulary(
        [
            SimpleTerm(number, str(number), month_name(number, language))
            for number in range(1, 13)
        ]
    )
