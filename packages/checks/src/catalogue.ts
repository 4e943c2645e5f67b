import type { Catalogue, CatalogueCheck, CatalogueFramework, Localised } from '@ippo/contracts';
import { catalogueDigest } from './catalogue-digest.gen.ts';
import { checkRegistry } from './checks.gen.ts';
import type { Check } from './define-check.ts';
import { frameworks } from './frameworks.gen.ts';

const allChecks: readonly Check[] = checkRegistry;
const allFrameworks: readonly CatalogueFramework[] = Object.values(frameworks);

/** Every check's texts and rules as plain data, in both languages, by id. */
export const catalogue: Catalogue = {
  digest: catalogueDigest,
  checks: allChecks.map((check): CatalogueCheck => ({
    id: check.id,
    measure: check.measure,
    severity: check.severity,
    unit: check.unit,
    aggregate: check.aggregate,
    dependsOn: check.dependsOn,
    requires: check.requires,
    step: check.step ?? null,
    title: both(check, 'title'),
    short: { en: short(check.text.en), ja: short(check.text.ja) },
    todo: both(check, 'todo'),
    why: both(check, 'why'),
    good: both(check, 'good'),
    reasons: byKey(check.text.en.reasons, check.text.ja.reasons),
    questions: byKey(check.text.en.questions ?? {}, check.text.ja.questions ?? {}),
    remediation: check.remediation,
    references: check.references,
  })),
  frameworks: allFrameworks,
};

function short(text: { title: string; short?: string }): string {
  return text.short ?? text.title;
}

function both(check: Check, text: 'title' | 'todo' | 'why' | 'good'): Localised {
  return { en: check.text.en[text], ja: check.text.ja[text] };
}

function byKey(
  en: Readonly<Record<string, string>>,
  ja: Readonly<Record<string, string>>,
): Record<string, Localised> {
  return Object.fromEntries(
    Object.entries(en).map(([key, text]) => [key, { en: text, ja: ja[key] ?? text }]),
  );
}
