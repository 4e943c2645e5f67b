import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages, type Language } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../define-report-format.ts';
import csv from '../formats/csv.ts';
import html from '../formats/html.ts';
import json from '../formats/json.ts';
import markdown from '../formats/markdown.ts';
import pdf from '../formats/pdf.ts';
import xlsx from '../formats/xlsx.ts';
import { demoAssessment } from '../testing/assessments.ts';
import { readWorkbook } from '../testing/read-workbook.ts';
import { renderReport } from '../testing/render-report.ts';

/** `UPDATE_GOLDEN=1` writes them anew: what changed is then read in the commit. */
const updating = process.env['UPDATE_GOLDEN'] === '1';

/** Each format as a text that a reader of a commit can compare. */
const texts: readonly { format: ReportFormat; extension: string; text(bytes: Buffer): string }[] = [
  { format: json, extension: 'json', text: String },
  { format: csv, extension: 'csv', text: String },
  { format: markdown, extension: 'md', text: String },
  { format: html, extension: 'html', text: String },
  // Its words are those of the HTML file; here every byte counts.
  { format: pdf, extension: 'pdf.sha256', text: digest },
  { format: xlsx, extension: 'xlsx.txt', text: cells },
];

const cases = texts.flatMap((one) => languages.map((language) => ({ ...one, language })));

describe('the demo report', () => {
  it.each(cases)('is as it was: $extension in $language', async ({ format, extension, text, language }) => {
    const bytes = await renderReport(format, demoAssessment(), language);

    expect(text(bytes)).toBe(golden(extension, language, text(bytes)));
  });
});

function golden(extension: string, language: Language, now: string): string {
  const file = path.join(import.meta.dirname, `demo-${language}.${extension}`);
  if (updating) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  return readFileSync(file, 'utf8');
}

function digest(bytes: Buffer): string {
  return `${createHash('sha256').update(bytes).digest('hex')}\n`;
}

/** A workbook's cells, a line a row. */
function cells(bytes: Buffer): string {
  return readWorkbook(bytes)
    .map(({ name, rows }) =>
      [`== ${name}`, ...rows.map((row) => JSON.stringify(row).slice(1, -1))].join('\n'),
    )
    .join('\n\n');
}
