"""The queue in a Redis, for a service of several machines."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from huey.storage import RedisStorage
from redis import BlockingConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.maint_notifications import MaintNotificationsConfig
from redis.retry import Retry

PREFIX = "touchstone-jobs:"
_TIMEOUT = 0.5  # seconds, for a connection and each answer: a reader's request may wait for it
_MAX_CONNECTIONS = 16

# From the schedule to the queue, at once: what is in neither would be lost with the process.
_MOVE_DUE = """
local due = redis.call('zrangebyscore', KEYS[1], '-inf', ARGV[1], 'limit', 0, 1000)
for _, data in ipairs(due) do
  redis.call('lpush', KEYS[2], data)
  redis.call('zrem', KEYS[1], data)
end
"""
# What those had taken whose sign of life has gone.
_TAKE_OVER = """
local taken = {}
for _, owner in ipairs(redis.call('smembers', KEYS[1])) do
  if redis.call('exists', ARGV[1] .. 'alive:' .. owner) == 0 then
    local data = redis.call('rpoplpush', ARGV[1] .. 'running:' .. owner, KEYS[2])
    while data do
      taken[#taken + 1] = data
      data = redis.call('rpoplpush', ARGV[1] .. 'running:' .. owner, KEYS[2])
    end
    redis.call('srem', KEYS[1], owner)
  end
end
return taken
"""
_SLOT = """
local start = math.max(tonumber(ARGV[1]), tonumber(redis.call('get', KEYS[1]) or 0))
local wait = start - tonumber(ARGV[1])
if wait > tonumber(ARGV[3]) then return -1 end
redis.call('set', KEYS[1], start + tonumber(ARGV[2]), 'px', wait + tonumber(ARGV[2]) + 1)
return wait
"""


class RedisStore(RedisStorage):  # type: ignore[misc]  # huey has no types
    """Huey's, and a job that has been taken stays in Redis until it is done.

    Every owner has a list of the jobs it has taken and a key that lives as
    long as it gives signs of life.
    """

    owner = ""

    def __init__(self, name: str, url: str) -> None:
        super().__init__(name, connection_pool=open_pool(url), blocking=False)
        self.queue_key, self.schedule_key = f"{PREFIX}queue", f"{PREFIX}schedule"
        self.result_key, self.counter_key = f"{PREFIX}results", f"{PREFIX}counters"
        self._owners = f"{PREFIX}owners"
        self._move_due = self.conn.register_script(_MOVE_DUE)
        self._take_over = self.conn.register_script(_TAKE_OVER)
        self._slot = self.conn.register_script(_SLOT)

    @property
    def _running(self) -> str:
        return f"{PREFIX}running:{self.owner}"

    def put(self, data: bytes, urgent: bool) -> None:
        """Put a job behind all others, or before them."""
        (self.conn.rpush if urgent else self.conn.lpush)(self.queue_key, data)

    def dequeue(self) -> bytes | None:
        """Take the next job, or ``None``, and note who has it in the same step."""
        taken: bytes | None = self.conn.lmove(self.queue_key, self._running, "RIGHT", "LEFT")
        return taken

    def done(self, data: bytes) -> None:
        """Forget a job that was taken."""
        self.conn.lrem(self._running, 1, data)

    def again(self, taken: bytes, data: bytes, at: float) -> None:
        """Put a job that was taken back as ``data``, for the moment ``at``."""
        pipeline = self.conn.pipeline(transaction=True)
        pipeline.zadd(self.schedule_key, {data: at})
        pipeline.lrem(self._running, 1, taken)
        pipeline.execute()

    def schedule(self, data: bytes, at: float) -> None:
        """Put a job for the moment ``at``, in seconds since 1970."""
        self.conn.zadd(self.schedule_key, {data: at})

    def read_schedule(self, _now: Any) -> list[bytes]:
        """Put what is due into the queue and return nothing to be put there by others."""
        self._move_due(keys=[self.schedule_key, self.queue_key], args=[time.time()])
        return []

    def beat(self, seconds: float) -> list[bytes]:
        """Say that the owner lives for ``seconds`` more; take over what the dead had taken, and return it."""
        pipeline = self.conn.pipeline(transaction=True)
        pipeline.set(f"{PREFIX}alive:{self.owner}", 1, px=round(seconds * 1000))
        pipeline.sadd(self._owners, self.owner)
        pipeline.execute()
        taken: list[bytes] = self._take_over(keys=[self._owners, self._running], args=[PREFIX])
        return taken

    def taken(self) -> list[bytes]:
        """Return what the owner has taken and not done."""
        taken: list[bytes] = self.conn.lrange(self._running, 0, -1)
        return taken

    def leave(self) -> None:
        """Say that the owner lives no longer."""
        with suppress(Exception):  # it would be noticed a little later
            self.conn.delete(f"{PREFIX}alive:{self.owner}")

    def pending(self) -> int:
        """Return how many jobs wait; those that run are few."""
        pipeline = self.conn.pipeline(transaction=False)
        pipeline.llen(self.queue_key)
        pipeline.zcard(self.schedule_key)
        return sum(pipeline.execute())

    def turn(self, key: str, seconds: float) -> float:
        """Take the turn with ``key`` for ``seconds`` and return 0, or return for how long another has it."""
        name = f"{PREFIX}turn:{key}"
        if self.conn.set(name, 1, nx=True, px=max(1, round(seconds * 1000))):
            return 0.0
        left: int = self.conn.pttl(name)
        return max(0.001, left / 1000)

    def hold(self, key: str, seconds: float) -> None:
        """Let the turn with ``key`` end in ``seconds``."""
        self.conn.set(f"{PREFIX}turn:{key}", 1, px=max(1, round(seconds * 1000)))

    def give_up(self, key: str) -> None:
        """Let the turn with ``key`` be over."""
        self.conn.delete(f"{PREFIX}turn:{key}")

    def slot(self, key: str, every: float, most: float) -> float | None:
        """Return after how many seconds the next of those that come ``every`` so many may run.

        ``None``, and nothing is noted, where that would be in more than ``most``.
        """
        milliseconds = [round(1000 * seconds) for seconds in (time.time(), every, most)]
        wait = self._slot(keys=[f"{PREFIX}slot:{key}"], args=milliseconds)
        return None if wait < 0 else wait / 1000


def open_pool(url: str) -> BlockingConnectionPool:
    """Return a bounded pool that has not connected yet.

    Raises:
        ValueError: where ``url`` is no address of a Redis.
    """
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=_MAX_CONNECTIONS,
        timeout=_TIMEOUT,
        socket_timeout=_TIMEOUT,
        socket_connect_timeout=_TIMEOUT,
        retry=Retry(NoBackoff(), 0),
        # A server may announce maintenance, and redis-py would then wait for 10 seconds.
        maint_notifications_config=MaintNotificationsConfig(enabled=False),
    )
    try:
        pool.connection_class(**pool.connection_kwargs)  # only made, not connected
    except (TypeError, RedisError) as error:
        raise ValueError(f"not an address of a Redis: {error}") from error
    return pool
