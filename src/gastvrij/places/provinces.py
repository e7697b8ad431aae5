"""The provinces and regions of Belgium, by the ids that the data files use."""

from gastvrij import _


BRUSSELS = "brussels"

PROVINCES = {
    "antwerpen": _("province_antwerpen", default="Antwerp"),
    "limburg": _("province_limburg", default="Limburg"),
    "oost-vlaanderen": _("province_oost_vlaanderen", default="East Flanders"),
    "vlaams-brabant": _("province_vlaams_brabant", default="Flemish Brabant"),
    "west-vlaanderen": _("province_west_vlaanderen", default="West Flanders"),
    "henegouwen": _("province_henegouwen", default="Hainaut"),
    "luik": _("province_luik", default="Liège"),
    "luxemburg": _("province_luxemburg", default="Luxembourg (province)"),
    "namen": _("province_namen", default="Namur"),
    "waals-brabant": _("province_waals_brabant", default="Walloon Brabant"),
}

REGIONS = {
    "flanders": _("region_flanders", default="Flanders"),
    "wallonia": _("region_wallonia", default="Wallonia"),
    BRUSSELS: _("region_brussels", default="Brussels"),
}

# what a group can lie in: a province, or Brussels, which is in none
PLACES = PROVINCES | {BRUSSELS: REGIONS[BRUSSELS]}
