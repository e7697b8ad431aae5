"""What the desk tells editors of what readers did not find."""

from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import Notice
from gastvrij.due.notice import NoticeFor
from gastvrij.toolkit.editors import KEEP
from gastvrij.toolkit.looked_for import all_looked_for
from typing import Any


TEXT = _(
    "looked_for_notice",
    default="Readers of the toolkit told that they did not find something.",
)


def what_was_looked_for(site: Any, now: datetime) -> Notice | None:
    """Return that there are such words; nothing while there are none."""
    url = f"{site.absolute_url()}/toolkit/looked-for"
    return Notice(TEXT, url=url) if all_looked_for(site) else None


looked_for_notices = NoticeFor(KEEP, what_was_looked_for)
