import path from 'node:path';
import { createInterface } from 'node:readline';
import { simulatedSession } from '@ippo/collectors';
import { addTestPerson } from './people.ts';
import { openTestInstall } from './test-install.ts';

/**
 * Serves the built pages on a made-up account, for journeys through time: each line of stdin is the instant
 * that it is from then on. Prints its address once an owner and an operator can sign in.
 */
let now = new Date(process.argv[2] ?? Date.now());
const install = await openTestInstall({
  now: () => now,
  openTarget: async () => simulatedSession('acme-demo', { now }),
  webFolder: path.join(import.meta.dirname, '../../../web/dist'),
});
await addTestPerson(install, 'owner@example.com');
await addTestPerson(install, 'operator@example.com', { role: 'operator', until: null });
process.stdout.write(`serves ${install.origin}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  process.stdout.write(`clock ${now.toISOString()}\n`);
}
await install.close();
