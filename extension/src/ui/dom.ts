// Building pages out of elements: words only ever become text, never markup.

import type { Say } from "../shared/words";

type Child = Node | string | null | false;

/** An element with attributes and children; false, null and undefined leave either out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A button that does `action` when it is pressed. */
export function button(
  words: string,
  action: (button: HTMLButtonElement) => unknown,
  kind = "",
): HTMLButtonElement {
  const made = el("button", { type: "button", class: kind || undefined }, words);
  made.addEventListener("click", () => action(made));
  return made;
}

/** A link that opens in a tab of its own. */
export function link(words: string, href: string): HTMLAnchorElement {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, words);
}

/** Fills every element that has `data-say` with the words of that key, and sets the page's language. */
export function fill(say: Say, language: string): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]")) {
    element.textContent = say(element.dataset.say ?? "");
  }
}

/** The element with the id, which the page's own HTML is sure to have. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} on this page`);
  return found as Kind;
}
