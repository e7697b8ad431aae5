"""What plone.restapi tells beside the fields: numbers, and what comes next."""

from functools import cached_property
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.toolkit.addendum import IToolkitAddendum
from gastvrij.toolkit.chapter import IToolkitChapter
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import NO_WORKING_COPIES
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.section import IToolkitSection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer


def link(entry: Entry) -> dict[str, Any]:
    """Return a chapter, part or addendum as one refers to it."""
    return {"@id": entry.url, "title": entry.title, "number": entry.number}


def link_or_none(entry: Entry | None) -> dict[str, Any] | None:
    """Return what one refers to; null where there is nothing."""
    return link(entry) if entry else None


def part_summary(part: Entry) -> dict[str, Any]:
    """Return a part as it stands in the contents."""
    return {
        **link(part),
        "description": part.description,
        "checked_on": json_compatible(part.checked_on),
        "review_state": part.state,
        "addenda": [addendum_summary(addendum) for addendum in part.addenda],
    }


def addendum_summary(addendum: Entry) -> dict[str, Any]:
    """Return an addendum as it stands below its part; it has no number of its own."""
    return {
        "@id": addendum.url,
        "title": addendum.title,
        "checked_on": json_compatible(addendum.checked_on),
        "review_state": addendum.state,
    }


def chapter_summary(chapter: Entry) -> dict[str, Any]:
    """Return a chapter as it stands in the contents, with its parts as ``items``."""
    return {
        **link(chapter),
        "short_title": chapter.short_title,
        "review_state": chapter.state,
        "items": [part_summary(part) for part in chapter.parts],
    }


class InEdition:
    """Knows the contents of the edition in which the serialised thing stands."""

    context: Any

    @cached_property
    def outline(self) -> Outline:
        """The contents of the edition."""
        return contents(edition_of(self.context))

    @cached_property
    def entry(self) -> Entry | None:
        """The thing itself, as the contents have it."""
        return self.outline.entry(self.context.UID())

    def place(self) -> dict[str, Any]:
        """Return number and neighbours."""
        neighbours = self.outline.neighbours(self.context.UID())
        return {
            "number": self.entry.number if self.entry else None,
            "previous": link_or_none(neighbours.previous),
            "next": link_or_none(neighbours.following),
        }


@implementer(ISerializeToJson)
@adapter(IToolkitSection, IGastvrijLayer)
class SectionSerializer(InEdition, SerializeToJson):
    """A part with its number, its neighbours and its addenda."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the part as JSON."""
        addenda = self.entry.addenda if self.entry else ()
        return {
            **super().__call__(*args, **options),
            **self.place(),
            "addenda": [addendum_summary(addendum) for addendum in addenda],
        }


@implementer(ISerializeToJson)
@adapter(IToolkitAddendum, IGastvrijLayer)
class AddendumSerializer(InEdition, SerializeToJson):
    """An addendum with the part to which it belongs, as ``part``."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the addendum as JSON."""
        relation = self.context.supplements
        section = relation.to_object if relation else None
        part = self.outline.entry(section.UID()) if section is not None else None
        return {
            **super().__call__(*args, **options),
            **self.place(),
            "addenda": [],
            "part": link_or_none(part),
        }


class WithoutWorkingCopies(SerializeFolderToJson):
    """Lists the children without the working copies of editors."""

    def _build_query(self) -> dict[str, Any]:
        return {**super()._build_query(), "object_provides": NO_WORKING_COPIES}


@implementer(ISerializeToJson)
@adapter(IToolkitChapter, IGastvrijLayer)
class ChapterSerializer(InEdition, WithoutWorkingCopies):
    """A chapter with its number, its neighbours, and its parts as ``contents``."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the chapter as JSON."""
        parts = self.entry.parts if self.entry else ()
        addenda = [addendum for part in parts for addendum in part.addenda]
        return {
            **super().__call__(*args, **options),
            **self.place(),
            "addenda": [addendum_summary(addendum) for addendum in addenda],
            "contents": [part_summary(part) for part in parts],
        }


@implementer(ISerializeToJson)
@adapter(IToolkitEdition, IGastvrijLayer)
class EditionSerializer(InEdition, WithoutWorkingCopies):
    """An edition with its chapters and their parts as ``contents``.

    Its ``number`` is the edition's own; one reads on from it at the first stop.
    """

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the edition as JSON."""
        chapters = self.outline.chapters
        addenda = self.outline.addenda
        return {
            **super().__call__(*args, **options),
            "previous": None,
            "next": link_or_none(self.outline.first()),
            "addenda": [addendum_summary(addendum) for addendum in addenda],
            "contents": [chapter_summary(chapter) for chapter in chapters],
        }
