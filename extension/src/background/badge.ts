// The toolbar button: level by symbol, colour and shape; the words are in its tooltip.

import { readSettings } from "../shared/settings";
import type { Verdict } from "../shared/verdict";
import { type Say, sayer } from "../shared/words";
import { isAt, stateOf } from "./states";

type Shape = "strong" | "mixed" | "weak" | "unscored" | "unreachable" | "plain";

interface Look {
  readonly shape: Shape;
  readonly symbol: string;
  readonly color: string;
  readonly title: string;
}

// Each stands at least 4.5:1 against the white symbol on it.
const COLORS: Readonly<Record<Shape, string>> = {
  strong: "#1b6e3c",
  mixed: "#8a5a00",
  weak: "#b3261e",
  unscored: "#5f6368",
  unreachable: "#37474f",
  plain: "#5f6368",
};

/** Shows on the tab's button the verdict on the page that it shows now, if there is one. */
export async function repaint(tabId: number): Promise<void> {
  const { language } = await readSettings();
  const say = await sayer(language);
  const known = await stateOf(tabId);
  // Looked at last, so that of several at once the one that saw the newest page is the last to paint.
  const tab = await chrome.tabs.get(tabId).catch(() => null);
  if (!tab) return;
  const look = lookOf(known && isAt(tab, known.address) ? known.verdict : null, say);
  const path = { 16: `icons/${look.shape}-16.png`, 32: `icons/${look.shape}-32.png` };
  // The tab may be gone by now.
  await Promise.allSettled([
    chrome.action.setIcon({ tabId, path }),
    chrome.action.setBadgeText({ tabId, text: look.symbol }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: look.color }),
    chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    chrome.action.setTitle({ tabId, title: look.title }),
  ]);
}

function lookOf(verdict: Verdict | null, say: Say): Look {
  const look = (shape: Shape, symbol: string, title: string): Look => ({
    shape,
    symbol,
    title,
    color: COLORS[shape],
  });
  switch (verdict?.kind) {
    case "result": {
      const { level, score, label, symbol } = verdict.assessment.badge;
      const title = score === null ? label : say("badge_scored", label, score);
      return look(level, symbol, `Touchstone: ${title}`);
    }
    case "unreachable":
    case "failed":
      return look("unreachable", "×", say("badge_unreachable"));
    case "unread":
    case "not_sent":
      return look("unscored", "–", say("badge_unscored"));
    default:
      return look("plain", "", say("badge_plain"));
  }
}
