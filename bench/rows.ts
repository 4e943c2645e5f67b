import type { Evidence, EvidenceReading } from '../packages/contracts/src/contracts.ts';
import { findingsPerMinute } from './judge.ts';
import {
  callsByRegion,
  collect,
  everyTwentiethThrottled,
  latencyMs,
  longestChain,
  wholeCommand,
  withMoreUsers,
} from './scan.ts';

/** One line of the table: what was measured, against which budget. */
export type Row = { what: string; measured: string; budget: string; ok: boolean };

const world = 'spotless';

/** The scan rows of design.md §12; medians of three runs where time is measured. */
export async function scanRows(): Promise<Row[]> {
  const plain = await median(() => collect(world));
  const { evidence } = plain;
  const perRegion = callsByRegion(evidence);
  const regions = [...perRegion.keys()].filter((region) => region !== 'global').length;
  const most = Math.max(...[...perRegion].map(([region, n]) => (region === 'global' ? 0 : n)));
  const total = evidence.calls.length;
  const chain = longestChain(evidence);
  const collecting = (1.5 * chain * latencyMs) / 1000 + 0.5;
  const command = await median(() => wholeCommand(world));
  const crowd = await median(() => collect(withMoreUsers(500)));
  if (usersRead(crowd.evidence) !== usersRead(evidence) + 500)
    throw new Error('the crowded account does not have 500 users more');
  const dead = await median(() => collect(world, [{ region: 'eu-west-3', act: 'hang' }]));
  const slowed = await median(() => collect(world, everyTwentiethThrottled(evidence)));
  const many = await median(() => collect('many'));
  const huge = await median(() => collect('huge'));
  const hugeCommand = await wholeCommand('huge');
  const manyRegions = [...callsByRegion(many.evidence).keys()].length - 1;
  const rate = findingsPerMinute(evidence);
  return [
    atMost('calls in the busiest region', most, 16),
    atMost(`calls in all (${regions} regions)`, total, 16 * regions + 30),
    atMost('whole command', command.seconds, 2.5, 's'),
    atMost(`collecting (longest chain ${chain} calls)`, plain.seconds, collecting, 's'),
    atMost('500 users more: calls', crowd.evidence.calls.length - total, 15),
    atMost('500 users more: time', crowd.seconds - plain.seconds, 0.5, 's'),
    atMost('one dead region adds', dead.seconds - plain.seconds, 5, 's'),
    atMost('5 % of the calls throttled once: adds', slowed.seconds - plain.seconds, 2, 's'),
    atMost(
      `many (500 users, ${manyRegions} regions): calls`,
      many.evidence.calls.length,
      16 * manyRegions + 30,
    ),
    atMost('huge (5,000 users): calls', huge.evidence.calls.length - total, 15 + 50),
    atMost('huge: event-loop lag p99', huge.lagMs, 100, 'ms'),
    atMost('huge: peak memory of the command', hugeCommand.peakMb, 350, 'MB'),
    {
      what: 'judge, one core',
      measured: `${Math.round(rate).toLocaleString('en')} findings/min`,
      budget: '≥ 1,000,000',
      ok: rate >= 1_000_000,
    },
    atMost('peak memory of the command', command.peakMb, 350, 'MB'),
  ];
}

function usersRead(evidence: Evidence): number {
  const report = evidence.readings.find(
    (reading): reading is EvidenceReading<'iam.credential-report'> =>
      reading.type === 'iam.credential-report',
  );
  return report?.readable ? report.value.rows.length : 0;
}

/** A row with a limit; seconds have two digits. */
export function atMost(what: string, value: number, limit: number, unit = ''): Row {
  const digits = unit === 's' ? 2 : 0;
  const text = (number: number) => `${number.toFixed(digits)} ${unit}`.trim();
  return { what, measured: text(value), budget: `≤ ${text(limit)}`, ok: value <= limit };
}

async function median<T extends { seconds: number }>(run: () => Promise<T>): Promise<T> {
  const runs = [await run(), await run(), await run()];
  const sorted = runs.toSorted((a, b) => a.seconds - b.seconds);
  return sorted[1] as T;
}
