"""What happened to an application: lines that are only ever added."""

from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import MembershipApplication
from zope.i18nmessageid import Message


APPLICANT = "applicant"
SECRETARIAT = "secretariat"
BOARD = "board"
SYSTEM = "system"
# a line that is no step from one state to another
INFORMED = "inform_neighbours"

WHO = {
    APPLICANT: _("log_applicant", default="The group"),
    SECRETARIAT: _("log_secretariat", default="The secretariat"),
    BOARD: _("log_board", default="The board"),
    SYSTEM: _("log_system", default="The site"),
}


def write(
    application: MembershipApplication,
    who: str,
    now: datetime,
    transition: str = "",
    before: str = "",
    after: str = "",
    note: str = "",
) -> None:
    """Add a line that the applicant and the board may read.

    ``who`` is a role, never a name: one of the keys of ``WHO``.
    """
    line = {
        "on": now,
        "who": who,
        "transition": transition,
        "before": before,
        "after": after,
        "note": note or None,
    }
    application.log = [*(application.log or []), line]


def who_in_words(who: str) -> Message | str:
    """Return who did what a line tells, in words."""
    return WHO.get(who, who)


INFORMED_TITLE = _("log_informed", default="Groups near it were told")
