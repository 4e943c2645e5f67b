import { canonicalJson, catalogue, judge, sha256Hex } from '@ippo/checks';
import {
  assessmentSchema,
  attestationSchema,
  instantSchema,
  scanReportSchema,
  scopeSchema,
  settingsSchema,
  type Language,
  type ScanReport,
} from '@ippo/contracts';
import { readPack } from '@ippo/pack';
import { z } from 'zod';
import { compareJudgements, fieldsOf } from './compare-judgements.ts';
import { exitCodes } from './exit-code.ts';
import { parseEvidence } from './judge-command.ts';
import { readPackFile } from './pack-file.ts';
import { print, sayOfVerdict, verdictOf, type VerifyOptions } from './verify-command.ts';
import { say } from './words.ts';

const inputsSchema = z.object({
  settings: settingsSchema,
  scope: scopeSchema,
  attestations: z.array(attestationSchema),
  answersAt: instantSchema,
});

/** Fields of `report.json` that tell what the judged report tells. */
const told = [
  ...['checks', 'firstSteps', 'score', 'coverage', 'regions', 'unreadable', 'engine'],
  ...['account', 'source', 'caller', 'evidenceDigest'],
];

/**
 * Verifies a pack, then judges its evidence anew. Exit 0: the same report, 1: not verified, or not what this
 * catalogue gives, 5: judged by another catalogue, 6: it cannot be recomputed.
 */
export async function runRecompute(file: string, options: VerifyOptions): Promise<number> {
  const { lang } = options;
  const bytes = readPackFile(file);
  const verdict = verdictOf(bytes, options);
  print(sayOfVerdict(file, verdict, lang));
  if (bytes === null || !verdict.verified) return exitCodes.notMet;
  const texts = new Map(
    readPack(bytes).map(({ name, bytes: inside }) => [name, new TextDecoder().decode(inside)]),
  );
  const { lines, status } = recompute(texts, lang);
  print(lines);
  return status;
}

type Outcome = { lines: string[]; status: number };

function recompute(texts: ReadonlyMap<string, string>, lang: Language): Outcome {
  const assessment = read(texts, 'report.json', (text) => assessmentSchema.parse(JSON.parse(text)));
  if (assessment.ok && assessment.value.redacted) return cannot([say(lang, 'recomputeRedacted')]);
  const missing = ['scan-report.json', 'evidence.json', 'inputs.json'].find(
    (name) => !texts.has(name),
  );
  if (missing !== undefined) return cannot([say(lang, 'recomputeWithout', { file: missing })]);
  const report = read(texts, 'scan-report.json', (text) =>
    scanReportSchema.parse(JSON.parse(text)),
  );
  const again = read(texts, 'evidence.json', (text) => {
    const inputs = inputsSchema.parse(JSON.parse(texts.get('inputs.json') ?? ''));
    return judge({ evidence: parseEvidence(text), ...inputs });
  });
  for (const part of [report, again, assessment])
    if (!part.ok) {
      const lines = [say(lang, 'recomputeUnreadable', { file: part.file, why: part.why })];
      // A later version may write what this one cannot read; that says nothing about the pack.
      return report.ok && report.value.engine.catalogueDigest !== catalogue.digest
        ? cannot(lines)
        : { lines, status: exitCodes.notMet };
    }
  if (!report.ok || !again.ok || !assessment.ok) throw new Error('a part of the pack is unread');
  const reader = fieldsOf(report.value, assessment.value, told);
  if (reader.length > 0)
    return {
      lines: reader.map((field) => say(lang, 'recomputeReader', { field })),
      status: exitCodes.notMet,
    };
  return compared(texts.get('scan-report.json') ?? '', report.value, again.value, lang);
}

function compared(text: string, report: ScanReport, again: ScanReport, lang: Language): Outcome {
  const digest = sha256Hex(canonicalJson(again));
  if (text === canonicalJson(again))
    return { lines: [say(lang, 'recomputeSame', { digest })], status: exitCodes.ok };
  const { checks, fields } = compareJudgements(report, again, lang);
  const others = fields.map((field) => say(lang, 'recomputeField', { field }));
  if (canonicalJson(report.engine) === canonicalJson(again.engine))
    return {
      lines: [say(lang, 'recomputeDiffers'), ...[...checks, ...others].map((line) => `  ${line}`)],
      status: exitCodes.notMet,
    };
  const catalogues = { pack: report.engine.catalogueDigest, here: catalogue.digest };
  return {
    lines: [
      say(lang, 'recomputeOther', { count: checks.length }),
      say(lang, 'recomputeCatalogues', catalogues),
      ...[...checks, ...others].map((line) => `  ${line}`),
    ],
    status: exitCodes.otherCatalogue,
  };
}

type Part<Value> = { ok: true; value: Value } | { ok: false; file: string; why: string };

/** A file as a value: whatever is wrong with it, deep nesting too, is told and not thrown. */
function read<Value>(
  texts: ReadonlyMap<string, string>,
  file: string,
  parse: (text: string) => Value,
): Part<Value> {
  try {
    return { ok: true, value: parse(texts.get(file) ?? '') };
  } catch (error) {
    return { ok: false, file, why: whyOf(error) };
  }
}

function whyOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues[0]?.path.join('.') ?? '';
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}

function cannot(lines: string[]): Outcome {
  return { lines, status: exitCodes.notRecomputable };
}
