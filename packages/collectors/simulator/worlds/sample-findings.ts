import { detector, finding } from '../build-parts.ts';
import { account, everywhere } from '../build-world.ts';
import type { World } from '../world.ts';

/** Two samples in one region; in another a real finding and an archived one. */
export default function sampleFindings(now: Date): World {
  const id = '111122223333';
  const info = JSON.stringify({ sample: true, unusual: { hoursOfDay: [1513609200000] } });
  const samples = ['first', 'second'].map((name) =>
    finding(id, now, { name, severity: 8, hoursAgo: 30, info }),
  );
  const real = finding(id, now, { name: 'real', severity: 7, hoursAgo: 2, info: '{}' });
  const archived = finding(id, now, { name: 'old', severity: 9, hoursAgo: 90, archived: true });
  return account({
    now,
    name: 'sample-findings',
    account: id,
    detectors: {
      ...everywhere((region) => [detector(id, region)]),
      'us-east-1': [detector(id, 'us-east-1', { findings: samples })],
      'eu-west-1': [detector(id, 'eu-west-1', { findings: [real, archived] })],
    },
  });
}
