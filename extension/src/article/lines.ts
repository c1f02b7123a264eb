// Lines of text as readers see them before wrapping, and where on the page they stand.

import { attribute, BLOCKS, isElement, oneLine } from "./dom";

const UNSEEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "FIGCAPTION", "BUTTON"]);
const MOST = 0.8; // of the article's lines

/** Text up to a block's edge or a `<br>`. */
export interface Line {
  readonly block: Element;
  text: string;
  readonly anchors: Element[];
}

/** The lines within `root` that hold any text, each with the links in it. */
export function linesOf(root: Element): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;

  const visit = (element: Element, block: Element, anchor: Element | null): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (line?.block !== block) {
          line = { block, text: "", anchors: [] };
          lines.push(line);
        }
        line.text += node.nodeValue ?? "";
        if (anchor && node.nodeValue?.trim() && line.anchors.at(-1) !== anchor) line.anchors.push(anchor);
      } else if (isElement(node) && !UNSEEN.has(node.tagName)) {
        const isBlock = BLOCKS.has(node.tagName);
        if (isBlock || node.tagName === "BR") line = null;
        const link = node.tagName === "A" && attribute(node, "href") ? node : anchor;
        visit(node, isBlock ? node : block, isBlock ? null : link);
        if (isBlock) line = null;
      }
    }
  };
  visit(root, root, null);
  for (const found of lines) found.text = oneLine(found.text);
  return lines.filter((found) => found.text !== "");
}

/** The innermost element that holds most of `blocks`, or its `<article>` or `<main>`. */
export function container(page: Document, blocks: Element[]): Element {
  const counts = new Map<Element, number>();
  for (const block of blocks) {
    for (let holder: Element | null = block; holder; holder = holder.parentElement) {
      counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
  }
  const wide = [...counts].filter(([, count]) => count >= MOST * blocks.length).map(([element]) => element);
  const innermost = wide.reduce<Element | null>(
    (best, next) => (best?.contains(next) === false ? best : next),
    null,
  );
  return innermost?.closest("article, main") ?? innermost ?? page.querySelector("article, main") ?? page.body;
}
