"""Once a week, one letter to an editor: what has to be checked."""

from datetime import datetime
from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import is_quiet
from gastvrij.mail.pace import may_nudge
from gastvrij.mail.pace import nudged
from gastvrij.spelling.dates import BELGIUM
from gastvrij.toolkit.check_words import in_words
from gastvrij.toolkit.checks import DUE
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.editors import Editor
from gastvrij.toolkit.editors import editor_called
from gastvrij.toolkit.editors import editors
from gastvrij.toolkit.library import library_of
from gastvrij.toolkit.queue_address import PAGE
from gastvrij.toolkit.to_check import to_check
from gastvrij.toolkit.to_check import ToCheck
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.i18n import translate


MOST_LINES = 20


def ask_editors(site: Any, now: datetime) -> int:
    """Write to each editor what is overdue or due this month; return how many letters.

    It tells what the editor is responsible for, and what nobody is. However many days
    were missed, it is one letter; nobody is nudged twice a week, or in a quiet month.
    """
    library = library_of(site)
    if library is None or is_quiet(now):
        return 0
    found = to_check(library, now.astimezone(BELGIUM).date())
    due = [item for item in found if item.standing in (OVERDUE, DUE)]
    return one_by_one(_asked(due), lambda editor: _ask(site, library, editor, due, now))


def _asked(items: list[ToCheck]) -> list[Editor]:
    """Return the editors, and whoever else is responsible for something."""
    known = {editor.user_id: editor for editor in editors()}
    for user_id in {item.responsible for item in items if item.responsible}:
        found = editor_called(user_id)
        if found is not None:
            known.setdefault(user_id, found)
    return list(known.values())


def _ask(
    site: Any, library: Any, editor: Editor, items: list[ToCheck], now: datetime
) -> bool:
    own = [item for item in items if item.concerns(editor.user_id)]
    if not own or not can_be_mailed(editor.email):
        return False
    if not may_nudge(site, editor.email, now):
        return False
    post(site, letter_about(site, library, editor, own), now)
    nudged(site, editor.email, now)
    return True


def letter_about(
    site: Any, library: Any, editor: Editor, items: list[ToCheck]
) -> Letter:
    """Return the letter that asks an editor to check some parts."""
    language = language_of(editor.email)
    return Letter(
        to=editor.email,
        kind="todo",
        subject=_("letter_checks_subject", default="check the toolkit"),
        body=(
            _(
                "letter_checks_count",
                default="Parts of the toolkit that are to be checked: ${count}. Ten"
                " minutes for one of them help already.",
                mapping={"count": len(items)},
            ),
            "\n".join(_line(item, language) for item in items[:MOST_LINES]),
            Button(
                _("button_ten_minutes", default="Begin with the first"),
                open_url(site, IUUID(library), PAGE),
            ),
        ),
        language=language,
        reason=_(
            "letter_checks_reason",
            default="You get this letter because you edit the toolkit of the network.",
        ),
    )


def _line(item: ToCheck, language: str) -> str:
    words = in_words(item.standing, item.due_on, language)
    return f"- {item.label}: {translate(words, target_language=language)}"


ASK = DueTask(
    _("due_toolkit_checks", default="Ask editors to check parts of the toolkit"),
    ask_editors,
)
