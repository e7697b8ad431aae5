"""The browser layer that switches our pages on for one site, and what a page says."""

from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.restapi.interfaces import IPloneRestapiLayer
from zope.interface import Attribute
from zope.interface import Interface


class IGastvrijLayer(IEventLayer, IPloneRestapiLayer):
    """Marks every request to a site on which gastvrij is installed.

    It extends the layers whose stock pages and services we override, so that ours win
    whatever the order in which the add-ons were installed.
    """


class ITitledPage(Interface):
    """Marks a page that is not called what its content is called."""

    tab_title = Attribute(
        "What the browser's tab says before the name of the site, as a message."
    )
