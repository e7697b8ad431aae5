"""The browser layer that switches our pages and services on for one site."""

from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.restapi.interfaces import IPloneRestapiLayer


class IGastvrijLayer(IEventLayer, IPloneRestapiLayer):
    """Marks every request to a site on which gastvrij is installed.

    It extends the layers whose stock pages and services we override, so that ours win
    whatever the order in which the add-ons were installed.
    """
