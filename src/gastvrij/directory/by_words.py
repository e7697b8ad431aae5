"""Groups by the words in their texts, their places and what they do."""

from collections.abc import Container
from plone import api
from Products.ZCatalog.query import IndexQuery
from Products.ZCTextIndex.ParseTree import ParseError

import re


WORD = re.compile(r"\w+")
INDEX = "SearchableText"


def numbers_with(words: str) -> Container[int]:
    """Return the catalogue's numbers of all that has every one of some words.

    A word may be the beginning of a longer one. Whoever asks picks from these what the
    reader may see. Signs count for nothing: a text without a word finds nothing.
    """
    catalog = api.portal.get_tool("portal_catalog")
    asked = dict.fromkeys(word.lower() for word in WORD.findall(words))
    query = " ".join(f"{word}*" for word in asked)
    record = IndexQuery({INDEX: query}, INDEX)
    try:
        return catalog._catalog.getIndex(INDEX).query_index(record) or ()
    except ParseError:
        return ()
