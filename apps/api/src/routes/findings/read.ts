import { DomainError } from '@ippo/contracts';
import {
  readElsewhere,
  readFindingSpans,
  readMarks,
  type ScanMark,
} from '../../store/findings/finding-history.ts';
import { exceptionFlags, flagged } from '../../store/findings/exception-flags.ts';
import { wholeFinding } from '../../store/findings/finding-instants.ts';
import { toFindingRow } from '../../store/findings/finding-pages.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.read.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { fingerprint, ...subject } = input;
  const scans = await newestScans(db, scopeOf(context), subject);
  const found = await readFindingSpans(db, scans, fingerprint);
  const newest = found?.spans[0];
  if (!found || !newest) throw new DomainError('not-found');
  const { scan, spans } = found;
  const gone = newest.closedBy !== null;
  const flagOf = await exceptionFlags(db, [scan.chain], now());
  const whole = gone ? null : await wholeFinding(db, scan, newest);
  const places = spans.flatMap((span) => [span.fromPosition, span.closedBy ?? []].flat());
  const marks = await readMarks(db, scan.chain, places);
  return {
    source: scan.source,
    finding: flagged(toFindingRow(newest, whole?.reason), flagOf, scan.chain),
    gone,
    scan: { scanId: scan.scanId, at: scan.at.toISOString() },
    evidence: whole?.evidence ?? [],
    history: spans.map((span, index) => {
      const { outcome, severity, blocked, reason } = toFindingRow(span);
      // Newest first: the one behind in the list is the one before in time.
      const before = spans[index + 1];
      const persists = before?.closedBy === span.fromPosition && before.outcome === outcome;
      return {
        ...{ outcome, severity, blocked, reason, gone: span.gone },
        from: markAt(marks, span.fromPosition),
        until: span.closedBy === null ? null : markAt(marks, span.closedBy),
        change: persists ? ('persisting' as const) : span.change,
      };
    }),
    elsewhere: (await readElsewhere(db, newest)).map((row) =>
      flagged(toFindingRow(row), flagOf, scan.chain),
    ),
  };
});

function markAt(marks: ReadonlyMap<number, ScanMark>, position: number): ScanMark {
  const mark = marks.get(position);
  if (!mark) throw new Error(`no complete scan at place ${position}`);
  return mark;
}
