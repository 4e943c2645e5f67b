import {
  DomainError,
  exceptionLineSentence,
  may,
  roleSchema,
  type ExceptionImport,
  type ExceptionLine,
  type Language,
} from '@ippo/contracts';
import { exportExceptions } from '../exceptions/export-file.ts';
import { importExceptions } from '../exceptions/import-file.ts';
import { readPersonByEmail } from '../store/people.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { exitCodes } from './exit-code.ts';
import { readInput, requireWritable, writeOutput } from './output-file.ts';
import { onData } from './stored-data.ts';
import { terminalText } from './terminal-text.ts';
import { say } from './words.ts';

export type ExportOptions = { lang: Language };
export type ImportOptions = { lang: Language; as: string; dryRun: boolean };

/** Writes what holds or waits to a YAML file. */
export async function runExceptionsExport(file: string, { lang }: ExportOptions): Promise<number> {
  requireWritable(file, 'FILE');
  await onData(async (db) => {
    const asked = { reader: everyAccount, by: null, at: new Date() };
    const { yaml, entries } = await exportExceptions(db, asked);
    await writeOutput(yaml, file);
    print(say(lang, 'exceptionsExported', { entries, file: terminalText(file) }));
  });
  return exitCodes.ok;
}

/**
 * Takes in a YAML file in the name of an owner or operator, all of it or nothing; exit 1 where a line is wrong.
 * Throws DomainError `no-such-person` or `forbidden`.
 */
export async function runExceptionsImport(
  file: string,
  { lang, as, dryRun }: ImportOptions,
): Promise<number> {
  const yaml = readInput(file, 'FILE');
  let result: ExceptionImport | undefined;
  await onData(async (db) => {
    const at = new Date();
    const person = await readPersonByEmail(db, as);
    if (!person) throw new DomainError('no-such-person', { email: terminalText(as) });
    const role = roleSchema.safeParse(person.role).data ?? null;
    const ended = person.accessUntil !== null && person.accessUntil <= at;
    if (ended || !may(role, 'accept')) throw new DomainError('forbidden');
    const by = { id: person.id, name: person.name };
    result = await importExceptions(db, { yaml, dryRun, reader: everyAccount, by, at });
  });
  if (!result) throw new Error('the file was not looked at');
  for (const line of [...result.errors, ...result.notes].toSorted((a, b) => a.line - b.line))
    print(lineText(line, lang));
  const { entries, made, waiting, errors } = result;
  if (errors.length > 0) {
    print(say(lang, 'exceptionsRefused', { errors: errors.length }));
    return exitCodes.notMet;
  }
  print(say(lang, dryRun ? 'exceptionsTried' : 'exceptionsImported', { entries, made, waiting }));
  return exitCodes.ok;
}

function lineText(line: ExceptionLine, lang: Language): string {
  const sentence = terminalText(exceptionLineSentence(line, lang));
  return say(lang, 'exceptionsLine', { line: line.line, sentence, code: line.code });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
