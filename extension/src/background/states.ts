// The verdict on each tab's page, kept in memory only: the browser may stop the background at any time.

import type { Checked } from "../shared/verdict";

const key = (tabId: number) => `tab:${tabId}`;

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
