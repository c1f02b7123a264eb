// In which language the page is, and what the publisher says of its own rules.

import { absolute, attribute, meta } from "./dom";
import { asList, isArticle, isObject, type JsonObject, textValue, types } from "./jsonld";

const POLICIES = [
  "publishingPrinciples",
  "correctionsPolicy",
  "ethicsPolicy",
  "verificationFactCheckingPolicy",
  "ownershipFundingInfo",
  "masthead",
  "unnamedSourcesPolicy",
  "noBylinesPolicy",
  "missionCoveragePrioritiesPolicy",
  "actionableFeedbackPolicy",
  "diversityPolicy",
];

/** The declared language's primary subtag in lower case, or null. */
export function language(page: Document): string | null {
  const declared = attribute(page.documentElement, "lang") || meta(page, "og:locale");
  const subtag = declared.split(/[-_]/u)[0]?.toLowerCase() ?? "";
  return /^[a-z]{2,3}$/u.test(subtag) ? subtag : null;
}

/** The publisher's name and the schema.org policies that the page's data links. */
export function publisher(data: JsonObject[], base: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const item of publishers(data)) {
    for (const policy of POLICIES) {
      const value = textValue(item[policy]);
      if (value) found[policy] ??= absolute(value, base) || value;
    }
    const name = textValue(item, ["name"]);
    if (name) found.name ??= name;
  }
  return found;
}

function* publishers(data: JsonObject[]): Generator<JsonObject> {
  for (const item of data) {
    if (!isArticle(item)) continue;
    yield Object.fromEntries(
      POLICIES.filter((policy) => policy in item).map((policy) => [policy, item[policy]]),
    );
    yield* asList(item.publisher).filter(isObject);
  }
  yield* data.filter((item) => types(item).some((kind) => /^(?:NewsMedia)?Organization$/u.test(kind)));
}
