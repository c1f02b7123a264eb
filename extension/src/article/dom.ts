// What the other modules ask of a page and of any element in it.

const SPACE = /\s+/gu;
const NOT_ALNUM = /[^\p{L}\p{N}]+/gu;
const UNSEEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);

/** Text between whose edges readers see one line before it is wrapped. */
export const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER
  FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH
  THEAD TR UL`.split(/\s+/),
);

/** `text` with every run of white space as one space, and without what JSON or databases can't hold. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD").replace(SPACE, " ").trim();
}

/** The element's text in one line, with a space wherever a line breaks; empty for null. */
export function textOf(element: Element | null): string {
  const parts: string[] = [];
  if (element) collect(element, parts);
  return oneLine(parts.join(""));
}

function collect(element: Element, parts: string[]): void {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.nodeValue ?? "");
    else if (isElement(node) && !UNSEEN.has(node.tagName)) {
      const breaks = node.tagName === "BR" || BLOCKS.has(node.tagName);
      if (breaks) parts.push(" ");
      collect(node, parts);
      if (breaks) parts.push(" ");
    }
  }
}

export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** An attribute without white space around it; empty where it is absent. */
export function attribute(element: Element | null, name: string): string {
  return element?.getAttribute(name)?.trim() ?? "";
}

/** The content of the first of the `<meta>` names or properties that has one, in one line. */
export function meta(page: Document, ...names: string[]): string {
  const found = new Map<string, string>();
  for (const tag of page.querySelectorAll("meta[content]")) {
    const content = oneLine(attribute(tag, "content"));
    if (!content) continue;
    for (const key of ["property", "name", "itemprop"]) {
      const name = attribute(tag, key).toLowerCase();
      if (name && !found.has(name)) found.set(name, content);
    }
  }
  return names.map((name) => found.get(name.toLowerCase())).find(Boolean) ?? "";
}

/** What is compared when two renderings of the same words should be equal. */
export function wordsKey(text: string): string {
  return text.replace(NOT_ALNUM, "").toLowerCase();
}

/** `href` as an absolute http(s) address; empty where it can't be one. */
export function absolute(href: string, base: string): string {
  const address = URL.parse(href.trim(), base || undefined);
  return address && /^https?:$/.test(address.protocol) && address.hostname ? address.href : "";
}
