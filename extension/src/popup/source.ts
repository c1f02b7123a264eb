// What is known of the source, apart from the article's score.

import type { Source } from "../shared/wire";
import { el } from "../ui/dom";
import type { Context } from "./context";

export function source({ domain, listed, record, decision }: Source, { say }: Context): HTMLElement {
  const entries = [...listed, ...(record ? [record] : []), ...(decision ? [decision] : [])];
  const known = entries.map((entry) => el("li", {}, Object.values(entry).map(String).join(" · ")));
  return el(
    "section",
    { class: "source" },
    el("h2", {}, say("source", domain ?? "")),
    known.length > 0 ? el("ul", {}, ...known) : el("p", {}, say("source_nothing")),
    el("p", { class: "soft" }, say("source_apart")),
  );
}
