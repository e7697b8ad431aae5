"""Start the site in the background, stop it, and keep its content as the demo.

Usage: start.py start PORT | stop | fg PORT | demo. `start` installs what is missing,
creates the demo site the first time, waits until the site answers and prints where it
is.
"""

from collections.abc import Iterator
from http import HTTPStatus
from install import current_port
from install import install
from install import ROOT
from trouble import environment
from trouble import Failed
from trouble import report
from trouble import run
from trouble import say
from trouble import Trouble

import errno
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request


PATIENCE = 180  # seconds before the site must answer
VAR = ROOT / "var"
INSTANCE = ROOT / "bin" / "instance"
DEMO = "profiles/demo/content"


def address(port: str) -> str:
    """Where the site is; by this name, because Plone drops its theme on 127.0.0.1."""
    return f"http://localhost:{port}/gastvrij"


def is_running() -> bool:
    """Whether the instance runs in the background; without a .venv it does not."""
    python = ROOT / ".venv" / "bin" / "python"
    if not INSTANCE.is_file() or not python.exists():
        return False
    state = subprocess.run(  # noqa: S603, our own script
        [INSTANCE, "status"],
        capture_output=True,
        check=False,
        env=environment({}),
        text=True,
    )
    return "program running" in state.stdout


def listener(port: str) -> str:
    """The program that listens on a port, as `name (process 123)`; empty if unknown."""
    if not (ss := shutil.which("ss")):
        return ""
    found = subprocess.run(  # noqa: S603, the port is a number
        [ss, "-Hltnp", f"sport = :{int(port)}"],
        capture_output=True,
        check=False,
        text=True,
    )
    program = re.search(r'\("([^"]+)",pid=(\d+)', found.stdout)
    return f"{program[1]} (process {program[2]})" if program else ""


def check_port(port: str) -> None:
    """Raise `Trouble` unless the instance will be able to listen on the port."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Trouble(f"PORT={port} is no port: give a number from 1 to 65535.")
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", int(port)))
        except OSError as error:
            raise why_no_port(port, error) from error


def why_no_port(port: str, error: OSError) -> Trouble:
    """The sentence for a port that cannot be had."""
    if error.errno != errno.EADDRINUSE:
        return Trouble(f"Port {port} cannot be used: {error.strerror}. Take another.")
    other = "8081" if port != "8081" else "8082"
    return Trouble(
        f"Port {port} is taken by {listener(port) or 'another program'}: stop that, or "
        f"run `make start PORT={other}`."
    )


def create_site() -> None:
    """Create the demo site with its content; nothing remains of a failed try."""
    say("Creating the demo site")
    try:
        run([INSTANCE, "run", "scripts/create_site.py", VAR, "gastvrij"], ROOT)
    except Failed as failure:
        raise Trouble(
            "The demo site could not be created: the lines above say why."
        ) from failure


def answer(port: str) -> int | None:
    """The status with which the site answers, or None as long as it does not."""
    try:
        with urllib.request.urlopen(address(port), timeout=10) as page:  # noqa: S310
            return page.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def answers(port: str) -> Iterator[int | None]:
    """What the site answers, asked every second until patience runs out."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        yield answer(port)
        time.sleep(1)


def log_tail() -> str:
    """The last lines of the instance's log."""
    log = VAR / "log" / "instance.log"
    lines = log.read_text("utf-8", "replace").splitlines() if log.is_file() else []
    return "\n".join(f"    {line}" for line in lines[-25:])


def wake(port: str) -> int:
    """Start the instance and return the status of its first answer.

    Raises `Trouble`, with the instance stopped, when there is none or an error.
    """
    say("Starting the instance")
    run([INSTANCE, "start"], ROOT)
    status = next(filter(None, answers(port)), None)
    if status is None or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        say(log_tail())
        run([INSTANCE, "stop"], ROOT)
        raise Trouble(
            "The site did not start: the log above (var/log/instance.log) says why, "
            "and `make fg` shows more."
        )
    return status


def bring_up(port: str) -> None:
    """Start the instance; create the site when this storage has none yet."""
    if not (VAR / "filestorage" / "Data.fs").is_file():
        create_site()
    if wake(port) == HTTPStatus.NOT_FOUND:
        run([INSTANCE, "stop"], ROOT)
        create_site()
        wake(port)


def accounts() -> Iterator[str]:
    """A line for each account that was made with the site."""
    for name in ("demo-accounts.txt", "admin-account.txt"):
        path = VAR / name
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            user, password, role = line.split(maxsplit=2)
            yield f"  {user:<32} {password:<24} {role}"


def tell(port: str) -> None:
    """Print where the site is and who can log in."""
    say(f"\nThe site: {address(port)}")
    say(f"Log in:   {address(port)}/login\n")
    say("\n".join(accounts()))
    say("\nThese accounts are in var/demo-accounts.txt and var/admin-account.txt.")
    say("`make letters` in another terminal shows the letters that the site sends.")
    say("Stop the site with `make stop`.")


def start(port: str) -> None:
    """Bring the site up on that port, unless it is up already."""
    if is_running():
        now = current_port(ROOT)
        say("The site runs already.")
        if now != port:
            say(f"To move it to port {port}: make stop, then make start PORT={port}")
        tell(now)
        return
    check_port(port)
    install(ROOT, port)
    bring_up(port)
    tell(port)


def stop() -> None:
    """Stop the site if it runs; what it holds stays in var/."""
    if not is_running():
        say("The site does not run.")
        return
    run([INSTANCE, "stop"], ROOT)


def foreground(port: str) -> None:
    """Run the instance in this terminal, in debug mode."""
    if is_running():
        raise Trouble("The site runs in the background: `make stop` first.")
    check_port(port)
    install(ROOT, port)
    if not (VAR / "filestorage" / "Data.fs").is_file():
        create_site()
    tell(port)
    os.execve(INSTANCE, [str(INSTANCE), "fg"], environment({}))  # noqa: S606


def keep_demo() -> None:
    """Write the site's content into the demo profile; a running site pauses for it."""
    if not (VAR / "filestorage" / "Data.fs").is_file():
        raise Trouble("There is no site yet: `make start` makes one.")
    paused = is_running()
    if paused:
        run([INSTANCE, "stop"], ROOT)
    try:
        run([INSTANCE, "run", "scripts/export_demo.py", DEMO], ROOT)
    finally:
        if paused:
            wake(current_port(ROOT))
    say(f"{DEMO} holds the site's content now: look at `git diff` before you commit.")


def main(verb: str, port: str = "") -> None:
    """Do what the operator asked."""
    if verb == "start":
        start(port)
    elif verb == "fg":
        foreground(port)
    elif verb == "stop":
        stop()
    elif verb == "demo":
        keep_demo()
    else:
        raise Trouble(f"{verb} is none of start, stop, fg and demo.")


if __name__ == "__main__":
    report(lambda: main(*sys.argv[1:]))
