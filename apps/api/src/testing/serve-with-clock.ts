import path from 'node:path';
import { createInterface } from 'node:readline';
import { simulatedSession } from '@ippo/collectors';
import { addTestPerson } from './people.ts';
import { openTestInstall } from './test-install.ts';

/**
 * `node serve-with-clock.ts <instant> [folder of built pages]`: a made-up account, for journeys through time.
 * Each line of stdin is the instant that it is from then on. Prints its address once an owner and an operator
 * can sign in.
 */
const [, , begin = new Date().toISOString(), pages] = process.argv;
let now = new Date(begin);
const install = await openTestInstall({
  now: () => now,
  openTarget: async () => simulatedSession('acme-demo', { now }),
  webFolder: pages ?? path.join(import.meta.dirname, '../../../web/dist'),
});
await addTestPerson(install, 'owner@example.com');
await addTestPerson(install, 'operator@example.com', { role: 'operator', until: null });
process.stdout.write(`serves ${install.origin}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  process.stdout.write(`clock ${now.toISOString()}\n`);
}
await install.close();
