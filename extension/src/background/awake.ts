// The background's life: the browser stops it when nothing has called it for a while.

const TICK = 20_000; // milliseconds: both browsers wait for 30 s

/** Waits for `work`, which a slow service may draw out beyond that. A call of the browser starts the time anew. */
export async function whileAwake<Result>(work: Promise<Result>): Promise<Result> {
  const ticking = setInterval(() => chrome.runtime.getPlatformInfo(), TICK);
  try {
    return await work;
  } finally {
    clearInterval(ticking);
  }
}
