"""What falls due: reminders, letters, and what is not kept any longer."""

from gastvrij.due.runner import run


__all__ = ["run"]
