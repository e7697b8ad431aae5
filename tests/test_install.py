"""What the two commands rest on: the pins, finding Python, ports and clean retries."""

from configparser import ConfigParser
from pathlib import Path
from trouble import Failed
from trouble import run
from trouble import Trouble

import create_site
import install
import pins
import pytest
import re
import socket
import start
import subprocess
import sys


ROOT = Path(__file__).parents[1]


def test_pins_drop_extras_and_markers():
    resolved = ["one==1.0", "two[all]==2.0 ; sys_platform == 'win32'", "# three==3"]
    assert pins.pins(resolved) == {"one": "1.0", "two": "2.0"}


def test_pins_refuse_two_versions_of_one_project():
    resolved = ["one==1.0 ; python_version < '3.12'", "one==2.0"]
    with pytest.raises(ValueError, match=r"one is pinned to 1\.0 and to 2\.0"):
        pins.pins(resolved)


def test_versions_spell_a_project_as_the_requirements_do():
    text = pins.versions(["zc.buildout>=6"], ["zc-buildout==6.0.1", "zope-tal==6.0"])
    assert text.endswith("[versions]\nzc.buildout = 6.0.1\nzope-tal = 6.0\n")


def test_committed_pins_agree():
    versions = ConfigParser(delimiters="=")
    versions.optionxform = pins.canonical
    versions.read(ROOT / "versions.cfg", "utf-8")
    resolved = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert dict(versions["versions"]) == pins.pins(resolved)


def test_every_requirement_is_pinned():
    requirements = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    resolved = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert sorted(set(pins.spellings(requirements)) - set(pins.pins(resolved))) == []


def find_python(candidate):
    """Run the search for a Python with one candidate."""
    command = [ROOT / "scripts" / "find_python.sh", candidate]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def python_like(tmp_path):
    """A program that answers like some Python: its version, and whether it has venv."""

    def make(version, venv):
        program = tmp_path / f"python{version}"
        program.write_text(
            "#!/bin/sh\n"
            f'case "$2" in *version_info*) echo {version[:4]};; '
            f"*hexversion*) exit {int(version == '3.13.0')};; "
            f"*ensurepip*) exit {0 if venv else 1};; *) echo {program};; esac\n"
        )
        program.chmod(0o755)
        return program

    return make


@pytest.mark.parametrize(
    ("version", "venv", "code", "sentence"),
    [
        ("3.10", True, 1, "3.10 is 3.10;"),
        ("3.14", True, 1, "3.14 is 3.14;"),
        ("3.13.0", True, 1, "take 3.13.1 or newer;"),
        ("3.12", False, 1, "apt install python3.12-venv"),
        ("3.11", True, 0, ""),
        ("3.12", True, 0, ""),
        ("3.13", True, 0, ""),
    ],
)
def test_find_python_takes_what_will_do(python_like, version, venv, code, sentence):
    candidate = python_like(version, venv)
    found = find_python(candidate)
    assert found.returncode == code
    assert found.stdout.strip() == ("" if code else str(candidate))
    assert sentence in found.stderr


def test_find_python_says_that_there_is_none():
    found = find_python("/nowhere/python3")
    assert found.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13: none found" in found.stderr


@pytest.fixture
def taken_port():
    """A port on which this process listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


def test_check_port_names_the_way_out_of_a_taken_port(taken_port):
    with pytest.raises(Trouble, match=rf"{taken_port} is taken by .*make start PORT="):
        start.check_port(taken_port)


@pytest.mark.parametrize("port", ["", "0", "65536", "http", "-1"])
def test_check_port_refuses_what_is_no_port(port):
    with pytest.raises(Trouble, match="is no port"):
        start.check_port(port)


@pytest.fixture
def tree(tmp_path):
    """A source tree with pins and a virtual environment that was left half-made."""
    (tmp_path / "constraints.txt").write_text("uv==1.0\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    return tmp_path


def test_half_made_environment_is_made_anew(tree, monkeypatch):
    left = []
    monkeypatch.setattr(install, "fill_venv", lambda root: new_venv(root, left))
    install.install_packages(tree)
    install.install_packages(tree)
    assert left == [False]


def new_venv(root, left):
    """Make an empty environment; note whether something of an older one was left."""
    left.append((root / ".venv").exists())
    (root / ".venv").mkdir()


def test_changed_pins_make_the_environment_anew(tree, monkeypatch):
    left = []
    monkeypatch.setattr(install, "fill_venv", lambda root: new_venv(root, left))
    install.install_packages(tree)
    (tree / "constraints.txt").write_text("uv==1.1\n")
    install.install_packages(tree)
    assert left == [False, False]


def test_failed_install_leaves_no_environment(tree, monkeypatch):
    def fail(root):
        (root / ".venv").mkdir()
        raise Failed("uv stopped with an error.", "dns error: failed to lookup address")

    monkeypatch.setattr(install, "fill_venv", fail)
    with pytest.raises(Trouble, match="check the network connection"):
        install.install_packages(tree)
    assert not (tree / ".venv").exists()


def test_missing_compiler_is_named_when_a_package_had_to_be_built(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    trouble = install.why_not_installed(Failed("", "Failed to build lxml"))
    assert "no C compiler" in str(trouble)


def test_run_shows_what_a_program_prints_and_fails_with_it(tmp_path, capsys):
    command = [sys.executable, "-c", "print('the reason'); raise SystemExit(3)"]
    with pytest.raises(Failed) as failure:
        run(command, tmp_path)
    assert failure.value.tail == "the reason\n"
    assert "the reason" in capsys.readouterr().out


def test_run_keeps_the_chosen_python_from_the_instance(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHON", "/usr/bin/python3")
    show = "import os; print(os.environ.get('PYTHON'))"
    assert run([sys.executable, "-c", show], tmp_path) == "None\n"


def test_passwords_are_written_for_the_owner_alone(tmp_path):
    secret = tmp_path / "account.txt"
    secret.write_text("an older one")
    secret.chmod(0o644)
    create_site.write_private(secret, "admin secret Manager\n")
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret.read_text() == "admin secret Manager\n"


def test_accounts_are_told_with_password_and_role(tmp_path, monkeypatch):
    monkeypatch.setattr(start, "VAR", tmp_path)
    assert list(start.accounts()) == []
    (tmp_path / "demo-accounts.txt").write_text("an secret Contact person\n")
    assert [line.split(maxsplit=2) for line in start.accounts()] == [
        ["an", "secret", "Contact person"]
    ]


def test_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True)
    listed = re.findall(r"^  make (\S+) +\S", shown.stdout, re.MULTILINE)
    assert listed == re.findall(r"^\.PHONY: (\S+)$", makefile, re.MULTILINE)
