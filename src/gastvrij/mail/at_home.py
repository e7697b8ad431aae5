"""A letter leads to the public address of the site, whatever host a request named.

Who sends a form chooses the host that the request says it goes to. A letter with that
host in its buttons would lead its reader, and the token of a link, to a stranger.
"""

from dataclasses import replace
from gastvrij.due.public_address import public_url
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from typing import Any


def at_public_address(site: Any, letter: Letter, here: str) -> Letter:
    """Return a letter in words with the site's public address in place of ``here``.

    As it is where nobody said what the public address is.
    """
    public = public_url(site)
    if not public or public == here:
        return letter
    body = tuple(_at_home(part, here, public) for part in letter.body)
    return replace(letter, body=body)


def _at_home(part: Part, here: str, public: str) -> Part:
    if isinstance(part, Button):
        return replace(part, url=_moved(part.url, here, public))
    return _moved(str(part), here, public)


def _moved(text: str, here: str, public: str) -> str:
    return public if text == here else text.replace(f"{here}/", f"{public}/")
