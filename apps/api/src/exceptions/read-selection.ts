import {
  DomainError,
  inScope,
  mostExceptionsAtOnce,
  type ExceptionScope,
  type FindingFilter,
} from '@ippo/contracts';
import { sha256Hex } from '@ippo/checks';
import type { Database } from '../store/database.ts';
import { exceptionFlags } from '../store/findings/exception-flags.ts';
import {
  readFails,
  readOpenFindings,
  type OpenFinding,
} from '../store/findings/exception-counts.ts';
import { newestScans } from '../store/findings/newest-scans.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { scopesOfSelection } from './selection-scopes.ts';

type Fail = OpenFinding & { chain: string };
type ScopeInChain = { chain: string; scope: ExceptionScope; fails: readonly Fail[] };
type Selection = {
  /** Fails among what was selected. */
  selected: number;
  scopes: ScopeInChain[];
  /** Every fail in these scopes, once. */
  covered: Fail[];
  /** Of exactly these fails. */
  digest: string;
};

/**
 * What accepting selected findings covers. Throws DomainError `exception-covers-nothing` or
 * `selection-too-large`.
 */
export async function readSelection(
  db: Database,
  reader: ReaderScope,
  selection: FindingFilter,
  at: Date,
): Promise<Selection> {
  const scans = await newestScans(db, reader, { source: selection.source });
  const selected = await readFails(db, scans, { ...selection, at });
  if (selected.length === 0) throw new DomainError('exception-covers-nothing');
  const wanted = [...Map.groupBy(selected, ({ chain }) => chain)].map(([chain, group]) => ({
    ...{ chain, group, scopes: scopesOfSelection(group) },
  }));
  const count = wanted.reduce((sum, { scopes }) => sum + scopes.length, 0);
  if (count > mostExceptionsAtOnce)
    throw new DomainError('selection-too-large', {
      now: String(count),
      most: String(mostExceptionsAtOnce),
    });
  const scopes: ScopeInChain[] = [];
  for (const { chain, group, scopes: found } of wanted) {
    const checks = group.map(({ check }) => check);
    const open = await readOpenFindings(db, chain, checks);
    const fails = open.flatMap((one) => (one.outcome === 'fail' ? [{ ...one, chain }] : []));
    const ofCheck = Map.groupBy(fails, ({ check }) => check);
    for (const scope of found) {
      const near = ofCheck.get(scope.check) ?? [];
      scopes.push({ chain, scope, fails: near.filter((one) => inScope(scope, one)) });
    }
  }
  const named = scopes.flatMap(({ fails }) =>
    fails.map((one) => [`${one.chain} ${one.fingerprint}`, one] as const),
  );
  const covered = new Map(named);
  const digest = sha256Hex([...covered.keys()].toSorted().join('\n'));
  return { selected: selected.length, scopes, covered: [...covered.values()], digest };
}

/** The same in numbers, for whoever is about to accept it. */
export async function previewSelection(
  db: Database,
  reader: ReaderScope,
  selection: FindingFilter,
  at: Date,
) {
  const { selected, scopes, covered, digest } = await readSelection(db, reader, selection, at);
  const chains = [...new Set(covered.map(({ chain }) => chain))];
  const flagOf = await exceptionFlags(db, chains, at);
  return {
    ...{ selected, digest },
    scopes: scopes.map(({ scope, fails }) => ({ ...scope, fails: fails.length })),
    fails: covered.length,
    critical: covered.filter(({ severity }) => severity === 'critical').length,
    accepted: covered.filter((one) => flagOf(one.chain, one)?.state === 'accepted').length,
  };
}
