"""The command `gastvrij-places`: an operator refreshes the table of places."""

from argparse import ArgumentParser
from argparse import Namespace
from collections.abc import Sequence
from csv import DictWriter
from gastvrij.places.geonames import read
from gastvrij.places.own_table import FILE
from gastvrij.places.own_table import VARIABLE
from gastvrij.places.refresh import Refreshed
from gastvrij.places.refresh import refreshed
from gastvrij.places.table import COLUMNS
from gastvrij.places.table import Row
from gastvrij.places.table import shipped_rows
from pathlib import Path

import io
import os
import sys


DESCRIPTION = (
    """Refresh the table of Belgian postal codes and places from a file of GeoNames."""
)

IMPORT = f"""Read the Belgian postal codes of GeoNames (BE.txt in
https://download.geonames.org/export/zip/BE.zip: tab separated, with country, postal
code, place name, admin names and codes, latitude, longitude) and write the table that
the instance reads at its next start. What the add-on knows better stays: Dutch and
French names, municipalities, positions. Nothing is written when something is wrong. The
table goes to --to, or where {VARIABLE} says, or to var/{FILE} in this folder."""

MOST_SHOWN = 30


class Refusal(Exception):
    """A reason not to write; says it in a sentence or more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 when nothing was written because of the file."""
    options = _parser().parse_args(arguments)
    try:
        result = _import(options)
    except Refusal as reason:
        _complain(str(reason))
        return 1
    _show(result)
    if options.dry_run:
        _say("Nothing was written: this is a dry run.")
    else:
        target = _target(options.to)
        _write(target, result.rows)
        _say(f"Written to {target}. Restart the instance to use it.")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser("gastvrij-places", description=DESCRIPTION)
    acts = parser.add_subparsers(required=True, metavar="import")
    act = acts.add_parser("import", help="read a file of GeoNames", description=IMPORT)
    act.add_argument("file", type=Path, metavar="FILE", help="the file, unpacked")
    act.add_argument("--to", type=Path, metavar="TABLE", help="the table to write")
    act.add_argument("--dry-run", action="store_true", help="tell what would change")
    act.add_argument(
        "--skip-wrong-lines",
        action="store_true",
        help="use the other lines when some are wrong",
    )
    act.add_argument(
        "--allow-fewer-codes",
        action="store_true",
        help="accept a file without some postal codes of Flanders and Brussels",
    )
    return parser


def _import(options: Namespace) -> Refreshed:
    try:
        text = options.file.read_text("utf-8-sig")
    except OSError as reason:
        raise Refusal(f"Cannot read {options.file}: {reason.strerror}.") from None
    except UnicodeDecodeError as reason:
        number = reason.object[: reason.start].count(b"\n") + 1
        raise Refusal(f"Line {number}: this is not UTF-8, is it BE.txt?") from None
    lines, wrong = read(io.StringIO(text, newline="\n"))
    if wrong:
        _complain(_listed(wrong))
    if wrong and not options.skip_wrong_lines:
        raise Refusal("Nothing was written. Mend the file, or use --skip-wrong-lines.")
    if not lines:
        raise Refusal("There are no places of Belgium (BE) in this file.")
    result = refreshed(shipped_rows(), lines)
    if result.lost_codes and not options.allow_fewer_codes:
        raise Refusal(
            "This file does not have these postal codes of Flanders and Brussels "
            f"({len(result.lost_codes)}):\n{_listed(result.lost_codes)}\n"
            "Nothing was written. If they are really gone, use --allow-fewer-codes."
        )
    return result


def _target(said: Path | None) -> Path:
    if said or os.environ.get(VARIABLE):
        return said or Path(os.environ[VARIABLE])
    if Path("var").is_dir():
        return Path("var", FILE).absolute()
    raise SystemExit(
        f"Where to? There is no var/ here: use --to, or set {VARIABLE} here and in the "
        "instance."
    )


def _write(target: Path, rows: list[Row]) -> None:
    """Write the table beside its place first, so that it is never half there."""
    beside = target.with_name(f"{target.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="") as table:
            writer = DictWriter(table, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        beside.replace(target)
    except OSError as reason:
        raise SystemExit(f"Cannot write {target}: {reason.strerror}.") from None


def _show(result: Refreshed) -> None:
    codes = {row["postal_code"] for row in result.rows}
    _say(f"{len(result.rows)} places, {len(codes)} postal codes.")
    for title, told in (
        ("New", result.new),
        ("Gone", result.gone),
        ("Somewhere else in the file, left where we have it", result.elsewhere),
    ):
        if told:
            _say(f"{title} ({len(told)}):\n{_listed(told)}")
    if not (result.new or result.gone):
        _say("The same places as in the add-on.")


def _listed(told: list[str]) -> str:
    shown = [f"  {each}" for each in told[:MOST_SHOWN]]
    if len(told) > MOST_SHOWN:
        shown.append(f"  ... and {len(told) - MOST_SHOWN} more")
    return "\n".join(shown)


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
