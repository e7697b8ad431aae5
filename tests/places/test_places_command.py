"""An operator refreshes the table of places, and the instance uses it."""

from gastvrij.places.table import shipped_rows
from pathlib import Path

import os
import pytest
import subprocess
import sys


def line(code: str, name: str, lat: str = "51.05", lon: str = "3.72") -> str:
    """Write a line as GeoNames does."""
    admin = "Vlaanderen\tVLG\tOost-Vlaanderen\tVOV\tArrondissement Gent\t44"
    return f"BE\t{code}\t{name}\t{admin}\t{lat}\t{lon}\t4"


@pytest.fixture
def whole() -> list[str]:
    """Return all that GeoNames has, in its French and with its capitals."""
    return [
        line(
            row["postal_code"],
            (row["other_names"].split(";")[0] or row["name"]).title(),
        )
        .replace("\t51.05\t", f"\t{row['lat']}\t")
        .replace("\t3.72\t", f"\t{row['lon']}\t")
        for row in shipped_rows()
        if row["source"] == "geonames"
    ]


@pytest.fixture
def work(tmp_path: Path):
    """Return how to run something in an empty folder of an operator."""
    (tmp_path / "var").mkdir()
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    environment.pop("GASTVRIJ_PLACES", None)

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment | variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def refresh(work, tmp_path: Path):
    """Return how to import lines; gives what the command answered."""

    def run(lines: list[str] | bytes, *options: str, **variables: str):
        content = lines if isinstance(lines, bytes) else "\n".join(lines).encode()
        (tmp_path / "BE.txt").write_bytes(content)
        command = ("-m", "gastvrij.places.command", "import", "BE.txt", *options)
        return work(*command, **variables)

    return run


ASK = """
from gastvrij.places.lookup import spots
import sys
print([each.label for each in spots(sys.argv[1])])
"""


def test_import_tells_its_use(work):
    answer = work("-m", "gastvrij.places.command", "import", "--help")
    assert answer.returncode == 0
    for word in ("FILE", "--dry-run", "--to", "--allow-fewer-codes", "GASTVRIJ_PLACES"):
        assert word in answer.stdout


def test_import_of_what_we_have_changes_nothing(refresh, whole, tmp_path):
    answer = refresh(whole)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "2786 places, 1149 postal codes." in answer.stdout
    assert "The same places as in the add-on." in answer.stdout
    written = (tmp_path / "var/places.csv").read_text("utf-8")
    shipped = Path(sys.modules["gastvrij.places"].__path__[0], "data/places.csv")
    assert written == shipped.read_text("utf-8")


def test_instance_uses_the_new_table(refresh, work, whole, tmp_path):
    lines = [each for each in whole if "\tLedeberg\t" not in each]
    lines += [line("9050", "Nieuwledeberg"), line("9059", "Arsenaal", "51.03", "3.75")]
    answer = refresh(lines)
    assert answer.returncode == 0
    assert "  9050 Nieuwledeberg (Gent), line 2780" in answer.stdout
    assert "  9059 Arsenaal (Gent), line 2781" in answer.stdout
    assert "Gone (1):\n  9050 Ledeberg (Gent)\n" in answer.stdout
    assert f"Written to {tmp_path / 'var/places.csv'}. Restart" in answer.stdout
    table = str(tmp_path / "var/places.csv")
    assert (
        work("-c", ASK, "9059", GASTVRIJ_PLACES=table).stdout
        == "['9059 Arsenaal (Gent)']\n"
    )
    assert work("-c", ASK, "9059").stdout == "[]\n"


def test_import_can_be_tried(refresh, whole, tmp_path):
    answer = refresh([*whole, line("9059", "Arsenaal")], "--dry-run")
    assert answer.returncode == 0
    assert "New (1):\n  9059 Arsenaal (Gent), line 2781\n" in answer.stdout
    assert "Nothing was written" in answer.stdout
    assert list((tmp_path / "var").iterdir()) == []


def test_import_goes_where_it_is_told(refresh, whole, tmp_path):
    assert refresh(whole, "--to", "elsewhere.csv").returncode == 0
    assert (tmp_path / "elsewhere.csv").exists()
    assert refresh(whole, GASTVRIJ_PLACES="by-variable.csv").returncode == 0
    assert (tmp_path / "by-variable.csv").exists()
    assert not (tmp_path / "var/places.csv").exists()


def test_import_without_var_asks_where_to(refresh, whole, tmp_path):
    (tmp_path / "var").rmdir()
    answer = refresh(whole)
    assert answer.returncode == 1
    assert "--to" in answer.stderr


def test_import_of_fewer_codes_is_refused_unless_allowed(refresh, tmp_path):
    few = [line("9050", "Ledeberg"), line("5000", "Namur")]
    answer = refresh(few)
    assert answer.returncode == 1
    assert (
        "does not have these postal codes of Flanders and Brussels (537):"
        in answer.stderr
    )
    assert "  1000\n" in answer.stderr
    assert not (tmp_path / "var/places.csv").exists()
    answer = refresh(few, "--allow-fewer-codes")
    assert answer.returncode == 0
    names = (tmp_path / "var/places.csv").read_text("utf-8")
    assert "9050,Ledeberg,,44021,51.0386,3.7446" in names
    assert "5000,Namen,Namur,92094" in names
    assert "1804,Cargovil" in names, "what GeoNames never had stays"


WRONG = [
    ("BE\t9050\tLedeberg", "3 cells with tabs between them, expected 12."),
    (line("905", "Ledeberg"), "'905' is no Belgian postal code of four digits."),
    (line("9050", " "), "'' is no name of a place."),
    (line("9050", "Lede\x07berg"), "'Lede\\x07berg' is no name of a place."),
    (line("9050", "Ledeberg", "x"), "'x', '3.72' is no latitude and longitude."),
    (line("9050", "Ledeberg", "nan"), "nan, 3.72 is not in Belgium."),
    (line("9050", "Ledeberg", "3.72", "51.05"), "3.72, 51.05 is not in Belgium."),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_wrong_line_is_named_and_nothing_written(
    refresh, whole, tmp_path, text, sentence
):
    answer = refresh(["", whole[0], text, *whole[1:]])
    assert answer.returncode == 1
    assert f"  Line 3: {sentence}\n" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "var/places.csv").exists()
    assert refresh([text, *whole], "--skip-wrong-lines").returncode == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There are no places of Belgium (BE) in this file."),
        (b"NL\t1000\tX\t\t\t\t\t\t\t52.3\t4.9\t4\n", "There are no places of Belgium"),
        ("BE\t4000\tLi\xe8ge".encode("latin-1"), "Line 1: this is not UTF-8"),
        (b"PK\x03\x04\xff\xfe", "Line 1: this is not UTF-8"),
    ],
)
def test_other_file_is_refused(refresh, content, sentence):
    answer = refresh(content)
    assert answer.returncode == 1
    assert sentence in answer.stderr
    assert "Traceback" not in answer.stderr


def test_missing_file_is_told(work):
    answer = work("-m", "gastvrij.places.command", "import", "nothing.txt")
    assert answer.returncode == 1
    assert answer.stderr == "Cannot read nothing.txt: No such file or directory.\n"


@pytest.mark.parametrize(
    "table",
    [
        "",
        "a,b\n1,2\n",
        "postal_code,name,other_names,nis,lat,lon,source\n9050,X,,00000,1,2,x\n",
    ],
)
def test_table_that_cannot_be_used_leaves_ours(work, tmp_path, table):
    (tmp_path / "places.csv").write_text(table)
    answer = work("-c", ASK, "9050", GASTVRIJ_PLACES="places.csv")
    assert answer.stdout == "['9050 Gent']\n"
    assert "Cannot use places.csv; using the table of the add-on." in answer.stderr
