// Pages that are never read, decided before anything of them is.

import { isPrivateHost, isSensitiveHost, isUnder } from "./hosts";
import type { Settings } from "./settings";

export type Refusal =
  | "not_web"
  | "private_window"
  | "private_address"
  | "sensitive"
  | "excluded"
  | "password";

export interface PageInTab {
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/** Why the page is not read, or null where it may be. */
export function refusal(tab: PageInTab, settings: Settings): Refusal | null {
  if (tab.incognito && !settings.privateWindows) return "private_window";
  const url = tab.url === undefined ? null : URL.parse(tab.url);
  if (!url || !/^https?:$/u.test(url.protocol)) return "not_web";
  if (isPrivateHost(url.hostname)) return "private_address";
  if (isSensitiveHost(url.hostname)) return "sensitive";
  if (isUnder(url.hostname, settings.neverCheck)) return "excluded";
  return null;
}
