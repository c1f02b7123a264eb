// What every part of the popup needs.

import type { Request } from "../shared/messages";
import type { Settings } from "../shared/settings";
import type { Say } from "../shared/words";

type WithoutTab<Kind> = Kind extends unknown ? Omit<Kind, "tabId"> : never;

export interface Context {
  readonly say: Say;
  readonly settings: Settings;
  readonly tabId: number;
  /** Shows a line at the bottom, which screen readers read out. */
  readonly tell: (words: string) => void;
  /** Asks the background and shows what it answers. */
  readonly check: (request: WithoutTab<Request>) => Promise<void>;
}
