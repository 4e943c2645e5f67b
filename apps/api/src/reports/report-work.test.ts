import { describe, expect, test } from 'vitest';
import type { ReportJob } from './report-job.ts';
import { openReportWork } from './report-work.ts';

const signal = new AbortController().signal;
const log = { error: () => {}, warn: () => {} };

/** A job that holds the one place until it is told what comes of it. */
function held() {
  const { promise, reject } = Promise.withResolvers<ReportJob>();
  return { gather: () => promise, fail: () => reject(new Error('no job')) };
}

describe('the place where reports are made', () => {
  test('takes one at a time, lets a few wait, and tells more to come again', async () => {
    const work = openReportWork(log);
    const first = held();
    let begun = 0;
    const next = () => {
      begun += 1;
      return Promise.reject(new Error('no job'));
    };

    const running = work.make(first.gather, { signal });
    const waiting = [1, 2, 3, 4].map(() => work.make(next, { signal }));
    const tooMany = work.make(next, { signal });

    await expect(tooMany).rejects.toMatchObject({ code: 'report-busy' });
    expect(begun).toBe(0);
    first.fail();
    await expect(running).rejects.toThrow('no job');
    for (const one of waiting) await expect(one).rejects.toThrow('no job');
    expect(begun).toBe(4);
    await expect(work.make(next, { signal })).rejects.toThrow('no job');
  });

  test('keeps no place in line for who left while they waited', async () => {
    const work = openReportWork(log);
    const gone = new AbortController();
    const first = held();
    const next = () => Promise.reject(new Error('no job'));

    const running = work.make(first.gather, { signal });
    const left = [1, 2, 3, 4].map(() => work.make(next, { signal: gone.signal }));
    await expect(work.make(next, { signal })).rejects.toMatchObject({ code: 'report-busy' });
    gone.abort();
    await Promise.resolve();
    const waiting = work.make(next, { signal });
    first.fail();

    await expect(running).rejects.toThrow('no job');
    for (const one of left) await expect(one).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waiting).rejects.toThrow('no job');
  });

  test('does not begin for who left while they waited, nor once it is closed', async () => {
    const work = openReportWork(log);
    const gone = new AbortController();
    const first = held();
    let begun = 0;
    const next = () => {
      begun += 1;
      return Promise.reject(new Error('no job'));
    };

    const running = work.make(first.gather, { signal });
    const left = work.make(next, { signal: gone.signal });
    gone.abort();
    first.fail();
    await expect(running).rejects.toThrow('no job');
    await expect(left).rejects.toThrow();
    work.close();
    await expect(work.make(next, { signal })).rejects.toThrow();

    expect(begun).toBe(0);
  });
});
