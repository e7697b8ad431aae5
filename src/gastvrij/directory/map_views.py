"""The map of the groups: drawn by the server, with nothing asked of anyone."""

from gastvrij import _
from gastvrij.directory.kept import Kept
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.map_drawing import Area
from gastvrij.directory.map_drawing import Dot
from gastvrij.directory.map_drawing import draw
from gastvrij.directory.map_drawing import Drawing
from gastvrij.directory.member_directory import MemberDirectory
from gastvrij.directory.wishes import Wishes
from gastvrij.interfaces import ITitledPage
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


# the whole and seven parts, for a few directories
_KEPT: Kept[Drawing] = Kept(most=32)
# the same as HTML, in a few languages and for a few addresses
_HTML: Kept[str] = Kept(most=128)


def drawing_of(directory: MemberDirectory, province: str = "") -> Drawing:
    """Return the drawing of the groups that everybody sees."""

    def make() -> Drawing:
        return draw(public_groups(directory).by_municipality, province)

    return _KEPT.get(directory, make, province)


class SmallMap:
    """A page with the map on it as a picture that leads to the map itself."""

    picture = ViewPageTemplateFile("templates/map_picture.pt")

    def small_map(self, directory: MemberDirectory) -> str:
        """Return the picture as HTML."""
        url = f"{directory.absolute_url()}/map"

        def make() -> str:
            return self.picture(drawing=drawing_of(directory), url=url)

        language = api.portal.get_current_language()
        return _HTML.get(directory, make, "picture", language, url)


@implementer(ITitledPage)
class MapView(BrowserView):
    """The map: dots to choose a municipality by, and the same as a list."""

    body = ViewPageTemplateFile("templates/map_body.pt")

    def __call__(self) -> str:
        """Show all, or the province that is asked; an odd one is no question."""
        asked = self.request.form.get("province", "")
        known = {area.id for area in drawing_of(self.context).areas}
        province = asked if isinstance(asked, str) and asked in known else ""
        self.drawing = drawing_of(self.context, province)
        return self.index()

    @property
    def tab_title(self) -> Message:
        """What the page is called."""
        if self.drawing.chosen is None:
            return _("heading_map", default="Groups on the map")
        return _(
            "heading_map_of",
            default="Groups in ${area}",
            mapping={"area": self.drawing.chosen.name},
        )

    @property
    def drawn(self) -> str:
        """The drawing and the list, as HTML."""
        province = self.drawing.chosen.id if self.drawing.chosen else ""
        language = api.portal.get_current_language()
        others = ("map", province, language, self.directory_url)
        return _HTML.get(self.context, self.body, *others)

    @property
    def areas(self) -> list[Area]:
        """The provinces of the list that have groups; one where one is asked."""
        shown = (self.drawing.chosen,) if self.drawing.chosen else self.drawing.areas
        return [area for area in shown if area.dots]

    def area_css(self, area: Area) -> str:
        """Return how a province is drawn: the one that is asked stands out."""
        aside = self.drawing.chosen and area != self.drawing.chosen
        return "gv-map-area gv-map-area--aside" if aside else "gv-map-area"

    def dot_url(self, dot: Dot) -> str:
        """Return where the groups of a municipality are."""
        return f"{Wishes(place=dot.query).address(self.directory_url)}#results"

    def area_url(self, area: Area) -> str:
        """Return where a province is drawn larger."""
        return f"{self.directory_url}/map?province={area.id}"

    @property
    def directory_url(self) -> str:
        """The address of the directory."""
        return self.context.absolute_url()
