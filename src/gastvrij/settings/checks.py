"""What must hold between one setting and another."""

from gastvrij import _
from gastvrij.values.refusal import Refused
from typing import Any


def reminders_follow_each_other(data: Any) -> None:
    """Raise ``Refused`` unless the days of the reminders rise."""
    days = list(data.confirm_reminder_days or ())
    if days != sorted(set(days)):
        raise Refused(
            _(
                "error_reminders_order",
                default="Put the smallest number first, each number once.",
            ),
            "confirm_reminder_days",
        )


def fading_comes_after_asking(data: Any) -> None:
    """Raise ``Refused`` for a profile that fades before its group was asked."""
    if data.fading_after_months <= data.confirm_every_months:
        raise Refused(
            _(
                "error_fading_too_early",
                default="Take more months than those after which we ask.",
            ),
            "fading_after_months",
        )


def default_radius_can_be_chosen(data: Any) -> None:
    """Raise ``Refused`` for a first distance that is none of the choices."""
    if data.default_radius not in (data.radius_choices or ()):
        raise Refused(
            _(
                "error_default_radius",
                default="Take one of the distances to choose from.",
            ),
            "default_radius",
        )
