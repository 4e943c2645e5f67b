import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '@ippo/checks';
import { languages, type Assessment, type Language } from '@ippo/contracts';
import { redact, reportFormats, type ReportFormat } from '@ippo/reports';
import {
  demoAssessment,
  emptyAssessment,
  hostileAssessment,
  unreadableAssessment,
} from '@ippo/reports/testing';
import { maskKeyOf, maskWith } from '../reports/mask.ts';

/** The reports that referees read, by the beginning of their files' names. */
const assessments: Readonly<Record<string, () => Assessment>> = {
  demo: demoAssessment,
  hostile: hostileAssessment,
  empty: emptyAssessment,
  unreadable: unreadableAssessment,
  redacted: () => redact(demoAssessment(), maskWith(maskKeyOf('referees'))),
};

/** Writes each report in each language and format, or in one of them, as `demo-ja.xlsx` into a folder. */
async function main([folder, only]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: write-reports.ts FOLDER [FORMAT]');
  mkdirSync(folder, { recursive: true });
  const all: readonly ReportFormat[] = reportFormats;
  // A pack is signed with an install's key: `ippo export` makes it.
  const formats = all.filter(({ id }) => id !== 'pack' && (only === undefined || id === only));
  for (const [name, assessment] of Object.entries(assessments))
    for (const language of languages)
      for (const format of formats) {
        const file = path.join(folder, `${name}-${language}.${format.extension}`);
        writeFileSync(file, await written(assessment(), format, language));
      }
}

async function written(
  assessment: Assessment,
  { renderReport }: ReportFormat,
  language: Language,
): Promise<Uint8Array> {
  if (renderReport === undefined) return new Uint8Array();
  const context = { catalogue, language, zone: 'Asia/Tokyo', pack: null };
  const parts: Buffer[] = [];
  for await (const part of renderReport(assessment, context)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

await main(process.argv.slice(2));
