// What stands in and around an article without being its text: menus, captions, teasers, buttons.

import { attribute, textOf } from "./dom";
import type { Line } from "./lines";

const PARTS =
  "nav, footer, form, select, button, figcaption, [role='navigation'], [role='contentinfo'], [role='search'], [aria-hidden='true']";
const NAMED =
  /(?:^|[\s_-])(?:breadcrumbs?|captions?|credits?|newsletters?|related|recirc\w*|recommended|also-?like|share|sharing|social|promos?|adverts?|advertisement|sponsored|tags?|byline|bylines|author-?bio|comments?|slideshow|gallery|masthead|subscribe|timestamp|dateline-?time|metadata|copyright)(?:$|[\s_-])/iu;
const MOST = 0.3; // of the page's text: what holds more is not a part of the frame, whatever its name
const LONG = 100; // characters of a paragraph
const MOST_LONG = 2; // such paragraphs in a part of the frame

const SENTENCE = /[.!?…:;][”"’')\]]*$/u;
const FEWEST_WORDS = 8; // of a line that is surely prose
const OUTSIDE = 0.1; // of the text: more than this is text, though it has no sentences
const LINKED = 0.8; // of a line's characters
// Lines that systems put between paragraphs.
const FURNITURE = [
  /^(?:advertise?ments?|adverts?|loading|caption|close|share|print|photos?|videos?|tags?|comments?|more|related\b.{0,40})[.:…]*$/iu,
  /^(?:continue reading|story continues|article continues|read (?:more|next|also)|see (?:more|also)|related|recommended|don['’]t miss|you may also like|more (?:from|on|in)\b|click here|sign up|subscribe|follow us|image \d+ of)\b/iu,
  /^\(?(?:image|photo|picture|credit|photograph|file photo)s?(?: credit)?s?\s?:/iu,
  /^(?:published|updated|posted|last updated|first published)\b.{0,60}\d/iu,
  /^©/u,
];

/** Removes from `copy` what its element or class says is no text of the article. */
export function removeFrame(copy: Document): void {
  const whole = (copy.body?.textContent ?? "").length;
  for (const element of copy.body?.querySelectorAll(`${PARTS}, [class], [id]`) ?? []) {
    if (!element.isConnected || element.matches("html, body, main, article, h1")) continue;
    const named = NAMED.test(`${attribute(element, "class")} ${attribute(element, "id")}`);
    if ((named || element.matches(PARTS)) && !holdsText(element, whole)) element.remove();
  }
}

function holdsText(element: Element, whole: number): boolean {
  if ((element.textContent ?? "").length > MOST * whole) return true;
  const long = [...element.querySelectorAll("p")].filter((p) => (p.textContent ?? "").length > LONG);
  return long.length > MOST_LONG;
}

/** `lines` without teasers and labels, and without the few words before the first and after the last sentence. */
export function withoutFurniture(lines: Line[]): Line[] {
  const own = lines.filter((line) => !isFurniture(line));
  const start = own.findIndex(isProse);
  const end = own.findLastIndex((line) => SENTENCE.test(line.text) || isProse(line)) + 1;
  const most = OUTSIDE * length(own);
  const from = start > 0 && length(own.slice(0, start)) <= most ? start : 0;
  const to = length(own.slice(end)) <= most ? end : own.length;
  return own.slice(from, to);
}

function length(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

function isProse(line: Line): boolean {
  const words = line.text.split(" ").length;
  return words >= FEWEST_WORDS && SENTENCE.test(line.text);
}

function isFurniture(line: Line): boolean {
  const linked = line.anchors.reduce((sum, anchor) => sum + textOf(anchor).length, 0);
  return linked >= LINKED * line.text.length || FURNITURE.some((form) => form.test(line.text));
}
