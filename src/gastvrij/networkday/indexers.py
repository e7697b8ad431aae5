"""What the catalogue keeps of network days beside their fields."""

from gastvrij.networkday.network_day import INetworkDay
from plone.app.contenttypes.interfaces import IFile
from plone.indexer import indexer


@indexer(INetworkDay)
def location(day: INetworkDay) -> str | None:
    """Return the place, where Plone's event listings look for it."""
    return day.venue_name


@indexer(INetworkDay)
def report_name(day: INetworkDay) -> str | None:
    """Return the file name of the report book, if there is a book."""
    return day.report_book.filename if day.report_book else None


@indexer(INetworkDay)
def report_size(day: INetworkDay) -> int | None:
    """Return the size of the report book in bytes, if there is a book."""
    return day.report_book.getSize() if day.report_book else None


@indexer(IFile)
def file_size(content: IFile) -> int | None:
    """Return the size of a file in bytes, if one was uploaded."""
    return content.file.getSize() if content.file else None
