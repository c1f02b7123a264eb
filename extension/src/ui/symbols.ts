// The levels as shapes; with colour or words missing they can still be told apart.

import type { Level } from "../shared/wire";

const SVG = "http://www.w3.org/2000/svg";
// [the shape, the sign in it]
const SHAPES: Readonly<Record<Level, readonly [string, string]>> = {
  strong: ["M24 3a21 21 0 1 0 .01 0Z", "m14.5 24.5 6.5 6.5 12.5-13.5"],
  mixed: ["M24 2 46 24 24 46 2 24Z", "M14.5 26.5c3.5-6 7-4.5 9.5-2.5s6 3.5 9.5-2.5"],
  weak: ["M24 4 46 43H2Z", "M24 17v13m0 6v.5"],
  unscored: ["M24 3.5a20.5 20.5 0 1 0 .01 0Z", "M16 24h16"],
};

export function symbol(level: Level): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("class", `symbol symbol-${level}`);
  svg.setAttribute("aria-hidden", "true");
  for (const drawing of SHAPES[level]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", drawing);
    svg.append(path);
  }
  return svg;
}
