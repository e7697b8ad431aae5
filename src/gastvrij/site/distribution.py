"""What the network's site decides by itself when it is created."""

from typing import Any


def decide_language_and_time(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers with the language and the clock of the network."""
    decided = {"default_language": "nl", "portal_timezone": "Europe/Brussels"}
    return {**answers, **decided}
