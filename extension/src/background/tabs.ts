// One verdict a page: made when asked for, dropped when the tab moves on.

import { publicAddress } from "../shared/addresses";
import { isStillThere } from "../shared/page";
import type { Checked } from "../shared/verdict";
import { paint } from "./badge";
import { check } from "./check";
import { forgetState, keepState, stateOf } from "./states";

export interface Wishes {
  /** Check anew though there is a verdict. */
  readonly again?: boolean;
  /** Send the article if need be, though the reader allowed look-ups only. */
  readonly send?: boolean;
  /** The content id of an article that the page has left and may still show; a verdict on it is not kept. */
  readonly unlike?: string | null;
}

// Counts what happens in each tab, so that what comes late is not taken for what is there now.
const turns = new Map<number, number>();

function nextTurn(tabId: number): number {
  const turn = (turns.get(tabId) ?? 0) + 1;
  turns.set(tabId, turn);
  return turn;
}

/** The verdict on the page in front, from before where it is still the same page. */
export async function verdictOn(tabId: number, wishes: Wishes = {}): Promise<Checked> {
  const tab = await chrome.tabs.get(tabId);
  const known = await stateOf(tabId);
  if (known?.verdict.kind === "result" && !wishes.again && !wishes.send && isAt(tab, known.address))
    return known;
  const turn = nextTurn(tabId);
  const checked = await check(tab, wishes.send);
  const left = wishes.unlike && articleOf(checked) === wishes.unlike;
  if (turns.get(tabId) === turn && !left) {
    await keepState(tabId, checked);
    await paint(tabId, checked.verdict);
  }
  return checked;
}

/** Drops the verdict where the tab shows another page by now; returns the content id of the article it was on. */
export async function follow(tabId: number, tab: chrome.tabs.Tab): Promise<string | null> {
  const known = await stateOf(tabId);
  if (known && isAt(tab, known.address) && (tab.status === "loading" || (await isStillThere(tabId))))
    return null;
  nextTurn(tabId);
  await forgetState(tabId);
  if (known) await paint(tabId, null);
  return articleOf(known);
}

export async function forget(tabId: number): Promise<void> {
  turns.delete(tabId);
  await forgetState(tabId);
}

/** The content id of the article that a verdict is on, if it is on one. */
export function articleOf(checked: Checked | null): string | null {
  return checked?.verdict.kind === "result" ? checked.verdict.assessment.id : null;
}

function isAt(tab: chrome.tabs.Tab, address: string): boolean {
  return tab.url !== undefined && /^https?:/u.test(tab.url) && publicAddress(tab.url) === address;
}
