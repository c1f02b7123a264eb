// The extension's own words in the reader's language.

import type { Language } from "./settings";

/** The words under `key`, with `$1`, `$2` … replaced. */
export type Say = (key: string, ...values: (string | number)[]) => string;

type Messages = Readonly<Record<string, { readonly message: string }>>;

const LANGUAGES = ["en", "de"];

/** The language tag for `chosen`: what the browser speaks, where there are words in it. */
export function languageFor(chosen: Language): string {
  const own = chrome.i18n.getUILanguage().split("-")[0] ?? "";
  return chosen === "auto" ? (LANGUAGES.includes(own) ? own : "en") : chosen;
}

/** chrome.i18n knows the browser's language only, so the files are read here. */
export async function sayer(chosen: Language): Promise<Say> {
  const response = await fetch(chrome.runtime.getURL(`_locales/${languageFor(chosen)}/messages.json`));
  const messages = (await response.json()) as Messages;
  return (key, ...values) =>
    (messages[key]?.message ?? key).replace(/\$(\d)/gu, (_, number) =>
      String(values[Number(number) - 1] ?? ""),
    );
}
