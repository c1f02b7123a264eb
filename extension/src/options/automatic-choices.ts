// Checking by itself: on or off, and the sites that the browser lets the extension read for it.

import type { Settings } from "../shared/settings";
import type { Say } from "../shared/words";
import { button, byId, el } from "../ui/dom";
import { hostsIn } from "./hosts-in";

const ALL = ["http://*/*", "https://*/*"];

export async function automaticChoices(
  on: boolean,
  say: Say,
  keep: (changed: Partial<Settings>) => Promise<void>,
): Promise<void> {
  const box = byId<HTMLInputElement>("automatic");
  box.checked = on;
  box.onchange = async () => {
    await keep({ automatic: box.checked });
    byId("automatic-sites").hidden = !box.checked;
  };
  byId("automatic-sites").hidden = !on;

  const show = async () => {
    const { origins = [] } = await chrome.permissions.getAll();
    byId("granted").textContent = say(origins.length > 0 ? "granted" : "granted_none");
    byId("origins").replaceChildren(
      ...origins.map((origin) => {
        const withdraw = button(
          say("withdraw"),
          () => chrome.permissions.remove({ origins: [origin] }).then(show),
          "plain",
        );
        withdraw.setAttribute("aria-label", `${say("withdraw")}: ${origin}`);
        return el("li", {}, `${origin} `, withdraw);
      }),
    );
  };
  // The browser asks the reader; it wants the request within the click.
  const request = (origins: string[]) => chrome.permissions.request({ origins }).then(show);
  const site = byId<HTMLInputElement>("site");
  site.setAttribute("aria-label", say("site"));
  byId("allow-all").onclick = () => request(ALL);
  byId<HTMLFormElement>("site-form").onsubmit = (event) => {
    event.preventDefault();
    const [host] = hostsIn(site.value).hosts;
    if (host) request([`*://${host}/*`, `*://*.${host}/*`]);
  };
  await show();
}
