import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { renderReport } from '../testing/render-report.ts';
import pdf from './pdf.ts';

const run = promisify(execFile);

describe('the report as PDF', () => {
  it('is whole with hostile names: markup of Typst, letters that the font lacks, endless words', async () => {
    const bytes = await renderReport(pdf, hostileAssessment(), 'ja');

    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.subarray(-6).toString()).toContain('%%EOF');
    expect(bytes.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    expect(bytes.length).toBeGreaterThan(500_000);
  });

  it.runIf(existsSync('/proc/self/maps'))(
    'leaves a process that only knows of it without its native part',
    async () => {
      const entry = new URL('../reports.ts', import.meta.url).href;
      const script = `const { reportFormats } = await import('${entry}');
        const maps = (await import('node:fs')).readFileSync('/proc/self/maps', 'utf8');
        console.log(reportFormats.some(({ id }) => id === 'pdf'), maps.includes('typst'));`;

      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);

      expect(stdout).toBe('true false\n');
    },
  );
});
