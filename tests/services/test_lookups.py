"""Look-ups: buckets large enough to hide in, and everything known in them."""

from collections import Counter

import pytest

from server.app.foundations import create_cache
from server.app.reading import create_service
from server.config import Settings
from server.core.identity import content_id
from server.core.model import Article
from server.services.assessing import AssessmentService
from server.services.lookups import SMALLEST_BUCKET, LookupService
from tests.conftest import RedisServer


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def service(request: pytest.FixtureRequest) -> AssessmentService:
    url = "" if request.param == "memory" else request.getfixturevalue("redis_server").url
    settings = Settings(redis_url=url)
    return create_service(settings, create_cache(settings))


def know(service: AssessmentService, count: int) -> list[str]:
    """Make ``count`` articles known and return their content ids."""
    return [service.assess(Article(f"Story {number}", "")).assessment.id for number in range(count)]


def bits_of(identity: str, bits: int) -> int:
    return int(identity, 16) >> (256 - bits)


def test_nothing_known(service: AssessmentService) -> None:
    lookups = LookupService(service)
    assert lookups.prefix_bits() == 0
    assert lookups.look_up(["ab", ""], 8) == {"": []}


@pytest.mark.parametrize("count", [1, 20, 150, 500])
def test_every_bucket_holds_enough_and_no_longer_prefix_would(service: AssessmentService, count: int) -> None:
    ids = know(service, count)
    bits = LookupService(service).prefix_bits()
    sizes = Counter(bits_of(identity, bits) for identity in ids)
    assert bits == 0 or (len(sizes) == 2**bits and min(sizes.values()) >= SMALLEST_BUCKET)
    finer = Counter(bits_of(identity, bits + 1) for identity in ids)
    assert len(finer) < 2 ** (bits + 1) or min(finer.values()) < SMALLEST_BUCKET


def test_the_answer_is_the_whole_bucket_and_nothing_else(service: AssessmentService) -> None:
    ids = know(service, 150)
    lookups = LookupService(service)
    bits = lookups.prefix_bits()
    assert 0 < bits <= 4
    wanted = ids[7]
    digit = f"{bits_of(wanted, bits) << (4 - bits):x}"
    answer = lookups.look_up([digit], bits)
    found = {assessment.id for assessment in answer[digit]}
    assert found == {identity for identity in ids if bits_of(identity, bits) == bits_of(wanted, bits)}
    assert wanted in found
    assert len(found) >= SMALLEST_BUCKET


def test_who_asks_more_precisely_is_answered_less_precisely(service: AssessmentService) -> None:
    ids = know(service, 150)
    lookups = LookupService(service)
    bits = lookups.prefix_bits()
    digit = f"{bits_of(ids[0], bits) << (4 - bits):x}"
    assert lookups.look_up([ids[0]]) == lookups.look_up([digit], bits)
    assert set(lookups.look_up([ids[0][:1]], 1)) == {f"{bits_of(ids[0], 1) << 3:x}"}


def test_the_length_is_counted_again_after_a_while(service: AssessmentService) -> None:
    now = 0.0
    lookups = LookupService(service, lambda: now)
    assert lookups.prefix_bits() == 0
    know(service, 150)
    assert lookups.prefix_bits() == 0
    now = 61.0
    assert lookups.prefix_bits() > 0


@pytest.mark.redis
def test_what_expired_or_was_evicted_no_longer_counts(redis_server: RedisServer) -> None:
    settings = Settings(redis_url=redis_server.url)
    service = create_service(settings, create_cache(settings))
    ids = know(service, 150)
    key = f"touchstone:{service.engine.ruleset}:"
    for identity in ids[:100]:
        redis_server.client.delete(key + identity)
    assert len(LookupService(service).look_up([""])[""]) == 50
    assert (
        redis_server.client.zcard("touchstone-keys") == redis_server.client.zcard("touchstone-expiry") == 50
    )
    members = redis_server.client.zrange("touchstone-expiry", 0, -1)
    redis_server.client.zadd("touchstone-expiry", dict.fromkeys(members, 1))  # long ago
    assert LookupService(service).prefix_bits() == 0
    assert redis_server.client.zcard("touchstone-keys") == 0


@pytest.mark.redis
def test_with_redis_down_nothing_is_known(redis_server: RedisServer) -> None:
    settings = Settings(redis_url=redis_server.url)
    service = create_service(settings, create_cache(settings))
    know(service, 20)
    redis_server.kill()
    lookups = LookupService(service)
    assert lookups.prefix_bits() == 0
    assert lookups.look_up([""]) == {"": []}


def test_ids_spread_over_the_buckets() -> None:
    counts = Counter(bits_of(content_id(Article(str(number), "")), 3) for number in range(800))
    assert min(counts.values()) > 60
