"""What members of the board think of an application, until they decide together."""

from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.vocabularies import OPINIONS
from gastvrij.values.refusal import Refused


IN_THE_BOARDS_HANDS = ("ready_for_board", "postponed")


def remark(
    application: MembershipApplication,
    user_id: str,
    name: str,
    opinion: str,
    text: str,
    now: datetime,
) -> None:
    """Keep what a member of the board thinks; it replaces what they said before.

    Raises ``Refused`` for an opinion that there is not, and for an objection without
    words.
    """
    if opinion not in dict(OPINIONS):
        raise Refused(_("error_no_opinion", default="Choose an opinion."), "opinion")
    if opinion == "object" and not text.strip():
        raise Refused(
            _("error_objection_without_reason", default="Write down why you object."),
            "remark",
        )
    row = {
        "user_id": user_id,
        "name": name,
        "on": now,
        "opinion": opinion,
        "text": text.strip() or None,
    }
    others = [r for r in application.board_remarks or [] if r["user_id"] != user_id]
    application.board_remarks = [*others, row]


def is_undisputed(application: MembershipApplication) -> bool:
    """Tell whether nobody on the board wants to discuss it or objects."""
    return all(r["opinion"] == "agree" for r in application.board_remarks or [])
