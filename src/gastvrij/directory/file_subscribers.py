"""What happens by itself to the private file when a group is made or copied."""

from gastvrij.directory.files import empty_file
from gastvrij.directory.files import give_file
from gastvrij.directory.member_file import MemberFile
from gastvrij.directory.organisation import IMemberOrganisation
from typing import Any


def give_file_when_added(group: IMemberOrganisation, event: Any) -> None:
    """A group never stands without its private file."""
    give_file(group)


def start_empty_when_copied(file: MemberFile, event: Any) -> None:
    """A copy of a group has a file, but not the people of the original."""
    empty_file(file)
