import { expect, test } from "vitest";
import { find, PageText } from "../src/page/quote";

const TEXT =
  "The mayor said it was over. Others disagreed. The mayor said it was over, again, on Tuesday evening.";
const quote = (exact: string, prefix = "", suffix = "") => ({ exact, prefix, suffix });
const found = (text: string, wanted: Parameters<typeof find>[1]) => {
  const place = find(text, wanted);
  return place && text.slice(...place);
};

test("words that stand there once", () => {
  expect(found(TEXT, quote("Others disagreed"))).toBe("Others disagreed");
});

test("words that stand there twice are told apart by what is around them", () => {
  const first = find(TEXT, quote("The mayor said it was over", "", ". Others disagreed."));
  const second = find(TEXT, quote("The mayor said it was over", "Others disagreed. ", ", again, on Tuesday"));
  expect(first).toEqual([0, 26]);
  expect(second).toEqual([46, 72]);
});

test("words in several places, none of which fits, are not found", () => {
  expect(find(TEXT, quote("The mayor said it was over", "Zzz qqq ", "!! xxx"))).toBeNull();
});

test("other quotation marks, spaces and soft hyphens are the same words", () => {
  const root = document.createElement("div");
  root.innerHTML = "She said “it’s  re\u00adpaired”.";
  expect(found(new PageText(root).text, quote('said "it\'s repaired"'))).toBe('said "it\'s repaired"');
});

test("a few changed characters, with the same surroundings", () => {
  const changed = "Others disagreed. The mayr said it was over, again, on Tuesday evening.";
  const wanted = quote("The mayor said it was over", "Others disagreed. ", ", again, on Tuesday evening.");
  expect(found(changed, wanted)).toBe("The mayr said it was over");
});

test("changed words elsewhere are not taken for them", () => {
  const other = "A council spoke. The mayr said it was over, and left by the side door at night.";
  expect(
    find(other, quote("The mayor said it was over", "Others disagreed. ", ", again, on Tuesday")),
  ).toBeNull();
});

test("short words are found exactly or not at all", () => {
  expect(find("See the (VIDE0) here", quote("(VIDEO)", "See the ", " here"))).toBeNull();
});

test("nothing is found for nothing", () => {
  expect(find(TEXT, quote(" "))).toBeNull();
});

test("a range holds the words across elements and lines", () => {
  document.body.innerHTML =
    "<h1>Old <em>bridge</em><br>closes</h1><script>var bridge</script><p>Ann <b>Re</b>ed said: closed.</p>";
  const page = new PageText(document.body);
  expect(page.text.trim()).toBe("Old bridge closes Ann Reed said: closed.");
  const place = find(page.text, quote("bridge closes", "Old ", " Ann"));
  expect(place && page.range(...place)?.toString()).toBe("bridgecloses");
  const name = find(page.text, quote("Ann Reed"));
  expect(name && page.range(...name)?.toString()).toBe("Ann Reed");
});
