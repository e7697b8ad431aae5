"""What was measured, as tables in Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from measuring import Page

import os
import platform


Pages = dict[str, Page]

# S1 is about pages; what programs ask is listed with it
WARM = (
    "list",
    "activity",
    "near",
    "map",
    "profile",
    "@groups",
    "@groups near",
    "@geojson",
)
COLD = ("list", "activity", "near", "map", "profile")
GROWING = (
    *("list cold", "activity cold", "near cold", "map cold"),
    *("@groups", "@groups near", "@geojson"),
)


@dataclass(frozen=True)
class Goal:
    """A ratio, and the most it may be (or the least, where more is better)."""

    ratio: float
    limit: float
    more_is_better: bool = False

    def __str__(self) -> str:
        met = (
            self.ratio >= self.limit
            if self.more_is_better
            else self.ratio <= self.limit
        )
        return f"{self.ratio:.2f} {'✓' if met else '✗'}"


def machine() -> str:
    """Say on what it was measured, and how busy that was."""
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, one thread a"
        f" server. Load of the machine at the end: {load:.1f}. Times are how long one"
        " answer keeps a processor busy in the server."
    )


def tables(few: Pages, many: Pages, nearest: float) -> Iterator[str]:
    """Yield the lines of all tables; ``nearest`` is in milliseconds."""
    yield from _warm(few)
    yield from _cold(few)
    yield from _growth(few, many)
    yield from _rest(many, nearest)


def _table(
    title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]
) -> list[str]:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return ["", f"### {title}", "", *(f"| {' | '.join(line)} |" for line in lines)]


def _warm(pages: Pages) -> list[str]:
    rows = []
    for key in WARM:
        page, wagtail = pages[key], pages.get(f"wagtail {key}")
        rows.append(
            (
                page.name,
                f"{page.work:.1f} ms",
                str(Goal(page.work / pages["ok"].work, 2.5)),
                f"{wagtail.work:.1f} ms" if wagtail else "",
                str(Goal(wagtail.work / page.work, 2.5, True)) if wagtail else "",
            )
        )
    heads = ("page", "ours", "of @@ok (at most 2.5)", "Wagtail", "times as fast (2.5)")
    ok = f"{pages['ok'].work:.1f} ms"
    return _table(f"S1. Warm, 100 groups; @@ok takes {ok}", heads, rows)


def _cold(pages: Pages) -> list[str]:
    plain = pages["document cold"].work
    rows = [
        (
            pages[key].name,
            f"{pages[f'{key} cold'].work:.1f} ms",
            str(Goal(pages[f"{key} cold"].work / plain, 1.3)),
        )
        for key in COLD
    ]
    heads = ("page", "ours", "of a Document (at most 1.3)")
    return _table(f"S2. Cold, 100 groups; a Document takes {plain:.1f} ms", heads, rows)


def _growth(few: Pages, many: Pages) -> list[str]:
    rows = []
    for key in GROWING:
        grown = many[key].work / few[key].work
        if key == "@geojson":
            grown /= many[key].size / few[key].size
        rows.append(
            (
                few[key].name + (", per byte" if key == "@geojson" else ""),
                f"{few[key].work:.1f} ms",
                f"{many[key].work:.1f} ms",
                str(Goal(grown, 1.3)),
            )
        )
    heads = ("page", "100 groups", "10,000 groups", "ratio (at most 1.3)")
    return _table("S3. Ten thousand groups against a hundred", heads, rows)


def _rest(pages: Pages, nearest: float) -> list[str]:
    geojson, bare = pages["@geojson"], pages["bytes"]
    unchanged = pages["unchanged"]
    rows = [
        (
            "S4. nearest of 10,000 groups, the rule alone",
            f"{nearest:.2f} ms",
            f"under 2 ms {'✓' if nearest < 2 else '✗'}",
        ),
        (
            f"S5. @groups-geojson of 10,000, {geojson.size / 1e6:.1f} MB; bare waitress"
            f" {bare.work:.1f} ms",
            f"{geojson.work:.1f} ms",
            f"at most 2: {Goal(geojson.work / bare.work, 2)}",
        ),
        (
            "S5. the same, unchanged",
            f"{unchanged.work:.1f} ms",
            f"{unchanged.status} ✓",
        ),
    ]
    return _table("S4 and S5", ("what", "ours", "goal"), rows)
