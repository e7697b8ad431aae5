"""The field to look for something in the toolkit, as it stands on its pages."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class SearchBox:
    """A page with the field; the page says which ``library`` it stands in."""

    library: Any

    search_box = ViewPageTemplateFile("templates/search_box.pt")

    @property
    def search_url(self) -> str:
        """Where the answer is."""
        return f"{self.library.absolute_url()}/search"
