// A random key of this device, from which decoys follow. It never leaves it.

const KEY = "secret";

export async function secret(): Promise<string> {
  const { [KEY]: known } = await chrome.storage.local.get<{ [KEY]?: string }>(KEY);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  await chrome.storage.local.set({ [KEY]: made });
  return made;
}
