"""The wheel brings everything that the package reads at run time."""

from pathlib import Path
from zipfile import ZipFile

import os
import pytest
import shutil
import subprocess
import sys


ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
# made by running, or by an earlier start of the site
MADE = {".pyc", ".mo"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of the files in a wheel that was built from a copy of this tree."""
    tree = tmp_path_factory.mktemp("tree")
    skip = shutil.ignore_patterns("*.egg-info", "*.pyc", "*.mo")
    for name in ("src", "profiles"):
        shutil.copytree(ROOT / name, tree / name, symlinks=True, ignore=skip)
    for name in ("LICENSE", "MANIFEST.in", "pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, tree)
    build = ["-m", "build", "--wheel", "--no-isolation"]
    subprocess.run([sys.executable, *build], cwd=tree, check=True, capture_output=True)
    with ZipFile(next(tree.glob("dist/*.whl"))) as archive:
        return set(archive.namelist())


def package_files():
    """The files of the package, with those behind the link to the profiles."""
    for folder, _, names in os.walk(SOURCE / "gastvrij", followlinks=True):
        for path in (Path(folder, name) for name in names):
            if path.suffix not in MADE:
                yield path.relative_to(SOURCE)


def test_wheel_holds_every_file_of_the_package(wheel):
    assert sorted({path.as_posix() for path in package_files()} - wheel) == []


def test_wheel_holds_the_profiles(wheel):
    profiles = {"default", "demo", "uninstall"}
    assert {f"gastvrij/profiles/{name}/metadata.xml" for name in profiles} <= wheel


def test_wheel_holds_compiled_translations(wheel):
    texts = {name for name in wheel if name.endswith(".po")}
    folder = "gastvrij/locales/{}/LC_MESSAGES/gastvrij.po"
    assert {folder.format(language) for language in ("nl", "en")} <= texts
    assert {name.removesuffix("po") + "mo" for name in texts} <= wheel


def test_wheel_holds_nothing_outside_the_package(wheel):
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gastvrij"}


def test_link_to_the_profiles_is_relative():
    assert (SOURCE / "gastvrij" / "profiles").readlink() == Path("../../profiles")
