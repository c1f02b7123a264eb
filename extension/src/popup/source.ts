// What is known of the source, apart from the article's score.

import type { Decision, DomainRecord, Listing, Source } from "../shared/wire";
import type { Say } from "../shared/words";
import { el, link } from "../ui/dom";
import type { Context } from "./context";

export function source(known: Source, { say, settings }: Pick<Context, "say" | "settings">): HTMLElement {
  const { domain, listed, record, decision, replies, page } = known;
  const entries = [
    ...(decision ? [decided(decision, say)] : []),
    ...(record ? [el("li", {}, recorded(record, say))] : []),
    ...listed.map((listing) => el("li", {}, named(listing, say))),
    ...(replies > 0 ? [el("li", {}, say("source_replied"))] : []),
  ];
  return el(
    "section",
    { class: "source" },
    el("h2", {}, say("source", domain ?? "")),
    entries.length > 0 ? el("ul", {}, ...entries) : el("p", {}, say("source_nothing")),
    page ? el("p", {}, link(say("source_page"), settings.service + page)) : null,
    el("p", { class: "soft" }, say("source_apart")),
  );
}

function decided({ label, summary, made, role }: Decision, say: Say): HTMLElement {
  const by = say(role === "administrator" ? "source_decided_administrator" : "source_decided", day(made));
  return el("li", {}, el("strong", {}, `${label}.`), ` ${by} ${summary}`);
}

function recorded({ verified, scored, weak, weak_share, weak_interval }: DomainRecord, say: Say): string {
  if (weak_share === null || weak_interval === null) return say("source_early", verified, scored);
  const percent = (share: number) => String(Math.round(100 * share));
  return say("source_record", scored, weak, percent(weak_share), ...weak_interval.map(percent));
}

function named({ name, domain, category, score, as_of }: Listing, say: Say): string {
  const words = say(category ? "source_listed_as" : "source_listed", domain, name, day(as_of), category);
  return score === null ? words : `${words} ${say("source_list_score", score)}`;
}

/** A date in the reader's language. */
function day(iso: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(iso));
}
