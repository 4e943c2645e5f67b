import { canonicalJson, judge, sha256Hex } from '@ippo/checks';
import {
  defaultSettings,
  emptyScope,
  type AssessedScan,
  type Attestation,
  type AuditAction,
  type AuditRow,
  type Evidence,
  type ScanReport,
} from '@ippo/contracts';
import type { Gathered } from '@ippo/reports';
import { hashOfRow } from '../store/audit-chain.ts';
import { linkOf } from '../store/scan-link.ts';
import { chainOfAccount } from '../store/scans.ts';

const people = { owner: 'Aiko Tanaka', operator: 'Ben Okafor', auditor: '監査 花子' };

/** What an install would have gathered about a scan: people's answers and an earlier week around it. */
export function gatheredOf(evidence: Evidence, name: string): Gathered {
  const attestations = answersOf(evidence);
  // A scan that asked for nothing was never judged: its report has no check.
  const report =
    name === 'empty'
      ? judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] }, [])
      : judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations });
  const reportDigest = sha256Hex(canonicalJson(report));
  const scans = scansOf(report, reportDigest);
  const [first, , assessed] = scans;
  if (!first || !assessed) throw new Error('three scans were made');
  return {
    made: { at: '2026-11-16T01:30:00.000Z', by: people.auditor, version: '0.1.0' },
    cover: {
      period: '2026-11-01 – 2026-11-30',
      basisDate: '2026-11-16',
      preparedBy: people.auditor,
      approvedBy: '',
      controlId: 'ITGC-07',
    },
    accountName: 'acme-production',
    organization: 'o-acme000001',
    scan: { ...assessed, trigger: 'person', startedBy: people.owner },
    period: { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
    scans,
    ...{ report, reportDigest, judgedAt: report.finishedAt, evidence },
    thresholdChanges: [
      {
        ...{ at: '2026-11-03T02:10:00.000Z', by: people.owner, name: 'configRetentionDays' },
        ...{ from: 365, to: 400 },
      },
      {
        ...{ at: '2026-11-04T02:11:00.000Z', by: null, name: 'configRetentionDays' },
        ...{ from: 400, to: 365 },
      },
    ],
    exceptions: exceptionsOf(report),
    attestations,
    auditTrail: trailOf(assessed.id, report.account),
  };
}

/** The week before, one that was stopped, and the scan that is assessed, chained as the store chains them. */
function scansOf(report: ScanReport, reportDigest: string): AssessedScan[] {
  const pruned = { evidenceDigest: sha256Hex('older evidence'), reportDigest: null, pruned: true };
  const stopped = { evidenceDigest: null, reportDigest: null, pruned: false };
  const assessed = { evidenceDigest: report.evidenceDigest, reportDigest, pruned: false };
  const status = report.ended === 'complete' ? 'complete' : 'failed';
  const given = [
    { ...pruned, day: '09', status: 'complete', firstStepsDone: 5, score: 61 },
    { ...stopped, day: '13', status: 'cancelled', firstStepsDone: null, score: null },
    {
      ...{ ...assessed, day: '16', status },
      ...{ firstStepsDone: report.firstSteps.done, score: report.score.value },
    },
  ];
  let previousLink: string | null = null;
  return given.map(({ day, ...scan }, index) => {
    const id = `scan-${40 + index}`;
    const last = index === 2;
    const startedAt = last ? report.startedAt : `2026-11-${day}T00:02:16.000Z`;
    const finishedAt = last ? report.finishedAt : `2026-11-${day}T00:03:10.000Z`;
    const { evidenceDigest } = scan;
    const chain = chainOfAccount(report.source, report.account);
    const problem = null;
    const content = { scan: id, chain, status: scan.status, problem, previousLink };
    const link: string = linkOf({ ...content, evidenceDigest, finishedAt });
    const place = { problem, chain, chainPosition: 40 + index, previousLink, link };
    previousLink = link;
    return { id, number: 40 + index, startedAt, finishedAt, ...scan, ...place };
  });
}

function answersOf({ account }: Evidence): Attestation[] {
  return [
    {
      ...{ account, check: 'org-env-separation', question: 'environments', answer: 'yes' },
      ...{ by: people.owner, at: '2026-11-10T05:00:00.000Z', until: '2027-05-09T05:00:00.000Z' },
      note: '本番と検証は別アカウントです（台帳 2026-11）。',
    },
  ];
}

/** One risk that holds, one that waits, one that ended: about whatever fails first. */
function exceptionsOf(report: ScanReport): Gathered['exceptions'] {
  const fails = report.checks.flatMap(({ id, findings }) =>
    findings.filter(({ outcome }) => outcome === 'fail').map((finding) => ({ id, finding })),
  );
  const when = { lastDay: '2026-11-30', zone: 'Asia/Tokyo', until: '2026-11-30T15:00:00.000Z' };
  const requested = { by: people.operator, at: '2026-11-05T01:00:00.000Z' };
  const approved = { by: people.owner, at: '2026-11-05T02:00:00.000Z' };
  const first = fails[0];
  const second = fails.find(({ id }) => id !== first?.id) ?? first;
  if (!first || !second) return [];
  const about = ({ id, finding }: typeof first) => ({
    ...{ account: report.account, check: id, regions: [finding.region ?? 'global'] },
    resource: finding.resource ?? null,
  });
  const rest = { ...when, requested, selfApproved: false, revoked: null, extends: null };
  return [
    {
      ...{ id: 'ex-1', ...about(first), ...rest, approved, owner: people.operator },
      reason: 'A replacement is being tested and goes live on 27 November.',
    },
    {
      ...{ id: 'ex-2', ...about(second), regions: null, ...rest, approved: null },
      ...{ owner: people.owner, reason: '12 月の移行まで現状を維持します（稟議 2026-118）。' },
    },
    {
      ...{ id: 'ex-3', ...about(second), ...rest, approved, owner: people.operator },
      ...{ reason: 'It was only needed during the move.', selfApproved: true },
      revoked: { by: people.owner, at: '2026-11-08T00:00:00.000Z' },
    },
  ];
}

function trailOf(scan: string, account: string): AuditRow[] {
  const done: readonly [string, string, AuditAction, string, Record<string, string>][] = [
    ['2026-11-03T02:10:00.000Z', people.owner, 'thresholds.set', 'configRetentionDays', {}],
    ['2026-11-05T01:00:00.000Z', people.operator, 'exception.requested', 'ex-1', { account }],
    ['2026-11-05T02:00:00.000Z', people.owner, 'exception.approved', 'ex-1', { account }],
    ['2026-11-10T05:00:00.000Z', people.owner, 'attestation.given', account, { answer: 'yes' }],
    ['2026-11-16T00:02:16.000Z', people.owner, 'scan.started', scan, { account }],
    ['2026-11-16T00:03:10.000Z', people.owner, 'scan.ended', scan, { status: 'complete' }],
  ];
  let previousHash: string | null = null;
  return done.map(([at, actorName, action, subject, detail], index) => {
    const position = 210 + index;
    const actor = `user-${actorName.length}`;
    const row = { at: new Date(at), actor, actorName, action, subject, detail, position };
    const hash: string = hashOfRow({ ...row, previousHash });
    const whole: AuditRow = { id: 300 + index, ...row, at, previousHash, hash };
    previousHash = hash;
    return whole;
  });
}
