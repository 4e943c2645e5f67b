import type { TrendPoint } from '@ippo/contracts';

const dayMs = 24 * 60 * 60 * 1_000;
/** Without a scan for longer than this, nobody knows how the line went. */
const gapDays = 10;

/** A point with its place in time. */
export type Placed = TrendPoint & { time: number };

/** Points of a range of days that ends at a time, oldest first. */
export function placed(points: readonly TrendPoint[], days: number, until: number): Placed[] {
  return points
    .map((point) => ({ ...point, time: Date.parse(point.at) }))
    .filter(({ time }) => time > until - days * dayMs && time <= until);
}

/** Runs of points that may be joined: none over a gap, and none through a point that fails a test. */
export function runs(
  points: readonly Placed[],
  fits: (point: Placed) => boolean = () => true,
): Placed[][] {
  const found: Placed[][] = [];
  let run: Placed[] = [];
  for (const point of points) {
    const last = run.at(-1);
    const joined = last && point.time - last.time <= gapDays * dayMs && fits(point);
    if (!joined && run.length > 0) {
      found.push(run);
      run = [];
    }
    if (fits(point)) run.push(point);
  }
  return run.length > 0 ? [...found, run] : found;
}

/** Where the axis is labelled, with the last point since the label before. */
export type Tick = { time: number; point: Placed | undefined };

/** So many ticks at equal distances, the last one at the end of the range. */
export function ticks(
  points: readonly Placed[],
  { days, until, count }: { days: number; until: number; count: number },
): Tick[] {
  const step = (days * dayMs) / count;
  return Array.from({ length: count }, (_, index) => {
    const time = until - (count - 1 - index) * step;
    const since = points.filter((point) => point.time > time - step && point.time <= time);
    return { time, point: since.at(-1) };
  });
}

/** A label on the line: what it says, where, and about how wide it is. */
export type Label = { x: number; width: number };

/** The row in which each label fits beside the earlier ones; null where no row is left. */
export function rowsOf(labels: readonly Label[], rows: number): (number | null)[] {
  const ends = Array.from({ length: rows }, () => -Infinity);
  return labels.map(({ x, width }) => {
    const row = ends.findIndex((end) => end < x);
    if (row < 0) return null;
    ends[row] = x + width + 8;
    return row;
  });
}
