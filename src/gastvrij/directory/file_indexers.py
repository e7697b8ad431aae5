"""What the catalogue is not told of a private file and its notes."""

from gastvrij.directory.internal_notes import IInternalNotes
from gastvrij.directory.member_file import IMemberFile
from plone.indexer import indexer


@indexer(IMemberFile)
def words_of_file(file: IMemberFile) -> str:
    """Return no words: a file is never found by what it says."""
    return ""


@indexer(IInternalNotes)
def words_of_notes(notes: IInternalNotes) -> str:
    """Return no words: words stay in the index after the notes are gone."""
    return ""
