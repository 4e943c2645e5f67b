import { promisify } from 'node:util';
import {
  brotliCompressSync,
  brotliDecompress,
  brotliDecompressSync,
  constants,
  gunzip,
  gunzipSync,
} from 'node:zlib';
import { canonicalJson } from '@ippo/checks';

/** What belongs to one scan alone, as it lies in the database: canonical JSON, Brotli. */
export function packedJson(value: unknown): Uint8Array {
  const text = Buffer.from(canonicalJson(value));
  return brotliCompressSync(text, {
    params: {
      // 10 and 11 take ten times as long for a few per cent.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

const openBrotli = promisify(brotliDecompress);
const openGzip = promisify(gunzip);

/** The value again; also what Ippo stored by gzip before. Throws where the bytes are neither. */
export function unpackedJson(bytes: Uint8Array): unknown {
  return parsed(isGzip(bytes) ? gunzipSync(bytes) : brotliDecompressSync(bytes));
}

/** The same, opened beside the thread that serves people. */
export async function unpackedJsonBeside(bytes: Uint8Array): Promise<unknown> {
  return parsed(await (isGzip(bytes) ? openGzip(bytes) : openBrotli(bytes)));
}

// A Brotli stream with a window of 22 bits never begins as gzip does (RFC 7932, 9.1; RFC 1952, 2.3.1).
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function parsed(text: Buffer): unknown {
  return JSON.parse(text.toString('utf8'));
}
