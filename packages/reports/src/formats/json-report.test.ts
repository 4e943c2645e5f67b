import { assessmentSchema, languages, reportFileSchema, type ReportFile } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { demoAssessment, emptyAssessment, unreadableAssessment } from '../testing/assessments.ts';
import { bigAssessment } from '../testing/big-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { renderReport } from '../testing/render-report.ts';
import json from './json.ts';

const assessments = {
  demo: demoAssessment,
  empty: emptyAssessment,
  unreadable: unreadableAssessment,
  hostile: hostileAssessment,
  big: () => bigAssessment(1_000),
};

describe('a report as JSON', () => {
  it.each(Object.entries(assessments))('has the published shape: %s', async (_name, make) => {
    for (const language of languages) {
      const file: unknown = JSON.parse((await renderReport(json, make(), language)).toString());

      expect(reportFileSchema.parse(file)).toEqual(file);
    }
  });

  it.each(Object.entries(assessments))('holds the assessment itself: %s', async (_name, make) => {
    const file = await read(make(), 'ja');

    expect(assessmentSchema.parse(file)).toEqual(JSON.parse(JSON.stringify(make())));
  });

  it('says each outcome in codes, and beside them in a sentence of its language', async () => {
    const english = find(await read(demoAssessment(), 'en'));
    const japanese = find(await read(demoAssessment(), 'ja'));

    expect(english.reason).toEqual(japanese.reason);
    expect(english.sentence).toBe('The user has a console password and no MFA.');
    expect(japanese.sentence).toBe('コンソールパスワードがありますが、MFA が設定されていません。');
  });

  it('says at its top that its data is made up', async () => {
    const { notices } = await read(demoAssessment(), 'en');
    const real = await read({ ...demoAssessment(), source: { kind: 'aws' } }, 'en');

    expect(notices).toEqual(['Demo data (acme-demo). This account is made up.']);
    expect(real.notices).toEqual([]);
  });

  it('names the answer that lists the Regions where a finding has no evidence of its own', async () => {
    const { checks, populations } = await read(demoAssessment(), 'en');

    const bare = checks.flatMap(({ findings }) =>
      findings.filter(({ evidence }) => evidence.length === 0),
    );
    const listed = populations.find(({ id }) => id === 'regions')?.calls;
    expect(bare.length).toBeGreaterThan(0);
    expect(listed).toMatchObject([{ operation: 'account:ListRegions' }]);
    for (const { restsOn } of bare) expect(restsOn).toEqual(listed);
    const own = checks.flatMap(({ findings }) =>
      findings.filter(({ evidence }) => evidence.length > 0),
    );
    expect(own.filter(({ restsOn }) => restsOn !== undefined)).toEqual([]);
  });

  it('writes a line for each finding', async () => {
    const text = (await renderReport(json, demoAssessment(), 'en')).toString();

    expect(text.match(/^ {6}\{"evidence"/gm)).toHaveLength(440);
  });
});

async function read(assessment: ReturnType<typeof demoAssessment>, language: 'en' | 'ja') {
  return JSON.parse((await renderReport(json, assessment, language)).toString()) as ReportFile;
}

function find({ checks }: ReportFile) {
  const fails = checks.find(({ id }) => id === 'iam-user-mfa')?.findings ?? [];
  const fail = fails.find(({ outcome }) => outcome === 'fail');
  if (!fail) throw new Error('the demo account has a user without MFA');
  return fail;
}
