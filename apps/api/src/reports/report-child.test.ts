import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { renderInChild, type ChildOptions } from './report-child.ts';
import type { ReportJob } from './report-job.ts';

const children = {
  'never-ends': new URL('../testing/report-children/never-ends.ts', import.meta.url),
  'never-reads': new URL('../testing/report-children/never-reads.ts', import.meta.url),
  'grows-natively': new URL('../testing/report-children/grows-natively.ts', import.meta.url),
  'fills-heap': new URL('../testing/report-children/fills-heap.ts', import.meta.url),
  'breaks-off': new URL('../testing/report-children/breaks-off.ts', import.meta.url),
  'reads-environment': new URL('../testing/report-children/reads-environment.ts', import.meta.url),
};

/** A job that no child of these tests opens; `facts` is all that weighs. */
function jobOf(facts: ReadonlyMap<string, string> = new Map()): ReportJob {
  const bytes = new Uint8Array();
  const packed = { digest: '', manifest: '', facts, moments: bytes, provenance: bytes };
  return {
    ...{ task: 'file', format: 'json', language: 'en', zone: 'UTC', maskKey: null, pack: null },
    judgement: { kind: 'whole', body: '{}' },
    gathered: {} as ReportJob['gathered'],
    evidence: packed,
  };
}

type Told = { ended: number; why: string[] };
function run(child: keyof typeof children, given: Partial<ChildOptions> = {}, job = jobOf()) {
  const told: Told = { ended: 0, why: [] };
  const made = renderInChild(job, {
    entry: children[child],
    signal: new AbortController().signal,
    ended: () => void (told.ended += 1),
    tell: (why) => void told.why.push(why),
    ...given,
  });
  return { made, told };
}

describe('the process that makes a report', () => {
  test('is ended when its time is over', async () => {
    const { made, told } = run('never-ends', { seconds: 1 });

    await expect(made).rejects.toMatchObject({
      code: 'report-timed-out',
      params: { seconds: '1' },
    });
    expect(told.ended).toBe(1);
  });

  test('is ended when native memory grows too large, though it never gives up its thread', async () => {
    const { made, told } = run('grows-natively', { mostBytes: 200 * 2 ** 20 });

    await expect(made).rejects.toMatchObject({ code: 'report-too-large' });
    expect(told.ended).toBe(1);
  });

  test('is too large, too, when its heap is full', async () => {
    const { made, told } = run('fills-heap');

    await expect(made).rejects.toMatchObject({ code: 'report-too-large' });
    expect(told.why).toHaveLength(1);
  });

  test('fails a file that it broke off, so that half of one never looks whole', async () => {
    const { made } = run('breaks-off');

    const { bytes, fileName } = await made;

    expect(fileName).toBe('half.json');
    await expect(text(bytes)).rejects.toMatchObject({ code: 'report-failed' });
  });

  test('is ended when whoever asked is gone, and that is no failure to tell of', async () => {
    const gone = new AbortController();
    const { made, told } = run('never-ends', { signal: gone.signal });
    setTimeout(() => gone.abort(), 200);

    await expect(made).rejects.toMatchObject({ code: 'report-failed' });
    expect(told).toEqual({ ended: 1, why: [] });
  });

  test('may be ended while its job is handed over: only whoever asked hears of it', async () => {
    const body = 'x'.repeat(10_000);
    const facts = new Map(Array.from({ length: 1_000 }, (_, index) => [`${index}`, body] as const));
    const gone = new AbortController();
    const { made, told } = run('never-reads', { signal: gone.signal }, jobOf(facts));
    setTimeout(() => gone.abort(), 300);

    // Vitest fails the run where a rejection stays unhandled; a server would end with all that it does.
    await expect(made).rejects.toMatchObject({ code: 'report-failed' });
    expect(told).toEqual({ ended: 1, why: [] });
  });

  // A busy machine holds us up, too, but hardly five times one after the other.
  const lagging = { retry: 4 };
  test(
    'sees no secret of this process, and is given a large account without holding up anybody',
    lagging,
    async () => {
      process.env['DATABASE_URL'] ??= 'postgresql://user:secret@localhost/ippo';
      const body = 'x'.repeat(10_000);
      const facts = new Map(
        Array.from({ length: 3_000 }, (_, index) => [`${index}`, body] as const),
      );
      const lag = monitorEventLoopDelay({ resolution: 5 });
      lag.enable();

      const { bytes } = await run('reads-environment', {}, jobOf(facts)).made;
      const seen = JSON.parse(await text(bytes)) as { names: string[]; characters: number };

      lag.disable();
      expect(seen.characters).toBe(30_000_000);
      expect(
        seen.names.filter((name) => !/^NODE_CHANNEL|^NODE_UNIQUE|^MALLOC_/.test(name)),
      ).toEqual([]);
      expect(lag.percentile(99) / 1e6).toBeLessThan(100);
    },
  );
});
