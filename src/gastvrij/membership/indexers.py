"""What the catalogue is not told of an application."""

from gastvrij.membership.application import IMembershipApplication
from plone.indexer import indexer


@indexer(IMembershipApplication)
def words_of_application(application: IMembershipApplication) -> str:
    """Return no words: words stay in the index after the application is gone."""
    return ""
