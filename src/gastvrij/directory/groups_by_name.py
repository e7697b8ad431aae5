"""The groups that are there, as the rows of a spreadsheet name them."""

from gastvrij import _
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.places.municipalities import sort_key
from gastvrij.values.refusal import Refused
from typing import Any


TYPE = "MemberOrganisation"


class GroupsByName:
    """The groups of a directory, by reference and by name; each is met once a file."""

    def __init__(self, directory: MemberDirectory) -> None:
        self.directory = directory
        self._met: set[str] = set()
        self._by_name: dict[str, list[str]] = {}
        path = {"query": "/".join(directory.getPhysicalPath()), "depth": 1}
        for brain in directory.portal_catalog.unrestrictedSearchResults(
            portal_type=TYPE, path=path
        ):
            self._by_name.setdefault(_plain(brain.Title), []).append(brain.getId)

    def meet(self, reference: str, name: str) -> Any:
        """Return the group of a row; None for one that is not there yet.

        Raises ``Refused`` when that is not clear, and for the second row of a group.
        """
        found = [reference] if reference else self._by_name.get(_plain(name), [])
        if len(found) > 1:
            raise Refused(
                _(
                    "error_sheet_name_twice",
                    default="Several groups are called so. Give the reference as well.",
                )
            )
        if reference and not self._is_group(reference):
            raise Refused(
                _(
                    "error_sheet_reference",
                    default="There is no group with this reference. Leave it empty for"
                    " a new group.",
                )
            )
        self._meet_once(found[0] if found else f" {_plain(name)}")
        return self.directory[found[0]] if found else None

    def _meet_once(self, which: str) -> None:
        if which in self._met:
            raise Refused(
                _(
                    "error_sheet_row_twice",
                    default="A row above is about the same group.",
                )
            )
        self._met.add(which)

    def _is_group(self, reference: str) -> bool:
        found = self.directory.get(reference)
        return getattr(found, "portal_type", "") == TYPE


def _plain(name: str) -> str:
    return " ".join(sort_key(name).split())
