"""Take the pictures of docs/images. By hand: ``python tests/web/browser/screenshots.py docs/images``."""

import shutil
import sys
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).parents[3]
SIZE = {"width": 900, "height": 1150}


def main(folder: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from server.app import create_app  # noqa: PLC0415 - found only once the path is set
    from server.config import Settings  # noqa: PLC0415

    executable = shutil.which("chromium")
    if not executable:
        sys.exit("Chromium is needed: install the Debian package chromium.")
    folder.mkdir(parents=True, exist_ok=True)
    server = make_server("127.0.0.1", 0, create_app(Settings()), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        for scheme in ("light", "dark"):
            take(browser, scheme, f"http://127.0.0.1:{server.server_port}/example", folder)
        browser.close()
    server.shutdown()


def take(browser: Browser, scheme: str, address: str, folder: Path) -> None:
    page = browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto(address)
    path = folder / f"result-{scheme}.png"
    page.screenshot(path=path)
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
