import type { PackSource } from '@ippo/reports';
import { openSigningKey } from '../auth/signing-key.ts';
import type { Config } from '../config.ts';
import { readJudgementInputs } from '../scan/judgement-inputs.ts';
import type { Database } from '../store/database.ts';
import { newestExports } from '../store/report-exports.ts';
import { packFormat } from './check-order.ts';
import type { ChosenScans } from './choose-scan.ts';

/**
 * What a pack of a scan holds beside its report, and the key that it is signed with, made on first need. Throws
 * DomainError of `openSigningKey`.
 */
export async function packSourceOf(
  db: Database,
  config: Config,
  { scan }: ChosenScans,
  { at, redacted }: { at: Date; redacted: boolean },
): Promise<Omit<PackSource, 'report' | 'evidence' | 'calls'>> {
  const { privateKey, publicKey } = await openSigningKey(db, config, at);
  const made = await newestExports(db, scan.chain);
  const previous = made.find(({ format }) => format === packFormat);
  return {
    inputs: redacted ? null : await readJudgementInputs(db, scan.id),
    previous: previous ? { fileName: previous.fileName, sha256: previous.sha256 } : null,
    key: { private: privateKey, public: publicKey },
  };
}
