"""Whether a seat is ever sold twice, and how long people wait in a rush.

Usage: seats.py [ROUNDS [file | zeo | postgres]...]. Many people confirm at the same
moment, over HTTP: in one process with four threads, in two that share a database over
ZEO or, told of one by ``SEATS_POSTGRES="host=... dbname=..."``, over RelStorage. The
control does the same without turns and without the guard record. The table goes to the
terminal and to var/bench/seats.md.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from itertools import cycle
from itertools import islice
from seat_storages import in_a_file
from seat_storages import in_postgres
from seat_storages import over_zeo
from seat_storages import POSTGRES
from seat_storages import Storage
from seat_workers import Worker
from seat_workers import worker
from servers import BENCH
from statistics import median
from tables import machine
from time import sleep
from time import time

import sys


DATABASES = {"file": in_a_file, "zeo": over_zeo, "postgres": in_postgres}
STEP, PAGE = "seat-step", "confirm-registration"
CROWDS = (8, 12, 16, 8, 24, 12, 32, 60)
HEADS = ("rounds", "people", "overbooked", "lost", "errors", "begun anew")
HEADS += ("slowest answer of half the rounds", "of all")


@dataclass(frozen=True)
class Rush:
    """So many seats, and in each round so many people; ``page`` is what they press.

    ``rounds`` are the most of this kind; None as many as are asked for.
    """

    name: str
    seats: int
    crowds: tuple[int, ...]
    rounds: int | None = None
    page: str = STEP
    is_guarded: bool = True


RUSHES = (
    Rush("the last seat, 8 to 60 people", 1, CROWDS),
    Rush("60 people for 40 seats", 40, (60,), 20),
    Rush("the same, on the page of the letter", 40, (60,), 5, PAGE),
    Rush("control: the last seat, without the guard", 1, CROWDS, 20, is_guarded=False),
)


@dataclass
class Told:
    """What came of one kind of rush."""

    rounds: int = 0
    people: int = 0
    overbooked: int = 0
    lost: int = 0
    errors: int = 0
    anew: int = 0
    slowest: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        """Return the numbers, as cells of a table."""
        return (
            f"{self.rounds} | {self.people} | {self.overbooked} | {self.lost} |"
            f" {self.errors} | {self.anew} | {median(self.slowest):.1f} s |"
            f" {max(self.slowest):.1f} s"
        )


def press_at_once(
    workers: list[Worker], day: str, rush: Rush, people: int, told: Told
) -> None:
    """Let so many people press, half of them at each process; note how it ended."""
    first = workers[0]
    forms = first.ask("prepare", name=day, seats=rush.seats, people=people)
    # a process is told a moment later what another one wrote
    sleep(0.2)
    at = list(islice(cycle(workers), people))
    with ThreadPoolExecutor(people) as crowd:
        came = crowd.map(lambda w, form: w.press(day, rush.page, form), at, forms)
        answers = list(came)
    sleep(0.2)
    there = first.ask("count", name=day)
    told.rounds, told.people = told.rounds + 1, told.people + people
    told.errors += sum(not went_well for went_well, _ in answers)
    told.slowest.append(max(seconds for _, seconds in answers))
    told.overbooked += there.get("confirmed", 0) > rush.seats
    told.lost += people - there.get("confirmed", 0) - there.get("waiting", 0)
    told.anew += sum(each.ask("begun_anew") for each in workers)


def warm_up(workers: list[Worker]) -> None:
    """Draw a page: the first one of a site makes Plone write."""
    workers[0].ask("prepare", name="warm", seats=1, people=1)
    for each in workers:
        sleep(0.2)
        each.press("warm", PAGE, ("", ""))


def measure(storage: Storage, rounds: int) -> Iterator[str]:
    """Let every kind of rush happen so often; yield the rows of the table."""
    with ExitStack() as stack:
        workers = [stack.enter_context(worker(h, storage)) for h in storage.homes]
        warm_up(workers)
        for kind, rush in enumerate(RUSHES):
            told = Told()
            for each in workers:
                each.ask("guard", on=rush.is_guarded)
            often = min(rounds, rush.rounds or rounds)
            for number, people in enumerate(islice(cycle(rush.crowds), often)):
                day = f"dag-{time():.0f}-{kind}-{number}"
                press_at_once(workers, day, rush, people, told)
            yield f"| {storage.name}: {rush.name} | {told} |"


def main(rounds: str = "200", *names: str) -> None:
    """Start everything, measure and print."""
    BENCH.mkdir(parents=True, exist_ok=True)
    lines = [
        machine(),
        "",
        f"| what | {' | '.join(HEADS)} |",
        f"{'| --- ' * (len(HEADS) + 1)}|",
    ]
    known = [name for name in DATABASES if POSTGRES or name != "postgres"]
    for name in names or known:
        with DATABASES[name]() as storage:
            for row in measure(storage, int(rounds)):
                print(row, flush=True)
                lines.append(row)
    (BENCH / "seats.md").write_text("\n".join([*lines, ""]))


if __name__ == "__main__":
    main(*sys.argv[1:])
