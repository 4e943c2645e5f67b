import {
  GLOBAL,
  type CheckResult,
  type Finding,
  type ReadingReason,
  type ScanReport,
} from '@ippo/contracts';

/** What one cause hides: in whole regions, or one action that was refused. */
export type Unseen = {
  key: string;
  reason: ReadingReason;
  /** Dark regions, where nothing was answered; else empty. */
  regions: string[];
  /** Refused actions, where the region answers otherwise. */
  actions: string[];
  /** Where the action was refused. */
  actionRegions: string[];
  /** Checks that are unknown because of it. */
  checks: string[];
  /** Checks that other places decide, with single places unknown because of it. */
  partly: string[];
  count: number;
};

type Refusal = ScanReport['unreadable'][number];

const dark = new Set(['unreachable', 'scp-denied', 'changing']);

/** Groups what could not be read: whole regions by cause first, then single actions. */
export function unseenOf(report: ScanReport): Unseen[] {
  const states = new Map(report.regions.map(({ name, state }) => [name, state]));
  const groups = new Map<string, Unseen>();
  for (const item of report.unreadable) {
    const wholeRegion = dark.has(states.get(item.region) ?? '');
    const key = wholeRegion ? `region ${item.reason}` : `${item.action} ${item.reason}`;
    const group = groups.get(key) ?? empty(key, item.reason);
    const hidden = report.checks.filter((check) => hides(item, check));
    const [unknown, decided] = [hidden.filter(isUnknown), hidden.filter((one) => !isUnknown(one))];
    groups.set(key, {
      ...group,
      regions: wholeRegion ? added(group.regions, item.region) : group.regions,
      actions: wholeRegion ? group.actions : added(group.actions, item.action),
      actionRegions: wholeRegion ? group.actionRegions : added(group.actionRegions, item.region),
      checks: unknown.map(({ id }) => id).reduce(added, group.checks),
      partly: decided.map(({ id }) => id).reduce(added, group.partly),
      count: group.count + item.count,
    });
  }
  return [...groups.values()].toSorted(
    (a, b) => b.regions.length - a.regions.length || b.checks.length - a.checks.length,
  );
}

function isUnknown({ outcome }: CheckResult): boolean {
  return outcome === 'unknown';
}

/** Whether a refused answer makes a place of a check unknown, rather than only being asked for it. */
function hides(refusal: Refusal, check: CheckResult): boolean {
  return (
    refusal.checks.includes(check.id) &&
    check.findings.some((finding) => finding.outcome === 'unknown' && names(finding, refusal))
  );
}

/** Why the answers that an unknown finding lacks were not read; a finding may not say it itself. */
export function reasonsHiding(
  report: ScanReport,
  check: CheckResult,
  finding: Finding,
): ReadingReason[] {
  const own = finding.reason.params['readingReason'];
  if (own !== undefined) return [own].flat().map(String) as ReadingReason[];
  const hiding = report.unreadable.filter(
    (item) => item.checks.includes(check.id) && names(finding, item),
  );
  return [...new Set(hiding.map(({ reason }) => reason))];
}

/** A finding names the answer that it lacks; one that does not may lack any answer of its place. */
function names({ reason: { params }, region }: Finding, refusal: Refusal): boolean {
  if (params.action === undefined)
    return region === undefined || refusal.region === GLOBAL || region === refusal.region;
  return (
    [params.action].flat().includes(refusal.action) &&
    [params.region ?? refusal.region].flat().includes(refusal.region)
  );
}

function empty(key: string, reason: ReadingReason): Unseen {
  return {
    key,
    reason,
    regions: [],
    actions: [],
    actionRegions: [],
    checks: [],
    partly: [],
    count: 0,
  };
}

function added(list: string[], item: string): string[] {
  return list.includes(item) ? list : [...list, item];
}

/** What opens it: which kind of remedy a reading reason has. */
export const openers = {
  denied: 'policy',
  'scp-denied': 'scp',
  'needs-management-account': 'management',
  'bad-credentials': 'credentials',
  throttled: 'scan',
  'timed-out': 'scan',
  network: 'scan',
  'not-activated': 'activate',
  'not-ready': 'scan',
  stale: 'scan',
  'not-asked': 'scan',
  capped: 'limit',
  'too-large': 'limit',
  malformed: 'report',
  unexpected: 'report',
} as const satisfies Record<ReadingReason, string>;
