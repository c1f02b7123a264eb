"""Firefox through Marionette, its own remote control."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any

from marionette_driver.addons import Addons
from marionette_driver.marionette import Marionette

from tests.extension.driver import HOSTS, PATIENCE, WORDS_ARE_THERE, Badge, eventually

ID = "touchstone@touchstone.example"
ARGUMENTS = ("--headless", "--marionette", "--no-remote", "--remote-allow-system-access")
UUID = "11111111-2222-3333-4444-555555555555"
# In the browser's own scope: the extension, its button, and what they are in the tab in front.
_CHROME = f"""
  const {{ExtensionParent}} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = WebExtensionPolicy.getByID("{ID}").extension;
  const button = ExtensionParent.apiManager.global.browserActionFor(extension);
  const tabTracker = ExtensionParent.apiManager.global.tabTracker;
  const {{AddonManager}} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const {{ExtensionPermissions}} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const {{ViewPopup}} = ChromeUtils.importESModule("resource:///modules/ExtensionPopups.sys.mjs");
  const {{NavigableManager}} = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
"""
# The address of the page in the tab in front, once it is all there.
_SHOWN = """
  gBrowser.selectedBrowser.webProgress.isLoadingDocument
    ? null : gBrowser.selectedBrowser.browsingContext.currentWindowGlobal?.documentURI.spec
"""
_PARENT = """
  const {ExtensionParent} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
"""
_LISTEN = (
    _PARENT
    + """
  const seen = ExtensionParent.touchstoneSeen = [];
  Services.obs.addObserver((channel) => {
    seen.push(channel.QueryInterface(Ci.nsIHttpChannel).URI.spec);
  }, "http-on-opening-request");
"""
)


class Firefox:
    """A Firefox of its own with the built extension; see :class:`tests.extension.driver.Driver`."""

    name = "firefox"

    def __init__(self, extension: Path, profile: Path) -> None:
        executable = shutil.which("firefox-esr") or shutil.which("firefox")
        assert executable, "These tests need Firefox: install the Debian package firefox-esr."
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        profile.mkdir()
        preferences = {
            "marionette.port": port,
            "extensions.webextensions.uuids": json.dumps({ID: UUID}),
            "network.dns.localDomains": ",".join(HOSTS),
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "browser.tabs.warnOnClose": False,
            "intl.accept_languages": "en",
        }
        (profile / "user.js").write_text(
            "".join(
                f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
                for name, value in preferences.items()
            )
        )
        self._output = (profile.parent / "firefox.log").open("w")
        self._process = subprocess.Popen(
            [executable, *ARGUMENTS, "--profile", str(profile)],
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )
        self._marionette = Marionette(host="127.0.0.1", port=port)
        # Marionette gives up after one minute, and leaves the sockets open with which it tried.
        eventually(lambda: _listens(port), bool)
        self._marionette.start_session(timeout=PATIENCE)
        Addons(self._marionette).install(str(extension), temp=True)
        self._allow_private()
        with self._marionette.using_context("chrome"):
            self._marionette.execute_script(_LISTEN, sandbox=None)
        self._first = self._marionette.current_window_handle

    def open(self, url: str, *, private: bool = False, loaded: bool = True) -> str:
        if private:
            window = self._marionette.open(type="window", focus=True, private=True)["handle"]
            self._marionette.switch_to_window(window)
        # Made with its address, the tab begins in the process of its page, and need not move there.
        add = f"gBrowser.addTab({json.dumps(url)}, {{triggeringPrincipal}}).linkedBrowser"
        tab: str = self._in_browser(f"NavigableManager.getIdForBrowser({add})")
        self.show(tab)
        if loaded:
            eventually(lambda: self._in_browser(_SHOWN), lambda shown: shown == url)
        else:
            eventually(lambda: self.run(tab, WORDS_ARE_THERE), bool)
        return tab

    def press(self, tab: str) -> None:
        self.show(tab)
        self._close_popup()  # where it is open, a press would only close it
        self._in_browser("button.triggerAction(window)")

    def badge(self, tab: str) -> Badge:
        self.show(tab)
        read = "button.action.getProperty(gBrowser.selectedTab, {})"
        return Badge(*(self._in_browser(read.format(json.dumps(name))) for name in ("badgeText", "title")))

    def popup(self, tab: str, *, answered: bool = True) -> str:
        self.show(tab)
        self._close_popup()
        number = self._in_browser("tabTracker.getId(gBrowser.selectedTab)")
        page = self.page(f"popup.html?tab={number}")
        if answered:
            # All that tells why it has not, should it come to that.
            look = "[document.querySelector('main')?.ariaBusy, document.body?.innerText, location.href]"
            background = "extension.backgroundState"
            eventually(
                lambda: [*self.run(page, look), self._in_browser(background)],
                lambda seen: seen[0] == "false",
            )
        return page

    def stop_background(self) -> None:
        self._in_browser("extension.terminateBackground({disableResetIdleForTest: true})")

    def page(self, name: str) -> str:
        return self.open(f"moz-extension://{UUID}/{name}")

    def run(self, tab: str, script: str) -> Any:
        self._marionette.switch_to_window(tab)
        waiting = (
            f"const done = arguments[0]; Promise.resolve({script}).then(done, (error) => done(String(error)))"
        )
        return self._marionette.execute_async_script(waiting, sandbox=None)

    def requests(self) -> list[str]:
        with self._marionette.using_context("chrome"):
            return self._marionette.execute_script(
                _PARENT + "return ExtensionParent.touchstoneSeen.splice(0)", sandbox=None
            )

    def set(self, **settings: Any) -> None:
        page = self.page("welcome.html")
        self.run(
            page,
            "browser.storage.session.clear().then(() => browser.storage.local.clear())"
            f".then(() => browser.storage.local.set({json.dumps(settings)}))",
        )
        self._marionette.close()
        self._marionette.switch_to_window(self._first)

    def allow_all_sites(self, allowed: bool) -> None:
        sites = {"origins": ["http://*/*", "https://*/*"], "permissions": [], "data_collection": []}
        change = "add" if allowed else "remove"
        self._in_browser(f'ExtensionPermissions.{change}("{ID}", {json.dumps(sites)}, extension)')

    def show(self, tab: str) -> None:
        self._marionette.switch_to_window(tab, focus=True)

    def screenshot(self, tab: str, path: str) -> None:
        self.show(tab)
        Path(path).write_bytes(base64.b64decode(self._marionette.screenshot(full=False)))

    def close_tabs(self) -> None:
        for handle in self._marionette.window_handles:
            if handle != self._first:
                self._marionette.switch_to_window(handle)
                self._marionette.close()
        self._marionette.switch_to_window(self._first)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._output.close()

    def _close_popup(self) -> None:
        self._in_browser("(ViewPopup.for(extension, window)?.closePopup(), null)")

    def _in_browser(self, expression: str) -> Any:
        with self._marionette.using_context("chrome"):
            return self._marionette.execute_async_script(
                f"{_CHROME} const done = arguments[0]; (async () => {expression})()"
                ".then((value) => done(value ?? null), (error) => done(String(error)))"
            )

    def _allow_private(self) -> None:
        """Do what a reader does on about:addons: let the extension run in private windows too."""
        private = {"permissions": ["internal:privateBrowsingAllowed"], "origins": [], "data_collection": []}
        self._in_browser(
            f'(await ExtensionPermissions.add("{ID}", {json.dumps(private)}),'
            f' await (await AddonManager.getAddonByID("{ID}")).reload(), null)'
        )


def _listens(port: int) -> bool:
    with socket.socket() as trying:
        return trying.connect_ex(("127.0.0.1", port)) == 0
