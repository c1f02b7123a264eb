// Addresses without what tells on their reader.

// Scripts that show a different article for each query, and the parameters that say which.
const SCRIPT =
  /^\/?$|\/[^/]*\.(?:php|aspx?|jsp|cfm|cgi|do|pl)$|\/(?:index|articles?|story|news|view|post|show|details?|item|watch|read|node)(?:\.html?)?\/?$/iu;
const IDENTITY =
  /^(?:id|p|v|nid|aid|art|artid|article|story|news|post|page|content|item|doc|(?:article|story|news|post|page|content|item|doc)_?id)$/iu;
const SHORT_VALUE = /^[\w-]{1,40}$/u;

/**
 * `address` without user, password, fragment and query.
 *
 * The query stays only where it is the article's identity: the path names a
 * script and no article, the parameter's name says that it is a number or
 * key of an article, and its value is a short word. docs/privacy.md tells
 * readers this rule.
 */
export function publicAddress(address: string): string {
  const url = new URL(address);
  const kept = SCRIPT.test(url.pathname)
    ? [...url.searchParams].filter(([name, value]) => IDENTITY.test(name) && SHORT_VALUE.test(value))
    : [];
  url.username = "";
  url.password = "";
  url.hash = "";
  url.search = new URLSearchParams(kept).toString();
  return url.href;
}
