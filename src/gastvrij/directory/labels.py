"""How a page marks the state of a group: a word, and a shape that goes with it."""

from dataclasses import dataclass
from gastvrij.directory.states import STATES
from gastvrij.directory.vocabularies import RECRUITING
from zope.i18nmessageid import Message


STATE_SHAPES = {
    "draft": "attention",
    "paused": "quiet",
    "ended": "quiet",
    "hidden": "attention",
}
RECRUITING_SHAPES = {"yes": "good", "waiting_list": "wait"}


@dataclass(frozen=True, slots=True)
class Label:
    """A word, and the class names that give it its shape."""

    word: Message
    css: str


def label_of(state: str, recruiting: str) -> Label | None:
    """Mark a group with its state; when it is active, with whether it recruits."""
    if state in STATE_SHAPES:
        return _label(STATES[state], STATE_SHAPES[state])
    if recruiting in RECRUITING_SHAPES:
        return _label(dict(RECRUITING)[recruiting], RECRUITING_SHAPES[recruiting])
    return None


def _label(word: Message, shape: str) -> Label:
    return Label(word, f"gv-status gv-status--{shape}")
