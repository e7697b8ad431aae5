"""The distribution gastvrij: a Plone add-on for a network of volunteer groups."""

from pathlib import Path
from pythongettext.msgfmt import Msgfmt
from setuptools import find_namespace_packages
from setuptools import setup
from setuptools.command.build_py import build_py


def long_description() -> str:
    """What the package index shows: the README, then what changed."""
    here = Path(__file__).parent
    pages = (here / name for name in ("README.md", "CHANGELOG.md"))
    return "\n\n".join(page.read_text("utf-8") for page in pages if page.exists())


class BuildWithTranslations(build_py):
    """Build the package with its translations compiled.

    A site compiles them at start-up where it may write; where it may not, the wheel
    brings them.
    """

    def run(self) -> None:
        """Copy the package, then compile each language's texts in the copy."""
        super().run()
        built = Path(self.build_lib, "gastvrij", "locales")
        for texts in built.glob("*/LC_MESSAGES/*.po"):
            with texts.open("rb") as lines:
                texts.with_suffix(".mo").write_bytes(Msgfmt(lines, texts.stem).get())


setup(
    cmdclass={"build_py": BuildWithTranslations},
    name="gastvrij",
    version="1.0.0a1.dev0",
    description=(
        "Website of a network of volunteer groups: member groups, a toolkit, "
        "network days and volunteers, on Plone"
    ),
    long_description=long_description(),
    long_description_content_type="text/markdown",
    author="Gastvrij contributors",
    license="GPL-2.0-only",
    license_files=["LICENSE"],
    keywords="Plone CMF volunteers network membership toolkit events",
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Framework :: Plone :: Distribution",
        "Intended Audience :: Other Audience",
        "Natural Language :: Dutch",
        "Natural Language :: English",
        "Operating System :: OS Independent",
        "Programming Language :: Python",
        "Programming Language :: Python :: 3 :: Only",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Topic :: Internet :: WWW/HTTP :: Dynamic Content :: Content Management System",
    ],
    # folders with data count as packages too, or setuptools warns about each
    packages=find_namespace_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11,<3.14",
    install_requires=[
        "Chameleon",
        "Pillow",
        "Products.CMFPlone>=6.2,<6.3",
        "collective.z3cform.datagridfield",
        "phonenumbers",
        "plone.api",
        "plone.app.caching",
        "plone.app.contenttypes",
        "plone.app.dexterity",
        "plone.app.event",
        "plone.app.iterate",
        "plone.app.theming",
        "plone.autoinclude",
        "plone.classicui",
        "plone.distribution",
        "plone.exportimport",
        "plone.restapi",
        "python-stdnum",
    ],
    extras_require={
        "pdf": ["WeasyPrint"],
        "relstorage": ["RelStorage", "psycopg2-binary"],
        "test": [
            "aiosmtpd",
            "axe-playwright-python",
            "hypothesis",
            "playwright",
            "plone.app.testing",
            "plone.testing",
            "pypdf",
            "pytest",
            "pytest-cov",
            "pytest-plone",
            "pytest-xdist",
            "requests",
        ],
    },
    entry_points={
        "console_scripts": [
            "gastvrij-due = gastvrij.due.console:main",
            "gastvrij-places = gastvrij.places.command:main",
        ],
        "plone.autoinclude.plugin": ["target = plone"],
    },
)
