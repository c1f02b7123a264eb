"""How long the desk takes with 10,000 cases and 1,000,000 verified assessments in PostgreSQL.

    python tests/benchmarks/bench_desk.py [--assessments N] [--domains N]

Fills a PostgreSQL of its own (in the folder for temporary files: it takes
about 9 GB and a quarter of an hour), asks the real service for pages, prints a table
and writes ``docs/desk-performance.md``, unless the size is another. Fails
when the queue or the page of a case takes more than 200 ms, in the median.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median, quantiles
from uuid import uuid4

import requests

from server.app.foundations import now
from server.app.people import create_people
from server.services.moderating import CaseService
from server.store.records.assessments import Assessments
from server.store.records.database import Database
from server.store.records.migrating import migrate
from server.store.records.model import Role, User, Verified
from tests.accounts import PASSWORD
from tests.benchmarks import desk_report
from tests.benchmarks.desk_client import NAME, serving, signed_in
from tests.benchmarks.desk_plans import plans
from tests.benchmarks.desk_report import Run, Timing
from tests.benchmarks.examples import examples
from tests.benchmarks.filling import Size, fill, name
from tests.postgres import PostgreSQL
from tests.records import PATIENCE

TIMES = 50
MOST_SECONDS = 0.2
ASSESSMENTS, DOMAINS = 1_000_000, 10_000
LOG_OF_A_CASE = 5
# As an installation should run it: what is written is on the disk when it is acknowledged.
_DURABLE = "-c fsync=on"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--assessments", type=int, default=ASSESSMENTS)
    parser.add_argument("--domains", type=int, default=DOMAINS)
    wanted = parser.parse_args()
    size = Size(wanted.domains, wanted.domains, wanted.assessments, wanted.domains * LOG_OF_A_CASE)
    server = PostgreSQL()
    try:
        server.start()
        url = server.new_database()
        seconds = filled(url, size)
        server.stop()
        server.start(_DURABLE)
        run = measured(url, size, seconds)
    finally:
        server.remove()
    print(desk_report.table(run.timings))
    if (size.assessments, size.domains) == (ASSESSMENTS, DOMAINS):
        desk_report.write(run)
    slow = [one.what for one in run.timings if one.bound and one.middle > one.bound]
    print(f"over {MOST_SECONDS * 1000:.0f} ms: {', '.join(slow)}" if slow else "Within all bounds.")
    return int(bool(slow))


def filled(url: str, size: Size) -> float:
    """Fill a new database, and return how many seconds that took."""
    migrate(url)
    people = create_people(Database(url, PATIENCE))
    people.add(NAME, Role.MODERATOR, "bench", password=PASSWORD)
    start = time.perf_counter()
    fill(url, size, examples(), user_of(url))
    return time.perf_counter() - start


def user_of(url: str) -> User:
    """Return the moderator who did everything."""
    [user] = create_people(Database(url, PATIENCE)).all()
    return user


def measured(url: str, size: Size, seconds: float) -> Run:
    """Ask for everything, and return how long it took."""
    with serving(url) as address:
        timings = [*pages(address, size), *steps(url)]
    return Run(
        size=size,
        filled_seconds=seconds,
        size_text=desk_report.size_of(url),
        load=os.getloadavg()[1],
        timings=timings,
        plans=plans(url, name(1)),
    )


def pages(address: str, size: Size) -> Iterator[Timing]:
    """Time the pages of the desk, and what everybody may read."""
    largest, middle, small = name(1), name(max(1, size.domains // 100)), name(size.domains)
    bounded = {
        "queue": "/desk/cases",
        "queue, page 100": "/desk/cases?page=100",
        "queue, domain has “777”": "/desk/cases?search=777&state=all",
        "queue, decided “cleared”": "/desk/cases?state=closed&outcome=cleared",
        "queue, by name": "/desk/cases?order=domain",
        "queue, longest open first": "/desk/cases?order=opened",
        "case of the largest domain": f"/desk/cases/{largest}",
        "case of a middle one": f"/desk/cases/{middle}",
        "case of a small one": f"/desk/cases/{small}",
    }
    others = {
        "public page of the largest domain": f"/domains/{largest}",
        "GET /v1/domains/ of the largest": f"/v1/domains/{largest}",
        "transparency": "/transparency",
        "transparency, last page": f"/transparency?page={size.cases // 100}",
        "audit log": "/desk/log",
        "audit log, of one domain": f"/desk/log?subject={largest}",
        "audit log, of one person": f"/desk/log?actor={NAME}",
        "audit log, openings": "/desk/log?action=case.opened",
    }
    session = signed_in(address)
    for paths, bound in ((bounded, MOST_SECONDS), (others, None)):
        for what, path in paths.items():
            yield timed(what, partial(ask, session, address + path), bound)


def ask(session: requests.Session, url: str) -> None:
    answer = session.get(url, timeout=60, allow_redirects=False)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"


def steps(url: str) -> Iterator[Timing]:
    """Time what the worker does when an article was verified."""
    database = Database(url, PATIENCE)
    assessments, cases = Assessments(database), CaseService(database, now)
    pattern = examples()[0]
    new = iter([new_article(pattern, number) for number in range(TIMES + 1)])
    yield timed("keep a new assessment of it", lambda: assessments.keep(next(new)))
    yield timed("consider its case", lambda: cases.consider(name(1)))


def new_article(pattern: Verified, number: int) -> Verified:
    """Return one of the largest domain that is not known yet, with the findings of another."""
    found = f"https://{name(1)}/new/{number}"
    unique = uuid4().hex * 2
    at_home = {"domain": name(1), "url": found, "found": found, "verified": now()}
    return replace(pattern, content_id=unique, digest=unique, **at_home)


def timed(what: str, do: Callable[[], object], bound: float | None = None) -> Timing:
    """Do it once to warm up and :data:`TIMES` times more."""
    do()
    seconds = []
    for _ in range(TIMES):
        start = time.perf_counter()
        do()
        seconds.append(time.perf_counter() - start)
    timing = Timing(what, median(seconds), quantiles(seconds, n=20)[-1], bound)
    print(f"{what}: {timing.middle * 1000:.1f} ms", flush=True)
    return timing


if __name__ == "__main__":
    sys.exit(main())
