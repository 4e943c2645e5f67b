import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { openStore } from '../apps/api/src/store/database.ts';
import {
  becomeOwner,
  call,
  killLaunched,
  launch,
  says,
} from '../apps/api/src/testing/launched-program.ts';
import { writeLongHistory } from '../apps/api/src/testing/long-history.ts';

/** The size that design.md §12 asks for. */
export const history = { findings: 20_000, days: 400 };
/** Two people who ask without a pause are as many as fifty who read what they see. */
const connections = 2;
const seconds = 6;

/** One endpoint under load: milliseconds within which 97.5 % of the answers came, and how many a second. */
export type Load = { what: string; p97: number; rate: number };

/** Loads the real server on an embedded database with the history, signed in, one endpoint at a time. */
export async function loadApi(): Promise<Load[]> {
  const data = await dataFolder();
  const server = launch({
    IPPO_DATA_DIR: data,
    IPPO_LOG_LEVEL: 'error',
    IPPO_REQUESTS_A_MINUTE: '1000000',
  });
  try {
    const [, origin = ''] = await says(server, /Ippo runs at (\S+)/);
    const cookie = await becomeOwner(server, origin);
    const { data: page } = await call<{ findings: { fingerprint: string }[]; next: string }>(
      ...[origin, '/api/findings', { cookie }],
    );
    const one = page.findings[0]?.fingerprint ?? '';
    const paths = {
      overview: '/api/overview',
      'findings: first page, counts': '/api/findings?outcome=fail',
      'findings: next page': `/api/findings?cursor=${page.next}`,
      'findings: filter, sort, counts':
        '/api/findings?outcome=fail,unknown&severity=critical,high&region=us-east-1&sort=since&order=desc',
      'findings: text in the resource': '/api/findings?resource=trail-7&sort=region',
      'findings in groups: to do': '/api/finding-groups?outcome=fail,blocked',
      'findings in groups: all': '/api/finding-groups',
      'one finding': `/api/findings/${one}`,
      scans: '/api/scans',
      'trend of 400 days': '/api/trend?days=400',
    };
    const loads: Load[] = [];
    for (const [what, address] of Object.entries(paths))
      loads.push({ what, ...(await load(`${origin}${address}`, cookie)) });
    return loads;
  } finally {
    killLaunched();
    rmSync(data, { recursive: true, force: true });
  }
}

async function dataFolder(): Promise<string> {
  const data = mkdtempSync(path.join(tmpdir(), 'ippo-bench-'));
  mkdirSync(path.join(data, 'database'), { recursive: true });
  const store = await openStore({ folder: path.join(data, 'database') });
  await writeLongHistory(store.db, { ...history, until: new Date() });
  await store.close();
  return data;
}

async function load(url: string, cookie: string): Promise<Omit<Load, 'what'>> {
  const result = await autocannon({
    ...{ url, connections, duration: seconds, headers: { cookie } },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return { p97: result.latency.p97_5, rate: result.requests.average };
}
