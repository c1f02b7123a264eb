import { expect, test } from "vitest";
import { DECOYS, prefixesFor, prefixOf } from "../src/shared/prefixes";

const ID = `deadbeef${"0".repeat(56)}`; // 1101 1110 1010 1101 …

test.each([
  [0, ""],
  [1, "8"],
  [2, "c"],
  [3, "c"],
  [4, "d"],
  [5, "d8"],
  [9, "de8"],
  [16, "dead"],
])("the first %i bits", (bits, prefix) => {
  expect(prefixOf(ID, bits)).toBe(prefix);
});

test("the article's prefix is among decoys, in order", async () => {
  const [prefixes, bits] = await prefixesFor(ID, 10, "secret");
  expect(bits).toBe(10);
  expect(prefixes).toContain(prefixOf(ID, 10));
  expect(prefixes).toHaveLength(1 + DECOYS);
  expect(new Set(prefixes).size).toBe(1 + DECOYS);
  expect(prefixes).toEqual([...prefixes].sort());
  for (const prefix of prefixes) expect(prefix).toMatch(/^[0-9a-f]{2}[048c]$/);
});

test("the same company each time, another on another device", async () => {
  const ask = (id: string, secret: string) =>
    prefixesFor(id, 12, secret).then(([prefixes]) => prefixes.join());
  expect(await ask(ID, "one")).toBe(await ask(ID, "one"));
  expect(await ask(ID, "one")).not.toBe(await ask(ID, "two"));
  // Articles of one bucket share their decoys too, or these would tell them apart.
  expect(await ask(`dead1${ID.slice(5)}`, "one")).toBe(await ask(ID, "one"));
});

test.each([
  [0, 1],
  [1, 2],
  [2, 4],
  [3, 4],
])("with %i bits there are no more prefixes than buckets", async (bits, count) => {
  expect((await prefixesFor(ID, bits, "secret"))[0]).toHaveLength(count);
});

test("however long a service wants its prefixes", async () => {
  const [prefixes, bits] = await prefixesFor(ID, 256, "secret");
  expect(bits).toBe(16);
  expect(prefixes).toContain("dead");
});

test("decoys spread over the buckets", async () => {
  const seen = new Set<string>();
  for (let number = 0; number < 200; number += 1) {
    for (const prefix of (await prefixesFor(ID, 4, `secret ${number}`))[0]) seen.add(prefix);
  }
  expect(seen.size).toBe(16);
});
