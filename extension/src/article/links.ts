// Links that stand in the article's own text, and not in the frame around it.

import { publicAddress } from "../shared/addresses";
import type { Link } from "../shared/wire";
import { absolute, attribute, textOf } from "./dom";
import type { Line } from "./lines";

/** The links in `lines`, each once, in the order of the page. */
export function articleLinks(lines: Line[], base: string): Link[] {
  const found = new Map<string, Link>();
  for (const anchor of lines.flatMap((line) => line.anchors)) {
    const href = absolute(attribute(anchor, "href"), base);
    if (!href) continue;
    const link = { href: publicAddress(href), text: textOf(anchor) };
    found.set(JSON.stringify(link), link);
  }
  return [...found.values()];
}
