import { describe, expect, it } from 'vitest';
import { demoAssessment } from '../testing/assessments.ts';
import { hostileNames } from '../testing/hostile-assessments.ts';
import { redact } from './redact.ts';
import { reportFileName } from './report-file-name.ts';

const demo = demoAssessment();
const pdf = { extension: 'pdf' };

describe('the name of a report’s file', () => {
  it('says whose it is, as of which day, in which language, and that its data is simulated', () => {
    expect(reportFileName(demo, pdf, 'ja')).toBe(
      'ippo-acme-production-1111-2222-3333-2026-11-16-ja-simulated.pdf',
    );
  });

  it('says nothing about a source that is AWS, and what is not AWS', () => {
    const real = reportFileName({ ...demo, source: { kind: 'aws' } }, pdf, 'ja');
    const other = reportFileName(
      { ...demo, source: { kind: 'endpoint', url: 'http://x/' } },
      pdf,
      'ja',
    );

    expect(real).toBe('ippo-acme-production-1111-2222-3333-2026-11-16-ja.pdf');
    expect(other).toBe('ippo-acme-production-1111-2222-3333-2026-11-16-ja-endpoint.pdf');
  });

  it('says that it is redacted and names nothing', () => {
    const masked = redact(demo, () => 'masked-1');

    expect(reportFileName(masked, pdf, 'ja')).toBe(
      'ippo-masked-1-masked-1-2026-11-16-ja-simulated-redacted.pdf',
    );
    expect(reportFileName(demo, pdf, 'en', { redacted: true })).toBe(
      'ippo-2026-11-16-en-simulated-redacted.pdf',
    );
  });

  it.each(hostileNames)('stands whatever the account is called: %j', (accountName) => {
    const name = reportFileName({ ...demo, accountName }, pdf, 'ja');

    expect(name).toMatch(/^ippo-[a-z0-9-]{1,100}\.pdf$/);
    expect(name).toContain('1111-2222-3333-2026-11-16-ja-simulated');
  });
});
