import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readEvents } from '../testing/event-stream.ts';
import { nginxProgram, startNginx } from '../testing/nginx.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Shorter than nginx's own 60 s, longer than the time between two heartbeats. */
const patienceSeconds = 7;

// Debian's nginx; without it these are skipped, and the report says so.
describe.skipIf(nginxProgram === undefined)('the stream of events behind nginx', () => {
  let install: TestInstall;
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  let cookie: string;
  beforeAll(async () => {
    install = await openTestInstall({ openTarget: worldTarget('spotless', { latencyMs: 60 }) });
    cookie = await install.signIn('owner');
    nginx = await startNginx(install.origin, patienceSeconds);
  }, 60_000);
  afterAll(async () => {
    await nginx.stop();
    await install.close();
  });

  test('is not held back, not cut off while nothing happens, and ends with the session', async () => {
    const stream = readEvents(`${nginx.origin}/api/events`, cookie);
    await vi.waitFor(() => expect(stream.events.at(-1)?.name).toBe('ready'), 2_000);
    await pause((patienceSeconds + 1) * 1_000);
    const heartbeats = stream.heartbeats.length;

    const begun = performance.now();
    const { body } = await install
      .send('post', '/api/scans', cookie)
      .send({ target: 'demo' } satisfies Pick<Scan, 'target'>);
    await vi.waitFor(
      () =>
        expect(stream.scans().some(({ id, progress }) => id === body.id && progress)).toBe(true),
      5_000,
    );
    const firstProgressMs = (stream.events.at(-1)?.at ?? 0) - begun;
    await vi.waitFor(() => expect(stream.scans().at(-1)?.status).toBe('complete'), 15_000);
    await install.send('post', '/api/auth/sign-out', cookie).send({});
    await stream.ended;

    expect(heartbeats).toBeGreaterThan(0);
    expect(firstProgressMs).toBeLessThan(4_000);
    expect(stream.scans().filter(({ progress }) => progress).length).toBeGreaterThan(3);
  });
});
