"""Chromium through Playwright; the button is pressed through the browser's own protocol."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Error, Page, Playwright

from tests.extension.driver import HOSTS, PATIENCE, Badge, eventually

ID = "iomdoiddfnfmlacaogdkdmjooicajamf"  # follows from the key in extension/build/build.mjs


class PrivateTab(NamedTuple):
    """A tab in a private window, which Playwright does not see."""

    id: int
    window: int
    url: str


class Chromium:
    """A Chromium of its own with the built extension; see :class:`tests.extension.driver.Driver`."""

    name = "chromium"

    def __init__(self, playwright: Playwright, extension: Path, profile: Path, *arguments: str) -> None:
        executable = shutil.which("chromium")
        assert executable, "These tests need Chromium: install the Debian package chromium."
        self._log = profile / "net-log.json"
        # As if the reader had said yes before: here nobody can answer the browser's own questions.
        sites = {
            "api": [],
            "explicit_host": ["http://*/*", "https://*/*"],
            "manifest_permissions": [],
            "scriptable_host": [],
        }
        granted = {"granted_permissions": sites, "runtime_granted_permissions": sites}
        allowed = {"extensions": {"settings": {ID: {"incognito": True, **granted}}}}
        preferences = profile / "profile" / "Default" / "Preferences"
        preferences.parent.mkdir(parents=True)
        # Left alone, Chromium connects ahead of time to servers that it thinks will be wanted.
        no_guessing = {"net": {"network_prediction_options": 2}}
        preferences.write_text(json.dumps({**allowed, **no_guessing}))
        self.context = playwright.chromium.launch_persistent_context(
            str(profile / "profile"),
            executable_path=executable,
            headless=True,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--enable-unsafe-extension-debugging",
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
                "--host-resolver-rules=" + ",".join(f"MAP {host} 127.0.0.1" for host in HOSTS),
                f"--log-net-log={self._log}",
                *arguments,  # of two of a kind the last one counts
            ],
        )
        assert self.context.browser
        self._browser = self.context.browser.new_browser_cdp_session()
        self._read = self._marks = 0
        self._ids: dict[Page, int] = {}
        self.control = self.context.pages[0]
        # Every page of the extension may do what its background may.
        welcome = f"chrome-extension://{ID}/welcome.html"
        self.control.goto(welcome)
        # The one that opens by itself comes to the front whenever it comes.
        seen = f"chrome.tabs.query({{}}).then((tabs) => tabs.filter((tab) => tab.url === '{welcome}').length)"
        eventually(lambda: self.control.evaluate(seen), lambda count: count == 2)

    def open(self, url: str, *, private: bool = False, loaded: bool = True) -> Page | PrivateTab:
        if private:
            assert self.control.evaluate("chrome.extension.isAllowedIncognitoAccess()")
            made = self.control.evaluate("(url) => chrome.windows.create({incognito: true, url})", url)
            tab = PrivateTab(made["tabs"][0]["id"], made["id"], url)
            state = f"chrome.tabs.get({tab.id}).then((tab) => tab.status)"
            eventually(lambda: self.control.evaluate(state), lambda status: status == "complete")
            return tab
        page = self.context.new_page()
        page.goto(url, wait_until="load" if loaded else "domcontentloaded")
        self.tab_id(page)
        return page

    def press(self, tab: Any) -> None:
        self._browser.send("Extensions.triggerAction", {"id": ID, "targetId": self._target(tab.url)})

    def badge(self, tab: Any) -> Badge:
        tab_id = self.tab_id(tab)
        text, title = self.control.evaluate(
            "(tabId) => Promise.all([chrome.action.getBadgeText({tabId}), chrome.action.getTitle({tabId})])",
            tab_id,
        )
        return Badge(text, title)

    def popup(self, tab: Any, *, answered: bool = True) -> Page:
        page = self.context.new_page()
        page.set_viewport_size({"width": 400, "height": 600})
        page.goto(f"chrome-extension://{ID}/popup.html?tab={self.tab_id(tab)}")
        if answered:
            page.wait_for_selector("main[aria-busy=false]", timeout=PATIENCE * 1000)
        return page

    def stop_background(self) -> None:
        session = self.context.new_cdp_session(self.control)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()

    def page(self, name: str) -> Page:
        page = self.context.new_page()
        page.goto(f"chrome-extension://{ID}/{name}")
        return page

    def run(self, tab: Any, script: str) -> Any:
        return tab.evaluate(script)

    def requests(self) -> list[str]:
        # Chromium writes its log by and by: what comes before this mark has been written when the mark is.
        self._marks += 1
        mark = f"http://mark-{self._marks}.invalid/"
        page = self.context.new_page()
        with suppress(Error):
            page.goto(mark)
        page.close()
        log = eventually(
            lambda: self._log.read_text(encoding="utf-8", errors="replace"), lambda log: mark in log
        )
        new, self._read = log[self._read :], len(log)
        return [url for url in re.findall(r'"url":"(https?://[^"]+)"', new) if ".invalid/" not in url]

    def set(self, **settings: Any) -> None:
        self.control.evaluate(
            "(settings) => chrome.storage.session.clear().then(() => chrome.storage.local.clear())"
            ".then(() => chrome.storage.local.set(settings))",
            settings,
        )

    def allow_all_sites(self, allowed: bool) -> None:
        if allowed:
            options = self.page("options.html")
            options.check("#automatic")
            options.click("#allow-all")
            options.wait_for_selector("#origins li")
            options.close()
        else:
            self.control.evaluate(
                "chrome.permissions.getAll().then(({origins}) => chrome.permissions.remove({origins}))"
            )

    def show(self, tab: Any) -> None:
        tab.bring_to_front()

    def screenshot(self, tab: Any, path: str) -> None:
        tab.screenshot(path=path)

    def close_tabs(self) -> None:
        for page in self.context.pages:
            if page is not self.control:
                page.close()
        self.control.evaluate(
            "chrome.windows.getAll().then((all) => Promise.all("
            "all.filter((one) => one.incognito).map((one) => chrome.windows.remove(one.id))))"
        )

    def close(self) -> None:
        self.context.close()

    def _target(self, url: str) -> str | None:
        targets = self._browser.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
        return next((target["targetId"] for target in targets if target["url"] == url), None)

    def tab_id(self, tab: Any) -> int:
        """Return the number by which the extension knows a tab; the first time the tab comes to the front."""
        if isinstance(tab, PrivateTab):
            return tab.id
        # Only then: it would close a popup that has just been opened, before that has asked for anything.
        if tab not in self._ids:
            tab.bring_to_front()
            found = self.control.evaluate("chrome.tabs.query({active: true})")
            front = [entry for entry in found if not entry["incognito"]]
            self._ids[tab] = int(front[-1]["id"])
        return self._ids[tab]
