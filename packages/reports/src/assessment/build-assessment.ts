import { defaultSettings, DomainError, type Assessment } from '@ippo/contracts';
import { assessedExceptions } from './assessed-exceptions.ts';
import { completeness } from './completeness.ts';
import { credentialReport, readingSpan } from './evidence-facts.ts';
import type { Gathered } from './gathered.ts';
import { populations } from './populations.ts';

/**
 * The auditor's report of what an install gathered. What happened after the judgement (answers, accepted
 * risks) or after the file was made (limits, audit log) is not in it. Throws DomainError `evidence-pruned`
 * where retention took the evidence, and `report-inconsistent` where the numbers do not add up.
 */
export function buildAssessment(gathered: Gathered): Assessment {
  const { made, scan, scans, report, judgedAt, evidence } = gathered;
  if (evidence === null) throw new DomainError('evidence-pruned');
  const { engine, source, account, partition, caller, regions, regionsAssumed } = report;
  const { clockSkewSeconds, unreadable, firstSteps, score, coverage, checks } = report;
  return {
    format: 'ippo-assessment-1',
    made,
    cover: gathered.cover,
    redacted: false,
    ...{ source, account, accountName: gathered.accountName, organization: gathered.organization },
    partition,
    scan: { ...scan, ended: report.ended },
    period: gathered.period,
    scans: scans.toSorted((a, b) => a.number - b.number),
    ...{ caller, engine, judgedAt },
    ...{ evidenceDigest: report.evidenceDigest, reportDigest: gathered.reportDigest },
    clockSkewSeconds,
    readings: readingSpan(evidence),
    credentialReport: credentialReport(evidence),
    thresholds: {
      values: report.settings ?? defaultSettings,
      changes: inTime(gathered.thresholdChanges, made.at),
    },
    ...{ regions, regionsAssumed, unreadable },
    populations: populations(evidence, report),
    ...{ firstSteps, score, coverage },
    completeness: completeness(report),
    checks,
    exceptions: assessedExceptions(gathered.exceptions, report, judgedAt),
    attestations: inTime(
      gathered.attestations.filter((answer) => answer.account === account),
      judgedAt,
    ),
    auditTrail: inTime(gathered.auditTrail, made.at).toSorted((a, b) => a.id - b.id),
  };
}

/** Up to an instant, oldest first. */
function inTime<Item extends { at: string }>(items: readonly Item[], until: string): Item[] {
  return items
    .filter(({ at }) => Date.parse(at) <= Date.parse(until))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
