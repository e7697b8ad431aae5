"""A page on paper, by WeasyPrint: a tagged PDF that is accessible (PDF/UA).

Import it by ``gastvrij.paper.pdf``: WeasyPrint may not be there, or not work.
"""

from collections.abc import Mapping
from gastvrij.paper.picture import PICTURE
from gastvrij.paper.picture import Picture
from weasyprint import CSS
from weasyprint import HTML
from weasyprint.urls import URLFetcher
from weasyprint.urls import URLFetcherResponse

import logging


# a picture that is not in the book is told by the site already, and better
logging.getLogger("weasyprint").setLevel(logging.ERROR)
logging.getLogger("weasyprint.progress").setLevel(logging.ERROR)


class OnlyPictures(URLFetcher):
    """Answers with the pictures that the book itself holds, and with nothing else.

    No address is opened: not of the web, and not of a file on this machine.
    """

    def __init__(self, pictures: dict[str, Picture]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.pictures = pictures

    def fetch(
        self, url: str, headers: dict[str, str] | None = None
    ) -> URLFetcherResponse:
        """Return a picture; raises ``LookupError`` for any other address."""
        name = url.removeprefix(PICTURE)
        if name == url or name not in self.pictures:
            raise LookupError("a book holds all that it shows")
        picture = self.pictures[name]
        headers = {"Content-Type": picture.media_type}
        return URLFetcherResponse(url, picture.data, headers)


def make_pdf(page: str, style: str, pictures: Mapping[str, Picture]) -> bytes:
    """Return a page as PDF."""
    fetcher = OnlyPictures(dict(pictures))
    html = HTML(string=page, url_fetcher=fetcher)
    sheet = CSS(string=style, url_fetcher=fetcher)
    return html.write_pdf(
        stylesheets=[sheet], pdf_variant="pdf/ua-1", custom_metadata=False
    )
