"""Days that belong together: a series in parts."""

from dataclasses import dataclass
from gastvrij import _
from zope.i18n import translate


NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Series:
    """To which series a day belongs, and which part of how many it is, if told."""

    name: str
    part: int | None = None
    parts: int | None = None

    def is_same(self, other: "Series | None") -> bool:
        """Tell whether two days belong together; capitals do not count."""
        return other is not None and _plain(self.name) == _plain(other.name)


def roman(number: int) -> str:
    """Write a number from 1 to 39 in Roman numerals."""
    for value, letters in NUMERALS:
        if number >= value:
            return letters + roman(number - value)
    return ""


def part_in_words(series: Series, language: str) -> str:
    """Write which part it is: "deel I van III"; empty where that is not told."""
    if not series.part:
        return ""
    message = _(
        "series_part", default="part ${part}", mapping={"part": roman(series.part)}
    )
    if series.parts:
        message = _(
            "series_part_of",
            default="part ${part} of ${parts}",
            mapping={"part": roman(series.part), "parts": roman(series.parts)},
        )
    return translate(message, target_language=language)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
