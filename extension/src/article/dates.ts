// When the article was published and changed.

import { attribute, meta, textOf } from "./dom";
import { described, type JsonObject, textValue } from "./jsonld";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = `(?<month>${MONTHS.join("|")})[a-z]*\\.?`;
const FORMS = [
  /(?<!\d)(?<year>\d{4})(?<mark>[-/.]?)(?<month>\d{2})\k<mark>(?<day>\d{2})(?!\d)/gu,
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s${MONTH},?\\s(?<year>\\d{4})\\b`, "giu"),
  new RegExp(`\\b${MONTH}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})(?!\\d)`, "giu"),
];
const PUBLISHED = [
  "article:published_time",
  "article:published",
  "datePublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.created",
  "pubdate",
  "pdate",
  "publish-date",
  "parsely-pub-date",
  "sailthru.date",
];
const MODIFIED = [
  "article:modified_time",
  "article:modified",
  "dateModified",
  "dcterms.modified",
  "og:updated_time",
];

/** The day of publication as YYYY-MM-DD; empty where the page does not state it. */
export function published(page: Document, data: JsonObject[]): string {
  return first(stated(page, data, "datePublished", PUBLISHED)) || first(times(page));
}

/** The day of the last change as YYYY-MM-DD; empty where the page does not state it. */
export function modified(page: Document, data: JsonObject[]): string {
  return first(stated(page, data, "dateModified", MODIFIED));
}

/**
 * The first day in `text` as YYYY-MM-DD; empty where there is none.
 *
 * Numbers alone are read with the year in front only: whether 4/7 is in
 * April or July can't be told.
 */
export function day(text: string): string {
  for (const form of FORMS) {
    for (const { groups } of text.matchAll(form)) {
      const found = groups && isoDay(groups.year ?? "", groups.month ?? "", groups.day ?? "");
      if (found) return found;
    }
  }
  return "";
}

function isoDay(year: string, month: string, day: string): string {
  const number = /^\d+$/u.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const text = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February would come out as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year > "0000" ? text : "";
}

function first(texts: Iterable<string>): string {
  for (const text of texts) {
    const found = day(text);
    if (found) return found;
  }
  return "";
}

function* stated(page: Document, data: JsonObject[], key: string, names: string[]): Generator<string> {
  for (const item of described(data)) yield textValue(item[key]);
  for (const name of names) yield meta(page, name);
  for (const element of [...page.querySelectorAll(`[itemprop='${key}']`)].slice(0, 5)) yield timeOf(element);
}

/** The times that stand outside menus and side columns, which announce other articles. */
function* times(page: Document): Generator<string> {
  for (const element of [...page.querySelectorAll("time")].slice(0, 20)) {
    if (!element.closest("nav, aside, footer")) yield timeOf(element);
  }
}

function timeOf(element: Element): string {
  return attribute(element, "datetime") || attribute(element, "content") || textOf(element).slice(0, 60);
}
