import { expect, test } from 'vitest';
import { writeLongHistory } from '../testing/long-history.ts';
import { openTestInstall } from '../testing/test-install.ts';

test.each(['csv', 'json'])(
  '20,000 findings are a %s file within a minute',
  async (format) => {
    const install = await openTestInstall();
    const owner = await install.signIn('owner');
    await writeLongHistory(install.services.db, { findings: 20_000, days: 1, until: new Date() });
    const began = performance.now();

    const address = `/api/exports/findings?format=${format}&lang=ja`;
    const answer = await install.send('get', address, owner).buffer();

    const seconds = (performance.now() - began) / 1_000;
    await install.close();
    const lines = answer.text.split('\n').length;
    expect(answer.status).toBe(200);
    expect(lines).toBeGreaterThanOrEqual(20_000);
    expect(seconds).toBeLessThan(60);
    process.stdout.write(`${format}: ${lines} lines in ${seconds.toFixed(1)} s\n`);
  },
  300_000,
);
