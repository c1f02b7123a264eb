"""What is known of a host: remembered for a minute, in one question for many, never in the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from server.services.sources import SourceService
from server.store.records.domain_model import Counts, Known, Listing
from server.store.records.model import RecordsUnavailableError


def listing(host: str) -> Listing:
    return Listing(
        list="one",
        name="One",
        host=host,
        category="",
        score=None,
        source="-",
        licence="-",
        as_of=date(2026, 1, 1),
    )


class Records:
    """Counts what it is asked; knows two domains."""

    def __init__(self) -> None:
        self.asked: list[set[str]] = []
        self.down = False
        self.counts = {"example.org": Counts(weak=3)}
        self.listings = {"rt.example": (listing("de.rt.example"), listing("rt.example"))}

    def known(self, domains: Collection[str]) -> Mapping[str, Known]:
        self.asked.append(set(domains))
        if self.down:
            raise RecordsUnavailableError("down")
        return {
            domain: Known(
                domain=domain,
                counts=self.counts.get(domain, Counts()),
                since=None,
                until=None,
                reports=5,
                replies=0,
                decision=None,
                listings=self.listings.get(domain, ()),
            )
            for domain in domains
        }


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def records() -> Records:
    return Records()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sources(records: Records, clock: Clock) -> SourceService:
    return SourceService(records, clock)


def test_a_host_is_answered_by_its_domain(sources: SourceService) -> None:
    known = sources.summary("de.example.org")
    assert known
    assert (known.domain, known.counts.weak) == ("example.org", 3)


@pytest.mark.parametrize("host", [None, "", "192.0.2.7", "co.uk", "no domain"])
def test_what_has_no_domain_is_not_asked_for(
    sources: SourceService, records: Records, host: str | None
) -> None:
    assert sources.summary(host) is None
    assert records.asked == []


def test_nothing_known_is_nothing_even_with_reports(sources: SourceService) -> None:
    assert sources.summary("unknown.example") is None


def test_what_is_known_is_remembered_for_a_minute(
    sources: SourceService, records: Records, clock: Clock
) -> None:
    for host in ("example.org", "de.example.org", "unknown.example", "unknown.example"):
        sources.summary(host)
    assert records.asked == [{"example.org"}, {"unknown.example"}]
    records.counts["example.org"] = Counts(weak=4)
    clock.now = 59.0
    assert sources.summary("example.org").counts.weak == 3  # type: ignore[union-attr]
    clock.now = 61.0
    assert sources.summary("example.org").counts.weak == 4  # type: ignore[union-attr]


def test_many_hosts_are_one_question(sources: SourceService, records: Records) -> None:
    sources.summary("example.org")
    found = sources.summaries(["example.org", "de.rt.example", "rt.example", None, "unknown.example"])
    assert set(found) == {"example.org", "de.rt.example", "rt.example"}
    assert records.asked == [{"example.org"}, {"rt.example", "unknown.example"}]


def test_a_list_that_names_a_part_stands_for_that_part(sources: SourceService) -> None:
    def named(host: str) -> list[str]:
        known = sources.summary(host)
        return [one.host for one in known.listings] if known else []

    assert named("rt.example") == named("fr.rt.example") == named("xde.rt.example") == ["rt.example"]
    assert named("de.rt.example") == named("a.DE.rt.example") == ["de.rt.example", "rt.example"]


def test_a_part_of_which_nothing_is_known_has_no_summary(sources: SourceService, records: Records) -> None:
    records.listings["rt.example"] = (listing("de.rt.example"),)
    assert sources.summary("fr.rt.example") is None


def test_a_broken_database_is_no_fault_and_is_not_remembered(
    sources: SourceService, records: Records
) -> None:
    sources.summary("example.org")
    records.down = True
    assert sources.summary("rt.example") is None
    assert set(sources.summaries(["example.org", "rt.example"])) == {"example.org"}
    records.down = False
    assert sources.summary("rt.example")
