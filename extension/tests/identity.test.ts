import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contentId } from "../src/shared/identity";
import type { Article } from "../src/shared/wire";

// The service's tests hold it to the same ids (tests/extension/test_content_ids.py).
const VECTORS: { id: string; article: Article }[] = JSON.parse(
  readFileSync("../tests/extension/content_ids.json", "utf8"),
);

test.each(VECTORS)("$article.title", async ({ id, article }) => {
  expect(await contentId(article)).toBe(id);
});

test("there is something to compare", () => {
  expect(VECTORS.length).toBeGreaterThan(5);
});
