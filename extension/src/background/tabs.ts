// One verdict a page: made when asked for, no longer shown when the tab moves on.

import { isStillThere } from "../shared/page";
import type { Checked } from "../shared/verdict";
import { repaint } from "./badge";
import { check } from "./check";
import { forgetState, isAt, keepState, stateOf } from "./states";

export interface Wishes {
  /** Check anew though there is a verdict. */
  readonly again?: boolean;
  /** Send the article if need be, though the reader allowed look-ups only. */
  readonly send?: boolean;
}

// A page that changes its address by script takes a moment to change its words.
const SETTLING = [1000, 2000]; // milliseconds

// Counts the checks of each tab: of several at once the last one holds.
const turns = new Map<number, number>();

/** The verdict on the page in front, from before where it is still the same page. */
export async function verdictOn(tabId: number, wishes: Wishes = {}): Promise<Checked> {
  const tab = await chrome.tabs.get(tabId);
  const known = await stateOf(tabId);
  const here = known !== null && isAt(tab, known.address);
  if (here && known.verdict.kind === "result" && !wishes.again && !wishes.send) {
    await repaint(tabId);
    return known;
  }
  const turn = (turns.get(tabId) ?? 0) + 1;
  turns.set(tabId, turn);
  const left = known !== null && !here && (await isStillThere(tabId)) ? known : null;
  let checked = await check(tab, wishes.send);
  for (const pause of SETTLING) {
    if (!left || !isUnsettled(left, checked) || turns.get(tabId) !== turn) break;
    await new Promise((done) => setTimeout(done, pause));
    checked = await check(await chrome.tabs.get(tabId), wishes.send);
  }
  if (turns.get(tabId) === turn) {
    await keepState(tabId, checked);
    await repaint(tabId);
  }
  return checked;
}

/** Follows the tab to another page or document, where the verdict no longer holds. */
export async function follow(tabId: number, tab: chrome.tabs.Tab): Promise<void> {
  const known = await stateOf(tabId);
  if (!known) return;
  if (isAt(tab, known.address)) {
    if (tab.status === "loading") return; // which document it will be is not known yet
    if (!(await isStillThere(tabId))) await forgetState(tabId);
  }
  await repaint(tabId);
}

export async function forget(tabId: number): Promise<void> {
  turns.delete(tabId);
  await forgetState(tabId);
}

/** Whether the words are still those of the address that was `left`, or none yet. */
function isUnsettled({ verdict: left }: Checked, { verdict }: Checked): boolean {
  if (verdict.kind === "unread") return true;
  return left.kind === "result" && verdict.kind === "result" && left.assessment.id === verdict.assessment.id;
}
