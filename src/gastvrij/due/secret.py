"""The secret by which the console script and the instance know each other.

It is new at every start of the instance, in a file that its owner alone can read.
"""

from hmac import compare_digest
from pathlib import Path

import App.config
import os
import secrets


FILE = "gastvrij-due-secret.txt"


def secret_file(folder: str = "") -> Path:
    """Return the file with the secret, by default of this instance."""
    return Path(folder or App.config.getConfiguration().clienthome, FILE)


def make_secret() -> None:
    """Write a new secret; nobody else can read it from its first byte on."""
    path = secret_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(32))


def read_secret(folder: str = "") -> str:
    """Return the secret; empty when there is none or it may not be read."""
    try:
        return secret_file(folder).read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def is_secret(told: str) -> bool:
    """Tell whether somebody knows the secret; nobody does when there is none."""
    kept = read_secret().encode()
    return bool(kept) and compare_digest(kept, told.encode("utf-8", "replace"))
