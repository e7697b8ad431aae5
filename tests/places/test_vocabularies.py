"""What can be chosen as a municipality or as a province."""

from gastvrij import places
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.vocabularies import municipalities
from gastvrij.places.vocabularies import provinces
from zope.component import getUtility
from zope.configuration import xmlconfig
from zope.interface.verify import verifyObject
from zope.schema.interfaces import IVocabularyFactory

import pytest
import zope.component


def test_municipalities_offers_codes_by_dutch_name() -> None:
    """The value that is kept is the code; the name is what a person reads."""
    terms = list(municipalities(None))
    assert [term.value for term in terms] == [each.nis for each in all_municipalities()]
    assert [term.token for term in terms] == [term.value for term in terms]
    assert [term.title for term in terms] == [
        each.name_nl for each in all_municipalities()
    ]


def test_provinces_offers_ten_and_brussels() -> None:
    """Brussels is a choice, since it lies in no province."""
    assert [(term.value, term.token) for term in provinces(None)] == [
        (value, value)
        for value in (
            "antwerpen",
            "limburg",
            "oost-vlaanderen",
            "vlaams-brabant",
            "west-vlaanderen",
            "henegouwen",
            "luik",
            "luxemburg",
            "namen",
            "waals-brabant",
            "brussels",
        )
    ]
    assert {term.title.domain for term in provinces(None)} == {"gastvrij"}


@pytest.mark.parametrize(
    ("name", "factory"),
    [("gastvrij.Municipalities", municipalities), ("gastvrij.Provinces", provinces)],
)
def test_vocabulary_is_registered_by_name(name: str, factory: object) -> None:
    """A schema field asks for it by this name."""
    context = xmlconfig.file("meta.zcml", zope.component)
    xmlconfig.file("vocabularies.zcml", places, context)
    assert getUtility(IVocabularyFactory, name) is factory
    assert verifyObject(IVocabularyFactory, factory)
