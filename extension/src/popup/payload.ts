// “See what would be sent”: the exact body of the request, read from the page anew.

import { readPage } from "../shared/page";
import { button, el } from "../ui/dom";
import type { Context } from "./context";

export function payload({ say, tabId }: Context): HTMLElement {
  const shown = el("div", { class: "payload" });
  const show = button(
    say("payload_show"),
    async (pressed) => {
      const article = (await readPage(tabId))?.extraction?.article;
      shown.replaceChildren(
        el("p", {}, say("payload_text")),
        el(
          "pre",
          { tabindex: "0", "aria-label": say("payload_show") },
          article ? JSON.stringify(article, null, 2) : "–",
        ),
      );
      pressed.hidden = true;
      shown.querySelector("pre")?.focus();
    },
    "plain",
  );
  return el("section", { class: "actions" }, show, shown);
}
