"""How a field of a form says that something is not in order."""

from zope.i18nmessageid import Message


class MarksMistakes:
    """A page with a form; ``mistakes`` are its sentences, by the name of a field.

    In the page a sentence has the id ``<name>-error``, help the id ``<name>-help``;
    ``with_help`` are the names of the fields that have help.
    """

    mistakes: dict[str, Message]
    with_help: frozenset[str] = frozenset()

    def css_of(self, name: str) -> str:
        """Return the class names of what is around a field."""
        return "gv-field gv-field--invalid" if name in self.mistakes else "gv-field"

    def invalid(self, name: str) -> str | None:
        """Return what a screen reader is told of a field with a mistake."""
        return "true" if name in self.mistakes else None

    def described_by(self, name: str) -> str | None:
        """Return the ids of the help and the sentence at a field."""
        kinds = ("help", name in self.with_help), ("error", name in self.mistakes)
        return (
            " ".join(f"{name}-{kind}" for kind, is_there in kinds if is_there) or None
        )
