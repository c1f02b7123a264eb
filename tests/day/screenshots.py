"""Pictures of the desk and of what readers are told, after a day, for the documentation and for looking at.

PYTHONPATH=. python tests/day/screenshots.py docs/images
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.day import people, readers
from tests.day.browsers import launched
from tests.day.publishers import COURIER, LAKESIDE, PAGES, THUNDER, Publishers, publishing
from tests.day.service import Service, serving

Scheme = Literal["light", "dark"]
WIDTH = 900
COLOURS = 256
REASON = "Read ten of its articles: none names whom it asked, and three retell the same rumour."
REPLY = "We have asked our writers to name their sources from now on, and thank you for the list of articles."
NOTE = "The masthead names nobody. Asked by e-mail, no answer so far."
BY_HAND = "A reader asks why nothing is known of it. An audit would tell."


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home, publishing() as publishers, sync_playwright() as playwright:
        names = f"*.example=127.0.0.1:{publishers.port}"
        settings = {"DATABASE_URL": f"sqlite:///{home}/records.db"}
        with serving(Path(home), names, **settings) as service, launched(playwright, publishers) as browser:
            readers_come(service, publishers)
            take(browser, service, publishers, folder)


def readers_come(service: Service, publishers: Publishers) -> None:
    """Have two cases open by themselves."""
    for host in (THUNDER, COURIER):
        readers.submit(service, publishers.stories[host][0], publishers.url(host, 0))
    sent = readers.bring(service, publishers)
    readers.report(service, sent[LAKESIDE][0])
    readers.forge(service, publishers)
    people.add_moderator(service, "mia")
    readers.wait_until_verified(service, genuine=2 + sum(map(len, sent.values())))


def take(browser: Browser, service: Service, publishers: Publishers, folder: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": 1000})
    people.sign_in(page, service, "mia")
    people.open_by_hand(page, service, "harbour-notes.example", BY_HAND)
    for domain in (LAKESIDE, THUNDER):
        people.open_case(page, service, domain)
        people.audit(page, publishers, PAGES)
    people.open_case(page, service, THUNDER)
    people.note(page, NOTE)
    page.goto(f"{service.url}/desk/cases")
    shoot(page, folder, "desk-queue", 880, ("light",))
    page.goto(f"{service.url}/desk/cases/{THUNDER}")
    shoot(page, folder, "desk-case", 1700, ("light", "dark"))
    people.decide(page, "Concern confirmed", REASON)
    people.prove_control(page, service, publishers, THUNDER)
    people.reply(page, "The editors", REPLY)
    page.goto(f"{service.url}/domains/{THUNDER}")
    shoot(page, folder, "domain", 1300, ("light",))


def shoot(page: Page, folder: Path, name: str, height: int, schemes: Iterable[Scheme]) -> None:
    """Keep the upper part of what ``page`` shows."""
    page.set_viewport_size({"width": WIDTH, "height": height})
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        path = folder / f"{name}-{scheme}.png"
        page.screenshot(path=path)
        Image.open(path).quantize(COLOURS, Image.Quantize.FASTOCTREE).save(path, optimize=True)
        print(f"{path}: {path.stat().st_size / 1000:.0f} kB")
    page.emulate_media(color_scheme="light")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
