// The page's JSON-LD: every object in every block that can be read.

import { oneLine } from "./dom";

export type JsonObject = { readonly [key: string]: unknown };

// Marks that some systems put around a block.
const OPENING = /^(?:\s|<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?)+/u;
const CLOSING = /(?:\s|-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?|;)+$/u;
// Control characters that JSON forbids within strings, where many pages have them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f]/gu;
const DEEPEST = 20;
// The kinds whose author, dates and publisher are the article's. Some sites state them of the page only.
const ARTICLE = /Article$|^Report$|^BlogPosting$|^LiveBlogPosting$|^ClaimReview$/u;
const PAGE = /^(?:Medical|Item|About)?WebPage$/u;

/** All JSON objects with a type: articles, pages, then others; broken blocks are passed over. */
export function objects(page: Document): JsonObject[] {
  const found: JsonObject[] = [];
  for (const block of page.querySelectorAll("script[type^='application/ld+json' i]")) {
    collect(parsed(block.textContent ?? ""), 0, found);
  }
  const rank = (item: JsonObject) => (isArticle(item) ? 0 : is(item, PAGE) ? 1 : 2);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** The objects that speak of the article: those of articles, then those of the page. */
export function described(data: JsonObject[]): JsonObject[] {
  return data.filter((item) => isArticle(item) || is(item, PAGE));
}

/** Whether an object describes a news article, in schema.org's terms. */
export function isArticle(item: JsonObject): boolean {
  return is(item, ARTICLE);
}

/** An object's types without their vocabulary. */
export function types(item: JsonObject): string[] {
  return asList(item["@type"])
    .filter((kind) => typeof kind === "string")
    .map((kind) => kind.slice(kind.lastIndexOf("/") + 1));
}

/** `value` as a list: JSON-LD leaves out the brackets around a single one. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string, an object's text under the first of `keys`, or the first of a list of these. */
export function textValue(value: unknown, keys = ["url", "@id", "name", "@value"]): string {
  for (const item of asList(value)) {
    const texts = isObject(item) ? keys.map((key) => item[key]) : [item];
    for (const text of texts) {
      const line = typeof text === "string" ? oneLine(text) : "";
      if (line) return line;
    }
  }
  return "";
}

function is(item: JsonObject, kinds: RegExp): boolean {
  return types(item).some((kind) => kinds.test(kind));
}

function parsed(block: string): unknown {
  try {
    return JSON.parse(block.replace(OPENING, "").replace(CLOSING, "").replace(CONTROLS, " "));
  } catch {
    return null;
  }
}

function collect(value: unknown, depth: number, found: JsonObject[]): void {
  if (depth > DEEPEST) return;
  if (isObject(value) && "@type" in value) found.push(value);
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, depth + 1, found);
  }
}
