import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Fails before the work, not after it: `option` names what the file was asked for. */
export function requireWritable(file: string | undefined, option: string): void {
  if (file === undefined) return;
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw unusable(error, option);
  }
}

/** The text of a file that the command line names. */
export function readInput(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusable(error, option);
  }
}

/** Writes to a file, or to stdout; a report in a pipe is whole before the process ends. */
export async function writeOutput(text: string, file: string | undefined): Promise<void> {
  if (file !== undefined) writeFileSync(file, text, { mode: 0o600 });
  else await new Promise<void>((written) => void process.stdout.write(text, () => written()));
}

/** A file that takes lines as they come; it begins empty. */
export function openLines(file: string): { write(line: string): void; close(): void } {
  const descriptor = openSync(file, 'w', 0o600);
  return {
    write: (line) => void writeSync(descriptor, line),
    close: () => closeSync(descriptor),
  };
}

function unusable(error: unknown, option: string): UsageError {
  return new UsageError(`${option}: ${error instanceof Error ? error.message : String(error)}`);
}
