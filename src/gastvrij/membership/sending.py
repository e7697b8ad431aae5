"""How a filled-in form becomes an application: checked, slowed down, and once only."""

from collections.abc import Mapping
from datetime import datetime
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.creation import receive
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.form_checks import check_whole
from gastvrij.membership.form_checks import with_municipality
from gastvrij.membership.form_kinds import BLANK
from gastvrij.membership.form_pages import all_entries
from gastvrij.values.sheet import Sheet
from plone import api
from secrets import token_hex
from typing import Any
from zope.i18nmessageid import Message


BRAKE = "membership.apply"
# from one computer: a secretariat's training day fits, a program does not
MOST_AN_HOUR = 30


class Wrong(Exception):
    """An application that is not in order: a sentence for each field."""

    def __init__(self, sentences: dict[str, Message]) -> None:
        super().__init__(sentences)
        self.sentences = sentences


class TooMany(Exception):
    """More applications in an hour than people send."""


def values_of(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a whole form means; raises ``Wrong``.

    ``typed`` is what a browser sends: words, or a list of them.
    """
    sheet = Sheet.sent(all_entries(), BLANK, typed)
    sheet.check(IMembershipApplication)
    sentences = dict(sheet.sentences)
    for name, sentence in check_whole(sheet.values).items():
        sentences.setdefault(name, sentence)
    if sentences:
        raise Wrong(sentences)
    return with_municipality(sheet.values, str(typed["postal_code"]))


def slow_down(what: str, who: str, most: int, now: datetime) -> None:
    """Count that somebody asks for something; raises ``TooMany`` after ``most`` times.

    Those are the times of the last hour. Nobody is counted when ``who`` is empty.
    """
    if not who:
        return
    site = api.portal.get()
    if times_asked(site, what, who, now) >= most:
        raise TooMany
    count_asking(site, what, who, now)


def send(
    desk: MembershipDesk,
    values: dict[str, Any],
    sender: str,
    token: str,
    now: datetime,
) -> str:
    """Keep an application that came through the site; return its receipt.

    The same ``token`` twice is one application with one receipt. ``sender`` is the
    address of a computer; empty where that is not known. Raises ``TooMany``.
    """
    site = api.portal.get()
    known = receipt_of(site, token)
    if known:
        return known
    slow_down(BRAKE, sender, MOST_AN_HOUR, now)
    receipt = token_hex(6)
    remember(site, token, receipt, now)
    receive(desk, values, now)
    return receipt
