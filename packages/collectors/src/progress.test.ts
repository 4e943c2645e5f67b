import type { ScanProgress } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { read } from './read.test-support.ts';

async function told(options: Parameters<typeof read>[0] = {}) {
  const progress: ScanProgress[] = [];
  const evidence = await read({ ...options, onProgress: (step) => progress.push(step) });
  return { evidence, progress, last: progress.at(-1) };
}

it('ends with every reading done, in lanes by region', async () => {
  const { evidence, last } = await told();

  expect(last).toMatchObject({ done: evidence.readings.length, total: evidence.readings.length });
  expect(last?.lanes.map(({ region }) => region)).toEqual([
    'ap-northeast-1',
    'global',
    'us-east-1',
  ]);
  expect(last?.lanes.every(({ inFlight }) => inFlight === 0)).toBe(true);
});

it('speaks at most ten times a second', async () => {
  const started = performance.now();

  const { progress } = await told({ latencyMs: 60 });

  const tenths = (performance.now() - started) / 100;
  expect(progress.length).toBeGreaterThan(2);
  expect(progress.length).toBeLessThan(tenths + 2);
});

it('names what is on its way', async () => {
  const { progress } = await told({ latencyMs: 120 });

  expect(progress.flatMap(({ now }) => now)).toContainEqual({
    operation: 'cloudtrail:DescribeTrails',
    region: 'us-east-1',
  });
});

it('counts refusals by action, region and reason, and leaves out what was not asked', async () => {
  const { last } = await told({
    regions: ['us-east-1'],
    faults: [{ operation: 'guardduty:GetDetector', act: 'deny' }],
  });

  expect(last?.refusals).toEqual([
    { action: 'guardduty:GetDetector', region: 'us-east-1', reason: 'denied', count: 1 },
  ]);
});
