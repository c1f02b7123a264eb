// Pictures, recordings and players that belong to the article.

import { publicAddress } from "../shared/addresses";
import type { Media } from "../shared/wire";
import { absolute, attribute, meta } from "./dom";
import { addressOf, KINDS, MEDIA, POST_CLASS } from "./elements";
import { isArticle, type JsonObject, textValue, types } from "./jsonld";

const PLAYER_HOST = new RegExp(
  "//(?:[\\w-]+\\.)*(?:youtube(?:-nocookie)?\\.com|youtu\\.be|vimeo\\.com|dailymotion\\.com|rumble\\.com" +
    "|facebook\\.com|twitter\\.com|x\\.com|tiktok\\.com|instagram\\.com|jwplatform\\.com|jwplayer\\.com" +
    "|brightcove\\.(?:net|com)|soundcloud\\.com|spotify\\.com|documentcloud\\.org|scribd\\.com|c-span\\.org" +
    "|streamable\\.com|kaltura\\.com|megaphone\\.fm|acast\\.com|podcasts\\.apple\\.com)/",
  "iu",
);
const PLAYER_PATH = /\/(?:embed|player|iframe|video|viewer)s?(?:[/.?]|$)/iu;
// Social networks offer buttons in frames too.
const BUTTON = /\/plugins\/(?:like|share|follow|page|comments)|(?:tweet|follow)_button|\/subscribe_/iu;
const NOT_A_PICTURE =
  /(?<![a-z])(?:logos?|avatars?|icons?|favicon|sprites?|pixel|spacer|blank|gravatar)(?![a-z])|(?<!\d)1x1\.(?:gif|png)/iu;
const SMALLEST = 60; // pixels
const WIDTH = /^\d{1,5}(?=(?:\.\d+)?(?:px)?$)/u;

/**
 * The media in `place`, and the videos that the page's data states; each once.
 *
 * A player whose address only a script knows has an empty `src`.
 */
export function articleMedia(page: Document, place: Element, data: JsonObject[], base: string): Media[] {
  const found = new Map<string, Media>();
  const add = (kind: Media["kind"], address: string) => {
    const media = { kind, src: address && publicAddress(address) };
    found.set(JSON.stringify(media), media);
  };
  for (const element of place.querySelectorAll(MEDIA)) {
    const address = addressOf(element, base);
    const kind = KINDS[element.tagName];
    if (kind && counts(element, address)) add(kind, address);
  }
  for (const address of statedVideos(page, data)) add("video", absolute(address, base));
  return [...found.values()];
}

function counts(element: Element, address: string): boolean {
  switch (element.tagName) {
    case "IFRAME":
    case "AMP-IFRAME":
    case "EMBED":
    case "OBJECT":
      return (PLAYER_HOST.test(address) || PLAYER_PATH.test(address)) && !BUTTON.test(address);
    case "BLOCKQUOTE":
    case "DIV":
      return [...element.classList].some((name) => POST_CLASS.test(name));
    case "IMG":
    case "AMP-IMG": {
      const marks = [address, attribute(element, "class"), attribute(element, "alt")].join(" ");
      return address !== "" && !isSmall(element) && !NOT_A_PICTURE.test(marks);
    }
    default:
      return true;
  }
}

function isSmall(element: Element): boolean {
  return ["width", "height"].some((side) => {
    const pixels = WIDTH.exec(attribute(element, side));
    return pixels !== null && Number(pixels[0]) < SMALLEST;
  });
}

function* statedVideos(page: Document, data: JsonObject[]): Generator<string> {
  for (const item of data) {
    if (types(item).includes("VideoObject")) {
      yield textValue(item.contentUrl) || textValue(item.embedUrl) || textValue(item.url);
    } else if (isArticle(item) && typeof item.video === "string") yield item.video;
  }
  const social = meta(page, "og:video:url", "og:video:secure_url", "og:video");
  if (social) yield social;
}
