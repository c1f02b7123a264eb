// From a page to a verdict, telling the service as little as will do.

import { publicAddress } from "../shared/addresses";
import { contentId } from "../shared/identity";
import { readPage } from "../shared/page";
import { prefixesFor } from "../shared/prefixes";
import { refusal } from "../shared/refusal";
import { ProblemError, Service, UnreachableError } from "../shared/service";
import { readSettings, type Settings } from "../shared/settings";
import type { Checked, Verdict } from "../shared/verdict";
import type { Article, Assessment } from "../shared/wire";
import { languageFor } from "../shared/words";
import { secret } from "./secret";

/** Checks the page in `tab`. With `send`, an article that the service does not know is sent this once. */
export async function check(tab: chrome.tabs.Tab, send = false): Promise<Checked> {
  const settings = await readSettings();
  const address = tab.url?.startsWith("http") ? publicAddress(tab.url) : "";
  const why = refusal(tab, settings);
  if (why) return { address, verdict: { kind: "refused", why } };
  if (settings.consent === null) return { address, verdict: { kind: "consent" } };

  const reading = tab.id === undefined ? null : await readPage(tab.id);
  if (!reading) return { address, verdict: { kind: "refused", why: "not_web" } };
  // The tab may have moved on since it was looked at, to a page that must not be read.
  const moved = refusal({ url: reading.address, incognito: tab.incognito }, settings);
  const seen = moved ? address : publicAddress(reading.address);
  if (moved) return { address: seen, verdict: { kind: "refused", why: moved } };
  if (!reading.extraction) return { address: seen, verdict: { kind: "refused", why: "password" } };
  const { article, quality } = reading.extraction;
  if (quality !== "article") return { address: seen, verdict: { kind: "unread", quality } };
  return { address: seen, verdict: await ask(article, settings, send) };
}

async function ask(article: Article, settings: Settings, send: boolean): Promise<Verdict> {
  const service = new Service(settings.service, languageFor(settings.language));
  try {
    const known = await lookUp(service, await contentId(article));
    if (known) return { kind: "result", assessment: known };
    if (!send && settings.consent !== "send_articles") return { kind: "not_sent" };
    return { kind: "result", assessment: await service.assess(article) };
  } catch (error) {
    if (error instanceof UnreachableError) return { kind: "unreachable" };
    if (error instanceof ProblemError) return { kind: "failed", detail: error.message };
    throw error;
  }
}

async function lookUp(service: Service, id: string): Promise<Assessment | null> {
  const rules = await service.rules();
  const [prefixes, bits] = await prefixesFor(id, rules.prefix_bits, await secret());
  const answer = await service.lookUp(prefixes, bits);
  return (
    Object.values(answer.assessments)
      .flat()
      .find((assessment) => assessment.id === id) ?? null
  );
}
