import {
  settingsSchema,
  type Attestation,
  type CheckResult,
  type Evidence,
  type Instant,
  type ScanReport,
  type Scope,
  type Settings,
} from '@ippo/contracts';
import { canonicalJson, sha256Hex } from '../canonical-json.ts';
import { catalogueDigest } from '../catalogue-digest.gen.ts';
import { checkRegistry } from '../checks.gen.ts';
import type { Check } from '../define-check.ts';
import { indexEvidence } from '../evidence-view.ts';
import { coverage, unreadable } from './coverage.ts';
import { evaluateCheck } from './evaluate-check.ts';
import { firstSteps } from './first-steps.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { regionScope } from './region-scope.ts';
import { checkResult } from './roll-up.ts';
import { score, scoreModel } from './score.ts';

/** Everything a verdict depends on. The time is the evidence's own: there is no clock here. */
export type JudgeInputs = {
  evidence: Evidence;
  settings: Settings;
  scope: Scope;
  attestations: readonly Attestation[];
  /** As of when answers are given and still valid: a later judgement of the same evidence; else its end. */
  answersAt?: Instant;
};

const allChecks: readonly Check[] = checkRegistry;
const engineVersion = '0.1.0';

/**
 * Judges evidence against the catalogue. The same inputs give the same canonical JSON, byte for byte.
 * `checks` is for tests; the product always judges the whole catalogue.
 */
export function judge(inputs: JudgeInputs, checks: readonly Check[] = allChecks): ScanReport {
  const { evidence, scope, attestations } = inputs;
  const settings = settingsSchema.parse(inputs.settings);
  const regions = regionScope(evidence, scope);
  const index = indexEvidence(evidence);
  const results = new Map<string, CheckResult>();
  const answersAt = inputs.answersAt ?? evidence.finishedAt;
  const answers = attestations.filter((answer) => answer.account === evidence.account);
  for (const check of inDependencyOrder(checks)) {
    const given = { index, regions, settings, scope, answers, answersAt, results };
    const findings = evaluateCheck(check, given);
    results.set(check.id, checkResult(check, findings));
  }
  const judged = checks
    .map((check) => results.get(check.id))
    .filter((result) => result !== undefined);
  const steps = (given: readonly CheckResult[]) => firstSteps(given, checks, answers, answersAt);
  return {
    format: 1,
    engine: { version: engineVersion, catalogueDigest, scoreModel },
    settings,
    source: evidence.source,
    account: evidence.account,
    partition: evidence.partition,
    caller: evidence.caller,
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    ended: evidence.ended,
    clockSkewSeconds: evidence.clockSkewSeconds,
    evidenceDigest: sha256Hex(canonicalJson(evidence)),
    regions: regions.list.map(({ name, state, answered, total }) => ({
      name,
      state,
      answered,
      total,
    })),
    regionsAssumed: regions.assumed,
    firstSteps: steps(judged),
    score: score(judged),
    coverage: coverage(judged, evidence),
    unreadable: unreadable(evidence, checks),
    checks: judged.map((result) => ({ ...result, ifMet: ifMet(result, judged, steps) })),
  };
}

/** What the score and the steps would be if this one check were met; null for one that is, or is out. */
function ifMet(
  result: CheckResult,
  all: readonly CheckResult[],
  steps: (given: readonly CheckResult[]) => ScanReport['firstSteps'],
): CheckResult['ifMet'] {
  if (result.standing !== 'not-met') return null;
  const met: CheckResult = { ...result, outcome: 'pass', blocked: false, standing: 'met' };
  const changed = all.map((other) => (other.id === result.id ? met : other));
  return { score: score(changed).value, done: steps(changed).done };
}
