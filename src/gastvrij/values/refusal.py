"""How a value is refused: with a sentence that whoever filled it in understands."""

from collections.abc import Mapping
from zope.i18nmessageid import Message
from zope.schema import ValidationError


class Refused(ValidationError):
    """A value that cannot be kept as it is.

    A constraint raises it with its sentence. An invariant names a field as well: the
    one next to which the sentence is shown, in the form and over REST. plone.restapi
    understands it where a constraint raises it, unlike ``zope.interface.Invalid``.
    """

    def __init__(self, sentence: Message, name: str = "") -> None:
        super().__init__(sentence)
        self.name = name

    def doc(self) -> Message:
        """Return the sentence, as zope.schema asks for it."""
        return self.args[0]


class RefusedCells(ValidationError):
    """Rows of which some cells cannot be kept, with a sentence for each of those."""

    def __init__(self, sentences: Mapping[str, Message]) -> None:
        super().__init__()
        self.sentences = dict(sentences)
