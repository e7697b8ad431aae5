"""What people chose, as columns beside their names: one for each round."""

from collections.abc import Collection
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.door import choosable
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme_item import ProgrammeItem
from zope.i18nmessageid import Message


YES = _("check_in_comes", default="Yes")


@dataclass(frozen=True)
class Column:
    """What people chose in one round, or whether they come to one item."""

    title: Message | str
    items: dict[str, Message | str]

    def of(self, chosen: Collection[str]) -> Message | str:
        """Return what somebody chose here; empty for nothing."""
        return next((words for uid, words in self.items.items() if uid in chosen), "")


def columns_of(day: NetworkDay) -> list[Column]:
    """Return the columns of a day, in the order of its programme."""
    columns: dict[str, Column] = {}
    for item in choosable(day):
        key = f"round{item.round}" if item.round else item.UID()
        column = columns.setdefault(key, Column(_title(item), {}))
        column.items[item.UID()] = item.title if item.round else YES
    return list(columns.values())


def _title(item: ProgrammeItem) -> Message | str:
    if not item.round:
        return item.title
    return _("round_title", default="Round ${number}", mapping={"number": item.round})
