"""Who is at the desk."""

from gastvrij.desk.tasks import Person
from plone import api


def current_person() -> Person:
    """Return whoever is logged in, with the roles that they or their groups have."""
    user = api.user.get_current()
    return Person(user.getId(), frozenset(user.getRoles()))
