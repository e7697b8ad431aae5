"""What content refers to, as plone.restapi tells it: only what the reader may see."""

from AccessControl import getSecurityManager
from Acquisition import aq_chain
from Acquisition import aq_inner
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.privacy.sender import VIEW
from plone.dexterity.interfaces import IDexterityContent
from plone.exportimport.interfaces import IExportImportRequestMarker
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.relationfield import RelationChoiceFieldSerializer
from plone.restapi.serializer.relationfield import RelationListFieldSerializer
from typing import Any
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from z3c.relationfield.interfaces import IRelationValue
from zope.component import adapter
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


@implementer(IFieldSerializer)
@adapter(IRelationChoice, IDexterityContent, IGastvrijLayer)
class DiscreetRelation(RelationChoiceFieldSerializer):
    """Tells of a relation to what the user may not see as of one that is not there.

    An export of the site keeps it.
    """

    def get_value(self, default: Any = None) -> Any:
        """Return the relation; ``default`` where the user may not see its target."""
        relation = super().get_value(default)
        return relation if _may_be_told(relation, self.request) else default


@implementer(IFieldSerializer)
@adapter(IRelationList, IDexterityContent, IGastvrijLayer)
class DiscreetRelations(RelationListFieldSerializer):
    """Leaves out relations to what the user may not see; an export keeps them."""

    def get_value(self, default: Any = None) -> Any:
        """Return the relations of which the user may see the target."""
        relations = super().get_value(default)
        return [each for each in relations if _may_be_told(each, self.request)]


def _may_be_told(relation: IRelationValue | None, request: HTTPRequest) -> bool:
    if relation is None or IExportImportRequestMarker.providedBy(request):
        return True
    return relation.to_object is None or _is_in_sight(relation.to_object)


def _is_in_sight(content: Any) -> bool:
    """Tell whether the user may view this, and everything guarded around it."""
    check = getSecurityManager().checkPermission
    around = filter(IGuarded.providedBy, aq_chain(aq_inner(content)))
    return all(check(VIEW, part) for part in (content, *around))
