// Whether what was read is a whole article. What is not is said to be so, and is not sent.

import type { Article } from "../shared/wire";
import { asList, isArticle, isObject, type JsonObject } from "./jsonld";

export type Quality = "article" | "no_article" | "consent_notice" | "paywall" | "truncated";

// Less is a caption or a teaser. Some languages put no spaces between words.
const FEWEST_WORDS = 25;
const FEWEST_CHARACTERS = 400;
// A consent notice is short, and every twenty-fifth word of it is one of these.
const CONSENT =
  /\b(?:cookies?|consent|partners|vendors|preferences|tracking|personali[sz]ed|legitimate interest|einwilligung|datenschutz|zustimm\w+)\b/giu;
const LONGEST_NOTICE = 300; // words
const CONSENT_SHARE = 0.04;
const PAYWALL = "[class*='paywall' i], [id*='paywall' i], [data-testid*='paywall' i]";
const LONGEST_STUB = 200; // words that publishers show of what is for subscribers only
// Share of the words which the publisher says the article has. The rest may be captions and teasers.
const WHOLE = 0.5;
const BREAKS_OFF =
  /(?:\.{3}|…|\[(?:\.{3}|…)\])\s*(?:(?:continue|keep) reading|read (?:more|on)|weiterlesen|mehr lesen)?\W*$/iu;

/** What was read; a short text is looked at more closely, since a stub and a brief look alike. */
export function quality(page: Document, article: Article, data: JsonObject[]): Quality {
  const words = wordsIn(article.text);
  if (words < FEWEST_WORDS && article.text.length < FEWEST_CHARACTERS) return "no_article";
  if (words <= LONGEST_NOTICE && (article.text.match(CONSENT)?.length ?? 0) >= CONSENT_SHARE * words) {
    return "consent_notice";
  }
  const stated = statedWords(data);
  const partial = stated > 0 && words < WHOLE * stated;
  if (forSubscribers(page, data) && (partial || words < LONGEST_STUB)) return "paywall";
  if (partial || (words < LONGEST_STUB && breaksOff(article.text))) return "truncated";
  return "article";
}

/** Whether the last sentence is left open; three words and dots are a label. */
function breaksOff(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\n") + 1);
  return BREAKS_OFF.test(last) && wordsIn(last) >= 8;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** How many words the publisher's data gives the article; 0 where it does not say. */
function statedWords(data: JsonObject[]): number {
  const counts = data
    .filter(isArticle)
    .flatMap((item) => [
      Number(item.wordCount ?? 0),
      typeof item.articleBody === "string" ? wordsIn(item.articleBody.replace(/<[^>]*>/gu, " ")) : 0,
    ]);
  return Math.max(0, ...counts.filter(Number.isFinite));
}

function forSubscribers(page: Document, data: JsonObject[]): boolean {
  const parts = data.filter(isArticle).flatMap((item) => [item, ...asList(item.hasPart).filter(isObject)]);
  const stated = parts.some((part) => /^false$/iu.test(String(part.isAccessibleForFree)));
  return stated || page.querySelector(PAYWALL) !== null;
}
