import { harmlessName, longestPack, mostFiles, type PackFile } from './pack-file.ts';
import { PackError } from './pack-error.ts';
import { checkNames } from './write-zip.ts';
import { central, end, local, zip64Locator } from './zip-records.ts';

/** Bits 0, 6 and 13: encrypted, strongly encrypted, its directory encrypted. */
const encrypted = 0b10_0000_0100_0001;

type Entry = { name: string; size: number; start: number };

/**
 * The files of a zip as we write them; anything else throws PackError. Nothing is unfolded or copied, so
 * no zip needs more memory than its own bytes. Checksums, times and order are left to who writes it anew.
 */
export function readZip(bytes: Uint8Array): PackFile[] {
  if (bytes.length === 0) throw new PackError('empty');
  if (bytes.length > longestPack) throw new PackError('too-large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, directory, endAt } = endOf(view);
  const entries: Entry[] = [];
  let at = directory;
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, length } = entryAt(view, at, endAt, next);
    entries.push(entry);
    at += length;
    next = entry.start + entry.size;
  }
  if (at !== endAt) throw new PackError(at < endAt ? 'zip-extra-bytes' : 'zip-damaged');
  if (next !== directory) throw new PackError(next < directory ? 'zip-extra-bytes' : 'zip-damaged');
  checkNames(entries.map(({ name }) => name));
  return entries.map(({ name, start, size }) => ({
    name,
    bytes: bytes.subarray(start, start + size),
  }));
}

/** The record at the very end, which says where the directory is. */
function endOf(view: DataView): { count: number; directory: number; endAt: number } {
  const endAt = view.byteLength - end.length;
  if (endAt < 0) throw new PackError('not-a-zip');
  if (view.getUint32(endAt, true) !== end.signature)
    throw new PackError(hasEarlierEnd(view, endAt) ? 'zip-extra-bytes' : 'not-a-zip');
  const [disk, directoryDisk, here, count] = [4, 6, 8, 10].map((offset) =>
    view.getUint16(endAt + offset, true),
  ) as [number, number, number, number];
  const size = view.getUint32(endAt + 12, true);
  const directory = view.getUint32(endAt + 16, true);
  if (isZip64(view, endAt) || count === 0xffff || size === 0xffffffff || directory === 0xffffffff)
    throw new PackError('zip-64');
  if (disk !== 0 || directoryDisk !== 0 || here !== count) throw new PackError('zip-multi-disk');
  if (view.getUint16(endAt + 20, true) !== 0) throw new PackError('zip-damaged');
  if (count > mostFiles) throw new PackError('too-many-files');
  if (directory + size > endAt) throw new PackError('zip-damaged');
  if (directory + size < endAt) throw new PackError('zip-extra-bytes');
  return { count, directory, endAt };
}

/** Whether the last record stands before the end: something was appended, or it has a comment. */
function hasEarlierEnd(view: DataView, endAt: number): boolean {
  const furthest = Math.max(0, endAt - 0xffff);
  for (let at = endAt - 1; at >= furthest; at -= 1)
    if (view.getUint32(at, true) === end.signature) return true;
  return false;
}

function isZip64(view: DataView, endAt: number): boolean {
  const at = endAt - zip64Locator.length;
  return at >= 0 && view.getUint32(at, true) === zip64Locator.signature;
}

/** One entry of the directory, whose file has to begin where the one before it ended. */
function entryAt(
  view: DataView,
  at: number,
  endAt: number,
  next: number,
): { entry: Entry; length: number } {
  if (at + central.length > endAt || view.getUint32(at, true) !== central.signature)
    throw new PackError('zip-damaged');
  const nameLength = view.getUint16(at + 28, true);
  if (at + central.length + nameLength > endAt) throw new PackError('zip-damaged');
  const name = textAt(view, at + central.length, nameLength);
  const shown = harmlessName(name);
  const size = view.getUint32(at + 24, true);
  if (view.getUint16(at + 8, true) & encrypted) throw new PackError('zip-encrypted', shown);
  if (view.getUint16(at + 10, true) !== 0) throw new PackError('zip-compressed', shown);
  if (size === 0xffffffff) throw new PackError('zip-64', shown);
  if (view.getUint32(at + 20, true) !== size) throw new PackError('zip-damaged', shown);
  // Lengths of the extra field and of the comment.
  if (view.getUint32(at + 30, true) !== 0) throw new PackError('zip-extra-bytes', shown);
  if (view.getUint16(at + 34, true) !== 0) throw new PackError('zip-multi-disk', shown);
  const offset = view.getUint32(at + 42, true);
  if (offset !== next)
    throw new PackError(offset > next ? 'zip-extra-bytes' : 'zip-damaged', shown);
  const start = offset + local.length + nameLength;
  if (start + size > endAt) throw new PackError('zip-damaged', shown);
  if (
    !agrees(view, offset, at, nameLength) ||
    textAt(view, offset + local.length, nameLength) !== name
  )
    throw new PackError('zip-damaged', shown);
  return { entry: { name, size, start }, length: central.length + nameLength };
}

/** Whether a file's own header says what the directory says of it; it has no extra field either. */
function agrees(view: DataView, localAt: number, centralAt: number, nameLength: number): boolean {
  const same = [4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24].every(
    (offset) =>
      view.getUint16(localAt + offset, true) === view.getUint16(centralAt + offset + 2, true),
  );
  return (
    same &&
    view.getUint32(localAt, true) === local.signature &&
    view.getUint16(localAt + 26, true) === nameLength &&
    view.getUint16(localAt + 28, true) === 0
  );
}

/** One character a byte: any byte above ASCII makes a name odd. */
function textAt(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
