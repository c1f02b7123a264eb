// The verdict on each tab's page, kept in memory only: the browser may stop the background at any time.

import { publicAddress } from "../shared/addresses";
import type { Checked } from "../shared/verdict";

const key = (tabId: number) => `tab:${tabId}`;

/** The verdict made last in the tab, which may be on a page that it has left since. */
export async function stateOf(tabId: number): Promise<Checked | null> {
  const found = await chrome.storage.session.get<Record<string, Checked>>(key(tabId));
  return found[key(tabId)] ?? null;
}

export async function keepState(tabId: number, checked: Checked): Promise<void> {
  await chrome.storage.session.set({ [key(tabId)]: checked });
}

export async function forgetState(tabId: number): Promise<void> {
  await chrome.storage.session.remove(key(tabId));
}

/** Whether the tab shows the page at `address`. */
export function isAt(tab: chrome.tabs.Tab, address: string): boolean {
  return tab.url !== undefined && /^https?:/u.test(tab.url) && publicAddress(tab.url) === address;
}
