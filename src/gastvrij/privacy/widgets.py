"""The address of a form's widget: it asks what its form and its field ask.

Plone gives every widget an address below its form, ``.../@@edit/++widget++<field>``,
whose views are public: pictures of a value, downloads, choices. The publisher checks
the last name of an address only, so the form in the middle would never be checked.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from plone.z3cform.interfaces import IFormWrapper
from typing import Any
from z3c.form.interfaces import IForm
from z3c.form.interfaces import IWidget
from zope.component import getUtility
from zope.security.interfaces import IPermission
from ZPublisher.interfaces import IPubAfterTraversal


def ask_what_the_form_asks(event: IPubAfterTraversal) -> None:
    """Raise ``Unauthorized`` for who may not open the form or read the field."""
    path = event.request["PARENTS"]
    for passed in path:
        if IWidget.providedBy(passed):
            _check_field(passed)
        elif IForm.providedBy(passed) or IFormWrapper.providedBy(passed):
            _check_form(passed)


def _check_form(form: Any) -> None:
    place, name = form.context, form.__name__
    if not getSecurityManager().validate(place, place, name, form):
        raise Unauthorized(name)


def _check_field(widget: Any) -> None:
    field: Any = getattr(widget, "field", None)
    if getattr(field, "interface", None) is None:
        return
    permission = mergedTaggedValueDict(field.interface, READ_PERMISSIONS_KEY).get(
        field.__name__
    )
    if permission is not None and not _may(permission, widget.context):
        raise Unauthorized(field.__name__)


def _may(permission: str, content: Any) -> bool:
    title = getUtility(IPermission, name=permission).title
    return bool(getSecurityManager().checkPermission(title, content))
