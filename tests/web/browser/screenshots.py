"""Take the pictures of docs/images. By hand:

PYTHONPATH=. python tests/web/browser/screenshots.py docs/images
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.serving import serving

SIZE = {"width": 900, "height": 1150}


def main(folder: Path) -> None:
    executable = shutil.which("chromium")
    if not executable:
        sys.exit("Chromium is needed: install the Debian package chromium.")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        settings = {"DATABASE_URL": f"sqlite:///{place}/records.db", "WORKER": "false"}
        with serving(Path(place) / "log", **settings) as service:
            browser = playwright.chromium.launch(
                executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
            )
            for scheme in ("light", "dark"):
                take(browser, scheme, f"{service.url}/example", folder)
            browser.close()


def take(browser: Browser, scheme: str, address: str, folder: Path) -> None:
    page = browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto(address)
    path = folder / f"result-{scheme}.png"
    page.screenshot(path=path)
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
