"""Where Plone and plone.restapi move things, with the order that is kept."""

from gastvrij.interfaces import IGastvrijLayer
from gastvrij.toolkit.chapter import IToolkitChapter
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.kept_order import KeptOrdering
from gastvrij.toolkit.kept_order import OrderKeptError
from gastvrij.values.deserializers import NamingDeserializer
from gastvrij.values.sent import ODD_VALUE
from plone.app.content.browser.contents.rearrange import ItemOrderActionView
from plone.app.content.browser.contents.rearrange import OrderContentsBaseAction
from plone.app.content.browser.contents.rearrange import RearrangeActionView
from plone.folder.default import DefaultOrdering
from plone.restapi.interfaces import IDeserializeFromJson
from typing import Any
from zExceptions import BadRequest
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer

import transaction


class KeptInContents(OrderContentsBaseAction):
    """Plone's list of contents, in which a move that is refused is a message."""

    def getOrdering(self) -> KeptOrdering:
        """Return the order in which things are moved."""
        return KeptOrdering(self.context)

    def __call__(self) -> str:
        """Move, or say why not; a refusal leaves everything where it was."""
        try:
            return super().__call__()
        except OrderKeptError as refused:
            transaction.doom()
            self.errors.append(str(refused))
            return self.message()


class KeptItemOrder(KeptInContents, ItemOrderActionView):
    """``fc-itemOrder``: one thing is dragged to another place."""


class KeptRearrange(KeptInContents, RearrangeActionView):
    """``fc-rearrange``: all things are put in the order of their titles or days."""


class KeptOverRest(NamingDeserializer):
    """``PATCH`` with ``ordering`` or ``sort``, which a program may mean: ``sure``.

    ``{"ordering": {"obj_id": "wonen", "delta": -1, "sure": true}}`` moves what readers
    know by its number. Without it that is refused, with the name of the key.
    """

    is_sure = False

    def handle_ordering(self, data: dict[str, Any]) -> None:
        """Move things as asked; raises ``BadRequest`` for what is not to be moved."""
        for name in ("ordering", "sort"):
            if name in data:
                self._move(name, data[name])

    def getOrdering(self) -> DefaultOrdering:
        """Return the order in which things are moved."""
        ordering = DefaultOrdering if self.is_sure else KeptOrdering
        return ordering(self.context)

    def _move(self, name: str, asked: Any) -> None:
        self.is_sure = isinstance(asked, dict) and asked.get("sure") is True
        try:
            super().handle_ordering({name: asked})
        except OrderKeptError as refused:
            raise BadRequest(_named(name, str(refused))) from refused
        except (LookupError, TypeError, ValueError) as error:
            message = translate(ODD_VALUE, context=self.request)
            raise BadRequest(_named(name, message)) from error


@implementer(IDeserializeFromJson)
@adapter(IToolkitEdition, IGastvrijLayer)
class EditionDeserializer(KeptOverRest):
    """Reads an edition; its chapters keep their order."""


@implementer(IDeserializeFromJson)
@adapter(IToolkitChapter, IGastvrijLayer)
class ChapterDeserializer(KeptOverRest):
    """Reads a chapter; its parts keep their order."""


def _named(name: str, message: str) -> list[dict[str, str]]:
    return [{"field": name, "message": message, "error": "ValidationError"}]
