// What the reader chose.

/** null: not asked yet, nothing leaves. */
export type Consent = "lookups_only" | "send_articles" | null;
export type Language = "auto" | "en" | "de";

export interface Settings {
  /** Where the service is, without a slash at its end. */
  readonly service: string;
  readonly consent: Consent;
  readonly automatic: boolean;
  /** Hosts that are not checked, nor is what is under them. */
  readonly neverCheck: readonly string[];
  readonly privateWindows: boolean;
  readonly language: Language;
}

export const DEFAULTS: Settings = {
  service: "http://127.0.0.1:8000",
  consent: null,
  automatic: false,
  neverCheck: [],
  privateWindows: false,
  language: "auto",
};

export async function readSettings(): Promise<Settings> {
  return { ...DEFAULTS, ...(await chrome.storage.local.get(Object.keys(DEFAULTS) as (keyof Settings)[])) };
}

export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(changed);
}
