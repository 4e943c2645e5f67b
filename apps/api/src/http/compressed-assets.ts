import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const zip = promisify(gzip);
const compressible = /^\/[\w-][\w.-]*\.(js|css|svg|json)$/;

/** Serves hashed files compressed, each made once: their names change with their contents. */
export function compressedAssets(folder: string): RequestHandler {
  const made = new Map<string, Promise<Buffer | null>>();

  function compressed(name: string): Promise<Buffer | null> {
    const known = made.get(name);
    if (known) return known;
    const making = readFile(path.join(folder, name))
      .then((bytes) => zip(bytes, { level: 9 }))
      .catch(() => null);
    made.set(name, making);
    // A missing name must neither fill the memory nor stay missing.
    void making.then((bytes) => bytes === null && made.delete(name));
    return making;
  }

  return async (request, response, next) => {
    const { method, path: name } = request;
    const asks = (method === 'GET' || method === 'HEAD') && compressible.test(name);
    if (!asks || !request.acceptsEncodings('gzip')) return next();
    const bytes = await compressed(name);
    if (bytes === null) return next();
    response
      .set({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' })
      .vary('accept-encoding')
      .type(path.extname(name))
      .send(bytes);
  };
}
