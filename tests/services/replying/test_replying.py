"""Replies: shown at once, withdrawn by who proved the domain, rejected by moderators, all of it logged."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from server.services.guarding import MOST_REASON
from server.services.judging import InvalidError, JudgingService, UnknownError
from server.services.replying import PER_CLAIM, LapsedError, ReplyService, TooManyRepliesError
from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.log import AuditLog
from server.store.records.replies import Replies
from server.store.records.reports import Reports
from server.store.records.voices import ChangedError, Claim
from tests.fetch.conftest import Site
from tests.services.replying.conftest import PATH, PLAIN, Clock
from tests.store.people import PATIENCE, Someone, add_domain

TEXT = "We correct what we get wrong."


@pytest.fixture
def judging(database: Database, clock: Clock) -> JudgingService:
    return JudgingService(Reports(database), Replies(database), Disagreements(database), clock)


def proved(
    service: ReplyService, site: Site, domain: str = "news.example", address: str = "198.51.100.7"
) -> Claim:
    opened = service.ask(domain, address)
    site.put(PATH, opened.claim.token, PLAIN)
    service.prove(opened.claim)
    claim = service.claim(domain, opened.secret)
    assert claim
    assert claim.proved
    return claim


def shown(service: ReplyService, domain: str = "news.example") -> list[str]:
    return [reply.text for reply in service.public(domain).shown]


def test_the_three_latest_are_shown_newest_first_and_earlier_ones_stay(
    service: ReplyService, site: Site, clock: Clock, judging: JudgingService
) -> None:
    claim = proved(service, site)
    for number in range(5):
        service.reply(claim, "The editors", f"{TEXT} {number}")
        clock.move(minutes=1)
    assert shown(service) == [f"{TEXT} {number}" for number in (4, 3, 2)]
    assert len(judging.replies().items) == 5
    assert shown(service, "other.example") == []


def test_nobody_replies_without_proof_or_after_it_has_run_out(
    service: ReplyService, site: Site, clock: Clock
) -> None:
    with pytest.raises(LapsedError):
        service.reply(service.ask("news.example", "198.51.100.9").claim, "Somebody", TEXT)
    claim = proved(service, site)
    kept = service.reply(claim, "The editors", TEXT)
    clock.move(days=7)
    with pytest.raises(LapsedError):
        service.reply(claim, "The editors", TEXT + " Really.")
    with pytest.raises(LapsedError):
        service.withdraw(claim, kept.id)
    assert shown(service) == [TEXT]


def test_pressing_the_button_twice_is_one_reply(service: ReplyService, site: Site) -> None:
    claim = proved(service, site)
    start = Barrier(8)

    def press(_: int) -> object:
        start.wait(PATIENCE)
        return service.reply(claim, "The editors", TEXT)

    with ThreadPoolExecutor(8) as crowd:
        assert len(set(crowd.map(press, range(8)))) == 1
    assert shown(service) == [TEXT]


def test_one_proof_brings_so_many_replies(service: ReplyService, site: Site) -> None:
    claim = proved(service, site)
    for number in range(PER_CLAIM):
        service.reply(claim, "The editors", f"{TEXT} {number}")
    with pytest.raises(TooManyRepliesError):
        service.reply(claim, "The editors", f"{TEXT} {PER_CLAIM}")
    assert service.reply(proved(service, site), "The editors", f"{TEXT} {PER_CLAIM}")


def test_whoever_proves_the_domain_withdraws_its_replies_and_nobody_s_else(
    service: ReplyService, site: Site, url: str
) -> None:
    add_domain(url, "other.example")
    lost, other = proved(service, site), proved(service, site, "other.example")
    reply = service.reply(lost, "The editors", TEXT)
    assert not service.withdraw(other, reply.id)
    assert not service.withdraw(lost, uuid4())
    assert shown(service) == [TEXT]
    found_again = proved(service, site, address="198.51.100.8")
    assert service.withdraw(found_again, reply.id)
    assert not service.withdraw(found_again, reply.id)
    public = service.public("news.example")
    assert (public.shown, public.rejected) == ([], [])


def test_a_rejected_reply_gives_way_to_the_reason(
    service: ReplyService, site: Site, clock: Clock, judging: JudgingService, kim: Someone
) -> None:
    reply = service.reply(proved(service, site), "The editors", TEXT)
    clock.move(hours=1)
    judging.reject(reply.id, kim, " Names a private person.\r\n ")
    public = service.public("news.example")
    assert public.shown == []
    [rejected] = public.rejected
    assert (rejected.reason, rejected.judged) == ("Names a private person.", clock.now)
    with pytest.raises(ChangedError, match="rejected"):
        judging.reject(reply.id, kim, "Again.")
    [listed] = judging.replies(state="rejected").items
    assert (listed.id, listed.judge) == (reply.id, kim.id)
    assert judging.replies(state="shown").items == []


def test_a_reply_that_was_rejected_by_mistake_is_shown_again(
    service: ReplyService, site: Site, clock: Clock, judging: JudgingService, kim: Someone
) -> None:
    reply = service.reply(proved(service, site), "The editors", TEXT)
    with pytest.raises(ChangedError, match="shown"):
        judging.restore(reply.id, kim, "It was never rejected.")
    judging.reject(reply.id, kim, "Names a private person.")
    clock.move(hours=1)
    with pytest.raises(InvalidError):
        judging.restore(reply.id, kim, " ")
    assert shown(service) == []
    judging.restore(reply.id, kim, "That person is the mayor.")
    public = service.public("news.example")
    assert ([one.text for one in public.shown], public.rejected) == ([TEXT], [])
    [listed] = judging.replies(state="shown").items
    assert (listed.judged, listed.judge, listed.reason) == (clock.now, kim.id, None)
    with pytest.raises(UnknownError):
        judging.restore(uuid4(), kim, "A reason.")


def test_what_its_publisher_took_back_is_shown_by_nobody(
    service: ReplyService, site: Site, judging: JudgingService, kim: Someone
) -> None:
    claim = proved(service, site)
    reply = service.reply(claim, "The editors", TEXT)
    service.withdraw(claim, reply.id)
    with pytest.raises(ChangedError, match="withdrawn"):
        judging.restore(reply.id, kim, "Readers should see it.")
    assert shown(service) == []


@pytest.mark.parametrize("reason", ["", " \n", "\0", "a" * (MOST_REASON + 1), "\ud800"])
def test_nothing_is_rejected_without_a_reason(
    service: ReplyService, site: Site, judging: JudgingService, kim: Someone, reason: str
) -> None:
    reply = service.reply(proved(service, site), "The editors", TEXT)
    with pytest.raises(InvalidError):
        judging.reject(reply.id, kim, reason)
    with pytest.raises(UnknownError):
        judging.reject(uuid4(), kim, "A reason.")
    assert shown(service) == [TEXT]


def test_everything_is_logged_and_no_word_of_a_reply(
    service: ReplyService, site: Site, database: Database, judging: JudgingService, kim: Someone
) -> None:
    claim = proved(service, site)
    first, second = (service.reply(claim, "The editors", f"{TEXT} {number}") for number in range(2))
    service.withdraw(claim, first.id)
    judging.reject(second.id, kim, "Abuse.")
    judging.restore(second.id, kim, "It was none.")
    publisher = "publisher of news.example"
    log = AuditLog(database)
    entries = list(log.entries("news.example"))
    assert [(entry.actor, entry.action) for entry in entries] == [
        (publisher, "control.proved"),
        (publisher, "reply.left"),
        (publisher, "reply.left"),
        (publisher, "reply.withdrawn"),
        ("Kim", "reply.rejected"),
        ("Kim", "reply.restored"),
    ]
    assert [entry.details for entry in entries[4:]] == [
        {"reply": second.id.hex, "reason": reason} for reason in ("Abuse.", "It was none.")
    ]
    assert TEXT not in str(entries)
    assert list(log.faults()) == []
