"""A change in the toolkit has its books made anew, once others can see the change."""

from gastvrij.due.waking import wake_after_commit
from typing import Any


def wake_when_changed(content: Any, event: Any) -> None:
    """Let the due tasks look soon what is no longer right."""
    wake_after_commit()
