"""The groups that somebody who registers can name."""

from gastvrij import _
from gastvrij.directory.known_groups import public_groups
from gastvrij.values.choice_entries import Option
from plone import api


DIRECTORY = "groepen"
NO_GROUP = Option("", _("choose_no_group", default="No group, or another one"))


def group_options() -> tuple[Option, ...]:
    """Return the groups that everybody sees, by name, after the choice for none."""
    directory = api.portal.get().get(DIRECTORY)
    groups = public_groups(directory).standing if directory is not None else ()
    named = sorted(groups, key=lambda group: group.sort_name)
    return (NO_GROUP, *(Option(group.uid, group.title) for group in named))
