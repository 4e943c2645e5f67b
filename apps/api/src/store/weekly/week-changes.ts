import { canonicalJson } from '@ippo/checks';
import { severities, type Outcome, type WeekItem } from '@ippo/contracts';
import type { WeekFinding, WeekSide } from './week-spans.ts';

const namesShown = 4;

/** Which way a finding went between the two ends of a week, and whether only our sight changed. */
export type WeekWay = { way: 'worse' | 'better'; how: 'changed' | 'seen' } | { way: 'gone' } | null;

/**
 * Which way a finding went. A resource that is gone is not fixed; what was unknown before counts by what it
 * was before that, and where nobody ever knew it, only our sight of it changed.
 */
export function wayOf({
  before,
  after,
  ours,
}: Pick<WeekFinding, 'before' | 'after' | 'ours'>): WeekWay {
  if (ours) return null;
  const was = known(before);
  if (after === null) return was === 'fail' ? { way: 'gone' } : null;
  const how = before?.outcome === 'unknown' && before.known === null ? 'seen' : 'changed';
  if (after.outcome === 'fail') return was === 'fail' ? null : { way: 'worse', how };
  if (was === 'fail') return isGood(after) ? { way: 'better', how } : null;
  return how === 'seen' && after.outcome === 'pass' ? { way: 'better', how } : null;
}

function known(side: WeekSide | null): Outcome | null {
  if (side === null) return null;
  return side.outcome === 'unknown' ? side.known : side.outcome;
}

/** Met, or no longer there to be met; what waits for another check is neither. */
function isGood({ outcome, blocked }: WeekSide): boolean {
  return outcome === 'pass' || (outcome === 'not-applicable' && !blocked);
}

/** What the lists of a week need besides the findings. */
export type WeekContext = {
  /** Roll-ups at the end of the week, by check. */
  outcomes: ReadonlyMap<string, Outcome>;
  fails: ReadonlyMap<string, number>;
};

/** A week's findings by check and way, the worst first. */
export function weekChanges(
  findings: readonly WeekFinding[],
  context: WeekContext,
): { worse: WeekItem[]; better: WeekItem[]; gone: number } {
  const ways = findings.map((finding) => ({ finding, way: wayOf(finding) }));
  const lists = { worse: [] as WeekItem[], better: [] as WeekItem[] };
  const groups = Map.groupBy(ways, ({ finding, way }) =>
    way === null || way.way === 'gone' ? '' : `${way.way} ${way.how} ${finding.check}`,
  );
  for (const [key, members] of groups) {
    const way = members[0]?.way;
    if (key === '' || !way || way.way === 'gone') continue;
    const item = itemOf(
      members.map(({ finding }) => finding),
      way.how,
      context,
    );
    const blocks = way.way === 'worse' ? blockedBy(item.check, findings) : 0;
    lists[way.way].push({ ...item, blocks });
  }
  const gone = ways.filter(({ way }) => way?.way === 'gone').length;
  return { worse: lists.worse.toSorted(byWeight), better: lists.better.toSorted(byWeight), gone };
}

function itemOf(
  members: readonly WeekFinding[],
  how: WeekItem['how'],
  { outcomes, fails }: WeekContext,
): Omit<WeekItem, 'blocks'> {
  const [first] = members;
  if (!first?.after) throw new Error('a change without a finding');
  const times = members.flatMap(({ after }) => after?.since.getTime() ?? []);
  const names = members.flatMap(({ resource, facet, region }) =>
    resource !== '' ? (facet ?? resource) : region === 'global' ? (facet ?? []) : region,
  );
  return {
    ...{ check: first.check, severity: first.severity, how, reason: commonReason(members) },
    outcome: outcomes.get(first.check) ?? first.after.outcome,
    places: members.length,
    names: [...new Set(names)].slice(0, namesShown),
    since: new Date(Math.min(...times)).toISOString(),
    until: new Date(Math.max(...times)).toISOString(),
    left: fails.get(first.check) ?? 0,
    fingerprint: members.length === 1 ? first.fingerprint : null,
  };
}

function commonReason(members: readonly WeekFinding[]): WeekItem['reason'] {
  const reasons = new Set(members.map(({ after }) => canonicalJson(after?.reason)));
  return reasons.size === 1 ? (members[0]?.after?.reason ?? null) : null;
}

/** Checks whose findings wait for this one since that week. */
function blockedBy(check: string, findings: readonly WeekFinding[]): number {
  const waiting = findings.filter(
    ({ before, after }) =>
      after?.blocked === true &&
      before?.blocked !== true &&
      [after.reason.params['check']].flat().includes(check),
  );
  return new Set(waiting.map((finding) => finding.check)).size;
}

function byWeight(a: WeekItem, b: WeekItem): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.places - a.places ||
    (a.check < b.check ? -1 : 1)
  );
}
