/// <reference types="node" />
import { readdirSync } from 'node:fs';
import { evidenceIds, generalReasonTexts, stepIds } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { checkRegistry } from './checks.gen.ts';
import type { Check } from './define-check.ts';
import { arbitraryAccount } from './testing/arbitrary-account.ts';
import { judged, runs } from './testing/property-runs.ts';

const checks: readonly Check[] = checkRegistry;
const ids = checks.map(({ id }) => id);

function marksOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, mark = '']) => mark))].sort();
}

describe('the registry', () => {
  test('ids are the names of the files, and no two are the same', () => {
    const files = readdirSync(new URL('./catalog', import.meta.url), { recursive: true })
      .map((path) => String(path).split('/').at(-1) ?? '')
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => name.replace(/\.ts$/, ''));

    expect(ids).toEqual(files.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an alias is no other check’s id', () => {
    for (const check of checks)
      for (const alias of check.aliases ?? []) expect(ids).not.toContain(alias);
  });

  test('what a check depends on exists and judges before it', () => {
    for (const check of checks)
      for (const id of check.dependsOn) {
        expect(ids).toContain(id);
        expect(id).not.toBe(check.id);
      }
  });

  test('each of the seven steps has a check', () => {
    const covered = new Set(checks.flatMap(({ step }) => step ?? []));

    expect([...covered].sort()).toEqual([...stepIds].sort());
  });

  test('every check reads evidence that exists, and every kind but the region lists is read', () => {
    const read = new Set(checks.flatMap(({ requires }) => [...requires]));

    for (const id of read) expect(evidenceIds).toContain(id);
    expect(evidenceIds.filter((id) => !read.has(id))).toEqual(['account.regions', 'ec2.regions']);
  });

  test('severities and places are those of the catalogue', () => {
    expect(
      checks.map(({ id, severity, unit, aggregate }) => [id, severity, unit, aggregate]),
    ).toEqual([
      ['cfg-all-types', 'medium', 'region', 'all'],
      ['cfg-delivery', 'medium', 'region', 'all'],
      ['cfg-frequency', 'low', 'region', 'all'],
      ['cfg-global-types', 'medium', 'account', 'exists'],
      ['cfg-recording', 'high', 'region', 'all'],
      ['cfg-retention', 'low', 'region', 'all'],
      ['ct-bucket-public', 'critical', 'bucket', 'all'],
      ['ct-delivery', 'high', 'trail', 'all'],
      ['ct-enabled', 'critical', 'region', 'all'],
      ['ct-log-validation', 'medium', 'trail', 'all'],
      ['ct-mgmt-events', 'high', 'account', 'exists'],
      // Exists over trails, judged inside the account's one unit.
      ['ct-multi-region', 'high', 'account', expect.any(String)],
      ['gd-enabled', 'high', 'region', 'all'],
      ['gd-features', 'medium', 'plan', 'all'],
      ['gd-findings', 'high', 'region', 'all'],
      ['gd-notify', 'medium', 'region', 'all'],
      ['iam-individual-users', 'high', 'account', 'exists'],
      ['iam-user-mfa', 'high', 'user', 'all'],
      ['org-all-features', 'medium', 'account', 'all'],
      ['org-env-separation', 'low', 'account', 'all'],
      ['org-member', 'medium', 'account', 'all'],
      ['org-multi-account', 'medium', 'account', 'all'],
      ['root-access-key', 'critical', 'account', 'all'],
      ['root-mfa', 'critical', 'account', 'all'],
      ['root-signing-cert', 'high', 'account', 'all'],
      ['root-usage', 'high', 'account', 'all'],
    ]);
  });

  test('a check without a unit asks the catalogue’s prerequisite why', () => {
    const needing = checks.filter(({ dependsOn }) => dependsOn.length > 0);

    expect(Object.fromEntries(needing.map(({ id, dependsOn }) => [id, dependsOn]))).toEqual({
      'cfg-all-types': ['cfg-recording'],
      'cfg-delivery': ['cfg-recording'],
      'cfg-frequency': ['cfg-recording'],
      'cfg-global-types': ['cfg-recording'],
      'cfg-retention': ['cfg-recording'],
      'ct-bucket-public': ['ct-enabled'],
      'ct-delivery': ['ct-enabled'],
      'ct-log-validation': ['ct-enabled'],
      'ct-mgmt-events': ['ct-enabled'],
      'ct-multi-region': ['ct-enabled'],
      'gd-features': ['gd-enabled'],
      'gd-findings': ['gd-enabled'],
      'gd-notify': ['gd-enabled'],
      'org-all-features': ['org-member'],
      'org-env-separation': ['org-member'],
    });
  });
});

describe('the texts', () => {
  test.each(catalogue.checks.map((check) => [check.id, check] as const))(
    '%s says everything in both languages, with the same marks',
    (_id, check) => {
      const { title, todo, why, good, reasons, questions, remediation } = check;
      const sentences = [
        title,
        todo,
        why,
        good,
        remediation.mayBreak,
        remediation.cost.text,
        ...Object.values(reasons),
        ...Object.values(questions),
        ...check.references.map(({ because }) => because),
      ];

      for (const { en, ja } of sentences) {
        expect(en.trim()).not.toBe('');
        expect(ja).toMatch(/[぀-ヿ一-鿿]/);
        expect(marksOf(ja)).toEqual(marksOf(en));
      }
      expect(remediation.console.steps.ja).toHaveLength(remediation.console.steps.en.length);
    },
  );

  test('a check has the same reasons and questions in both languages', () => {
    for (const { text } of checks) {
      expect(Object.keys(text.ja.reasons).sort()).toEqual(Object.keys(text.en.reasons).sort());
      expect(Object.keys(text.ja.questions ?? {}).sort()).toEqual(
        Object.keys(text.en.questions ?? {}).sort(),
      );
    }
  });

  test('every general reason has the same marks in both languages', () => {
    for (const { en, ja } of Object.values(generalReasonTexts))
      expect(marksOf(ja)).toEqual(marksOf(en));
  });

  test('every reason that any account brings out has a sentence whose marks are all filled', () => {
    fc.assert(
      fc.property(arbitraryAccount(), (account) => {
        for (const result of judged(account).checks) {
          const own = checks.find(({ id }) => id === result.id)?.text;
          const general: Readonly<Record<string, { en: string; ja: string }>> = generalReasonTexts;
          const reserved = result.findings.flatMap(({ reason }) => Object.keys(reason.params));
          expect(reserved).not.toContain('count');
          expect(reserved).not.toContain('of');
          for (const { code, params } of [
            result.reason,
            ...result.findings.map((one) => one.reason),
          ])
            for (const language of ['en', 'ja'] as const) {
              const sentence =
                own?.[language].reasons[code] ?? general[code]?.[language] ?? '{missing}';
              const unfilled = marksOf(sentence).filter((mark) => !(mark in params));
              expect(unfilled, `${result.id}: ${code}`).toEqual([]);
            }
        }
      }),
      { ...runs, numRuns: Math.min(runs.numRuns, 300) },
    );
  });
});
