// What came of checking a page.

import type { Quality } from "../article/quality";
import type { Refusal } from "./refusal";
import type { Assessment } from "./wire";

export type Verdict =
  /** The page is of a kind that is never read. */
  | { readonly kind: "refused"; readonly why: Refusal }
  /** Nobody has said yet what may leave this device. */
  | { readonly kind: "consent" }
  /** What was read is not a whole article. */
  | { readonly kind: "unread"; readonly quality: Exclude<Quality, "article"> }
  /** The service does not know the article, and the reader did not allow to send it. */
  | { readonly kind: "not_sent" }
  | { readonly kind: "unreachable" }
  /** The service answered, but with an error. */
  | { readonly kind: "failed"; readonly detail: string }
  /** Something went wrong on this device. */
  | { readonly kind: "broken" }
  | { readonly kind: "result"; readonly assessment: Assessment };

/** A verdict and the page it is about, without what tells on the reader. */
export interface Checked {
  readonly address: string;
  readonly verdict: Verdict;
}
