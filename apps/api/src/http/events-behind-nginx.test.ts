import { setTimeout as pause } from 'node:timers/promises';
import type { Scan } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readEvents } from '../testing/event-stream.ts';
import { nginxProgram, startNginx } from '../testing/nginx.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

/** Shorter than nginx's own 60 s, longer than the time between two heartbeats. */
const patienceSeconds = 10;

// Debian's nginx; without it these are skipped, and the report says so.
describe.skipIf(nginxProgram === undefined)('the stream of events behind nginx', () => {
  let install: TestInstall;
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  let cookie: string;
  beforeAll(async () => {
    install = await openTestInstall({ openTarget: worldTarget('spotless', { latencyMs: 150 }) });
    cookie = await install.signIn('owner');
    nginx = await startNginx(install.origin, patienceSeconds);
  });
  afterAll(async () => {
    await nginx.stop();
    await install.close();
  });

  test('is not held back, not cut off while nothing happens, and ends with the session', async () => {
    const stream = readEvents(`${nginx.origin}/api/events`, cookie);
    await vi.waitFor(() => expect(stream.events.at(-1)?.name).toBe('ready'), 30_000);
    await pause((patienceSeconds + 1) * 1_000);
    const heartbeats = stream.heartbeats.length;

    const { body } = await install
      .send('post', '/api/scans', cookie)
      .send({ target: 'demo' } satisfies Pick<Scan, 'target'>);
    await vi.waitFor(
      () =>
        expect(stream.scans().some(({ id, progress }) => id === body.id && progress)).toBe(true),
      { timeout: 30_000, interval: 5 },
    );
    const whenProgressCame = stream.scans().at(-1)?.status;
    await vi.waitFor(() => expect(stream.scans().at(-1)?.status).toBe('complete'), 50_000);
    await install.send('post', '/api/auth/sign-out', cookie).send({});
    await stream.ended;

    expect(heartbeats).toBeGreaterThan(0);
    // Held back, it would all come at once, its end with it.
    expect(whenProgressCame).toBe('running');
    expect(stream.scans().filter(({ progress }) => progress).length).toBeGreaterThan(3);
  });
});
