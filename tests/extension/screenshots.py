"""Pictures of the extension at work, for the documentation and for looking at.

    PYTHONPATH=. python tests/extension/screenshots.py FOLDER

The popup is shown beside the page as browsers show it; its words and numbers are what the service answers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.extension.chromium import Chromium
from tests.extension.site import Site, seed_page
from tests.serving import ROOT, serving

STYLE = (
    "<style>body { font: 18px/1.5 Georgia, serif; max-width: 34rem; margin: 2rem }"
    " nav, footer { display: none }</style>"
)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with serving(folder / "service.log", DATABASE_URL=f"sqlite:///{folder}/records.db") as service:
        take(service.url, folder)


def take(address: str, folder: Path) -> None:
    pages = {"/story": seed_page(STYLE)}
    with TemporaryDirectory() as profile, Site(pages) as site, sync_playwright() as playwright:
        browser = Chromium(playwright, ROOT / "extension/dist/chrome", Path(profile))
        for language in ("en", "de"):
            browser.set(service=address, consent="send_articles", language=language, automatic=True)
            for colours in ("light", "dark"):
                tab = browser.open(site.url("/story"))
                browser.press(tab)
                popup = browser.popup(tab)
                popup.locator("[data-signal=unlinked_video] li button").first.click()
                popup.locator("#status:not(:empty)").wait_for()
                popup.evaluate("document.getElementById('status').textContent = ''; scrollTo(0, 0)")
                name = colours if language == "en" else f"{colours}-{language}"
                for page, width, height, picture in (
                    (popup, 400, 860, "popup"),
                    (browser.page("options.html"), 760, 900, "options"),
                    (browser.page("welcome.html"), 760, 700, "welcome"),
                ):
                    page.emulate_media(color_scheme=colours)
                    page.set_viewport_size({"width": width, "height": height})
                    page.screenshot(path=folder / f"{picture}-{name}.png", full_page=picture != "popup")
                tab.emulate_media(color_scheme="light")
                tab.set_viewport_size({"width": 760, "height": 600})
                browser.screenshot(tab, str(folder / f"page-{name}.png"))
                popup.screenshot(path=folder / f"popup-{name}-whole.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
