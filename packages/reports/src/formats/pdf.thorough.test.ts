import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

type Made = { sha256: string; seconds: number; megabytes: number; bytes: number };

/** Writes a report in a process of its own, as the API does. */
async function made(
  format: string,
  findings: number,
  env: Record<string, string> = {},
): Promise<Made> {
  const entry = (name: string) => JSON.stringify(new URL(`../${name}`, import.meta.url).href);
  const script = `
    const { default: format } = await import(${entry(`formats/${format}.ts`)});
    const { bigAssessment } = await import(${entry('testing/big-assessment.ts')});
    const { contextIn } = await import(${entry('testing/assessments.ts')});
    const hash = (await import('node:crypto')).createHash('sha256');
    const assessment = JSON.parse(JSON.stringify(bigAssessment(${findings})));
    const began = performance.now();
    let bytes = 0;
    for await (const part of format.renderReport(assessment, contextIn('ja'))) {
      hash.update(part);
      bytes += part.length;
    }
    const seconds = (performance.now() - began) / 1000;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ sha256: hash.digest('hex'), seconds, megabytes, bytes }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout) as Made;
}

describe('a report of many findings', () => {
  it.each([
    { format: 'pdf', findings: 500, within: 5, below: 700 },
    { format: 'pdf', findings: 20_000, within: 60, below: 700 },
    { format: 'html', findings: 20_000, within: 60, below: 700 },
  ])(
    'is made as $format of $findings in time and memory',
    async ({ format, findings, within, below }) => {
      const { seconds, megabytes, bytes } = await made(format, findings);

      console.log(
        `${format} of ${findings}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${bytes} bytes`,
      );
      expect(seconds).toBeLessThan(within);
      expect(megabytes).toBeLessThan(below);
    },
  );

  it('has the same bytes in every zone and locale', async () => {
    const zones = [
      { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
    ];

    const [one, other] = await Promise.all(zones.map((env) => made('pdf', 500, env)));

    expect(one?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(other?.sha256).toBe(one?.sha256);
  });
});
