"""What the secretariat is told of letters that do not go out."""

from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.due.interfaces import Notice
from gastvrij.due.interfaces import WaitingThing
from gastvrij.due.may import may
from gastvrij.due.notice import NoticeFor
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import waiting
from plone import api
from typing import Any
from zope.i18n import translate
from zope.interface import implementer


KIND = "mail.failed"
SEE = "gastvrij: See Outbox"
KINDS = {KIND: _("waiting_letters", default="Letters that did not go out")}
PATIENCE = timedelta(minutes=15)


@implementer(IWaitingThings)
class FailedLetters:
    """Letters that were given up: one thing to do, however many they are."""

    kinds = KINDS

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterable[WaitingThing]:
        """Return one thing when letters failed, for whoever may see the outbox."""
        letters = failed(site) if may(site, SEE, roles) else []
        if not letters:
            return
        title = _(
            "waiting_letters_number",
            default="Letters that did not go out: ${number}",
            mapping={"number": str(len(letters))},
        )
        yield WaitingThing(
            kind=KIND,
            title=translate(title, target_language=api.portal.get_current_language()),
            url=f"{site.absolute_url()}/outbox",
            since=letters[0].posted,
            action=_("waiting_letters_action", default="Look what is wrong"),
        )


def letters_that_wait(site: Any, now: datetime) -> Notice | None:
    """Return how many letters wait for a quarter of an hour or more, where some do."""
    late = [letter for letter in waiting(site) if now - letter.posted >= PATIENCE]
    if not late:
        return None
    text = _(
        "notice_backlog",
        default="Letters wait for longer than a quarter of an hour: ${number}. Nothing"
        " is lost.",
        mapping={"number": str(len(late))},
    )
    return Notice(text, "attention", f"{site.absolute_url()}/outbox")


failed_letters = FailedLetters()
backlog = NoticeFor(SEE, letters_that_wait)
