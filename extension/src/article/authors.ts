// Who wrote the article.

import { attribute, meta, oneLine, textOf } from "./dom";
import { asList, described, isObject, type JsonObject, textValue } from "./jsonld";

const BY = /^(?:(?:written|posted|story|reported) )?(?:by|von|por|par)\b:? ?/iu;
const BYLINE_CLASS = /\b(?:byline|author)/iu;
const META = [
  "author",
  "article:author",
  "og:article:author",
  "byl",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
];
const ADDRESS = /:\/\/|^www\.|\.(?:com|txt)$|@/iu;
const AROUND = /^[ ,|]+|[ ,|]+$/gu;
const LONGEST_NAME = 80; // characters
const MOST_AUTHORS = 20;

/**
 * The authors' names as the page states them, each once; none there gives an empty list.
 *
 * The first place that names anybody counts: data, then markup, then a line “By …”.
 */
export function authors(page: Document, data: JsonObject[]): string[] {
  for (const names of places(page, data)) {
    const clean = names.map((name) => oneLine(name).replace(BY, "").replace(AROUND, ""));
    const real = clean.filter((name) => name && name.length <= LONGEST_NAME && !ADDRESS.test(name));
    if (real.length > 0) return [...new Set(real)].slice(0, MOST_AUTHORS);
  }
  return [];
}

function* places(page: Document, data: JsonObject[]): Generator<string[]> {
  const withId = data.filter((item) => typeof item["@id"] === "string" && "name" in item);
  const named = new Map(withId.map((item) => [item["@id"], item]));
  for (const item of described(data)) {
    yield [...asList(item.author), ...asList(item.creator)].map((person) => nameOf(person, named));
  }
  for (const name of META) yield [meta(page, name)];
  yield marked(page);
  yield bylines(page);
}

/** A person's name; some data names a person in one place and refers to it in others. */
function nameOf(person: unknown, named: Map<unknown, JsonObject>): string {
  const known = isObject(person) && !("name" in person) ? named.get(person["@id"]) : person;
  return textValue(known, ["name"]);
}

function marked(page: Document): string[] {
  return [...page.querySelectorAll("[rel~='author'], [itemprop~='author']")]
    .slice(0, MOST_AUTHORS)
    .filter((element) => !["LINK", "META"].includes(element.tagName))
    .map((element) => textOf(element.querySelector("[itemprop='name']") ?? element));
}

function bylines(page: Document): string[] {
  return [...page.querySelectorAll("[class*='byline' i], [class*='author' i]")]
    .filter((element) => BYLINE_CLASS.test(attribute(element, "class")))
    .slice(0, 10)
    .map(textOf)
    .filter((line) => BY.test(line));
}
