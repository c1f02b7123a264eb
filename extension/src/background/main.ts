// The background: only events come in here, and each is handed on.

import type { Request } from "../shared/messages";
import { onPage } from "./automatic";
import { whileAwake } from "./awake";
import { follow, forget, verdictOn } from "./tabs";

chrome.runtime.onMessage.addListener((request: Request, _sender, answer) => {
  const wishes = request.ask === "send" ? { send: true } : { again: request.again === true };
  whileAwake(verdictOn(request.tabId, wishes)).then(answer, (error: unknown) => {
    console.error(error);
    answer(null);
  });
  return true;
});

chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  if (change.status === undefined && change.url === undefined) return;
  await follow(tabId, tab);
  if (change.status !== "loading") await whileAwake(onPage(tabId));
});

chrome.tabs.onRemoved.addListener((tabId) => forget(tabId));

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html") });
});
