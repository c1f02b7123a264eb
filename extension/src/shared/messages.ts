// What the popup asks of the background, and what it is answered.

import type { Checked } from "./verdict";

export type Request =
  /** The verdict on the tab's page; a new one where there is none, or where `again` is set. */
  | { readonly ask: "check"; readonly tabId: number; readonly again?: boolean }
  /** Send the article this once. */
  | { readonly ask: "send"; readonly tabId: number };

export function ask(request: Request): Promise<Checked> {
  return chrome.runtime.sendMessage(request);
}
