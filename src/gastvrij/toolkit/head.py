"""Which address search engines are told to remember."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.contents import same_part
from gastvrij.toolkit.edition import edition_of
from html import escape
from plone import api
from plone.app.layout.links.viewlets import CanonicalURL


class PartCanonicalURL(CanonicalURL):
    """A part of a previous edition points at the same part in the current one."""

    def render(self) -> str:
        """Return the link for the head of the page."""
        edition = edition_of(self.context)
        if api.content.get_state(edition) == PREVIOUS:
            library = aq_parent(aq_inner(edition))
            part = same_part(self.context.lineage, library)
            if part is not None:
                return f'    <link rel="canonical" href="{escape(part.url)}" />'
        return super().render()
