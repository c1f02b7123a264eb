// Where on the page a quotation stands.

import search from "approx-string-match";
import { BLOCKS, isElement } from "../article/dom";

/** What of a quotation is needed to find it again. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** One character of the page in the form that is compared, and where it came from. */
interface Spot {
  readonly node: Text;
  readonly offset: number;
}

const UNSEEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TEXTAREA"]);
// Share of a quotation's characters that may differ; of a short one, none.
const MOST_DIFFERENT = 0.1;
const MOST_ERRORS = 8;
// How well the words around must agree where a quotation differs, or stands in several places.
const CONTEXT = 32;

/** The page's words as one string, white space as one space, with the place of each character. */
export class PageText {
  readonly text: string;
  private readonly spots: Spot[] = [];

  constructor(root: Element) {
    const parts: string[] = [];
    const space = (spot: Spot) => {
      if (parts.length > 0 && parts.at(-1) !== " ") {
        parts.push(" ");
        this.spots.push(spot);
      }
    };
    const visit = (element: Element): void => {
      for (const node of element.childNodes) {
        if (node instanceof Text) {
          for (let offset = 0; offset < node.data.length; offset += 1) {
            const spot = { node, offset };
            const char = plain(node.data[offset] ?? "");
            if (/\s/u.test(char)) space(spot);
            else if (char !== "") {
              parts.push(char);
              this.spots.push(spot);
            }
          }
        } else if (isElement(node) && !UNSEEN.has(node.tagName)) {
          const last = this.spots.at(-1);
          if (last && (node.tagName === "BR" || BLOCKS.has(node.tagName))) space(last);
          visit(node);
          const end = this.spots.at(-1);
          if (end && BLOCKS.has(node.tagName)) space(end);
        }
      }
    };
    visit(root);
    this.text = parts.join("");
  }

  /** The range of the page that holds characters `start` to `end`. */
  range(start: number, end: number): Range | null {
    const [from, to] = [this.spots[start], this.spots[end - 1]];
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return range;
  }
}

/**
 * Where `quote` stands in `text`, as start and end, or null.
 *
 * Words that stand there exactly are taken, in the place whose surroundings
 * agree best. Where the page has changed since, few characters may differ, and
 * the surroundings must agree. Rather nothing than the wrong words.
 */
export function find(text: string, quote: Quote): readonly [number, number] | null {
  const exact = normal(quote.exact).trim();
  if (!exact) return null;
  const places: [number, number][] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    places.push([at, at + exact.length]);
  }
  if (places.length === 1) return places[0] ?? null;
  const near = places.length > 0 ? places : similar(text, exact);
  const scored = near.map((place) => ({ place, score: agreement(text, place, quote) }));
  scored.sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  if (!best) return null;
  if (places.length > 0) return best.score > 0 || !next ? best.place : null;
  return best.score >= 1 / 2 ? best.place : null;
}

function similar(text: string, exact: string): [number, number][] {
  const errors = Math.min(MOST_ERRORS, Math.floor(exact.length * MOST_DIFFERENT));
  if (errors === 0) return [];
  return search(text, exact, errors).map((match) => [match.start, match.end]);
}

/** Share of the quotation's surroundings that the page has around `place` too. */
function agreement(text: string, [start, end]: readonly [number, number], quote: Quote): number {
  const prefix = normal(quote.prefix).trimEnd();
  const suffix = normal(quote.suffix).trimStart();
  const before = text.slice(Math.max(0, start - CONTEXT), start).trimEnd();
  const after = text.slice(end, end + CONTEXT).trimStart();
  const shared = commonLength(reversed(prefix), reversed(before)) + commonLength(suffix, after);
  const most = Math.min(prefix.length, CONTEXT) + Math.min(suffix.length, CONTEXT);
  return most === 0 ? 1 : shared / most;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function normal(text: string): string {
  return Array.from(text, plain).join("").replace(/\s+/gu, " ");
}

/** One spelling for characters that readers take for the same; nothing for those they don't see. */
function plain(char: string): string {
  if (/[\u00ad\u200b\u2060\ufeff]/u.test(char)) return "";
  if (/[‘’‚]/u.test(char)) return "'";
  return /[“”„]/u.test(char) ? '"' : char;
}
