/** How long and how much is asked before a reading counts as refused (design.md §4). */
export type Limits = {
  /** One call, all its attempts included. */
  callMs: number;
  attempts: number;
  /** For a region in which nothing has answered yet, in all. */
  silentRegionMs: number;
  scanMs: number;
  /** All answers of one reading together. */
  readingBytes: number;
  concurrent: number;
  concurrentPerRegion: number;
};

export const defaultLimits: Limits = {
  callMs: 10_000,
  attempts: 3,
  silentRegionMs: 4_500,
  scanMs: 600_000,
  readingBytes: 8 * 1024 * 1024,
  concurrent: 96,
  concurrentPerRegion: 8,
};
