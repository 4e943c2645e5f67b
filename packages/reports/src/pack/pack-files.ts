import type { Assessment } from '@ippo/contracts';
import type { PackFile } from '@ippo/pack';
import type { ReportContext } from '../define-report-format.ts';
import type { PackSource } from '../pack-source.ts';
import { corroborationCsv, samplable, sampleOf } from './corroboration.ts';
import { corroborationText } from './corroboration-text.ts';
import { packFacts } from './pack-facts.ts';
import { reportFiles } from './report-files.ts';
import { verifyEnglish } from './verify-en.ts';
import { verifyJapanese } from './verify-ja.ts';

/** Files that the pack itself adds: the public key, the list of digests, its signature. */
const addedByPack = 3;

/** Everything that a pack holds but its key, its list of digests and its signature. */
export async function packFiles(
  assessment: Assessment,
  context: ReportContext,
  pack: PackSource,
): Promise<PackFile[]> {
  const { redacted, scans } = assessment;
  const before = previousOf(assessment, pack);
  const files = [
    ...(await reportFiles(assessment, context)),
    text('scans.json', `${JSON.stringify({ format: 'ippo-scans-1', scans }, null, 2)}\n`),
    ...(before === null
      ? []
      : [text('previous-pack.sha256', `${before.sha256}  ${before.fileName}\n`)]),
    // What is masked in the report must not stand unmasked beside it.
    ...(redacted ? [] : await unmasked(assessment, context, pack)),
  ];
  const facts = packFacts(assessment, context, { ...pack, previous: before });
  const count = files.length + addedByPack + 1;
  const pages = [verifyEnglish(facts, count), verifyJapanese(facts, count)];
  if (context.language === 'ja') pages.reverse();
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  const verify = `${pages.map((lines) => lines.join('\n')).join(rule)}\n`;
  return [...files, text('VERIFY.txt', verify)];
}

/** The pack before this one; its file may be named after an account that is masked here. */
function previousOf({ redacted }: Assessment, { previous }: PackSource): PackSource['previous'] {
  return previous && redacted ? { ...previous, fileName: 'previous.pack.zip' } : previous;
}

async function unmasked(
  assessment: Assessment,
  { language }: ReportContext,
  { report, evidence, calls, inputs }: PackSource,
): Promise<PackFile[]> {
  // Without a line feed at its end: its SHA-256 is the digest that is told everywhere.
  const files: PackFile[] = [{ name: 'scan-report.json', bytes: report }];
  if (evidence === null) return files;
  const sample = sampleOf(calls, assessment.evidenceDigest, assessment.partition);
  const drawnFrom = samplable(calls).length;
  return [
    ...files,
    { name: 'evidence.json', bytes: evidence },
    ...(inputs === null ? [] : [text('inputs.json', `${JSON.stringify(inputs, null, 2)}\n`)]),
    text('corroboration.csv', await corroborationCsv(sample, assessment, language)),
    text('corroboration.txt', corroborationText(assessment, sample, drawnFrom)),
  ];
}

function text(name: string, content: string): PackFile {
  return { name, bytes: Buffer.from(content) };
}
