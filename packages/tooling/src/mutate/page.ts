import { areas, count, figures } from './figures.ts';
import type { JudgedMutant } from './judged-mutants.ts';
import type { Measured } from './measured.ts';

/** `docs/mutation.md`: what was tried, what the tests noticed, and every change that they did not. */
export function mutationPage({ mutants, from, to }: Measured): string {
  const survivors = mutants.filter(({ caught }) => !caught);
  return `# Mutation tests

Written by \`pnpm mutate\`; measured ${from === to ? `on ${to}` : `from ${from} to ${to}`}.

Each mutant is one small change of \`packages/checks/src\` (a condition turned, a value emptied, a call left out). A mutant
counts as noticed when a test fails, or does not end. The texts of a check (\`text\`, \`remediation\`, \`references\`),
the frameworks, and generated files are data and are not changed here: the catalogue's own tests hold them.
An engine mutant runs the engine's own tests, a check's mutant the tests of the checks that import it and the engine's.
The tests on random accounts (\`properties\`, \`darkness\`, fuzz) are left out: they are slow to shrink, and what is
measured is what literal cases hold.

${table(
  ['part', 'mutants', 'noticed', 'score', 'at least'],
  areas
    .map((area) => figures(area, mutants))
    .map(({ name, total, caught, score, least }) => [
      name,
      total,
      caught,
      percent(score),
      `${least} %`,
    ]),
)}

## By file

${table(
  ['file', 'mutants', 'noticed', 'score'],
  [...Map.groupBy(mutants, ({ file }) => file)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, ofFile]) => [file, ...row(ofFile)]),
)}

## What no test noticed

${survivors.length} changes, by the reason why. Where a text or a list is empty, the tool puts words of its own there ("Stryker was
here").

${[...Map.groupBy(survivors, ({ why }) => why ?? 'Not looked at yet')]
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([why, list]) => group(why, list))
  .join('\n\n')}
`;
}

function row(mutants: readonly JudgedMutant[]): (string | number)[] {
  const { total, caught, score } = count(mutants);
  return [total, caught, percent(score)];
}

function group(why: string, list: readonly JudgedMutant[]): string {
  const rows = list.map(({ file, line, source, was, becomes }) => [
    `${file}:${line}`,
    code(source),
    was === source ? '' : code(was),
    becomes === '' ? 'nothing' : code(becomes),
  ]);
  return `### ${why} (${list.length})\n\n${table(['line', 'says', 'of it', 'changed to'], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function percent(score: number): string {
  return `${score.toFixed(1)} %`;
}

/** Code in a table's cell: a bar would end the cell, as would its own backticks; a long change says enough by its start. */
function code(text: string): string {
  const short = text.length > 110 ? `${text.slice(0, 107)}...` : text;
  const runs = short.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = runs.length > 0 ? ' ' : '';
  return `${fence}${space}${short.replaceAll('|', '\\|')}${space}${fence}`;
}
