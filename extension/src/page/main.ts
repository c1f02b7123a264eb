// The script that is put into a page when it is checked. It keeps no observers and changes nothing by itself.

import { type Extraction, extract } from "../article/extract";
import type { Evidence } from "../shared/wire";
import { show } from "./highlight";

/** What was read, or that the page asks for a password and was not. */
export interface Reading {
  readonly address: string;
  readonly extraction: Extraction | null;
  readonly milliseconds: number;
}

export interface Tools {
  read(): Reading;
  show(evidence: Evidence): boolean;
}

function read(): Reading {
  const start = performance.now();
  const address = location.href;
  const extraction = document.querySelector("input[type='password' i]") ? null : extract(document, address);
  return { address, extraction, milliseconds: performance.now() - start };
}

globalThis.touchstone ??= { read, show };
