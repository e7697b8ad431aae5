"""The platform of Gastvrij Netwerk: groups, toolkit and network days on Plone."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("gastvrij")
