import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession } from '@ippo/collectors';
import type {
  AcceptedRisks,
  Exception,
  ExceptionRules,
  FindingRow,
  Scan,
  ScanReport,
} from '@ippo/contracts';
import { openTestInstall, type TestInstall } from './test-install.ts';

/** What the routes answer. */
export type FindingList = {
  findings: FindingRow[];
  total: number;
  exceptions: Record<string, number>;
};
export type ExceptionPage = {
  exceptions: Exception[];
  total: number;
  next: string | null;
  counts: Record<string, number>;
  rules: ExceptionRules;
};
export type Reported = { report: ScanReport; accepted: AcceptedRisks | null };

type Answer<Body> = { status: number; body: Body };

/** An install with a scanned made-up account, whose clock the test moves. */
export type ExceptionStage = {
  install: TestInstall;
  owner: string;
  operator: string;
  /** The first scan, from before anything was accepted. */
  before: Scan;
  moveTo(now: Date): void;
  scan(): Promise<Scan>;
  get<Body>(path: string, cookie?: string): Promise<Answer<Body>>;
  post<Body = { code: string }>(
    path: string,
    body?: object,
    cookie?: string,
  ): Promise<Answer<Body>>;
  failsOf(check: string): Promise<FindingRow[]>;
};

/** The demo's account. */
export const account = '111122223333';
export const zone = 'Asia/Tokyo';
/** A check with several fails and nothing unknown in the demo. */
export const wide = { account, check: 'iam-user-mfa', regions: null, resource: null };
export const asked = {
  ...{ ...wide, reason: 'Keys for everybody follow in December.', owner: 'infra-admin' },
  ...{ lastDay: '2026-11-22', zone },
};

/** Opens one at 09:00 of 16 November 2026 in Tokyo. */
export async function openExceptionStage(): Promise<ExceptionStage> {
  let now = new Date('2026-11-16T00:00:00Z');
  const install = await openTestInstall({
    now: () => now,
    openTarget: async () => simulatedSession('acme-demo', { now }),
  });
  const owner = await install.signIn('owner');
  const operator = await install.signIn('operator');

  async function get<Body>(path: string, cookie = owner): Promise<Answer<Body>> {
    const { status, body } = await install.send('get', `/api${path}`, cookie);
    return { status, body: body as Body };
  }

  async function post<Body>(
    path: string,
    given: object = {},
    cookie = owner,
  ): Promise<Answer<Body>> {
    const { status, body } = await install.send('post', `/api${path}`, cookie).send(given);
    return { status, body: body as Body };
  }

  async function scan(): Promise<Scan> {
    const { body } = await post<Scan>('/scans', { target: 'demo' });
    for (;;) {
      const found = await get<Scan>(`/scans/${body.id}`);
      if (found.body.finishedAt !== null) return found.body;
      await pause(50);
    }
  }

  return {
    ...{ install, owner, operator, get, post, scan, before: await scan() },
    moveTo(to) {
      now = to;
    },
    async failsOf(check) {
      const { body } = await get<FindingList>(`/findings?check=${check}&outcome=fail`);
      return body.findings;
    },
  };
}
