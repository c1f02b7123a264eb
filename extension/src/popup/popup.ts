// The popup: the verdict on the page in front, and what a reader can do about it.

import { ask } from "../shared/messages";
import { readSettings } from "../shared/settings";
import { languageFor, sayer } from "../shared/words";
import { byId, el, fill } from "../ui/dom";
import type { Context } from "./context";
import { verdictView } from "./verdict-view";

async function open(): Promise<void> {
  const settings = await readSettings();
  const say = await sayer(settings.language);
  const main = byId("verdict");
  fill(say, languageFor(settings.language));
  byId("options").addEventListener("click", () => chrome.runtime.openOptionsPage());

  const context: Context = {
    say,
    settings,
    tabId: await tabInFront(),
    tell: (words) => {
      byId("status").textContent = words;
    },
    check: async (request) => {
      main.setAttribute("aria-busy", "true");
      main.replaceChildren(el("p", { class: "soft" }, say("checking")));
      const checked = await ask({ tabId: context.tabId, ...request });
      main.replaceChildren(...verdictView(checked?.verdict ?? { kind: "broken" }, context));
      main.setAttribute("aria-busy", "false");
    },
  };
  await context.check({ ask: "check" });
}

/** The tab that the popup was opened on. A popup shown as a page of its own is told by its address. */
async function tabInFront(): Promise<number> {
  const told = new URLSearchParams(location.search).get("tab");
  if (told) return Number(told);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? chrome.tabs.TAB_ID_NONE;
}

open();
