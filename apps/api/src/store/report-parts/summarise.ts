import { createHash } from 'node:crypto';
import { canonicalJson, isBlocked } from '@ippo/checks';
import type { RegionState, ScanReport, Scope, Settings } from '@ippo/contracts';
import type { CheckStanding, RegionsSeen, scanSummaries } from '../schema/findings.ts';

/** What a summary of a scan tells of its report alone. */
export type ReportSummary = Omit<
  typeof scanSummaries.$inferInsert,
  'scanId' | 'chain' | 'account' | 'position' | 'judgement' | 'changes' | 'settingsDigest'
>;

/** Regions where nobody looks, with proof: they can hide nothing that is ours to see. */
const outOfSight: ReadonlySet<RegionState> = new Set(['not-enabled', 'out-of-scope']);

/** A report in a few figures. */
export function summarise(report: ScanReport): ReportSummary {
  const { score, firstSteps, engine } = report;
  return {
    at: new Date(report.finishedAt),
    score: score.value,
    scoreBefore: score.before,
    scoreFrom: score.from,
    scoreUpTo: score.upTo,
    readShare: score.readShare,
    stepsDone: firstSteps.done,
    stepsUnknown: firstSteps.unknown,
    steps: Object.fromEntries(firstSteps.items.map(({ id, state }) => [id, state])),
    counts: countsOf(report),
    regions: regionsSeen(report),
    coverage: report.coverage,
    standings: Object.fromEntries(
      report.checks.map(({ id, standing, outcome, severity, weight, blocked }) => [
        id,
        {
          ...{ standing, outcome, severity, weight },
          ...(blocked && { blocked }),
        } satisfies CheckStanding,
      ]),
    ),
    engineVersion: engine.version,
    catalogueDigest: engine.catalogueDigest,
    scoreModel: engine.scoreModel,
  };
}

/** Enabled Regions of a report, and those of them that gave no answer. */
export function regionsSeen({ regions }: Pick<ScanReport, 'regions'>): RegionsSeen {
  const enabled = regions.filter(({ state }) => !outOfSight.has(state));
  const unread = enabled.filter(({ state }) => state !== 'enabled' && state !== 'assumed');
  return {
    total: enabled.length,
    unread: Object.fromEntries(unread.map(({ name, state }) => [name, state])),
  };
}

/** SHA-256 (hex) of what the owner set: thresholds, and regions confirmed as closed. */
export function digestOfSettings(settings: Settings, { closedRegions }: Scope): string {
  return createHash('sha256').update(canonicalJson({ settings, closedRegions })).digest('hex');
}

function countsOf({ checks }: ScanReport): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
  for (const check of checks)
    for (const finding of check.findings) {
      add(finding.outcome);
      if (finding.outcome === 'fail') add(`fail.${finding.severity ?? check.severity}`);
      if (isBlocked(finding)) add('blocked');
    }
  return counts;
}
