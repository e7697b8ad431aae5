"""The number of an edition: no two editions have the same."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from collections.abc import Iterator
from gastvrij import _
from gastvrij.toolkit.library import IToolkitLibrary
from gastvrij.values.refusal import Refused
from typing import Any
from zope import schema


class EditionNumber(schema.Int):
    """A number that no other edition in the library has."""

    def _validate(self, value: int) -> None:
        """Raise ``Refused`` for the number of another edition."""
        super()._validate(value)
        if value in _taken_beside(self.context):
            raise Refused(
                _(
                    "error_edition_number_taken",
                    default="There is an edition ${number} already. Choose another"
                    " number.",
                    mapping={"number": value},
                )
            )


def _taken_beside(content: Any) -> Iterator[int | None]:
    """Yield the numbers of the other editions, seen from one or from their library."""
    for library in filter(IToolkitLibrary.providedBy, aq_chain(aq_inner(content))):
        for other in map(aq_base, library.objectValues()):
            if other is not aq_base(content):
                yield getattr(other, "number", None)
