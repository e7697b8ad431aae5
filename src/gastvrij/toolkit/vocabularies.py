"""How often a part is checked, and what becomes of an addendum in the next edition."""

from gastvrij import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


CHECK_INTERVALS = (
    ("3", _("check_interval_3", default="Every 3 months")),
    ("6", _("check_interval_6", default="Every 6 months")),
    ("12", _("check_interval_12", default="Every year")),
    ("timeless", _("check_interval_timeless", default="Never: this stays true")),
)

DESTINATIONS = (
    ("open", _("destination_open", default="Still to decide")),
    ("merged", _("destination_merged", default="Taken into the part")),
    ("dropped", _("destination_dropped", default="No longer needed")),
)


@provider(IVocabularyFactory)
def check_intervals(context: object) -> SimpleVocabulary:
    """Return the intervals after which a part has to be checked again."""
    return SimpleVocabulary([SimpleTerm(v, v, title) for v, title in CHECK_INTERVALS])


@provider(IVocabularyFactory)
def destinations(context: object) -> SimpleVocabulary:
    """Return what can become of an addendum in the next edition."""
    return SimpleVocabulary([SimpleTerm(v, v, title) for v, title in DESTINATIONS])
