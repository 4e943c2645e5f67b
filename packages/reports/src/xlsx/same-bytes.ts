import { unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip can tell (APPNOTE.TXT 4.4.6), in the zone of the process that writes it. */
const atNoTime = new Date(1980, 0, 1);

/** The same archive without the time at which it was written: equal sheets give equal bytes. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  const names = Object.keys(files).toSorted();
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), {
    ...{ mtime: atNoTime, level: 6 },
  });
}
