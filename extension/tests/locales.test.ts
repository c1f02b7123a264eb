import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(`_locales/${language}/messages.json`, "utf8"));
const [en, de] = [read("en"), read("de")];
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:ts|html)$/u.test(file))
  .map((file) => readFileSync(`src/${file}`, "utf8"))
  .join("\n");
const places = (message: string) => (message.match(/\$\d/gu) ?? []).sort();

test("German has every key of English, and no other", () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test.each(Object.keys(en))("%s", (key) => {
  const [one, other] = [en[key]?.message ?? "", de[key]?.message ?? ""];
  expect(one).not.toBe("");
  expect(places(other)).toEqual(places(one));
  if (/[a-z]{4}/u.test(one) && key !== "options_title") expect(other).not.toBe(one);
});

test("every key that is asked for is there, and no key is idle", () => {
  const asked = new Set(
    [...sources.matchAll(/(?:say\(|data-say=)"([a-z]\w*)"/gu)].map(([, key]) => key ?? ""),
  );
  const composed = [...sources.matchAll(/say\(`(\w+)\$\{/gu)].map(([, stem]) => stem ?? "");
  const inManifest = [...readFileSync("manifest.json", "utf8").matchAll(/__MSG_(\w+?)__/gu)].map(
    ([, key]) => key ?? "",
  );
  const words = new Set([...asked, ...inManifest]);
  for (const key of words) expect(en, key).toHaveProperty(key);
  const idle = Object.keys(en).filter(
    (key) =>
      !words.has(key) && !composed.some((stem) => key.startsWith(stem)) && !sources.includes(`"${key}"`),
  );
  expect(idle).toEqual([]);
});
