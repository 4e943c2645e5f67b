/**
 * What can be wrong with a pack. Codes never change; their sentences are `packFaultWords` of the contracts.
 * Those of the first three lines keep it from being read at all.
 */
export const packFaults = [
  ...(['empty', 'too-large', 'too-many-files', 'not-a-zip', 'zip-damaged'] as const),
  ...(['zip-multi-disk', 'zip-64', 'zip-encrypted', 'zip-compressed'] as const),
  ...(['zip-extra-bytes', 'name-odd', 'name-twice'] as const),
  ...(['not-canonical', 'sums-missing', 'sums-malformed'] as const),
  ...(['file-altered', 'file-missing', 'file-not-listed'] as const),
  ...(['signature-missing', 'signature-malformed', 'signature-wrong'] as const),
  ...(['key-missing', 'key-unreadable', 'key-not-trusted'] as const),
] as const;
export type PackFaultCode = (typeof packFaults)[number];

/** One thing that is wrong, and in which file; of a name that no file may have, its harmless characters. */
export type PackFault = { code: PackFaultCode; file: string | null };

/** Bytes that are no pack, or files that cannot become one. */
export class PackError extends Error {
  readonly code: PackFaultCode;
  readonly file: string | null;

  constructor(code: PackFaultCode, file: string | null = null) {
    super(file === null ? code : `${code}: ${file}`);
    this.name = 'PackError';
    this.code = code;
    this.file = file;
  }
}
