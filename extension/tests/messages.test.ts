import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ask } from "../src/shared/messages";

const REQUEST = { ask: "check", tabId: 1 } as const;

function background(sendMessage: () => Promise<unknown>): void {
  vi.stubGlobal("chrome", { runtime: { sendMessage } });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a background that never answers is not waited for without end, and longer than a slow check", async () => {
  background(() => new Promise(() => undefined));
  const answered = vi.fn();
  ask(REQUEST).then(answered);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(answered).toHaveBeenCalledWith(null);
});

test("a background that was stopped is asked again, and nothing is left waiting", async () => {
  const checked = { address: "", verdict: { kind: "consent" } };
  const answers = [
    Promise.reject(new Error("stopped")),
    Promise.resolve(undefined),
    Promise.resolve(checked),
  ];
  background(() => answers.shift() ?? Promise.resolve(null));
  expect(await ask(REQUEST)).toBe(checked);
  expect(vi.getTimerCount()).toBe(0);
});

test("a background that is stopped each time is given up", async () => {
  const sendMessage = vi.fn(() => Promise.resolve(undefined));
  background(sendMessage);
  expect(await ask(REQUEST)).toBeNull();
  expect(sendMessage).toHaveBeenCalledTimes(3);
});
