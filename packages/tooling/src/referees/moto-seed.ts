import { clientsOf, home, type Clients } from './moto-client.ts';
import {
  billingOrganization,
  directory,
  machineUser,
  organizationOfTwo,
  passwordUser,
} from './seed-account.ts';
import { logBucket, stoppedTrail, trail } from './seed-cloudtrail.ts';
import { record, recorder, retention, stopRecorder } from './seed-config.ts';
import { detector, findingRule, suspendDetectors } from './seed-guardduty.ts';

/**
 * States of the emulated account: everything on; nothing ever set up; everything set up and then
 * switched off or set badly, in few regions where a service is regional.
 */
export const states = ['everything-on', 'empty', 'switched-off'] as const;
export type State = (typeof states)[number];

/** Each a region of its own, so that one fault does not hide another. */
const narrow = 'us-east-2';
const unheard = 'us-west-2';

/** Brings a freshly reset emulator into a state. */
export async function seed(state: State, endpoint: string, regions: readonly string[]) {
  const clients = clientsOf(endpoint, home);
  await machineUser(clients);
  if (state === 'empty') return;
  const off = state === 'switched-off';
  await (off ? switchedOff(clients) : everythingOn(clients));
  for (const region of regions) {
    const regional = clientsOf(endpoint, region);
    await recorderOf(regional, region, off);
    await detectorOf(regional, region, off);
  }
}

async function everythingOn(clients: Clients): Promise<void> {
  await directory(clients);
  await organizationOfTwo(clients);
  await logBucket(clients, 'private');
  await trail(clients, 'whole');
}

async function switchedOff(clients: Clients): Promise<void> {
  await passwordUser(clients);
  await billingOrganization(clients);
  await logBucket(clients, 'public-read');
  await stoppedTrail(clients);
}

async function recorderOf(clients: Clients, region: string, off: boolean): Promise<void> {
  if (off && region === narrow) {
    await recorder(clients, 'instances');
    await retention(clients, 30);
    return;
  }
  await recorder(clients, region === home && !off ? 'everything' : 'without-iam');
  await record(clients);
  await retention(clients, 365);
  if (off && region === home) await stopRecorder(clients);
}

async function detectorOf(clients: Clients, region: string, off: boolean): Promise<void> {
  await detector(clients, off && region === narrow ? 'plan-off' : 'whole');
  await findingRule(clients, region, !(off && region === unheard));
  if (off && region === home) await suspendDetectors(clients);
}
