"""The lists below the one thing to read: what is whose, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.toolkit.check_words import in_words
from gastvrij.toolkit.check_words import LOOK
from gastvrij.toolkit.queue_address import address
from gastvrij.toolkit.to_check import ToCheck
from itertools import groupby
from zope.i18nmessageid import Message


NOBODY = _("check_nobody", default="Nobody in particular")


@dataclass(frozen=True)
class Line:
    """Something to read, in a list."""

    label: str
    url: str
    words: Message
    css: str


@dataclass(frozen=True)
class Of:
    """What one editor looks after; ``name`` is a person's, or says that nobody does."""

    name: str | Message
    lines: list[Line]


def by_editor(items: Iterable[ToCheck], library_url: str, language: str) -> list[Of]:
    """Return what each editor looks after, first what nobody does."""
    name = cache(name_of)

    def editor(item: ToCheck) -> tuple[str, str]:
        return name(item.responsible), item.responsible

    return [
        Of(called or NOBODY, lines_of(found, library_url, language))
        for (called, _user_id), found in groupby(sorted(items, key=editor), key=editor)
    ]


def lines_of(items: Iterable[ToCheck], library_url: str, language: str) -> list[Line]:
    """Return things to read as lines; each leads to the page on which it is read."""
    return [
        Line(
            item.label,
            address(library_url, [], item.uid),
            in_words(item.standing, item.due_on, language),
            LOOK[item.standing],
        )
        for item in items
    ]


def name_or_nobody(user_id: str) -> str | Message:
    """Return the name of an editor, or that it is nobody."""
    return name_of(user_id) or NOBODY
