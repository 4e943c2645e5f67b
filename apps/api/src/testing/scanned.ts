import type { Scan } from '@ippo/contracts';
import type { TestInstall } from './test-install.ts';

/** Scans the simulated account once, as a person would, and waits for its end. */
export async function scanned(install: TestInstall, cookie: string): Promise<Scan> {
  const { body } = await install.send('post', '/api/scans', cookie).send({ target: 'demo' });
  const { id } = body as { id: string };
  for (let left = 400; left > 0; left -= 1) {
    const { body: now } = await install.send('get', `/api/scans/${id}`, cookie);
    const scan = now as Scan;
    if (scan.finishedAt !== null) return scan;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`scan ${id} does not end`);
}
