// An assessment: the level in plain words, the sum, the signals, and the source beside them.

import type { Assessment, Signal, Status } from "../shared/wire";
import { button, el, link } from "../ui/dom";
import { symbol } from "../ui/symbols";
import type { Context } from "./context";
import { payload } from "./payload";
import { report } from "./report";
import { signalView } from "./signal-view";
import { source } from "./source";

export function result(assessment: Assessment, context: Context): HTMLElement[] {
  const { say, settings } = context;
  const explanation = `${settings.service}/assessments/${assessment.id}`;
  const copy = async () => {
    await navigator.clipboard.writeText(explanation);
    context.tell(say("copied"));
  };
  return [
    badge(assessment, context),
    ...(assessment.badge.score === null ? [] : [sum(assessment, context)]),
    ...groups(assessment, context),
    source(assessment.source, context),
    el(
      "div",
      { class: "actions" },
      link(say("explanation"), explanation),
      button(say("copy_link"), copy, "plain"),
      button(say("check_again"), () => context.check({ ask: "check", again: true }), "plain"),
    ),
    report(assessment, context),
    payload(context),
  ];
}

function badge({ badge }: Assessment, { say }: Context): HTMLElement {
  const words = el(
    "div",
    {},
    el("h2", {}, badge.label),
    badge.score !== null && el("p", {}, say("score", badge.score)),
  );
  return el(
    "section",
    { class: badge.level },
    el("div", { class: `badge ${badge.level}` }, symbol(badge.level), words),
    el("p", {}, badge.summary),
  );
}

function sum({ base, signals, badge, coverage }: Assessment, { say }: Context): HTMLElement {
  const row = (words: string, points: string) =>
    el("tr", {}, el("th", { scope: "row" }, words), el("td", {}, points));
  const total = (wanted: (points: number) => boolean) =>
    signals
      .map((signal) => signal.points)
      .filter(wanted)
      .reduce((one, other) => one + other, 0);
  return el(
    "table",
    { class: "sum" },
    el("caption", { class: "unseen" }, say("sum")),
    el(
      "tbody",
      {},
      row(say("sum_base"), String(base)),
      row(say("sum_lost"), signed(total((points) => points < 0))),
      row(say("sum_earned"), signed(total((points) => points > 0))),
    ),
    el("tfoot", {}, row(say("sum_score", coverage.checked, coverage.of), String(badge.score))),
  );
}

function groups({ signals, badge }: Assessment, context: Context): HTMLElement[] {
  const group = (status: Status, open: boolean): HTMLElement | null => {
    const members = signals.filter((signal) => signal.status === status).sort(byWeight);
    if (members.length === 0) return null;
    const views = members.map((signal) => signalView(signal, badge.score !== null, context));
    const title = context.say(`group_${status}`, members.length);
    if (open) return el("section", { class: "group" }, el("h2", {}, title), ...views);
    return el("details", { class: "group" }, el("summary", {}, title), ...views);
  };
  const shown = [group("concern", true), group("pass", true)];
  const folded = [group("info", false), group("unknown", false), group("not_applicable", false)];
  return [...shown, ...folded].filter((made) => made !== null);
}

function byWeight(one: Signal, other: Signal): number {
  return Math.abs(other.points) - Math.abs(one.points);
}

/** Points with their sign, and the minus that typesetters use. */
export function signed(points: number): string {
  if (points === 0) return "0";
  return points < 0 ? `−${-points}` : `+${points}`;
}
