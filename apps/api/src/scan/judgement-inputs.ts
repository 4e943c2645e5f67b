import { catalogue } from '@ippo/checks';
import type { PackInputs } from '@ippo/reports';
import type { Attestation, Scope, Settings } from '@ippo/contracts';
import { listAttestations } from '../store/attestations.ts';
import type { Database } from '../store/database.ts';
import { loadPackedEvidence } from '../store/evidence.ts';
import { digestOfJudgement, readNewestJudgement } from '../store/judgements-as-stored.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { scopeOfReport, wholeReport } from '../store/report-bodies.ts';
import { readFirstJudgedAt } from '../store/reports.ts';
import { readThresholds } from '../store/thresholds.ts';
import { connectedAccounts } from './connected-accounts.ts';
import { inJudgeThread } from './judge-thread/judge-thread.ts';

/**
 * What the newest judgement of a scan was judged with besides its evidence: with both, the same catalogue
 * gives the stored report again, which is tried here. Null where that cannot be said: the evidence is gone,
 * or the scope was not noted then and the one that we take for it gives another report.
 */
export async function readJudgementInputs(
  db: Database,
  scanId: string,
): Promise<PackInputs | null> {
  const judged = await readNewestJudgement(db, everyAccount, scanId);
  const evidence = await loadPackedEvidence(db, scanId);
  if (!judged || !evidence) return null;
  const { scan, report: stored } = judged;
  const { source, account, organization, chain } = scan;
  if (!source || account === null || chain === null) return null;
  const { judgedAt } = stored;
  const report = await wholeReport(db, stored);
  const noted = await scopeOfReport(db, stored);
  const inputs = {
    settings: report.settings ?? (await settingsOf(db, scanId, judgedAt)),
    scope: noted ?? {
      closedRegions: [],
      connectedAccounts: await connectedAccounts(db, { source, account, organization }, judgedAt),
    },
    attestations: await listAttestations(db, chain, judgedAt),
    answersAt: judgedAt.toISOString(),
  } satisfies { settings: Settings; scope: Scope; attestations: Attestation[]; answersAt: string };
  // By another catalogue nothing can be tried, so only what was noted counts.
  if (report.engine.catalogueDigest !== catalogue.digest) return noted && inputs;
  const again = await inJudgeThread('judge', evidence, inputs);
  return again.digest === digestOfJudgement(stored) ? inputs : null;
}

/** Reports from before settings were noted: the limits that held when the scan was judged first. */
async function settingsOf(db: Database, scanId: string, judgedAt: Date): Promise<Settings> {
  return readThresholds(db, (await readFirstJudgedAt(db, scanId)) ?? judgedAt);
}
