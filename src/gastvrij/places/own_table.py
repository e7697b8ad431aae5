"""Where an operator's own table of places is."""

from pathlib import Path

import App.config
import os


VARIABLE = "GASTVRIJ_PLACES"

FILE = "places.csv"


def own_table() -> Path | None:
    """Return the file that an operator may have written.

    It is what the environment variable `GASTVRIJ_PLACES` says, or `places.csv` in the
    folder that holds the instance's own: `var/places.csv` beside `var/instance`. None
    where there is no instance.
    """
    said = os.environ.get(VARIABLE)
    if said:
        return Path(said)
    home = getattr(App.config.getConfiguration(), "clienthome", None)
    return Path(home).parent / FILE if home else None
