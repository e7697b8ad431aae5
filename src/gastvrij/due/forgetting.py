"""What the ground keeps for a while and then forgets."""

from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.links.forgetting import forget_what_is_over


forget_links = DueTask(
    _("due_forget_links", default="Forget old links and old receipts of forms"),
    forget_what_is_over,
)
