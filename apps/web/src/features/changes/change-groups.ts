import {
  severities,
  type Change,
  type ChangedFinding,
  type Drift,
  type Severity,
} from '@ippo/contracts';

/** A finding that changed, of a comparison or of one scan. */
export type Changed = Omit<ChangedFinding, 'severity'> & { severity: Severity };

/** The findings of a comparison that were there at either end. */
export function changedIn({ findings }: Drift): Changed[] {
  return findings.flatMap((finding) => {
    const severity = (finding.after ?? finding.before)?.severity;
    return severity === undefined ? [] : [{ ...finding, severity }];
  });
}

/** The sections of the page, in order: what got worse comes first. */
export const kinds = ['worse', 'unseen', 'better', 'seen', 'other'] as const;
export type Kind = (typeof kinds)[number];

const kindOfChange: Readonly<Record<Change, Kind>> = {
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

type RegionMove = Drift['regions'][number];
type Compared = { findings: readonly Changed[]; regions: readonly RegionMove[] };

/** Findings that made the same move for the same reason, or lie in one Region that went dark: one line. */
export type ChangeGroup = {
  key: string;
  first: Changed;
  findings: Changed[];
  /** Set where the group is a Region that gives no answer any more, or gives one again. */
  region?: RegionMove;
  /** Set where the list that it stood on could not be read: nobody knows whether it is gone. */
  lost?: true;
};

const dark: ReadonlySet<string> = new Set(['unreachable', 'scp-denied']);

/** The changes by section: how many each has, and its groups, worst first, then those of more places. */
export function readChanges({ findings: all, regions }: Compared) {
  const moved = new Map(
    regions
      .filter(({ before, after }) => isDark(before) !== isDark(after) && before && after)
      .map((one) => [one.name, one]),
  );
  const kindOf = kindsOf(all, moved);
  const gone = scopesOf(all, ({ change, before }) => change === 'gone' && !isUnknown(before));
  const came = scopesOf(all, ({ change, after }) => change === 'appeared' && !isUnknown(after));
  // The one unknown that stands for a list that could not be read is not counted beside what was on the list.
  const findings = all.filter((finding) => {
    const { change, before, after } = finding;
    if (change === 'appeared' && isUnknown(after)) return !gone.has(scopeOf(finding));
    return !(change === 'gone' && isUnknown(before) && came.has(scopeOf(finding)));
  });
  const counts: Record<Kind, number> = { worse: 0, unseen: 0, better: 0, seen: 0, other: 0 };
  for (const finding of findings) counts[kindOf(finding)] += 1;
  return {
    counts,
    groups: (kind: Kind) =>
      grouped(
        findings.filter((finding) => kindOf(finding) === kind),
        kind === 'unseen' || kind === 'seen' ? moved : new Map(),
        kind === 'unseen',
      ),
  };
}

function isDark(state: RegionMove['after']): boolean {
  return state !== null && dark.has(state);
}

/**
 * Where the list of what a check judges could not be read, each of its units is gone and one unknown stands for
 * all: that is lost sight, not something deleted. The other way round it is sight regained.
 */
function kindsOf(findings: readonly Changed[], moved: ReadonlyMap<string, RegionMove>) {
  const scopes = (of: (finding: Changed) => boolean) => scopesOf(findings, of);
  const unknown = isUnknown;
  const went = scopes(({ change, after }) => change === 'appeared' && unknown(after));
  const gone = scopes(({ change, before }) => change === 'gone' && !unknown(before));
  const came = scopes(({ change, after }) => change === 'appeared' && !unknown(after));
  const left = scopes(({ change, before }) => change === 'gone' && unknown(before));
  return (finding: Changed): Kind => {
    const { change, before, after, region = 'global' } = finding;
    const kind = kindOfChange[change];
    if (change !== 'gone' && change !== 'appeared') return kind;
    const scope = scopeOf(finding);
    const there = moved.get(region);
    const [wentDark, cameBack] = [isDark(there?.after ?? null), isDark(there?.before ?? null)];
    if (change === 'gone' && unknown(before)) return cameBack || came.has(scope) ? 'seen' : kind;
    if (change === 'gone') return wentDark || went.has(scope) ? 'unseen' : kind;
    if (unknown(after)) return wentDark || gone.has(scope) ? 'unseen' : kind;
    return cameBack || left.has(scope) ? 'seen' : kind;
  };
}

function scopesOf(findings: readonly Changed[], of: (finding: Changed) => boolean): Set<string> {
  return new Set(findings.filter(of).map(scopeOf));
}

function isUnknown(side: Changed['before']): boolean {
  return side?.outcome === 'unknown';
}

function scopeOf({ check, region = 'global' }: Changed): string {
  return `${check} ${region}`;
}

function grouped(
  findings: readonly Changed[],
  moved: ReadonlyMap<string, RegionMove>,
  unseen: boolean,
): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const finding of findings) {
    const { check, change, severity, before, after, region: name } = finding;
    const region = name === undefined ? undefined : moved.get(name);
    const sides = [before, after].map((side) => [side?.outcome, side?.blocked, side?.reason.code]);
    const key = region ? `region ${region.name}` : [check, change, severity, ...sides].join(' ');
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else
      groups.set(key, {
        ...{ key, first: finding, findings: [finding] },
        ...(region && { region }),
        ...(unseen && change === 'gone' && { lost: true }),
      });
  }
  const rank = ({ first, region }: ChangeGroup) =>
    region ? -1 : severities.indexOf(first.severity);
  return [...groups.values()].toSorted(
    (a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length,
  );
}
