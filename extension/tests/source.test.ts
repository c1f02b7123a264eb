import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { source } from "../src/popup/source";
import { DEFAULTS } from "../src/shared/settings";
import type { Source } from "../src/shared/wire";

const NOTHING: Source = {
  domain: "news.example",
  listed: [],
  record: null,
  decision: null,
  replies: 0,
  page: null,
};
const RECORD = {
  verified: 30,
  scored: 28,
  weak: 18,
  weak_share: 0.6429,
  weak_interval: [0.4583, 0.7929],
} as const;
const LISTING = {
  name: "A list",
  domain: "news.example",
  category: "rumor",
  score: 0.2,
  as_of: "2026-02-01",
};
const DECISION = {
  label: "Satire",
  summary: "It is satire.",
  made: "2026-03-03T23:59:00Z",
  role: "moderator",
};

function shown(known: Partial<Source>, language = "en"): HTMLElement {
  const words = JSON.parse(readFileSync(`_locales/${language}/messages.json`, "utf8"));
  document.documentElement.lang = language;
  const say = (key: string, ...values: (string | number)[]) =>
    words[key].message.replace(/\$(\d)/gu, (_: string, number: string) => String(values[Number(number) - 1]));
  const settings = { ...DEFAULTS, service: "https://touchstone.example" };
  return source({ ...NOTHING, ...known }, { say, settings });
}

const lines = (section: HTMLElement) => [...section.querySelectorAll("li")].map((item) => item.textContent);

test("of a source of which nothing is known nothing is made up", () => {
  expect(lines(shown({}))).toEqual([]);
  expect(shown({}).textContent).toContain("Nothing is on record about it.");
  expect(shown({}).querySelector("a")).toBeNull();
});

test("a decision has its date and role, a record its share, a list its own word", () => {
  const page = "/domains/news.example";
  const section = shown({ decision: DECISION, record: RECORD, listed: [LISTING], replies: 1, page });
  expect(lines(section)).toEqual([
    "Satire. Decided on March 3, 2026 by a moderator of the service. It is satire.",
    "Of 28 verified articles with a score, 18 (64 %) show few signs of sourcing. " +
      "If these are typical of it, that holds for 46 to 79 % of all its articles.",
    "news.example is called “rumor” in the list A list, as of February 1, 2026. Its score there: 0.2.",
    "The publisher has replied.",
  ]);
  expect(section.querySelector("a")?.href).toBe(`https://touchstone.example${page}`);
});

test("few articles are too few, and a list may say no more than a name", () => {
  const record = { ...RECORD, verified: 4, scored: 3, weak_share: null, weak_interval: null };
  const listing = { ...LISTING, category: "", score: null };
  expect(lines(shown({ record, listed: [listing] }))).toEqual([
    "4 articles verified, 3 of them with a score: too few to say anything about the domain.",
    "news.example is named in the list A list, as of February 1, 2026.",
  ]);
});

test("dates are in the reader's language", () => {
  const decision = { ...DECISION, role: "administrator" };
  expect(lines(shown({ decision }, "de"))).toEqual([
    "Satire. Am 3. März 2026 von der Verwaltung des Dienstes entschieden. It is satire.",
  ]);
});
