// Checking without a click, where the reader switched it on and gave the permission for it.

import { readSettings } from "../shared/settings";
import { verdictOn } from "./tabs";

const PAUSE = 300; // milliseconds, for what comes right after the page stands

/** Checks the page once it stands. */
export async function onPage(tabId: number): Promise<void> {
  const { automatic, consent } = await readSettings();
  if (!automatic || consent === null || !(await isAllowed(tabId))) return;
  await new Promise((done) => setTimeout(done, PAUSE));
  await verdictOn(tabId).catch(() => null); // the tab may be gone by now
}

async function isAllowed(tabId: number): Promise<boolean> {
  const { url } = await chrome.tabs.get(tabId).catch(() => ({ url: undefined }));
  const page = url === undefined ? null : URL.parse(url);
  return page !== null && /^https?:$/u.test(page.protocol)
    ? chrome.permissions.contains({ origins: [`${page.protocol}//${page.hostname}/*`] })
    : false;
}
