"""What readers send: articles as the extension does, forged ones, and reports."""

from __future__ import annotations

from typing import Any

from tests.day.articles import Story, weak
from tests.day.publishers import COURIER, LAKESIDE, THUNDER, Publishers
from tests.day.service import Service, eventually

# What is posted, by host; the extension in the browser brings the first article of two of them besides.
BROUGHT = {THUNDER: (1, 2, 3, 5), COURIER: (1,), LAKESIDE: (0, 1, 2)}
NOWHERE = ("http://127.0.0.1:{port}/shocking", "http://10.0.0.7/shocking", "http://[::1]/shocking")
# Networks that no two customers share.
SENDERS = ("192.0.2.10", "198.51.100.20", "203.0.113.30")


def submit(service: Service, story: Story, url: str) -> dict[str, Any]:
    """Post ``story`` as read at ``url``, and return the assessment."""
    read = {
        "title": story.title,
        "text": story.text,
        "url": url,
        "links": [],
        "media": [],
        "authors": [story.author] if story.author else [],
        "published": story.day or None,
        "lang": "en",
        "publisher": {},
    }
    return service.post("/v1/assessments", read)


def bring(service: Service, publishers: Publishers) -> dict[str, list[str]]:
    """Send what readers read, and return the assessments' ids by host."""
    return {
        host: [
            submit(service, publishers.stories[host][number], publishers.url(host, number))["id"]
            for number in numbers
        ]
        for host, numbers in BROUGHT.items()
    }


def forge(service: Service, publishers: Publishers) -> None:
    """Send weak articles as courier.example's, and as read where nobody else can read."""
    for number in (3, 4):
        submit(service, weak(40 + number), publishers.url(COURIER, number))
    submit(service, weak(45), f"http://{COURIER}/no-such-page-as-this-one")
    for number, address in enumerate(NOWHERE):
        submit(service, weak(50 + number), address.format(port=publishers.port))


def wait_until_verified(service: Service, genuine: int) -> None:
    """Wait until the worker has looked at everything, and see that it took what is genuine only."""
    wanted = {"verified": genuine, "different": 2, "unreachable": 1}
    found = eventually(
        lambda: service.counted("touchstone_verifications"), lambda seen: sum(seen.values()) >= genuine + 3
    )
    assert found == wanted
    sent = service.counted("touchstone_submissions")
    assert sent == {"queued": genuine + 3, "not_public": len(NOWHERE)}


def report(service: Service, assessment: str, kind: str = "wrong_level") -> None:
    """Report an assessment from three places, and once more from the first."""
    for sender in (*SENDERS, SENDERS[0]):
        note = "The second half is copied from a notice of the firm."
        service.post("/v1/reports", {"assessment": assessment, "kind": kind, "note": note}, sender)
