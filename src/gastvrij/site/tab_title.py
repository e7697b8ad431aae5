"""What the browser's tab says of a page with a name of its own."""

from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from zope.i18n import translate


class TabTitle(TitleViewlet):
    """The name of the page, then that of the site."""

    def update(self) -> None:
        """Say what the page calls itself, in the reader's language."""
        title = escape(translate(self.view.tab_title, context=self.request))
        self.site_title = f"{title}{self.sep}{self.site_title_setting}"
