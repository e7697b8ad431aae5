"""Municipalities and provinces to choose from."""

from functools import cache
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.provinces import PLACES
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def municipalities(context: object) -> SimpleVocabulary:
    """Offer every municipality of today by its Dutch name; the value is its NIS code.

    No two municipalities share a Dutch name, so the name alone tells them apart.
    """
    return _municipalities()


@provider(IVocabularyFactory)
def provinces(context: object) -> SimpleVocabulary:
    """Offer the ten provinces, Flemish ones first, and Brussels, which is in none."""
    return SimpleVocabulary(
        [SimpleTerm(value, value, title) for value, title in PLACES.items()]
    )


@cache
def _municipalities() -> SimpleVocabulary:
    return SimpleVocabulary(
        [SimpleTerm(each.nis, each.nis, each.name_nl) for each in all_municipalities()]
    )
