import {
  defaultSettings,
  emptyScope,
  evidenceSchema,
  evidenceTypes,
  generalReasonTexts,
  languages,
  type Attestation,
  type CheckResult,
  type Evidence,
  type Localised,
  type Outcome,
  type Reason,
  type Scope,
  type Settings,
} from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { checkRegistry } from '../checks.gen.ts';
import type { Check } from '../define-check.ts';
import { judge } from '../judge/judge.ts';

/** One literal case; `findings` is the number of units and of scopes without one. */
export type Case = {
  given: Evidence;
  reason: string;
  /** Needed where the unit is a trail; else it follows from the regions. */
  findings?: number;
  /** Why a reading lacks, where the reason is `not-read`. */
  readingReason?: string;
  /** Parameters that the reason must carry. */
  params?: Reason['params'];
  severity?: string;
  settings?: Partial<Settings>;
  scope?: Partial<Scope>;
  attestations?: readonly Attestation[];
};

const registered: readonly Check[] = checkRegistry;

export type Cases = Readonly<Record<string, Case>>;
type CaseSets = {
  passes?: Cases;
  fails?: Cases;
  unknown?: Cases;
  manual?: Cases;
  notApplicable?: Cases;
};

const outcomeOf: Readonly<Record<keyof CaseSets, Outcome>> = {
  passes: 'pass',
  fails: 'fail',
  unknown: 'unknown',
  manual: 'manual',
  notApplicable: 'not-applicable',
};
const sets = Object.keys(outcomeOf) as (keyof CaseSets)[];

/** Runs a check's literal cases through the whole engine. Always needs an unknown case, or only manual ones. */
export function checkCases(check: Check, cases: CaseSets): void {
  describe(check.id, () => {
    test('has a case in which it cannot be told, unless a person always tells', () => {
      const given = sets.filter((set) => Object.keys(cases[set] ?? {}).length > 0);
      const alwaysManual = given.length === 1 && given[0] === 'manual';

      expect(given.includes('unknown') || alwaysManual).toBe(true);
    });

    for (const set of sets.filter((one) => cases[one]))
      describe(set, () => {
        test.each(Object.entries(cases[set] ?? {}))('%s', (_sentence, given) => {
          const { result, regions } = judged(check, given);

          expect({ outcome: result.outcome, code: result.reason.code }).toEqual({
            outcome: outcomeOf[set],
            code: given.reason,
          });
          expect(result.findings).toHaveLength(given.findings ?? expectedFindings(check, regions));
          expectDetails(result, given);
          expectSentences(check, result);
          expectReferences(result, given.given);
        });
      });
  });
}

function judged(check: Check, given: Case): { result: CheckResult; regions: number } {
  evidenceSchema.parse(given.given);
  for (const reading of given.given.readings)
    if (reading.readable) evidenceTypes[reading.type].value.parse(reading.value);
  const inputs = {
    evidence: given.given,
    settings: { ...defaultSettings, ...given.settings },
    scope: { ...emptyScope, ...given.scope },
    attestations: given.attestations ?? [],
  };
  const checks = withPrerequisites(check);
  const report = judge(inputs, checks);
  expect(canonicalJson(judge(inputs, checks))).toBe(canonicalJson(report));
  const result = report.checks.find((one) => one.id === check.id);
  if (!result) throw new Error(`${check.id} was not judged`);
  return { result, regions: report.regions.length + (report.regionsAssumed ? 1 : 0) };
}

/** The registered check and those that its verdict may rest on; the others could say nothing about it. */
function withPrerequisites({ id }: Pick<Check, 'id'>): readonly Check[] {
  const check = registered.find((one) => one.id === id);
  if (!check) throw new Error(`${id} is not in the registry`);
  return [
    ...new Set([...check.dependsOn.flatMap((other) => withPrerequisites({ id: other })), check]),
  ];
}

function expectedFindings(check: Check, regions: number): number {
  if (check.unit === 'account') return 1;
  if (check.unit === 'region') return regions;
  throw new Error(`${check.id}: say how many findings this case has`);
}

function expectDetails(result: CheckResult, given: Case): void {
  if (given.readingReason !== undefined)
    expect([result.reason.params.readingReason].flat()).toContain(given.readingReason);
  if (given.params) expect(result.reason.params).toMatchObject(given.params);
  if (given.severity !== undefined)
    expect(result.findings.map((finding) => finding.severity)).toEqual([given.severity]);
}

/** Every code that was given has a sentence in both languages, and every mark of it a value. */
function expectSentences(check: Check, result: CheckResult): void {
  for (const { code, params } of [result.reason, ...result.findings.map((one) => one.reason)])
    for (const language of languages) {
      const general: Readonly<Record<string, Localised>> = generalReasonTexts;
      const sentence = check.text[language].reasons[code] ?? general[code]?.[language];
      expect(sentence, code).toBeDefined();
      for (const [, mark = ''] of sentence?.matchAll(/\{(\w+)\}/g) ?? [])
        expect(Object.keys(params), `${code} in ${language}`).toContain(mark);
    }
}

/** Every claim that rests on an answer names a call that was really made. */
function expectReferences(result: CheckResult, evidence: Evidence): void {
  const made = new Set(evidence.calls.map((call) => call.requestId));
  for (const finding of result.findings) {
    for (const ref of finding.evidence) expect(made).toContain(ref.requestId);
    if (finding.outcome === 'pass' || finding.outcome === 'fail')
      expect(finding.evidence).not.toEqual([]);
  }
}
