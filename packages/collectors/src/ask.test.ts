import { getEventListeners } from 'node:events';
import { expect, it, vi } from 'vitest';
import { read } from './read.test-support.ts';

it('leaves nothing on the signals of its calls, so that the memory of a scan can be given back', async () => {
  const any = vi.spyOn(AbortSignal, 'any');

  await read();

  const signals = any.mock.results.map(({ value }) => value as AbortSignal);
  any.mockRestore();
  expect(signals.length).toBeGreaterThan(30);
  expect(signals.filter((signal) => getEventListeners(signal, 'abort').length > 0)).toEqual([]);
});
