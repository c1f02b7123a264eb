// The service's address, which is tried before it is kept.

import { isPrivateHost } from "../shared/hosts";
import { Service } from "../shared/service";
import type { Settings } from "../shared/settings";
import type { Say } from "../shared/words";
import { byId } from "../ui/dom";

export function serviceAddress(
  known: string,
  say: Say,
  keep: (changed: Partial<Settings>) => Promise<void>,
): void {
  const input = byId<HTMLInputElement>("service");
  const state = byId("service-state");
  const tell = (words: string, wrong: boolean) => {
    state.textContent = words;
    state.classList.toggle("wrong", wrong);
    input.setAttribute("aria-invalid", String(wrong));
  };
  input.value = known;
  byId<HTMLFormElement>("service-form").onsubmit = async (event) => {
    event.preventDefault();
    const address = addressIn(input.value);
    if (!address) return tell(say("service_wrong"), true);
    tell(say("service_trying"), false);
    try {
      const rules = await new Service(address, "en").rules();
      if (typeof rules.prefix_bits !== "number") throw new Error("not a Touchstone service");
    } catch {
      return tell(say("service_silent", address), true);
    }
    input.value = address;
    await keep({ service: address });
    return tell(say("service_good"), false);
  };
}

/** The address without a slash at its end; null where it is none, or would send articles unencrypted. */
export function addressIn(written: string): string | null {
  const url = URL.parse(written.trim());
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password || url.search || url.hash)
    return null;
  if (url.protocol === "http:" && !isPrivateHost(url.hostname)) return null;
  return url.href.replace(/\/+$/u, "");
}
