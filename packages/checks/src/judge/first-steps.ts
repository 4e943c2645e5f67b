import {
  stepIds,
  type Attestation,
  type CheckResult,
  type ScanReport,
  type StepState,
} from '@ippo/contracts';
import type { Check } from '../define-check.ts';
import { answerAsOf } from './answers.ts';

/** The state of each of the seven first steps (checks.md 0.6). The total is always seven. */
export function firstSteps(
  results: readonly CheckResult[],
  checks: readonly Check[],
  answers: readonly Attestation[],
  time: string,
): ScanReport['firstSteps'] {
  const items = stepIds.map((id) => {
    const members = checks.filter((check) => check.step === id);
    const lines = members.map((check) => line(check, results, answers, time));
    return { id, state: stepState(lines), checks: members.map((check) => check.id) };
  });
  const inState = (...states: StepState[]) =>
    items.filter((item) => states.includes(item.state)).length;
  return { done: inState('done', 'not-needed'), unknown: inState('unknown'), total: 7, items };
}

/** The first state present wins: one line that is not done holds the step. */
const precedence: readonly StepState[] = ['not-done', 'unknown', 'not-needed', 'done'];

function stepState(lines: readonly StepState[]): StepState {
  return precedence.find((state) => lines.includes(state)) ?? 'unknown';
}

function line(
  check: Check,
  results: readonly CheckResult[],
  answers: readonly Attestation[],
  time: string,
): StepState {
  const result = results.find((other) => other.id === check.id);
  if (!result) return 'unknown';
  if (result.outcome === 'fail' || result.blocked) return 'not-done';
  if (result.outcome === 'manual') return byAnswer(result.reason.code);
  if (result.outcome === 'unknown') {
    if (check.stepQuestion?.ifReason !== result.reason.code) return 'unknown';
    const { state } = answerAsOf(time, answers, check.id, check.stepQuestion.question);
    return state === 'yes' ? 'done' : state === 'no' ? 'not-done' : 'unknown';
  }
  return result.reason.code === 'root-has-no-credentials' ? 'not-needed' : 'done';
}

function byAnswer(code: string): StepState {
  if (code === 'answered-yes') return 'done';
  return code === 'answered-no' ? 'not-done' : 'unknown';
}
