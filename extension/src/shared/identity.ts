// Which articles are the same: the content id, computed as the service does (docs/wire-format.md).

import type { Article } from "./wire";

/** The SHA-256 (64 hex digits) of the article's canonical form by RFC 8785. */
export async function contentId(article: Article): Promise<string> {
  const { url, ...rest } = article;
  const bytes = new TextEncoder().encode(canonical({ ...rest, site: site(url) }));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `value` as JSON with sorted keys and nothing escaped that need not be. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

function site(address: string): string | null {
  const host = URL.parse(address)
    ?.hostname.replace(/^www\./u, "")
    .replace(/\.+$/u, "");
  return host || null;
}
