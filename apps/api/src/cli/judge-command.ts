import { evidenceSchema, evidenceTypes, type Evidence } from '@ippo/contracts';
import { exitCodeOf } from './exit-code.ts';
import { readInput, requireWritable } from './output-file.ts';
import { judgeEvidence, writeReport, type ReportOptions } from './report-output.ts';
import { ruleOf } from './scan-command.ts';
import { UsageError } from './usage-error.ts';

/** Judges evidence from a file, without AWS: the same report as the scan gave, byte for byte. */
export async function runJudge(file: string, options: ReportOptions): Promise<number> {
  requireWritable(options.out, '--out');
  const report = judgeEvidence(parseEvidence(readInput(file, 'evidence')));
  await writeReport(report, options);
  return exitCodeOf(report, ruleOf(options));
}

/** Evidence as it lies in a file; anything else is bad usage, with the place that is wrong. */
export function parseEvidence(text: string): Evidence {
  const document = parsed(text);
  const whole = evidenceSchema.safeParse(document);
  if (!whole.success) throw notEvidence(whole.error.issues[0]?.path);
  whole.data.readings.forEach((reading, at) => {
    if (!reading.readable) return;
    const value = evidenceTypes[reading.type].value.safeParse(reading.value);
    if (!value.success)
      throw notEvidence(['readings', at, 'value', ...(value.error.issues[0]?.path ?? [])]);
  });
  // Parsed by both schemas above; the document itself is kept, so that its digest stays what it was.
  return document as Evidence;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('evidence: the file is not JSON.');
  }
}

function notEvidence(path: readonly PropertyKey[] | undefined): UsageError {
  return new UsageError(`evidence: the file is no evidence of Ippo (${(path ?? []).join('.')}).`);
}
