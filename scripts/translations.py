"""Keep the translation files in step with the code.

Usage: translations.py update | check. `check` fails when an update would change a
file, or when a Dutch or English text is missing or marked as doubtful.
"""

from babel.messages.pofile import read_po
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from trouble import report
from trouble import Trouble

import shutil
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "src" / "gastvrij" / "locales"
DOMAIN = "gastvrij"
LANGUAGES = ("nl", "en")
# i18ndude does not follow the link from the package to the profiles
SOURCES = ("src/gastvrij", "profiles")


def template(folder: Path) -> Path:
    """The file with every message of ours."""
    return folder / f"{DOMAIN}.pot"


def translations(folder: Path) -> list[Path]:
    """The file of each language."""
    return [folder / name / "LC_MESSAGES" / f"{DOMAIN}.po" for name in LANGUAGES]


def i18ndude(*arguments: str | Path) -> None:
    """Run i18ndude; raises `Trouble` with what it said when it fails."""
    command = [Path(sys.executable).with_name("i18ndude"), *map(str, arguments)]
    done = subprocess.run(  # noqa: S603, our own arguments
        command, cwd=ROOT, capture_output=True, check=False, text=True
    )
    if done.returncode:
        raise Trouble(f"i18ndude failed:\n{done.stdout}{done.stderr}")


def update(folder: Path) -> None:
    """Collect the messages from the code, and give them to each language."""
    pot = template(folder)
    i18ndude(
        "rebuild-pot", "--no-line-numbers", "--pot", pot, "--create", DOMAIN, *SOURCES
    )
    i18ndude("sync", "--pot", pot, *translations(folder))


def content(path: Path) -> list[str]:
    """The lines of a file, without the one that holds the time."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if not line.startswith('"POT-Creation-Date:')]


def out_of_step() -> Iterator[str]:
    """A line for each file that an update would change."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "locales"
        shutil.copytree(LOCALES, fresh)
        update(fresh)
        for new in (template(fresh), *translations(fresh)):
            name = new.relative_to(fresh)
            if content(new) != content(LOCALES / name):
                yield f"{name}: not in step with the code; run `make i18n`"


def incomplete() -> Iterator[str]:
    """A line for each message that a language lacks or is not sure about."""
    for path in sorted({*translations(LOCALES), *LOCALES.glob("*/LC_MESSAGES/*.po")}):
        with path.open("rb") as file:
            catalog = read_po(file)
        for message in catalog:
            if message.id and (message.fuzzy or not message.string):
                yield f"{path.relative_to(LOCALES)}: {message.id} has no translation"


def check() -> None:
    """Raise `Trouble` with a line for everything that is wrong."""
    wrong = [*out_of_step(), *incomplete()]
    if wrong:
        raise Trouble("\n".join(wrong))


def main(verb: str) -> None:
    """Update or check, as asked."""
    if verb == "update":
        update(LOCALES)
    else:
        check()


if __name__ == "__main__":
    report(lambda: main(*sys.argv[1:]))
