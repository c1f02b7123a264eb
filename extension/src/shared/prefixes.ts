// What is asked of the service so that it can't tell which article is read.

export const DECOYS = 3;
// However long a service wants its prefixes: 16 bits are a bucket in 65,536.
const MOST_BITS = 16;
const DIGIT = 4; // bits

/** The first `bits` bits of `id`, as hex digits with zeros for the bits that are not told. */
export function prefixOf(id: string, bits: number): string {
  const digits = Math.ceil(bits / DIGIT);
  return digits === 0
    ? ""
    : fromNumber(Number.parseInt(id.slice(0, digits), 16) >>> (digits * DIGIT - bits), bits);
}

/**
 * The article's prefix among others, in no telling order.
 *
 * The same article is always asked for in the same company: decoys that changed
 * would give away what stays. They follow from `secret`, which never leaves the device.
 */
export async function prefixesFor(
  id: string,
  bitsWanted: number,
  secret: string,
): Promise<readonly [string[], number]> {
  const bits = Math.max(0, Math.min(bitsWanted, MOST_BITS));
  const buckets = 2 ** bits;
  const own = prefixOf(id, bits);
  const prefixes = new Set([own]);
  for (let round = 0; prefixes.size < Math.min(buckets, 1 + DECOYS); round += 1) {
    prefixes.add(fromNumber((await random(`${secret} ${own} ${round}`)) % buckets, bits));
  }
  return [[...prefixes].sort(), bits];
}

function fromNumber(bucket: number, bits: number): string {
  const digits = Math.ceil(bits / DIGIT);
  return digits === 0 ? "" : (bucket << (digits * DIGIT - bits)).toString(16).padStart(digits, "0");
}

async function random(seed: string): Promise<number> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(seed));
  return new DataView(digest).getUint32(0);
}
