import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { checkRegistry } from './checks.gen.ts';
import type { Check } from './define-check.ts';

const checks: readonly Check[] = checkRegistry;

describe('the catalogue as data', () => {
  test('holds every check’s rules as the check declares them', () => {
    const rules = ({ id, measure, severity, unit, aggregate, dependsOn, requires }: Check) => ({
      id,
      measure,
      severity,
      unit,
      aggregate,
      dependsOn,
      requires,
    });

    expect(catalogue.checks).toMatchObject(checks.map(rules));
    expect(catalogue.checks.map(({ id, step }) => [id, step])).toEqual(
      checks.map(({ id, step }) => [id, step ?? null]),
    );
  });

  test('holds every framework with its requirements', () => {
    const requirements = Object.fromEntries(
      catalogue.frameworks.map(({ id, requirements: of }) => [id, Object.keys(of)]),
    );

    expect(Object.keys(requirements).sort()).toEqual([
      'aws-ssb',
      'aws-ssb-2022',
      'cis-aws-3.0',
      'cis-aws-5.0',
      'cis-aws-6.0',
      'cis-aws-7.0',
      'prowler',
      'security-hub',
    ]);
    for (const check of checks)
      for (const { framework, id } of check.references)
        expect(requirements[framework]).toContain(id);
  });

  test('holds every text in both languages', () => {
    for (const [at, check] of checks.entries()) {
      const { en, ja } = check.text;
      const shown = catalogue.checks[at];
      expect(shown).toMatchObject({
        title: { en: en.title, ja: ja.title },
        short: { en: en.short ?? en.title, ja: ja.short ?? ja.title },
        todo: { en: en.todo, ja: ja.todo },
        why: { en: en.why, ja: ja.why },
        good: { en: en.good, ja: ja.good },
        remediation: check.remediation,
        references: check.references,
      });
      for (const [key, text] of Object.entries(en.reasons))
        expect(shown?.reasons[key]).toEqual({ en: text, ja: ja.reasons[key] });
      for (const [key, text] of Object.entries(en.questions ?? {}))
        expect(shown?.questions[key]).toEqual({ en: text, ja: ja.questions?.[key] });
    }
  });
});
