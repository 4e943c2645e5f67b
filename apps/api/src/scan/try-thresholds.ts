import type { Settings, ThresholdEffect } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { loadPackedEvidence } from '../store/evidence.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { listReportedAccounts, type ReportedAccount } from '../store/reports.ts';
import { readThresholds } from '../store/thresholds.ts';
import { inJudgeThread } from './judge-thread/judge-thread.ts';
import { knownBeside } from './judge-stored.ts';

/** Accounts that one look judges anew; each may take a second. */
const mostAccounts = 20;

/**
 * What other limits would change in the last complete scan of each account: its stored evidence is judged
 * twice, by the limits that hold and by these, and nothing is kept.
 */
export async function tryThresholds(
  db: Database,
  scope: ReaderScope,
  settings: Settings,
  at: Date,
): Promise<{ effects: ThresholdEffect[]; left: number }> {
  const held = await readThresholds(db, at);
  const accounts = await listReportedAccounts(db, scope);
  const effects: ThresholdEffect[] = [];
  for (const one of accounts.slice(0, mostAccounts)) {
    const effect = await tryOn(db, one, { held, settings, at });
    if (effect) effects.push(effect);
  }
  return { effects, left: accounts.length - effects.length };
}

async function tryOn(
  db: Database,
  { account, source, organization, scanId, finishedAt }: ReportedAccount,
  { held, settings, at }: { held: Settings; settings: Settings; at: Date },
): Promise<ThresholdEffect | null> {
  const evidence = await loadPackedEvidence(db, scanId);
  if (!evidence) return null;
  const given = await knownBeside(db, { source, account, organization }, at, held);
  const effect = await inJudgeThread('tryOut', evidence, given, settings);
  return { account, source, scanId, finishedAt: finishedAt.toISOString(), ...effect };
}
