// “Disagree?”: what the reader thinks is wrong, sent to those who run the service.

import { ProblemError, Service } from "../shared/service";
import type { Assessment } from "../shared/wire";
import { languageFor } from "../shared/words";
import { el } from "../ui/dom";
import type { Context } from "./context";

const KINDS = ["wrong_level", "wrong_signal", "wrong_text", "not_an_article", "satire", "other"];
const LONGEST_NOTE = 2_000;

export function report(assessment: Assessment, { say, settings, tell }: Context): HTMLElement {
  const kind = el(
    "select",
    { id: "report-kind" },
    ...KINDS.map((name) => el("option", { value: name }, say(`report_${name}`))),
  );
  const weighed = assessment.signals.filter(
    (signal) => signal.status === "concern" || signal.status === "pass",
  );
  const signal = el(
    "select",
    { id: "report-signal" },
    ...weighed.map(({ id, title }) => el("option", { value: id }, title)),
  );
  const which = el(
    "div",
    { hidden: true },
    el("label", { for: "report-signal" }, say("report_which")),
    signal,
  );
  const note = el("textarea", { id: "report-note", rows: "3", maxlength: String(LONGEST_NOTE) });
  const form = el(
    "form",
    {},
    el("label", { for: "report-kind" }, say("report_kind")),
    kind,
    which,
    el("label", { for: "report-note" }, say("report_note")),
    note,
    el("p", { class: "soft" }, say("report_what")),
    el("button", { type: "submit", class: "main" }, say("report_send")),
  );
  kind.addEventListener("change", () => {
    which.hidden = kind.value !== "wrong_signal";
    note.required = kind.value === "other";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const service = new Service(settings.service, languageFor(settings.language));
    try {
      await service.report({
        assessment: assessment.id,
        kind: kind.value,
        signal: kind.value === "wrong_signal" ? signal.value : null,
        note: note.value.trim() || null,
      });
      form.replaceChildren(el("p", {}, say("report_thanks")));
      tell(say("report_thanks"));
    } catch (error) {
      // What was written stays in the form.
      tell(
        error instanceof ProblemError ? say("failed", error.message) : say("unreachable", settings.service),
      );
    }
  });
  return el("details", { class: "report" }, el("summary", {}, say("disagree")), form);
}
