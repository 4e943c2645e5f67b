import { severities, type Change, type ChangedFinding, type Severity } from '@ippo/contracts';

/** A finding that changed, of a comparison or of one scan. */
export type Changed = Omit<ChangedFinding, 'severity'> & { severity: Severity };

/** The sections of the page, in order: what got worse comes first. */
export const kinds = ['worse', 'unseen', 'better', 'seen', 'other'] as const;
export type Kind = (typeof kinds)[number];

const kindOf: Readonly<Record<Change, Kind>> = {
  new: 'worse',
  reopened: 'worse',
  resolved: 'better',
  'became-unknown': 'unseen',
  'became-known': 'seen',
  persisting: 'other',
  changed: 'other',
  appeared: 'other',
  gone: 'other',
  'check-added': 'other',
  'check-removed': 'other',
};

/** How many findings each section has. */
export function countKinds(counts: Partial<Record<Change, number>>): Record<Kind, number> {
  const sums: Record<Kind, number> = { worse: 0, unseen: 0, better: 0, seen: 0, other: 0 };
  for (const [change, count] of Object.entries(counts)) sums[kindOf[change as Change]] += count;
  return sums;
}

/** Findings that made the same move for the same reason: several places, one line. */
export type ChangeGroup = { key: string; first: Changed; findings: Changed[] };

/** The groups of a section, worst first, then those of more places. */
export function groupsOf(findings: readonly Changed[], kind: Kind): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const finding of findings) {
    const { check, change, severity, before, after } = finding;
    if (kindOf[change] !== kind) continue;
    const sides = [before, after].map((side) => [side?.outcome, side?.blocked, side?.reason.code]);
    const key = [check, change, severity, ...sides].join(' ');
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { key, first: finding, findings: [finding] });
  }
  const rank = ({ first }: ChangeGroup) => severities.indexOf(first.severity);
  return [...groups.values()].toSorted(
    (a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length,
  );
}
