"""A form's own token: pressing twice, or again after a failure, does it once.

The page puts a new token into its form. Who handles the form asks for the receipt that
belongs to the token first; without one they do what was asked and remember the receipt
in the same transaction. Of two who do so at once one meets a ``ConflictError``, and
finds the receipt of the other on the second try.
"""

from datetime import datetime
from gastvrij.links.shelf import place_of
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from typing import Any
from ZPublisher.HTTPRequest import HTTPRequest

import secrets


RECEIPTS = "gastvrij.receipts"
BYTES = 24


def new_form_token() -> str:
    """Return a token for the hidden field of one form, as it is shown."""
    return secrets.token_urlsafe(BYTES)


def token_of(request: HTTPRequest, name: str = "token") -> str:
    """Return the token of the form that was sent, else a new one for one to show.

    A form that is shown again keeps its token; an address gives it none.
    """
    sent = request.form.get(name) if request.method == "POST" else ""
    return sent if _is_token(sent) else new_form_token()


def receipt_of(site: Any, token: str) -> str | None:
    """Return the receipt of the form that was sent with this token, if it was.

    A program sends no token, or what is none: it has no receipt yet.
    """
    kept = shelf(site, RECEIPTS).get(place_of(token)) if _is_token(token) else None
    return None if kept is None else kept[0]


def remember(site: Any, token: str, receipt: str, now: datetime) -> None:
    """Keep the receipt of a form that was sent with this token, if it has one."""
    if _is_token(token):
        # a BTree merges what several transactions write, but never to one key
        shelf_to_write(site, RECEIPTS)[place_of(token)] = (receipt, now)


def _is_token(token: Any) -> bool:
    return isinstance(token, str) and token != ""
