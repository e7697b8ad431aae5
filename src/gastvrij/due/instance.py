"""The instance that the console script is about, as its configuration tells."""

from configparser import ConfigParser
from configparser import Error
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zc.lockfile import LockError
from ZConfig import ConfigurationError
from ZODB.DB import DB
from Zope2.Startup.options import ZopeWSGIOptions
from Zope2.Startup.run import configure_wsgi

import re
import Zope2


LISTEN = re.compile(r"(?:[\w.*:\[\]-]+:)?(\d+)")


class NoInstance(Exception):
    """The instance could not be asked, nor its storage opened; says why."""


@dataclass(frozen=True)
class Instance:
    """Where an instance keeps its configuration and its secret, and where it answers.

    ``address`` is empty where the configuration does not tell.
    """

    zope_conf: Path
    folder: Path
    address: str


def instance_of(zope_conf: Path, address: str = "") -> Instance:
    """Read what there is to know from zope.conf and the wsgi.ini beside it.

    Raises ``NoInstance`` for a file that is not there, or is no configuration of Zope.
    """
    try:
        options: Any = ZopeWSGIOptions(configfile=str(zope_conf))()
    except (OSError, ValueError, ConfigurationError) as error:
        raise NoInstance(f"{zope_conf} cannot be read: {error}") from error
    folder = Path(options.configroot.clienthome)
    return Instance(zope_conf, folder, address or _address(zope_conf))


def open_storage(instance: Instance) -> DB:
    """Start Zope without serving, and return its database; raises ``NoInstance``."""
    configure_wsgi(str(instance.zope_conf))
    try:
        Zope2.startup_wsgi()
    except LockError as error:
        raise NoInstance(
            "the database is in use, and no instance answers"
            f"{f' at {instance.address}' if instance.address else ''}. If one runs, "
            "tell where with --address, and see that its zope.conf has a section "
            "<product-config gastvrij>."
        ) from error
    return Zope2.DB


def _address(zope_conf: Path) -> str:
    """Return the loopback address that wsgi.ini makes the instance listen on."""
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(zope_conf.with_name("wsgi.ini"), "utf-8")
        server = parser["server:main"]
    except (KeyError, Error):
        return ""
    listens = (server.get(name) for name in ("fast-listen", "listen", "port"))
    port = LISTEN.match(next(filter(None, listens), ""))
    return f"http://127.0.0.1:{port[1]}" if port else ""
