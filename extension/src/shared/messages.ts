// What the popup asks of the background, and what it is answered.

import type { Checked } from "./verdict";

export type Request =
  /** The verdict on the tab's page; a new one where there is none, or where `again` is set. */
  | { readonly ask: "check"; readonly tabId: number; readonly again?: boolean }
  /** Send the article this once. */
  | { readonly ask: "send"; readonly tabId: number };

const TURNS = 3;

/** The background's answer. Null where it met a fault, or was stopped by the browser each time it was asked. */
export async function ask(request: Request): Promise<Checked | null> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    // Stopped before it has answered, it leaves Firefox with undefined and Chrome with an error.
    const answer = await chrome.runtime.sendMessage(request).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  return null;
}
