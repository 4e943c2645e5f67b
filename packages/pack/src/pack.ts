/** One file of a pack: its name inside it (`report.json`, `evidence.json`), with slashes, and its bytes. */
export type PackFile = { name: string; bytes: Uint8Array };
