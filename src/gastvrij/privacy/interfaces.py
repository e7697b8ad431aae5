"""What the stories tell the guard."""

from zope.interface import Interface


class IGuarded(Interface):
    """Marks content that answers "not found" to whoever may not view it.

    The promise holds for the content itself and for every address below it: its views,
    fields, pictures, REST services and children.
    """
