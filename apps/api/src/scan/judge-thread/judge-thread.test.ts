import { canonicalJson, judge } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import { defaultSettings, emptyScope, type Evidence } from '@ippo/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpackEvidence } from '../../store/evidence-parts/pack-evidence.ts';
import { packReport } from '../../store/report-parts/pack-report.ts';
import { digestOfSettings } from '../../store/report-parts/summarise.ts';
import { inJudgeThread } from './judge-thread.ts';

const given = { settings: defaultSettings, scope: emptyScope, attestations: [] };
let evidence: Evidence;
beforeAll(async () => {
  const now = new Date('2026-11-16T03:00:00Z');
  evidence = await collectEvidence(simulatedSession('acme-demo', { now }));
});

describe('the thread that judges', () => {
  test('packs and judges as this thread would, byte for byte', async () => {
    const packed = await inJudgeThread('pack', evidence);
    const judged = await inJudgeThread('judge', packed, given);

    const settings = digestOfSettings(given.settings, given.scope);
    const here = packReport(judge({ ...given, evidence }), evidence.calls, settings);
    expect(canonicalJson(unpackEvidence(packed))).toBe(canonicalJson(evidence));
    expect([judged.digest, judged.manifest]).toEqual([here.digest, here.manifest]);
    expect(judged.facts).toEqual(here.facts);
    expect(judged.summary).toEqual(here.summary);
  });

  test('says what a job threw, and goes on with the next', async () => {
    const packed = await inJudgeThread('pack', evidence);
    const broken = inJudgeThread('judge', { ...packed, digest: 'another' }, given);
    const next = inJudgeThread('pack', evidence);

    await expect(broken).rejects.toThrow(/does not match its digest/);
    expect((await next).digest).toBe(packed.digest);
  });
});
