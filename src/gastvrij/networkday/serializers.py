"""What REST tells of a day and a programme item beside their fields."""

from datetime import datetime
from datetime import UTC
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.networkday.files import AttachedFile
from gastvrij.networkday.files import files_in
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme import programme
from gastvrij.networkday.programme import Round
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.summary import summary_of_day
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(INetworkDay, IGastvrijLayer)
class SerializeNetworkDay(SerializeFolderToJson):
    """Adds ``status``, the ``programme`` by round, and the day's ``files``."""

    def __call__(self, *arguments: Any, **options: Any) -> dict[str, Any]:
        """Return the day as a JSON compatible dict."""
        return super().__call__(*arguments, **options) | {
            "status": summary_of_day(self.context, datetime.now(UTC)).status,
            "programme": [_round(part) for part in programme(self.context)],
            "files": [_file(attached) for attached in files_in(self.context)],
        }


@implementer(ISerializeToJson)
@adapter(IProgrammeItem, IGastvrijLayer)
class SerializeProgrammeItem(SerializeFolderToJson):
    """Adds the item's ``files``."""

    def __call__(self, *arguments: Any, **options: Any) -> dict[str, Any]:
        """Return the item as a JSON compatible dict."""
        files = [_file(attached) for attached in files_in(self.context)]
        return super().__call__(*arguments, **options) | {"files": files}


def _round(part: Round) -> dict[str, Any]:
    return {
        "round": part.number,
        "start": json_compatible(part.start),
        "end": json_compatible(part.end),
        "items": [_slot(slot) for slot in part.slots],
    }


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "@id": slot.url,
        "title": slot.title,
        "kind": slot.kind,
        "room": slot.room or None,
        "start": json_compatible(slot.start),
        "end": json_compatible(slot.end),
        "description": slot.text,
        "speakers": [
            {"name": name, "organisation": organisation or None}
            for name, organisation in slot.speakers
        ],
    }


def _file(attached: AttachedFile) -> dict[str, Any]:
    return {
        "title": attached.title,
        "download": attached.url,
        "size": attached.size,
        "content-type": attached.content_type,
    }
