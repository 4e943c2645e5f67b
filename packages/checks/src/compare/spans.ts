import type { Change, Finding, Outcome } from '@ippo/contracts';
import { canonicalJson } from '../canonical-json.ts';
import { noMemory, remember, transition, type FindingMemory } from './transition.ts';

/** A finding without what is each scan's own: its evidence, and instants among its reason's params. */
export type LastingFinding = Omit<Finding, 'evidence'>;

/** A run of complete scans in which a finding stayed the same, but for what is each scan's own. */
export type Span = FindingMemory & {
  finding: LastingFinding;
  /** How its outcome came about; spans before this one may share it. */
  change: Change;
  /** When the outcome began, and when the finding was first seen: spans before this one may share it. */
  since: string;
  firstSeen: string;
};

/** What a scan changed in the spans of one check. */
export type SpanChanges<Stored extends Span> = {
  opened: Span[];
  /** `gone` where no other span of the finding follows. */
  closed: { span: Stored; gone: 'gone' | 'check-removed' | null }[];
};

/**
 * Follows one check's findings into the next complete scan. `open` are the spans that reach the scan
 * before it, `earlier` the last ones of findings that were gone in it.
 */
export function followSpans<Stored extends Span>(given: {
  at: string;
  findings: readonly LastingFinding[];
  open: readonly Stored[];
  earlier: readonly Stored[];
  /** True where the scan before was made by an Ippo without this check. */
  checkIsNew: boolean;
  /** True where this scan was made by an Ippo without this check. */
  checkIsGone: boolean;
}): SpanChanges<Stored> {
  const { at, findings, checkIsNew, checkIsGone } = given;
  const open = byFingerprint(given.open);
  const earlier = byFingerprint(given.earlier);
  const opened: Span[] = [];
  const closed: SpanChanges<Stored>['closed'] = [];
  for (const finding of findings) {
    const before = open.get(finding.fingerprint);
    open.delete(finding.fingerprint);
    if (before && sameContent(before.finding, finding)) continue;
    if (before) closed.push({ span: before, gone: null });
    const last = before ?? earlier.get(finding.fingerprint);
    opened.push(nextSpan(finding, { at, before, last, checkIsNew }));
  }
  for (const span of open.values())
    closed.push({ span, gone: checkIsGone ? 'check-removed' : 'gone' });
  return { opened, closed };
}

function nextSpan(
  finding: LastingFinding,
  {
    at,
    before,
    last,
    checkIsNew,
  }: { at: string; before: Span | undefined; last: Span | undefined; checkIsNew: boolean },
): Span {
  const { outcome } = finding;
  const was: Outcome | 'gone' = before?.finding.outcome ?? 'gone';
  const memory = memoryOf(before, last);
  if (before && was === outcome) {
    const { change, since, firstSeen } = before;
    return { finding, change, since, firstSeen, ...memory };
  }
  return {
    finding,
    change: checkIsNew && !last ? 'check-added' : transition(was, outcome, memory),
    since: at,
    firstSeen: last?.firstSeen ?? at,
    ...remember(was, outcome, memory),
  };
}

/** Of a finding that was gone only whether it ever failed is remembered. */
function memoryOf(before: Span | undefined, last: Span | undefined): FindingMemory {
  if (before) return { known: before.known, failedBefore: before.failedBefore };
  if (!last) return noMemory;
  return { known: null, failedBefore: last.failedBefore || last.finding.outcome === 'fail' };
}

/** Whether a finding says the same in two scans, but for what is each scan's own. */
export function sameContent(a: LastingFinding, b: LastingFinding): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function byFingerprint<Stored extends Span>(spans: readonly Stored[]): Map<string, Stored> {
  return new Map(spans.map((span) => [span.finding.fingerprint, span]));
}
