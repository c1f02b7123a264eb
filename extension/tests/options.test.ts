import { expect, test } from "vitest";
import { hostsIn } from "../src/options/hosts-in";
import { addressIn } from "../src/options/service-address";

test("sites as people write them", () => {
  const written = "www.one.example\nhttps://two.example/page?x=1, ONE.example  http://three.example:8080";
  expect(hostsIn(written)).toEqual({ hosts: ["one.example", "two.example", "three.example"], wrong: [] });
  expect(hostsIn("word http://[ two.example")).toEqual({
    hosts: ["two.example"],
    wrong: ["word", "http://["],
  });
  expect(hostsIn("")).toEqual({ hosts: [], wrong: [] });
});

test.each([
  ["https://touchstone.example.org/", "https://touchstone.example.org"],
  ["https://example.org/touchstone/", "https://example.org/touchstone"],
  [" http://127.0.0.1:8000 ", "http://127.0.0.1:8000"],
  ["http://touchstone.lan", "http://touchstone.lan"],
  ["http://touchstone.example.org", null],
  ["https://ann:secret@example.org", null],
  ["https://example.org/?key=1", null],
  ["ftp://example.org", null],
  ["example.org", null],
  ["", null],
])("the service at %s", (written, kept) => {
  expect(addressIn(written)).toBe(kept);
});
