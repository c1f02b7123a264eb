// The page as readers see it → an article in the wire format.

import { publicAddress } from "../shared/addresses";
import type { Article } from "../shared/wire";
import { authors } from "./authors";
import { body, copyOf } from "./body";
import { modified, published } from "./dates";
import { objects } from "./jsonld";
import { articleLinks } from "./links";
import { articleMedia } from "./media";
import { language, publisher } from "./publisher";
import { type Quality, quality } from "./quality";
import { headline } from "./title";

/** What was read, and whether that is an article worth sending. */
export interface Extraction {
  readonly article: Article;
  readonly quality: Quality;
}

/** Reads the page without changing it. */
export function extract(shown: Document, address: string): Extraction {
  const page = copyOf(shown);
  const base = shown.baseURI;
  const data = objects(page);
  const title = headline(page, data);
  const found = body(page, title);
  const lines = found ? [...found.lines] : [];
  const text = lines.map((line) => line.text).join("\n\n");
  const article: Article = {
    url: publicAddress(address),
    title,
    text,
    links: articleLinks(lines, base),
    media: found ? articleMedia(page, found.place, data, base) : [],
    authors: authors(page, data),
    published: published(page, data),
    modified: modified(page, data),
    lang: language(page),
    publisher: publisher(data, base),
  };
  return { article, quality: quality(page, article, data) };
}
