import { crc32 } from './crc32.ts';
import {
  byName,
  harmlessName,
  isPackName,
  mostBytes,
  mostFiles,
  type PackFile,
} from './pack-file.ts';
import { PackError } from './pack-error.ts';
import { central, end, local } from './zip-records.ts';

/** 1980-01-01 00:00, the first moment that a zip can tell, which has no time zone. */
const fixedTime = { time: 0, date: (1 << 5) | 1 } as const;
/** Version 2.0 of the format, the one that every reader knows. */
const version = 20;

/**
 * The one zip of these files, in parts: sorted by name, stored, of one time, without extra fields or comments; the
 * same bytes everywhere. The files' own bytes are among the parts, not copied. Throws PackError.
 */
export function zipParts(files: readonly PackFile[]): Uint8Array[] {
  if (files.length > mostFiles) throw new PackError('too-many-files');
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > mostBytes) throw new PackError('too-large');
  checkNames(files.map(({ name }) => name));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files.toSorted(byName)) {
    const file = { name, size: bytes.length, crc: crc32(bytes), offset };
    const head = localHeader(file);
    parts.push(head, bytes);
    directory.push(centralHeader(file));
    offset += head.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return [...parts, ...directory, endRecord({ count: files.length, size, offset })];
}

/** The whole zip as one. */
export function writeZip(files: readonly PackFile[]): Uint8Array {
  const parts = zipParts(files);
  const zip = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    zip.set(part, at);
    at += part.length;
  }
  return zip;
}

/** Throws PackError where a name is odd, or where two would be one file on some system. */
export function checkNames(names: readonly string[]): void {
  const odd = names.find((name) => !isPackName(name));
  if (odd !== undefined) throw new PackError('name-odd', harmlessName(odd));
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new PackError('name-twice', name);
    seen.add(name.toLowerCase());
  }
}

type Entry = { name: string; size: number; crc: number; offset: number };

function localHeader(entry: Entry): Uint8Array {
  const { record, view } = recordOf(local, entry.name);
  writeShared(view, 4, entry);
  return record;
}

function centralHeader(entry: Entry): Uint8Array {
  const { record, view } = recordOf(central, entry.name);
  view.setUint16(4, version, true);
  writeShared(view, 6, entry);
  view.setUint32(42, entry.offset, true);
  return record;
}

/** What both headers of a file say; no flags, method 0 (stored), no extra field. */
function writeShared(view: DataView, at: number, { name, size, crc }: Entry): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 6, fixedTime.time, true);
  view.setUint16(at + 8, fixedTime.date, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function endRecord({ count, size, offset }: { count: number; size: number; offset: number }) {
  const { record, view } = recordOf(end, '');
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return record;
}

/** A record with its signature and, behind it, a name of ASCII letters. */
function recordOf({ signature, length }: { signature: number; length: number }, name: string) {
  const record = new Uint8Array(length + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, signature, true);
  for (let at = 0; at < name.length; at += 1) record[length + at] = name.charCodeAt(at);
  return { record, view };
}
