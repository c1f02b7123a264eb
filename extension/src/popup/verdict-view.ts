// Each kind of verdict in words, with what the reader can do next.

import { saveSettings } from "../shared/settings";
import type { Verdict } from "../shared/verdict";
import { button, el } from "../ui/dom";
import { symbol } from "../ui/symbols";
import type { Context } from "./context";
import { payload } from "./payload";
import { result } from "./result";

/** The elements that show `verdict`. */
export function verdictView(verdict: Verdict, context: Context): HTMLElement[] {
  const { say } = context;
  const again = button(say("check_again"), () => context.check({ ask: "check", again: true }));
  switch (verdict.kind) {
    case "result":
      return result(verdict.assessment, context);
    case "refused":
      return [notice(say("refused_title"), say(`refused_${verdict.why}`))];
    case "consent":
      return [notice(say("consent_title"), say("consent_text")), consent(context), payload(context)];
    case "unread":
      return [
        notice(say(`unread_${verdict.quality}_title`), say(`unread_${verdict.quality}`)),
        choices(again),
      ];
    case "not_sent": {
      const send = button(say("send_once"), () => context.check({ ask: "send" }), "main");
      return [notice(say("not_sent_title"), say("not_sent")), choices(send), payload(context)];
    }
    case "unreachable": {
      const retry = button(say("retry"), () => context.check({ ask: "check", again: true }), "main");
      return [notice(say("unreachable_title"), say("unreachable", context.settings.service)), choices(retry)];
    }
    case "broken":
      return [notice(say("broken_title"), say("broken")), choices(again)];
    case "failed":
      return [notice(say("failed_title"), say("failed", verdict.detail)), choices(again)];
  }
}

function notice(title: string, words: string): HTMLElement {
  return el(
    "div",
    {},
    el("div", { class: "badge unscored" }, symbol("unscored"), el("h2", {}, title)),
    el("p", {}, words),
  );
}

function choices(...buttons: HTMLElement[]): HTMLElement {
  return el("div", { class: "choices" }, ...buttons);
}

function consent({ say, check }: Context): HTMLElement {
  const choose = (kind: "send_articles" | "lookups_only") => async () => {
    await saveSettings({ consent: kind });
    await check({ ask: "check", again: true });
  };
  return choices(
    button(say("consent_send"), choose("send_articles"), "main"),
    button(say("consent_lookups"), choose("lookups_only")),
    button(
      say("consent_more"),
      () => chrome.tabs.create({ url: chrome.runtime.getURL("welcome.html") }),
      "plain",
    ),
  );
}
