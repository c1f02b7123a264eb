// What the popup asks of the background, and what it is answered.

import type { Checked } from "./verdict";

export type Request =
  /** The verdict on the tab's page; a new one where there is none, or where `again` is set. */
  | { readonly ask: "check"; readonly tabId: number; readonly again?: boolean }
  /** Send the article this once. */
  | { readonly ask: "send"; readonly tabId: number };

const TURNS = 3;
const PATIENCE = 60_000; // milliseconds, longer than the slowest check: three requests of 15 s, and the page's own time

/** The background's answer. Null where it met a fault, was stopped each time it was asked, or says nothing. */
export async function ask(request: Request): Promise<Checked | null> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((done) => {
    waiting = setTimeout(done, PATIENCE, null);
  });
  return Promise.race([answerTo(request), silence]).finally(() => clearTimeout(waiting));
}

async function answerTo(request: Request): Promise<Checked | null> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    // Stopped before it has answered, it leaves Firefox with undefined and Chrome with an error.
    const answer = await chrome.runtime.sendMessage(request).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  return null;
}
