import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { latencyMs } from './scan.ts';
import { reportRows } from './reports.ts';
import { scanRows, type Row } from './rows.ts';
import { apiRows, storeRows } from './server-rows.ts';

const sets: Readonly<Record<string, () => Promise<Row[]>>> = {
  ...{ scan: scanRows, store: storeRows, api: apiRows, reports: reportRows },
};
const args = process.argv.slice(2);
const odd = args.find((arg) => arg !== '--write' && !(arg in sets));
if (odd !== undefined || (args.includes('--write') && args.length > 1)) {
  const names = Object.keys(sets).join(', ');
  console.error(`bench: usage: pnpm bench [--write], or only some of ${names}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, measure] of Object.entries(sets))
  if (args.includes(name) || args.every((arg) => arg === '--write'))
    rows.push(...(await measure()));
const text = page(rows);
console.log(text);
if (args.includes('--write')) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

function page(rows: readonly Row[]): string {
  return (
    [
      '# Measured against the budgets',
      `Simulated account \`spotless\`: 17 regions, 50 users, ${latencyMs} ms a call; medians of three. Rows about PGlite and the API run the real server on a folder; an API row is the time within which 97.5 % of the answers came, two people asking without pause. Made by \`pnpm bench --write\`.`,
      machine().join('\n'),
      [
        '| what | measured | budget | |',
        '| --- | --- | --- | --- |',
        ...rows.map(
          ({ what, measured, budget, ok }) =>
            `| ${what} | ${measured} | ${budget} | ${ok ? 'met' : '**not met**'} |`,
        ),
      ].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function machine(): string[] {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  ) as { version: string };
  const [cpu] = cpus();
  return [
    `- Ippo ${manifest.version}, Node ${process.versions.node}`,
    `- ${platform()} ${release()} ${arch()}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `- ${new Date().toISOString().slice(0, 10)}`,
  ];
}
