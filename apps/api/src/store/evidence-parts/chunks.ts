import { canonicalJson, sha256Hex } from '@ippo/checks';

/** Lists shorter than this stay inside their reading. */
const smallestChunkedList = 64;

/**
 * Cuts a list where an item's key says so, so that adding or changing one item touches one chunk and
 * the order stays as it came. Null where the list is short or an item has no such key.
 */
export function chunkByKey(list: readonly unknown[], key: string): unknown[][] | null {
  if (list.length < smallestChunkedList) return null;
  const chunks: unknown[][] = [];
  let chunk: unknown[] = [];
  for (const item of list) {
    const name = keyOf(item, key);
    if (name === null) return null;
    chunk.push(item);
    if (endsChunk(name)) {
      chunks.push(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** Canonical JSON and its digest. */
export function addressed(value: unknown): { digest: string; body: string } {
  const body = canonicalJson(value);
  return { digest: sha256Hex(body), body };
}

// One key in 32 ends its chunk: the first hex digit is 0 and the second below 8.
function endsChunk(name: string): boolean {
  return /^0[0-7]/.test(sha256Hex(name));
}

function keyOf(item: unknown, key: string): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const name: unknown = Reflect.get(item, key);
  return typeof name === 'string' ? name : null;
}
