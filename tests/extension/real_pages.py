"""The extension on a folder of real pages with gold texts, and the service on the same pages.

    PYTHONPATH=. python tests/extension/real_pages.py FOLDER

FOLDER is as for tests/evaluation/pages.py. Every page is given to Chromium at
its own address, with its scripts but nothing else from anywhere, and read by
the built extension; then its HTML goes the other road, through the service's
own extraction. Prints how well
the text agrees with the gold text, how long reading takes, and whether both
roads lead to the same level; fails below the floors.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Error, Route, sync_playwright

from server.core.assess import Engine
from server.core.model import Article, Assessment
from server.extract import extract
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS
from server.web.schemas import AssessmentRequest
from tests.evaluation.pages import agreement, pages
from tests.extension.chromium import Chromium

ROOT = Path(__file__).parents[2]
MEAN_F1, SAME_LEVEL, MEDIAN_MS = 0.95, 0.95, 100.0
ENGINE = Engine(SIGNALS, SCORECARD, RULESET)
PATIENCE_MS = 8_000
# What the background does to read a page, from a page of the extension.
READ = """([tabId, patience]) => Promise.race([
  new Promise((_, fail) => setTimeout(() => fail(new Error("the page does not answer")), patience)),
  chrome.scripting.executeScript({target: {tabId}, files: ["page.js"]})
    .then(() => chrome.scripting.executeScript({target: {tabId}, func: () => globalThis.touchstone.read()}))
    .then(([frame]) => frame.result)
])"""


@dataclass(frozen=True)
class Result:
    id: str
    domain: str
    f1: float
    milliseconds: float
    quality: str
    ours: Assessment
    theirs: Assessment

    @property
    def both(self) -> bool:
        return self.ours.score is not None and self.theirs.score is not None


def read(browser: Chromium, url: str, html: str, scripts: str) -> dict[str, Any]:
    """Return what the extension reads at ``url``; ``scripts`` is the page's policy for them."""

    def answer(route: Route) -> None:
        if route.request.url.partition("#")[0] == url.partition("#")[0]:
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": scripts}
            route.fulfill(body=html, headers=headers)
        elif route.request.is_navigation_request():
            route.fulfill(status=204)  # and the page stays in front
        else:
            route.abort()

    page = browser.context.new_page()
    page.route("**/*", answer)
    try:
        page.goto(url, wait_until="domcontentloaded", timeout=PATIENCE_MS)
        reading: dict[str, Any] = browser.control.evaluate(READ, [browser.tab_id(page), PATIENCE_MS])
        return reading
    finally:
        page.close()


def measure(browser: Chromium, entry: dict[str, str], html: str) -> Result:
    try:
        reading = read(browser, entry["url"], html, "")
    except Error:  # its scripts lead elsewhere for ever
        reading = read(browser, entry["url"], html, "script-src 'none'")
    extraction = reading["extraction"] or {"article": {"title": "", "text": ""}, "quality": "password"}
    ours = AssessmentRequest.model_validate(extraction["article"]).to_article()
    precision, recall = agreement(ours.text, entry["gold_text"])
    return Result(
        entry["id"],
        entry["domain"],
        2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        reading["milliseconds"],
        extraction["quality"],
        assess(ours),
        assess(extract(html, entry["url"])),
    )


def assess(article: Article) -> Assessment:
    return ENGINE.assess(article)


def differences(result: Result) -> str:
    """Return the signals that differ, with the points by either road."""
    pairs = zip(result.ours.signals, result.theirs.signals, strict=True)
    return ", ".join(
        f"{one.id} {one.points:+d}/{other.points:+d}" for one, other in pairs if one.points != other.points
    )


def main(folder: Path) -> int:
    results, errors = [], []
    with TemporaryDirectory() as profile, sync_playwright() as playwright:
        browser = Chromium(playwright, ROOT / "extension/dist/chrome", Path(profile))
        browser.allow_all_sites(True)
        browser.control.on("pageerror", lambda error: errors.append(f"uncaught: {error}"))
        for entry, html in pages(folder):
            try:
                results.append(measure(browser, entry, html))
            except Exception as error:  # noqa: BLE001 - the point of the run is to find these
                errors.append(f"{entry['id'][:12]} {entry['domain']}: {error}")
            print(end=".", flush=True)
        print()
        browser.close()
    refused = [result.domain for result in results if result.quality == "password"]
    f1 = mean(result.f1 for result in results)
    times = [result.milliseconds for result in results]
    usual, slow = median(times), quantiles(times, n=20)[-1]
    both = [result for result in results if result.both]
    same = [result for result in both if result.ours.level == result.theirs.level]
    print(f"{len(results)} pages read, {len(errors)} errors")
    f1_read = mean(result.f1 for result in results if result.domain not in refused)
    print(f"token F1 {f1:.4f} (floor {MEAN_F1}); {f1_read:.4f} without the pages below")
    print(f"not read because of a password field: {', '.join(refused) or 'none'}")
    print(f"reading: median {usual:.0f} ms (limit {MEDIAN_MS:.0f}), 95 % within {slow:.0f} ms")
    print("quality:", dict(Counter(result.quality for result in results)))
    print(
        f"same level by either road: {len(same)} of {len(both)} that both scored, {len(same) / len(both):.1%}"
    )
    for result in both:
        if result not in same:
            levels = f"{result.ours.level} {result.ours.score} / {result.theirs.level} {result.theirs.score}"
            print(f"  {result.id[:12]} {result.domain}: {levels}; {differences(result)}")
    print("scored by one road only:")
    for result in results:
        if (result.ours.score is None) != (result.theirs.score is None):
            reasons = result.ours.unscored_reason, result.theirs.unscored_reason
            print(
                f"  {result.id[:12]} {result.domain}: {result.ours.score} / {result.theirs.score} {reasons}"
            )
    print("lowest F1:", ", ".join(f"{r.f1:.3f} {r.domain}" for r in sorted(results, key=lambda r: r.f1)[:8]))
    for error in errors:
        print(error)
    held = f1 >= MEAN_F1 and len(same) >= SAME_LEVEL * len(both) and usual <= MEDIAN_MS
    return int(bool(errors) or not held)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
