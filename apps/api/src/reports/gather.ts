import { DomainError, type ReportOrder } from '@ippo/contracts';
import { readAccountTrail } from '../store/account-trail.ts';
import { listAttestations } from '../store/attestations.ts';
import { builtIn, listConnections } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import { loadPackedEvidence } from '../store/evidence.ts';
import { listExceptions } from '../store/exceptions.ts';
import {
  digestOfJudgement,
  loadJudgement,
  readNewestJudgement,
} from '../store/judgements-as-stored.ts';
import { everyAccount, type ReaderScope } from '../store/reader-scope.ts';
import { asAssessed } from '../store/scans-in-scope.ts';
import { listThresholdChanges } from '../store/thresholds.ts';
import { checkOrder } from './check-order.ts';
import { chooseScans, type ChosenScans } from './choose-scan.ts';
import { exceptionAsKept } from './exception-as-kept.ts';
import type { ReportJob } from './report-job.ts';

/** Who asks for a report, and when. */
export type Maker = { reader: ReaderScope; name: string; at: Date; version: string };

/**
 * Everything that a report is made of, as it is stored: nothing of it is opened here. Throws DomainError
 * `evidence-pruned` where retention took the scan's evidence, and what `chooseScans` throws.
 */
export async function gather(
  db: Database,
  order: ReportOrder,
  { reader, name, at, version }: Maker,
): Promise<{ chosen: ChosenScans; job: Omit<ReportJob, 'task' | 'maskKey' | 'pack'> }> {
  const { cover } = checkOrder(order);
  const chosen = await chooseScans(db, reader, order);
  const { scan, period } = chosen;
  if (scan.prunedAt !== null) throw new DomainError('evidence-pruned');
  const judged = await readNewestJudgement(db, reader, scan.id);
  const evidence = await loadPackedEvidence(db, scan.id);
  if (!judged || !evidence) throw new DomainError('no-report');
  const { report } = judged;
  const scans = await asAssessed(db, chosen.scans);
  const assessed = scans.find(({ id }) => id === scan.id);
  if (!assessed) throw new Error('the assessed scan is not among those of its scope');
  const { chain, account, organization } = scan;
  const risks = await listExceptions(db, [chain]);
  const { format, language, zone } = order;
  return {
    chosen,
    job: {
      ...{ format, language, zone, evidence },
      judgement: await loadJudgement(db, report),
      gathered: {
        made: { at: at.toISOString(), by: name, version },
        ...{ cover, organization, scans },
        accountName: await nameOf(db, chosen),
        scan: { ...assessed, trigger: scan.trigger, startedBy: scan.startedBy },
        period: period && { from: period.from.toISOString(), to: period.to.toISOString() },
        reportDigest: digestOfJudgement(report),
        judgedAt: report.judgedAt.toISOString(),
        thresholdChanges: await listThresholdChanges(db, at),
        exceptions: risks.map(exceptionAsKept),
        attestations: await listAttestations(db, chain, report.judgedAt),
        auditTrail: await readAccountTrail(db, {
          ...{ chain, account, source: scan.source.kind, until: at },
          scanIds: scans.map(({ id }) => id),
          since: period?.from ?? scan.createdAt,
        }),
      },
    },
  };
}

/** What the account's connection is called; null where nobody named it. */
export async function nameOf(db: Database, { scan }: ChosenScans): Promise<string | null> {
  if (scan.target === builtIn.demo) return null;
  const found = (await listConnections(db, everyAccount)).find(
    ({ account, kind, name }) => account === scan.account && kind !== 'demo' && name !== '',
  );
  return found?.name ?? null;
}
