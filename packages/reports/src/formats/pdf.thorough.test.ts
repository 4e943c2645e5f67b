import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Seconds of the processor: a busy machine makes a report wait, and `bench/` measures by the clock. */
type Made = { sha256: string; seconds: number; megabytes: number };
const makers = {
  big: ['big-assessment', 'bigAssessment'],
  unlike: ['worst-assessments', 'unlikeAssessment'],
  'many-calls': ['worst-assessments', 'manyCallsAssessment'],
} as const;

/** Writes a report in a process of its own, as the API does. */
async function made(
  format: string,
  maker: keyof typeof makers,
  findings: number,
  env: Record<string, string> = {},
): Promise<Made> {
  const entry = (name: string) => JSON.stringify(new URL(`../${name}.ts`, import.meta.url).href);
  const [file, name] = makers[maker];
  const script = `
    const { default: format } = await import(${entry(`formats/${format}`)});
    const { ${name} } = await import(${entry(`testing/${file}`)});
    const { contextIn } = await import(${entry('testing/assessments')});
    const hash = (await import('node:crypto')).createHash('sha256');
    const assessment = JSON.parse(JSON.stringify(${name}(${findings})));
    const began = process.cpuUsage();
    for await (const part of format.renderReport(assessment, contextIn('ja'))) hash.update(part);
    const used = process.cpuUsage(began);
    const seconds = (used.user + used.system) / 1e6;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ sha256: hash.digest('hex'), seconds, megabytes }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout) as Made;
}

describe('a report of many findings', () => {
  it.each([
    { format: 'pdf', maker: 'big', findings: 500, within: 5 },
    { format: 'pdf', maker: 'big', findings: 20_000, within: 60 },
    { format: 'pdf', maker: 'unlike', findings: 20_000, within: 60 },
    { format: 'pdf', maker: 'many-calls', findings: 20_000, within: 60 },
    { format: 'html', maker: 'big', findings: 20_000, within: 60 },
    { format: 'html', maker: 'many-calls', findings: 20_000, within: 60 },
  ] as const)(
    'is made as $format of $findings ($maker) in time and in 700 MB',
    async ({ format, maker, findings, within }) => {
      const { seconds, megabytes } = await made(format, maker, findings);

      expect(seconds, `${seconds} s`).toBeLessThan(within);
      expect(megabytes, `${megabytes} MB`).toBeLessThan(700);
    },
  );

  it('has the same bytes in every zone and locale', async () => {
    const zones = [
      { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
    ];

    const [one, other] = await Promise.all(zones.map((env) => made('pdf', 'big', 500, env)));

    expect(one?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(other?.sha256).toBe(one?.sha256);
  });
});
