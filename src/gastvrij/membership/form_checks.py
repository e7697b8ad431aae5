"""What has to be right with an application as a whole, beyond each of its fields."""

from collections.abc import Mapping
from gastvrij import _
from gastvrij.directory.place_entry import code_of
from typing import Any
from zope.i18nmessageid import Message


OF_EXISTING_GROUP = ("discussed_on", "decided_on", "attends_meetings")


def needed(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields that this kind of group fills in beside the required ones."""
    return OF_EXISTING_GROUP if values.get("kind") == "existing_group" else ()


def check_whole(values: Mapping[str, Any]) -> dict[str, Message]:
    """Return what is wrong with an application as a whole, by the name of a field."""
    wrong: dict[str, Message] = {}
    if not values.get("privacy"):
        wrong["privacy"] = _(
            "error_privacy",
            default="Without your agreement we cannot keep your application.",
        )
    for name in needed(values):
        if not values.get(name):
            wrong[name] = NEEDED
    discussed, decided = values.get("discussed_on"), values.get("decided_on")
    if discussed and decided and decided < discussed:
        wrong["decided_on"] = _(
            "error_decided_before_discussed",
            default="This day is before the one on which you discussed it.",
        )
    if values.get("deputy_email") and not values.get("deputy_name"):
        wrong["deputy_name"] = _(
            "error_deputy_without_name", default="Give the name of the deputy too."
        )
    deputy = (values.get("deputy_email") or "").casefold()
    if deputy and deputy == (values.get("contact_email") or "").casefold():
        wrong["deputy_email"] = _(
            "error_deputy_is_contact",
            default="This is the address of the contact person. A deputy is somebody"
            " else.",
        )
    return wrong


NEEDED = _(
    "error_needed_of_existing_group",
    default="A group that is active already tells this before it joins.",
)


def with_municipality(values: Mapping[str, Any], typed: str) -> dict[str, Any]:
    """Add the municipality that the words for the place mean."""
    nis = code_of(typed.strip()) if typed.strip() else None
    return {**values, "municipality": nis}
