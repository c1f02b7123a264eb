// The service's wire format (docs/wire-format.md), as far as the extension reads and writes it.

/** A link in the article's own text. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What is shown or played in the article. */
export interface Media {
  readonly kind: "video" | "audio" | "image" | "embed";
  readonly src: string;
}

/** An article as it is sent: null is *not known*, empty is *looked, none there*. */
export interface Article {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly authors: readonly string[];
  readonly published: string;
  readonly modified: string;
  readonly lang: string | null;
  readonly publisher: Readonly<Record<string, string>>;
}

export type Level = "strong" | "mixed" | "weak" | "unscored";
export type Status = "concern" | "pass" | "unknown" | "not_applicable" | "info";

export interface Badge {
  readonly level: Level;
  readonly score: number | null;
  readonly label: string;
  readonly summary: string;
  readonly symbol: string;
}

/** A text quote selector; positions count code points of the title or text as sent. */
export interface Evidence {
  readonly target: "title" | "text";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** How often a signal fires on articles from low-credibility and from credible outlets. */
export interface TrackRecord {
  readonly low: number;
  readonly credible: number;
  readonly n: readonly [number, number];
}

export interface Signal {
  readonly id: string;
  readonly status: Status;
  readonly points: number;
  readonly title: string;
  readonly summary: string;
  readonly limits: string;
  readonly evidence: readonly Evidence[];
  readonly track_record: TrackRecord | null;
  readonly help: string;
}

/** That a list kept by others names the domain, in the list's own words. */
export interface Listing {
  readonly name: string;
  readonly domain: string;
  readonly category: string;
  readonly score: number | null;
  readonly as_of: string;
}

/** The domain's verified articles; the share is null where they are too few. */
export interface DomainRecord {
  readonly verified: number;
  readonly scored: number;
  readonly weak: number;
  readonly weak_share: number | null;
  readonly weak_interval: readonly [number, number] | null;
}

/** The moderators' decision that stands. */
export interface Decision {
  readonly label: string;
  readonly summary: string;
  readonly made: string;
  readonly role: string;
}

/** What is known of the domain; it never changes the article's score. */
export interface Source {
  readonly domain: string | null;
  readonly listed: readonly Listing[];
  readonly record: DomainRecord | null;
  readonly decision: Decision | null;
  readonly replies: number;
  /** The domain's public page, relative to the service. */
  readonly page: string | null;
}

export interface Assessment {
  readonly id: string;
  readonly ruleset: string;
  readonly cached: boolean;
  readonly badge: Badge;
  readonly unscored_reason: string | null;
  readonly base: number;
  readonly coverage: { readonly checked: number; readonly of: number };
  readonly signals: readonly Signal[];
  readonly source: Source;
}

/** How the service wants to be asked for what it may know already. */
export interface LookupRules {
  /** Bits of a content id that a prefix has at present. */
  readonly prefix_bits: number;
  readonly most_prefixes: number;
}

/** What the service knows under each prefix asked for. */
export interface LookupAnswer extends LookupRules {
  readonly assessments: Readonly<Record<string, readonly Assessment[]>>;
}
