// Checking without a click, where the reader switched it on and gave the permission for it.

import { readSettings } from "../shared/settings";
import { articleOf, verdictOn } from "./tabs";

// A page that changes its address by script takes a moment to change its words.
const SETTLING = [300, 1000, 2000]; // milliseconds

/** Checks the page once it stands; `left` is the article it was on before and may still show. */
export async function onPage(tabId: number, left: string | null): Promise<void> {
  const { automatic, consent } = await readSettings();
  if (!automatic || consent === null || !(await isAllowed(tabId))) return;
  for (const [index, pause] of SETTLING.entries()) {
    await new Promise((done) => setTimeout(done, pause));
    // Who shows the same words under another address after all shows the same article.
    const unlike = index < SETTLING.length - 1 ? left : null;
    const checked = await verdictOn(tabId, { unlike });
    if (articleOf(checked) !== unlike) return;
  }
}

async function isAllowed(tabId: number): Promise<boolean> {
  const { url } = await chrome.tabs.get(tabId).catch(() => ({ url: undefined }));
  const page = url === undefined ? null : URL.parse(url);
  return page !== null && /^https?:$/u.test(page.protocol)
    ? chrome.permissions.contains({ origins: [`${page.protocol}//${page.hostname}/*`] })
    : false;
}
