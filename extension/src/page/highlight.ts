// “Show in page”: scrolls to a quotation and marks it, without changing the document's elements.

import type { Evidence } from "../shared/wire";
import { find, PageText } from "./quote";

const NAME = "touchstone";

/** Marks the quotation; false where the page does not hold it, and then nothing is marked. */
export function show(evidence: Evidence): boolean {
  CSS.highlights.delete(NAME);
  const range = rangeOf(evidence);
  if (!range) return false;
  CSS.highlights.set(NAME, new Highlight(range));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  return true;
}

/** A headline's words are looked for in headings only: menus and teasers repeat them. */
function rangeOf(evidence: Evidence): Range | null {
  const roots = evidence.target === "title" ? [...document.querySelectorAll("h1")] : [document.body];
  for (const root of roots) {
    const page = new PageText(root);
    const place = find(page.text, evidence);
    if (place) return page.range(...place);
  }
  return null;
}
