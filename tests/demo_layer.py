"""The demo site: made once, and laid over the empty site for each module that asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from filling import FilledLayer
from pathlib import Path
from plone.app.testing import applyProfile
from tempfile import TemporaryDirectory

import App.config


class DemoLayer(FilledLayer):
    """The demo site, with its content and accounts; ``var`` is where these stand."""

    def __init__(self) -> None:
        """Remember what fills the site."""
        super().__init__(lambda portal: applyProfile(portal, "gastvrij:demo"), "Demo")

    def setUp(self) -> None:
        """Give the accounts' file a folder of its own, as an instance has."""
        self.folder = TemporaryDirectory()
        self["var"] = Path(self.folder.name) / "var"
        self["var"].mkdir()
        super().setUp()

    def tearDown(self) -> None:
        """Let go of the site, and of the folder."""
        super().tearDown()
        del self["var"]
        self.folder.cleanup()

    @contextmanager
    def on_top(self) -> Iterator[None]:
        """Lay it over the empty site, with its folder as that of the instance."""
        configuration = App.config.getConfiguration()
        home = configuration.clienthome
        configuration.clienthome = str(self["var"])
        with super().on_top():
            yield
        configuration.clienthome = home
