"""The home page."""

from Products.Five.browser import BrowserView


class HomeView(BrowserView):
    """What the network is, and the three doors to what it does."""
