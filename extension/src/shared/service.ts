// Talking to the service. Requests carry no cookies and no address of the page.

import type { Article, Assessment, LookupAnswer, LookupRules } from "./wire";

const PATIENCE = 15_000; // milliseconds

/** Nothing answers at the service's address, or not in time. */
export class UnreachableError extends Error {}

/** The service answered with a problem; the message is its own. */
export class ProblemError extends Error {}

export class Service {
  constructor(
    private readonly address: string,
    private readonly language: string,
  ) {}

  rules(): Promise<LookupRules> {
    return this.request("/v1/lookups");
  }

  lookUp(prefixes: readonly string[], bits: number): Promise<LookupAnswer> {
    return this.request("/v1/lookups", { prefixes, bits });
  }

  assess(article: Article): Promise<Assessment> {
    return this.request("/v1/assessments", article);
  }

  report(report: object): Promise<{ readonly id: string }> {
    return this.request("/v1/reports", report);
  }

  private async request<Answer>(path: string, body?: unknown): Promise<Answer> {
    const post = { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(this.address + path, {
      ...(body === undefined ? {} : post),
      headers: {
        "Accept-Language": this.language,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new UnreachableError(String(error));
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok && answer !== null) return answer as Answer;
    const detail = (answer as { detail?: unknown } | null)?.detail;
    if (typeof detail === "string") throw new ProblemError(detail);
    throw new UnreachableError(`no answer of a Touchstone service (${response.status})`);
  }
}
