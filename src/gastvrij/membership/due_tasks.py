"""What falls due in membership."""

from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.membership.publishing import nudge_unpublished
from gastvrij.membership.reminders import remind_silent
from gastvrij.membership.retention import anonymise_closed
from gastvrij.membership.retention import forget_unconfirmed


forget = DueTask(
    _(
        "due_forget_unconfirmed",
        default="Erase applications whose e-mail address was not confirmed",
    ),
    forget_unconfirmed,
)
nudge = DueTask(
    _("due_nudge_unpublished", default="Remind new members to put their page online"),
    nudge_unpublished,
)
remind = DueTask(
    _("due_remind_applicants", default="Remind applicants who do not answer"),
    remind_silent,
)
erase = DueTask(
    _(
        "due_anonymise_applications",
        default="Erase personal data of applications that were closed",
    ),
    anonymise_closed,
)
