"""What is taken along of one edition into another: values, and nothing else."""

from Acquisition import aq_base
from collections.abc import Mapping
from copy import deepcopy
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamed
from typing import Any
from z3c.relationfield.interfaces import IRelationValue
from zope.schema import getFieldsInOrder

import re


# the name comes along by itself; what changed for the reader belongs to one edition
LEFT_BEHIND = frozenset({"id", "change_note", "full_file", "destination"})
TEXTS = ("text", "foreword", "credits")
LINK = re.compile(r"(resolveuid/)([0-9a-f]{32})", re.IGNORECASE)


def take_along(original: Any, container: Any, **other: Any) -> Any:
    """Create in another edition what has the same values, under the same name.

    It begins as a draft. No history, working copy, note of an editor or local role
    comes along. ``other`` are values that differ. Raises ``Unauthorized`` for who may
    not add.
    """
    values = {**values_of(original), **other}
    kind, name = original.portal_type, original.getId()
    copy = createContentInContainer(container, kind, id=name, **values)
    copy.manage_delLocalRoles([user for user, roles in copy.get_local_roles()])
    copy.reindexObjectSecurity()
    return copy


def values_of(original: Any) -> dict[str, Any]:
    """Return the values that are taken along, as values of their own."""
    values = {}
    for schema in iterSchemata(original):
        holder = schema(original, None)
        for name, field in getFieldsInOrder(schema):
            value = getattr(holder, name, None)
            is_kept = name in LEFT_BEHIND or field.readonly
            if not is_kept and not IRelationValue.providedBy(value):
                values[name] = _own(value)
    return values


def lead_links(copy: Any, uids: Mapping[str, str]) -> None:
    """Let the links in the texts of a copy lead to the copies of what they led to.

    ``uids`` are those of copies, by the UID of what they are copies of.
    """
    for name in TEXTS:
        text = getattr(aq_base(copy), name, None)
        if text is not None and text.raw:
            raw = LINK.sub(lambda link: _led(link, uids), text.raw)
            if raw != text.raw:
                setattr(copy, name, with_raw(text, raw))


def _led(link: re.Match[str], uids: Mapping[str, str]) -> str:
    return link[1] + uids.get(link[2].lower(), link[2])


def _own(value: Any) -> Any:
    if isinstance(value, RichTextValue):
        return with_raw(value, value.raw)
    if INamed.providedBy(value):
        return type(value)(value.data, value.contentType, value.filename)
    return deepcopy(value)


def with_raw(text: RichTextValue, raw: str) -> RichTextValue:
    """Return a rich text with other words, of the same kind."""
    return RichTextValue(raw, text.mimeType, text.outputMimeType, text.encoding)
