import { DomainError, inScope, type ExceptionScope, type Source } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { exceptionFlags } from '../store/findings/exception-flags.ts';
import {
  readOpenFindings,
  readSelectedFails,
  type OpenFinding,
} from '../store/findings/exception-counts.ts';
import { newestScans } from '../store/findings/newest-scans.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { scopesOfSelection } from './selection-scopes.ts';

type Asked = { source?: Source['kind'] | undefined; findings: readonly string[] };
type Fail = OpenFinding & { chain: string };
type ScopeInChain = { chain: string; scope: ExceptionScope; fails: readonly Fail[] };
type Selection = {
  /** Fails among what was selected. */
  selected: number;
  scopes: ScopeInChain[];
  /** Every fail in these scopes, once. */
  covered: Fail[];
};

/** What accepting selected findings covers. Throws DomainError `exception-covers-nothing`. */
export async function readSelection(
  db: Database,
  reader: ReaderScope,
  { source, findings }: Asked,
): Promise<Selection> {
  const chains = (await newestScans(db, reader, { source })).map(({ chain }) => chain);
  const selected = await readSelectedFails(db, chains, findings);
  if (selected.length === 0) throw new DomainError('exception-covers-nothing');
  const scopes: ScopeInChain[] = [];
  for (const [chain, group] of Map.groupBy(selected, (one) => one.chain)) {
    const checks = group.map(({ check }) => check);
    const open = await readOpenFindings(db, chain, checks);
    const fails = open.flatMap((one) => (one.outcome === 'fail' ? [{ ...one, chain }] : []));
    for (const scope of scopesOfSelection(group))
      scopes.push({ chain, scope, fails: fails.filter((one) => inScope(scope, one)) });
  }
  const covered = scopes.flatMap(({ fails }) => fails);
  const byIdentity = new Map(covered.map((one) => [`${one.chain} ${one.fingerprint}`, one]));
  return { selected: selected.length, scopes, covered: [...byIdentity.values()] };
}

/** The same in numbers, for whoever is about to accept it. */
export async function previewSelection(db: Database, reader: ReaderScope, asked: Asked, at: Date) {
  const { selected, scopes, covered } = await readSelection(db, reader, asked);
  const chains = [...new Set(covered.map(({ chain }) => chain))];
  const flagOf = await exceptionFlags(db, chains, at);
  return {
    selected,
    scopes: scopes.map(({ scope, fails }) => ({ ...scope, fails: fails.length })),
    fails: covered.length,
    critical: covered.filter(({ severity }) => severity === 'critical').length,
    accepted: covered.filter((one) => flagOf(one.chain, one)?.state === 'accepted').length,
  };
}
