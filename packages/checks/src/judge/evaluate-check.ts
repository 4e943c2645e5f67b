import {
  GLOBAL,
  type Attestation,
  type CheckResult,
  type Finding,
  type Instant,
  type Scope,
  type Settings,
} from '@ippo/contracts';
import type { Check, CheckContext } from '../define-check.ts';
import { viewFor, type EvidenceIndex } from '../evidence-view.ts';
import { fingerprint } from '../fingerprint.ts';
import { unknown, type UnitVerdict } from '../verdict.ts';
import { answerAsOf } from './answers.ts';
import { prerequisiteVerdict } from './blocked.ts';
import type { RegionScope } from './region-scope.ts';

/** What the engine hands from check to check within one judgement. */
export type Judgement = {
  index: EvidenceIndex;
  regions: RegionScope;
  settings: Settings;
  scope: Scope;
  answers: readonly Attestation[];
  /** As of when answers count. */
  answersAt: Instant;
  /** Results so far: a check's prerequisites come before it. */
  results: ReadonlyMap<string, CheckResult>;
};

/** Runs one check and turns its verdicts into findings, one per unit or scope without a unit. */
export function evaluateCheck(check: Check, judgement: Judgement): Finding[] {
  const { evidence } = judgement.index;
  const findings = verdicts(check, judgement).map((given): Finding => {
    const settled =
      given.outcome === 'no-unit' ? prerequisiteVerdict(check, given, judgement.results) : given;
    const { outcome, code, params, evidence: seen, severity } = settled;
    if (outcome === 'no-unit') throw new Error(`${check.id}: a scope without unit stayed open`);
    const { region, resource, facet } = given;
    return {
      fingerprint: fingerprint({
        sourceKind: evidence.source.kind,
        partition: evidence.partition,
        account: evidence.account,
        check: check.aliases?.[0] ?? check.id,
        region: region ?? GLOBAL,
        resource: resource ?? '',
        uniqueId: '',
        facet: facet ?? '',
      }),
      outcome,
      unit: check.unit,
      ...(region === undefined ? {} : { region }),
      ...(resource === undefined ? {} : { resource }),
      ...(facet === undefined ? {} : { facet }),
      ...(severity === undefined ? {} : { severity }),
      reason: { code, params },
      evidence: [...seen],
    };
  });
  return findings.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** A check that throws is our fault: unknown, never silent. */
function verdicts(check: Check, judgement: Judgement): readonly UnitVerdict[] {
  const { index, regions, settings, scope, answers, answersAt } = judgement;
  const context: CheckContext = {
    settings,
    scope,
    answerTo: (question) => answerAsOf(answersAt, answers, check.id, question),
  };
  try {
    return check.evaluate(viewFor(index, regions, check.requires), context);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [unknown('check-crashed', { message })];
  }
}

function placeOf(finding: Finding): string {
  return JSON.stringify([finding.region ?? '', finding.resource ?? '', finding.facet ?? '']);
}
