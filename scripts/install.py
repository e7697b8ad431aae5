"""Install everything: the pinned packages in .venv, then the instance with buildout.

Usage: install.py [PORT]. Safe to repeat: what is up to date is left alone, what was
left half-made by an earlier try is made again.
"""

from collections.abc import Iterable
from pathlib import Path
from trouble import Failed
from trouble import report
from trouble import run
from trouble import say
from trouble import Trouble

import hashlib
import re
import shutil
import sys


ROOT = Path(__file__).resolve().parent.parent
PORT = "8080"
NO_NETWORK = re.compile(
    "error sending request|dns error|failed to lookup|NewConnectionError|timed out"
    "|Failed to fetch|Network is unreachable|No matching distribution",
    re.IGNORECASE,
)
NOT_BUILT = re.compile(
    "failed to build|failed building|error: command .*cc", re.IGNORECASE
)


def fingerprint(root: Path, files: Iterable[str], *words: str) -> str:
    """One line that changes when the place, a file or a word changes."""
    parts = [str(root).encode(), *((root / name).read_bytes() for name in files)]
    parts += [word.encode() for word in words]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    """Whether an earlier run finished what is wanted now."""
    return stamp.is_file() and stamp.read_text("utf-8").strip() == wanted


def pinned(root: Path, name: str) -> str:
    """The requirement that pins a project, such as `uv==1.2.3`."""
    lines = (root / "constraints.txt").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{name}=="))


def why_not_installed(failure: Failed) -> Trouble:
    """The sentence for what most likely kept the packages from being installed."""
    if NOT_BUILT.search(failure.tail) and not shutil.which("cc"):
        return Trouble(
            "A package had to be built and there is no C compiler: install one (on "
            "Debian: apt install build-essential) and try again."
        )
    if NO_NETWORK.search(failure.tail):
        return Trouble(
            "The packages could not be fetched: check the network connection (or the "
            "proxy settings) and try again."
        )
    return Trouble("The packages could not be installed: the lines above say why.")


def fill_venv(root: Path) -> None:
    """Make .venv and install the pinned set and this package into it."""
    venv = root / ".venv"
    uv = venv / "bin" / "uv"
    into = ["--python", venv / "bin" / "python"]
    say("Making the virtual environment .venv")
    run([sys.executable, "-m", "venv", venv], root)
    say("Fetching and installing the packages (some minutes the first time)")
    run([venv / "bin" / "pip", "install", "--quiet", pinned(root, "uv")], root)
    run([uv, "pip", "install", *into, "--requirement", "constraints.txt"], root)
    own = ["--no-deps", "--no-build-isolation", "--editable", "."]
    run([uv, "pip", "install", "--quiet", *into, *own], root)


def install_packages(root: Path) -> None:
    """Bring .venv up to date; a half-made or outdated one is made anew."""
    venv = root / ".venv"
    stamp = venv / "installed.txt"
    wanted = fingerprint(root, ["constraints.txt"])
    if is_current(stamp, wanted):
        return
    shutil.rmtree(venv, ignore_errors=True)
    try:
        fill_venv(root)
    except Failed as failure:
        shutil.rmtree(venv, ignore_errors=True)
        raise why_not_installed(failure) from failure
    except BaseException:
        shutil.rmtree(venv, ignore_errors=True)
        raise
    stamp.write_text(wanted, "utf-8")
    (root / "parts" / "installed.txt").unlink(missing_ok=True)


def current_port(root: Path) -> str:
    """The port the instance listens on now, or will when it is made."""
    configuration = root / "parts" / "instance" / "etc" / "wsgi.ini"
    text = configuration.read_text("utf-8") if configuration.is_file() else ""
    listens = re.search(r"listen = [\d.]+:(\d+)", text)
    return listens[1] if listens else PORT


def build_instance(root: Path, port: str) -> None:
    """Bring bin/ and parts/ up to date with buildout, which fetches nothing."""
    files = ["constraints.txt", "versions.cfg", "buildout.cfg", "setup.py"]
    stamp = root / "parts" / "installed.txt"
    wanted = fingerprint(root, files, port)
    # whoever starts afresh throws var/ away, with the folders buildout makes in it
    if is_current(stamp, wanted) and (root / "var" / "filestorage").is_dir():
        return
    say("Making the instance with buildout")
    stamp.unlink(missing_ok=True)
    # pip reads this 0 as "do not isolate the build", which would fetch setuptools again
    run(
        [root / ".venv" / "bin" / "buildout", "-N", f"network:port={port}"],
        root,
        PIP_NO_BUILD_ISOLATION="0",
    )
    stamp.write_text(wanted, "utf-8")


def install(root: Path, port: str) -> None:
    """Install the packages, then the instance on that port."""
    install_packages(root)
    build_instance(root, port)


if __name__ == "__main__":
    wanted_port = sys.argv[1] if len(sys.argv) > 1 else current_port(ROOT)
    report(lambda: install(ROOT, wanted_port))
