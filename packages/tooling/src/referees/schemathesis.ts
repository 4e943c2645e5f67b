import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles, type Role } from '@ippo/contracts';
import { runStep } from '../run-step.ts';
import { startIppo, type IppoServer } from './ippo-server.ts';
import type { Verdict } from './verdicts.ts';

/** Cases for each operation beside the edge cases that it derives from the schema. */
const examples = 10;
const seed = 20_261_122;
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];
/** These may end the session that tries them, so they come last, in a run and a session of their own. */
const ending =
  '^/(profile/sign-out-everywhere|profile/sessions/\\{id\\}/end|team/\\{id\\}/(sign-out|reset|access|remove|remove-second-factor))$';

/** What schemathesis writes with `--report json`, as far as it is read here. */
type Report = {
  failures: { title: string; operations: string[] }[];
  errors: { title?: string; message?: string; operations?: string[]; operation?: string }[];
  test_cases: { generated: number };
};

/** Our OpenAPI document, tried against the running server as each role and as a stranger. */
export async function schemathesisVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const server = await startIppo(root);
  try {
    const verdicts: Verdict[] = [];
    for (const role of [...roles, 'stranger'] as const)
      for (const part of ['main', 'ending'] as const)
        verdicts.push(...(await tryAs(role, part, { bin, server })));
    return verdicts;
  } finally {
    await server.stop();
  }
}

type Place = { bin: string; server: IppoServer };

async function tryAs(
  role: Role | 'stranger',
  part: 'main' | 'ending',
  { bin, server }: Place,
): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-schemathesis-'));
  const cookie = role === 'stranger' ? null : await server.signIn(role);
  const config = join(folder, 'schemathesis.toml');
  const reported = join(folder, 'report.json');
  writeFileSync(config, knownIds(server));
  const command = [
    ...[join(bin, 'schemathesis'), '--config-file', config, 'run'],
    `${server.origin}/api/openapi.json`,
    ...['--header', `Origin: ${server.origin}`],
    ...(cookie === null ? [] : ['--header', `Cookie: ${cookie}`]),
    ...[part === 'main' ? '--exclude-path-regex' : '--include-path-regex', ending],
    ...['--seed', String(seed), '--max-examples', String(examples), '--no-shrink'],
    ...['--phases', 'examples,coverage,fuzzing', '--checks', checks.join()],
    // Python 3.11 counts the depth of `compile` over all threads and may stop there (CPython issue 106905).
    ...['--workers', '1'],
    ...['--continue-on-failure', '--report', 'json', '--report-json-path', reported],
  ];
  try {
    const { output } = await runStep({ name: 'schemathesis', command }, folder);
    const report: Report = JSON.parse(readFileSync(reported, 'utf8'));
    const operations = await operationsOf(server, part, cookie);
    return verdictsOf(`${role} (${part})`, operations, report, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without ids of what exists, nearly every case would end at “not found”. */
function knownIds({ known }: IppoServer): string {
  return [
    ...entry('/scans/', known.scan),
    ...entry('/team/', known.person),
    ...entry('/connections/', 'demo'),
  ].join('\n');
}

function entry(path: string, id: string): string[] {
  return [
    '[[operations]]',
    `include-path-regex = '^${path}\\{id\\}'`,
    `parameters = { "path.id" = "${id}" }`,
  ];
}

async function operationsOf(
  { origin }: IppoServer,
  part: 'main' | 'ending',
  cookie: string | null,
): Promise<string[]> {
  const answer = await fetch(`${origin}/api/openapi.json`, {
    headers: cookie === null ? {} : { cookie },
  });
  const { paths } = (await answer.json()) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([path]) => new RegExp(ending).test(path) === (part === 'ending'))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
}

function verdictsOf(
  who: string,
  operations: readonly string[],
  report: Report,
  output: string,
): Verdict[] {
  const { failures, errors, test_cases: cases } = report;
  const wrong = [
    ...failures.map(({ title, operations: at }) => ({ title, at })),
    ...errors.map(({ title, message, operations: at, operation }) => ({
      title: title ?? message ?? 'error',
      at: at ?? (operation === undefined ? [] : [operation]),
    })),
  ];
  const stray = wrong.filter(({ at }) => !at.some((name) => operations.includes(name)));
  return [
    {
      name: `${who}: ${cases.generated} cases of ${operations.length} operations ran`,
      ok: cases.generated >= operations.length && stray.length === 0,
      detail: `${stray.map(({ title }) => title).join(', ')}\n${output.slice(-3000)}`,
    },
    ...operations.map((name) => {
      const said = wrong.filter(({ at }) => at.includes(name)).map(({ title }) => title);
      const detail = `${said.join(', ')}\n${partAbout(name, output)}`;
      return { name: `${who}: ${name}`, ok: said.length === 0, detail };
    }),
  ];
}

/** What the program says about one operation, which holds the request to repeat. */
function partAbout(operation: string, output: string): string {
  const start = output.search(new RegExp(`^_+ ${escape(operation)} _+$`, 'm'));
  if (start < 0) return '';
  const part = output.slice(output.indexOf('\n', start) + 1);
  const end = part.search(/^(?:_{5,}|={5,}) /m);
  return part.slice(0, end < 0 ? undefined : end).slice(0, 3000);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
