// Reading and marking the page in a tab, through the script that is put there when it is needed.

import type { Reading, Tools } from "../page/main";
import type { Evidence } from "./wire";

// Dark on yellow, whatever the page's own colours are.
const MARK = "::highlight(touchstone) { background-color: #ffd94d; color: #211e19; }";

declare global {
  var touchstone: Tools | undefined;
}

/** Reads the tab's page, or null where the browser lets nobody read it. */
export async function readPage(tabId: number): Promise<Reading | null> {
  try {
    await prepare(tabId);
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.touchstone?.read() ?? null,
    });
    return frame?.result ?? null;
  } catch {
    return null;
  }
}

/** Scrolls to the quotation and marks it; false where the page does not hold it. */
export async function showInPage(tabId: number, evidence: Evidence): Promise<boolean> {
  try {
    await prepare(tabId);
    await chrome.scripting.insertCSS({ target: { tabId }, css: MARK });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId },
      func: (quotation: Evidence) => globalThis.touchstone?.show(quotation) ?? false,
      args: [evidence],
    });
    return frame?.result ?? false;
  } catch {
    return false;
  }
}

/** Whether the tab still shows the document that was read. */
export async function isStillThere(tabId: number): Promise<boolean> {
  try {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.touchstone !== undefined,
    });
    return frame?.result ?? false;
  } catch {
    return false;
  }
}

async function prepare(tabId: number): Promise<void> {
  await chrome.scripting.executeScript({ target: { tabId }, files: ["page.js"] });
}
