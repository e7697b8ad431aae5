"""The note that is asked of whoever changes what readers have."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.toolkit.change_record import CHANGED
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.change_record import SMALL
from gastvrij.values.refusal import Refused
from typing import Any
from zope import schema
from zope.interface import Interface


# the fields of a part that say what readers read
READ = ("title", "description", "text", "file", "sources", "date", "supplements")
NOTE = "change_note"
SMALL_CORRECTION = "small_correction"
NOTE_ASKED = _(
    "error_change_note",
    default="Say what changed for the reader, or tick “small correction”.",
)
MOST = 600


class ISmallCorrection(Interface):
    """Lets an editor pass over the note."""

    small_correction = schema.Bool(
        title=_("label_small_correction", default="Small correction"),
        description=_(
            "help_small_correction",
            default="A slip of the pen: nothing changed for the reader.",
        ),
        required=False,
        default=False,
    )


@dataclass(frozen=True)
class Said:
    """What an editor says about a change."""

    note: str
    is_small: bool

    def check(self) -> None:
        """Raise ``Refused`` for no note, where one is asked, and for a long one."""
        if not self.is_small and not self.note.strip():
            raise Refused(NOTE_ASKED)
        if len(self.note) > MOST:
            raise Refused(
                _(
                    "error_too_long",
                    default="This has ${count} characters. At most ${most} fit.",
                    mapping={"count": len(self.note), "most": MOST},
                )
            )

    def keep(self, part: Any, now: datetime) -> None:
        """Keep the note with the part, and write the change down."""
        if self.is_small:
            record_change(part, SMALL, "", now)
        else:
            part.change_note = self.note.strip()
            record_change(part, CHANGED, self.note, now)
