// Which elements are media, and where each keeps its address.

import type { Media } from "../shared/wire";
import { absolute, attribute } from "./dom";

export const KINDS: Readonly<Record<string, Media["kind"]>> = {
  VIDEO: "video",
  "VIDEO-JS": "video",
  "AMP-VIDEO": "video",
  AUDIO: "audio",
  "AMP-AUDIO": "audio",
  IFRAME: "embed",
  "AMP-IFRAME": "embed",
  EMBED: "embed",
  OBJECT: "embed",
  BLOCKQUOTE: "embed",
  DIV: "embed",
  "AMP-YOUTUBE": "embed",
  "AMP-VIMEO": "embed",
  "AMP-DAILYMOTION": "embed",
  "AMP-BRIGHTCOVE": "embed",
  "AMP-JWPLAYER": "embed",
  "AMP-TWITTER": "embed",
  "AMP-FACEBOOK": "embed",
  "AMP-INSTAGRAM": "embed",
  "AMP-TIKTOK": "embed",
  "LITE-YOUTUBE": "embed",
  "LITE-VIMEO": "embed",
  IMG: "image",
  "AMP-IMG": "image",
};
export const MEDIA = Object.keys(KINDS).join(",").toLowerCase();
// Posts of social networks, and players that a script fills in.
export const POST_CLASS =
  /^(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:video|post)|reddit-embed|jwplayer|jw-video|brightcove-player)/u;
// Pages that load media late keep the address elsewhere, and in `src` a blank picture.
const ATTRIBUTES = [
  "src",
  "data-src",
  "data-lazy-src",
  "data-original",
  "data",
  "cite",
  "data-href",
  "data-instgrm-permalink",
];
const BY_NUMBER: Readonly<Record<string, readonly [string, string]>> = {
  "AMP-YOUTUBE": ["data-videoid", "https://www.youtube.com/embed/"],
  "LITE-YOUTUBE": ["videoid", "https://www.youtube.com/embed/"],
  "AMP-VIMEO": ["data-videoid", "https://player.vimeo.com/video/"],
  "LITE-VIMEO": ["videoid", "https://player.vimeo.com/video/"],
  "AMP-DAILYMOTION": ["data-videoid", "https://www.dailymotion.com/embed/video/"],
  "AMP-TWITTER": ["data-tweetid", "https://twitter.com/i/status/"],
  "AMP-INSTAGRAM": ["data-shortcode", "https://www.instagram.com/p/"],
};

/** The absolute address of what `element` shows; empty where the page does not tell. */
export function addressOf(element: Element, base: string): string {
  for (const value of values(element)) {
    const address = value && absolute(value, base);
    if (address) return address;
  }
  return "";
}

function* values(element: Element): Generator<string> {
  for (const name of ATTRIBUTES) yield attribute(element, name);
  const [name, prefix] = BY_NUMBER[element.tagName] ?? ["", ""];
  if (name && attribute(element, name)) yield prefix + attribute(element, name);
  for (const set of ["srcset", "data-srcset"]) yield attribute(element, set).split(/\s/u)[0] ?? "";
  if (KINDS[element.tagName] === "video" || KINDS[element.tagName] === "audio") {
    for (const source of [...element.querySelectorAll("source")].slice(0, 5)) {
      yield attribute(source, "src");
      yield attribute(source, "data-src");
    }
  }
  // A post's last link is its own.
  if (element.tagName === "BLOCKQUOTE")
    yield attribute([...element.querySelectorAll("a[href]")].at(-1) ?? null, "href");
}
