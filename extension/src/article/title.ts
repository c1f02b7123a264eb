// The headline as readers see it.

import { meta, textOf } from "./dom";
import { described, type JsonObject, textValue } from "./jsonld";

const WORD = /[\p{L}\p{N}_]+/gu;
const SEPARATOR = /\s+[|·•—–-]\s+|\s*[|»]\s*/gu;
// Share of a heading's words that the window's title repeats; a site's name as heading has fewer.
const SAME = 0.6;
const LONGEST_SITE_NAME = 5; // words

/**
 * The headline; empty where there is none.
 *
 * The page's own heading comes first, because it is what readers see. A
 * heading that neither structured data, social title nor the window's title
 * repeats is the site's name or a section's, and only serves in need.
 */
export function headline(page: Document, data: JsonObject[]): string {
  const site = meta(page, "og:site_name");
  const window = textOf(page.querySelector("title"));
  const social = meta(page, "og:title", "twitter:title");
  const stated =
    described(data)
      .map((item) => textValue(item.headline))
      .find(Boolean) ?? "";
  const headings = [...page.querySelectorAll("h1")].map(textOf).filter(Boolean);
  const seen = headings.find((heading) =>
    [stated, social, window].some((other) => isSame(heading, other, site)),
  );
  return seen ?? (stated || withoutSite(social, site) || withoutSite(window, site) || headings[0] || "");
}

/** Whether `title` repeats a heading, or nearly so, and not just as the site's name at its end. */
function isSame(heading: string, title: string, site: string): boolean {
  return (repeats(heading, title) && repeats(title, heading)) || repeats(heading, withoutSite(title, site));
}

function repeats(text: string, other: string): boolean {
  const words = wordsOf(text);
  return words.size > 1 && shared(words, wordsOf(other)) >= SAME * words.size;
}

function shared(words: Set<string>, others: Set<string>): number {
  return [...words].filter((word) => others.has(word)).length;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD));
}

/** `title` without “ | Site” at its end; what is cut must be the site's name, or short. */
function withoutSite(title: string, site: string): string {
  const separator = [...title.matchAll(SEPARATOR)].at(-1);
  if (!separator?.index) return title;
  const last = title.slice(separator.index + separator[0].length);
  const isName = last.toLowerCase() === site.toLowerCase() || last.split(" ").length <= LONGEST_SITE_NAME;
  return isName ? title.slice(0, separator.index) : title;
}
