import {
  DomainError,
  inScope,
  type ExceptionImport,
  type ExceptionLine,
  type NewException,
  type Source,
} from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { listExceptions, type StoredException } from '../store/exceptions.ts';
import { readOpenFindings } from '../store/findings/exception-counts.ts';
import { newestScans } from '../store/findings/newest-scans.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { makeException, readExceptionRules, type Person } from './make-exception.ts';
import { readExceptionFile, type FileEntry } from './read-file.ts';
import { isCheck, requireEnd } from './scope-of-request.ts';

type Request = { yaml: string; dryRun: boolean; reader: ReaderScope; by: Person; at: Date };

/**
 * Takes in a file of accepted risks: each entry that is not there yet becomes an exception, asked for by
 * whoever imports it. All or, where any line is wrong, nothing; what is wrong is told line by line.
 */
export async function importExceptions(db: Database, request: Request): Promise<ExceptionImport> {
  const file = readExceptionFile(request.yaml);
  const { source, entries } = file;
  const errors = [...file.errors];
  const notes: ExceptionLine[] = [];
  const chains = await chainsByAccount(db, request.reader, source);
  const { secondPerson } = await readExceptionRules(db);
  const known = await listExceptions(db, [...chains.values()]);
  const wanted: { asked: NewException; chain: string }[] = [];
  for (const entry of entries) {
    const { line, asked } = entry;
    const chain = chains.get(asked.account);
    const wrong = errorsOf(entry, chain, request.at);
    errors.push(...wrong);
    if (wrong.length > 0 || chain === undefined) continue;
    if (known.some((one) => isSame(one, asked, request.at)))
      notes.push({ line, code: 'already-there', params: {} });
    else {
      wanted.push({ asked, chain });
      if (!(await coversSome(db, chain, asked)))
        notes.push({ line, code: 'covers-nothing', params: {} });
    }
  }
  const told = { entries: entries.length, errors, notes };
  if (errors.length > 0) return { ...told, made: 0, waiting: 0 };
  if (!request.dryRun) await makeAll(db, wanted, secondPerson, request);
  return { ...told, made: wanted.length, waiting: secondPerson ? wanted.length : 0 };
}

async function makeAll(
  db: Database,
  wanted: readonly { asked: NewException; chain: string }[],
  secondPerson: boolean,
  { by, at }: Request,
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const one of wanted)
      await makeException(tx, { ...one, secondPerson, extends: null }, by, at);
    const detail = { made: String(wanted.length), approval: secondPerson ? 'waiting' : 'self' };
    await recordInAuditLog(tx, { at, actor: by.id, action: 'exceptions.imported', detail });
  });
}

async function chainsByAccount(
  db: Database,
  reader: ReaderScope,
  source: Source['kind'] | null,
): Promise<ReadonlyMap<string, string>> {
  if (source === null) return new Map();
  const scans = await newestScans(db, reader, { source });
  const ordered = scans.toSorted((a, b) => a.judgement - b.judgement);
  return new Map(ordered.map(({ account, chain }) => [account, chain]));
}

function errorsOf(
  { line, asked }: FileEntry,
  chain: string | undefined,
  at: Date,
): ExceptionLine[] {
  const { check, account } = asked;
  const found: ExceptionLine[] = [];
  if (!isCheck(check)) found.push({ line, code: 'check-unknown', params: { check } });
  if (chain === undefined) found.push({ line, code: 'account-unknown', params: { account } });
  return [...found, ...endErrors(line, asked, at)];
}

const endCodes = {
  'time-zone-unknown': 'zone-unknown',
  'exception-day-passed': 'day-passed',
  'exception-too-long': 'too-long',
} as const;

function endErrors(line: number, asked: NewException, at: Date): ExceptionLine[] {
  try {
    requireEnd(asked, at);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || !(error.code in endCodes)) throw error;
    const code = endCodes[error.code as keyof typeof endCodes];
    return [{ line, code, params: error.params }];
  }
}

/** The same scope to the same day, by the same owner for the same reason, and not ended by anybody. */
function isSame(one: StoredException, asked: NewException, at: Date): boolean {
  return (
    one.revokedAt === null &&
    one.until > at &&
    (['account', 'check', 'resource', 'reason', 'owner', 'lastDay', 'zone'] as const).every(
      (key) => one[key] === asked[key],
    ) &&
    JSON.stringify(one.regions) === JSON.stringify(asked.regions)
  );
}

async function coversSome(db: Database, chain: string, asked: NewException): Promise<boolean> {
  const open = await readOpenFindings(db, chain, [asked.check]);
  return open.some((finding) => finding.outcome === 'fail' && inScope(asked, finding));
}
