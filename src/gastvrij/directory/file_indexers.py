"""What the catalogue is not told of a private file and its notes."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij.directory.contact_state import contact_state
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


@indexer(IMemberFile)
def state_of_contacts(file: IMemberFile) -> str:
    """Return whether somebody speaks for the group: see ``contact_state``."""
    return contact_state(aq_parent(aq_inner(file)))
