"""The states of a group, as a reader meets them."""

from gastvrij import _


STATES = {
    "draft": _("group_state_draft", default="Not online yet"),
    "active": _("group_state_active", default="Active"),
    "paused": _("group_state_paused", default="Stopped for a while"),
    "ended": _("group_state_ended", default="Stopped"),
    "hidden": _("group_state_hidden", default="Hidden"),
}

ONLINE = ("active", "paused")
UNSEEN = ("draft", "hidden")
STANDING = (*ONLINE, *UNSEEN)
