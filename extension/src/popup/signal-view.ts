// One signal: its reason, quotations, limits and track record.

import { showInPage } from "../shared/page";
import type { Evidence, Signal, TrackRecord } from "../shared/wire";
import { button, el, link } from "../ui/dom";
import type { Context } from "./context";
import { signed } from "./result";

const SHOWN = 3; // quotations before the rest is folded away
const CONTEXT = 32; // code points of surroundings that a quotation carries

export function signalView(signal: Signal, scored: boolean, context: Context): HTMLElement {
  const { say, settings } = context;
  const weighed = scored && (signal.status === "concern" || signal.status === "pass");
  const quotes = signal.evidence.map((evidence) => quotation(evidence, context));
  const rest = quotes.slice(SHOWN);
  return el(
    "article",
    { class: `signal ${signal.status}`, "data-signal": signal.id },
    el(
      "p",
      { class: "points" },
      weighed && signed(signal.points),
      weighed && el("span", { class: "unseen" }, say("points")),
    ),
    el(
      "div",
      {},
      el("h3", {}, signal.title),
      el("p", {}, signal.summary),
      quotes.length > 0 && el("ul", { class: "quotes" }, ...quotes.slice(0, SHOWN)),
      rest.length > 0 &&
        el(
          "details",
          {},
          el("summary", {}, say("more_quotes", rest.length)),
          el("ul", { class: "quotes" }, ...rest),
        ),
      signal.track_record && el("p", { class: "soft" }, trackRecord(signal.track_record, context)),
      el(
        "details",
        {},
        el("summary", {}, say("limits"), el("span", { class: "unseen" }, `: ${signal.title}`)),
        signal.limits !== "" && el("p", {}, signal.limits),
        el("p", {}, link(say("how_read"), settings.service + signal.help)),
      ),
    ),
  );
}

function quotation(evidence: Evidence, { say, tabId, tell }: Context): HTMLElement {
  const show = button(
    say("show_in_page"),
    async () => tell((await showInPage(tabId, evidence)) ? say("shown") : say("not_found")),
    "plain",
  );
  show.setAttribute("aria-label", `${say("show_in_page")}: ${evidence.exact}`);
  const [lead, tail] = surroundings(evidence);
  return el("li", {}, el("q", {}, lead, el("mark", {}, evidence.exact), tail), " ", show);
}

/** The words around a quotation, which stop in mid-word, cut back to whole words. */
function surroundings({ prefix, suffix, start }: Evidence): [string, string] {
  const isCut = start > Array.from(prefix).length;
  const lead = isCut ? `… ${prefix.slice(prefix.indexOf(" ") + 1)}` : prefix;
  const isLong = Array.from(suffix).length === CONTEXT;
  return [lead, isLong ? `${suffix.slice(0, suffix.lastIndexOf(" "))} …` : suffix];
}

function trackRecord({ low, credible, n }: TrackRecord, { say }: Context): string {
  const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
  return say("track_record", percent(low), percent(credible), n[0], n[1]);
}
