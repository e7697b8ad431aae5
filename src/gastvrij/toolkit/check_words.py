"""How a check stands, as an editor reads it."""

from datetime import date
from gastvrij import _
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.checks import DUE
from gastvrij.toolkit.checks import FRESH
from gastvrij.toolkit.checks import NEVER
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.checks import Standing
from gastvrij.toolkit.checks import TIMELESS
from zope.i18nmessageid import Message


SENTENCES = {
    FRESH: _("check_fresh", default="Still right: to check by ${day}"),
    DUE: _("check_due", default="To check this month: by ${day}"),
    OVERDUE: _("check_overdue", default="Overdue: it had to be checked by ${day}"),
    NEVER: _("check_never", default="Nobody has checked this yet"),
    TIMELESS: _("check_timeless", default="Stays true: it is never due"),
}
LOOK = {
    FRESH: "gv-status gv-status--good",
    DUE: "gv-status gv-status--wait",
    OVERDUE: "gv-status gv-status--attention",
    NEVER: "gv-status gv-status--attention",
    TIMELESS: "gv-status gv-status--quiet",
}


def in_words(now: Standing, due: date | None, language: str) -> Message:
    """Return the sentence about a check that holds up to and with a day."""
    mapping = {"day": day_in_words(due, language) or ""}
    return Message(SENTENCES[now], mapping=mapping)
