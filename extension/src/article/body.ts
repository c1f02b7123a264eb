// The article's own text, found by Readability in a copy of the page.

import { Readability } from "@mozilla/readability";
import { attribute, textOf, wordsKey } from "./dom";
import { removeFrame, withoutFurniture } from "./frame";
import { container, type Line, linesOf } from "./lines";

const NUMBER = "data-touchstone-element";
const LONGEST_TEASER = 600; // characters, fewer than the 120 words that can be scored

export interface Body {
  /** One paragraph each, in the order of the page. */
  readonly lines: readonly Line[];
  /** The innermost element of the page around most of the text. */
  readonly place: Element;
}

/** A copy of the page that may be changed, without the posts beside the one it is about. */
export function copyOf(shown: Document): Document {
  const page = shown.cloneNode(true) as Document;
  const main = [...page.querySelectorAll("h1")].map((h1) => h1.closest("article")).find(Boolean) ?? null;
  if (main && textOf(main).length >= LONGEST_TEASER) {
    for (const article of page.querySelectorAll("article")) {
      if (!article.contains(main) && !main.contains(article)) article.remove();
    }
  }
  return page;
}

/** The article in `page`, or null where there is none. */
export function body(page: Document, title: string): Body | null {
  const elements = [...page.querySelectorAll("*")];
  elements.forEach((element, index) => {
    element.setAttribute(NUMBER, String(index));
  });
  const copy = page.cloneNode(true) as Document;
  removeFrame(copy);
  const content = readable(copy);
  const lines = content ? withoutFurniture(linesOf(content)) : [];
  if (lines[0] && wordsKey(lines[0].text) === wordsKey(title)) lines.shift();
  if (lines.length === 0) return null;
  const blocks = lines.map((line) => elements[Number(attribute(line.block, NUMBER) || Number.NaN)]);
  return {
    lines,
    place: container(
      page,
      blocks.filter((block) => block !== undefined),
    ),
  };
}

function readable(copy: Document): Element | null {
  const reader = new Readability<Element>(copy, {
    serializer: (content) => content as Element,
    maxElemsToParse: 100_000,
  });
  try {
    return reader.parse()?.content ?? null;
  } catch {
    return null; // more elements than any article has
  }
}
