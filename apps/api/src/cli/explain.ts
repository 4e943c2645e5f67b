import { CommanderError } from 'commander';
import { DomainError, problemSentence, type Language, type ProblemCode } from '@ippo/contracts';
import { exitCodes } from './exit-code.ts';
import { UsageError } from './usage-error.ts';

/** Problems of the command's own use; every other one means that the account was not reached. */
const usageProblems: ProblemCode[] = [
  ...(['unknown-world', 'setting-invalid', 'bad-request', 'folder-in-use'] as const),
  ...(['passphrase-missing', 'passphrase-wrong', 'backup-unreadable', 'backup-newer'] as const),
  ...(['no-such-person', 'forbidden', 'no-data-folder', 'role-arn-refused'] as const),
  ...(['home-not-empty', 'file-exists', 'storage-failed'] as const),
  ...(['export-format-unknown', 'report-cover-too-long', 'time-zone-unknown'] as const),
  ...(['report-period-open', 'report-period-reversed', 'no-scan-in-period'] as const),
  ...(['no-report', 'not-found', 'evidence-pruned'] as const),
  ...(['signing-key-missing', 'signing-key-differs', 'signing-key-unreadable'] as const),
  ...(['signing-key-used-before', 'no-such-signing-key'] as const),
];

/** The language asked for, also where the rest of the command line was wrong. */
function languageAsked(): Language {
  const position = process.argv.indexOf('--lang');
  return process.argv[position + 1] === 'ja' && position >= 0 ? 'ja' : 'en';
}

/** Says what went wrong on standard error; the exit status. */
export function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof DomainError) {
    process.stderr.write(`${problemSentence(error.code, error.params, languageAsked())}\n`);
    if (error.code.startsWith('report-') && !usageProblems.includes(error.code))
      return exitCodes.incomplete;
    return usageProblems.includes(error.code) ? exitCodes.usage : exitCodes.unreachable;
  }
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.incomplete;
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exitCodes.defect;
}
