import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { longestPack } from '@ippo/pack';
import { UsageError } from './usage-error.ts';

/**
 * A file that may be a pack; null where it is larger than any, which is seen before it is read. Throws UsageError
 * where it cannot be read or is none of the kind that ends.
 */
export function readPackFile(file: string): Uint8Array | null {
  const descriptor = opened(file);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new UsageError(`${file}: that is not a file.`);
    if (status.size > longestPack) return null;
    const bytes = new Uint8Array(status.size);
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(descriptor, bytes, read, bytes.length - read, read);
      // Cut off meanwhile: what is there is looked at.
      if (count === 0) return bytes.subarray(0, read);
      read += count;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

function opened(file: string): number {
  try {
    // Without waiting: a pipe that nobody writes to would never open.
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
