"""Who edits the toolkit: who may be responsible for a part, and gets the letters."""

from dataclasses import dataclass
from gastvrij.due.may import may
from plone import api
from typing import Any


GROUP = "toolkit-editors"
# the permission of who keeps the toolkit, by its title
KEEP = "gastvrij: Publish Toolkit"


@dataclass(frozen=True)
class Editor:
    """Somebody who edits the toolkit; ``name`` is the address where there is none."""

    user_id: str
    name: str
    email: str


def editors() -> list[Editor]:
    """Return the members of the group of editors, by name."""
    if api.group.get(groupname=GROUP) is None:
        return []
    found = [_editor(member) for member in api.user.get_users(groupname=GROUP)]
    return sorted(found, key=lambda editor: editor.name.casefold())


def editor_called(user_id: str) -> Editor | None:
    """Return the account with this id, if it may keep the toolkit."""
    member = api.user.get(userid=user_id) if user_id else None
    if member is None or not may(api.portal.get(), KEEP, member.getRoles()):
        return None
    return _editor(member)


def _editor(member: Any) -> Editor:
    email = member.getProperty("email", "") or ""
    name = member.getProperty("fullname", "") or email or member.getUserName()
    return Editor(member.getId(), name, email)
