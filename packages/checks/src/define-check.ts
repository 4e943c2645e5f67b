import type {
  Aggregate,
  Attestation,
  EvidenceId,
  GeneralReason,
  Localised,
  Measure,
  Reference,
  Remediation,
  Scope,
  Settings,
  Severity,
  StepId,
  Unit,
} from '@ippo/contracts';
import type { EvidenceView } from './evidence-view.ts';
import type { UnitVerdict } from './verdict.ts';

/** What a check may use besides evidence; there is no clock, ages are counted from a reading's time. */
export type CheckContext = {
  settings: Settings;
  scope: Scope;
  /** Answer to one of the check's own questions, as of the end of the scan. */
  answerTo(question: string): Answer;
};

/** A person's answer; `expired` is one whose date has passed. */
export type Answer =
  | { state: 'unanswered' }
  | { state: 'yes' | 'no' | 'expired'; attestation: Attestation };

/** One language's texts of a check. */
export type CheckText<Code extends string, Question extends string> = {
  title: string;
  /** Two or three words for a column or a lane; without it the title stands there. */
  short?: string;
  /** The next step, as an imperative. */
  todo: string;
  /** Two sentences for a founder: no unexplained acronym. */
  why: string;
  good: string;
  reasons: Record<Code, string>;
  questions?: Record<Question, string>;
};

/** One practice, judged by a pure function on the evidence that it declares. */
export type Check<
  Requires extends EvidenceId = EvidenceId,
  Code extends string = string,
  Question extends string = string,
> = {
  /** File name, URL and database key; ids never die. */
  id: string;
  aliases?: readonly string[];
  measure: Measure;
  severity: Severity;
  /** 0 for an incident; else the severity's weight holds. */
  weight?: 0;
  unit: Unit;
  aggregate: Aggregate;
  requires: readonly Requires[];
  /** The check without which this one has no unit; units that exist are judged on their own. */
  dependsOn: readonly string[];
  step?: StepId;
  /** A "yes" to this question completes the step's line where the outcome is unknown for this reason. */
  stepQuestion?: { question: NoInfer<Question>; ifReason: NoInfer<Code> };
  text: Localised<CheckText<Code, Question>>;
  remediation: Remediation;
  references: readonly Reference[];
  evaluate(
    evidence: EvidenceView<NoInfer<Requires>>,
    context: CheckContext,
  ): readonly UnitVerdict<NoInfer<Code> | GeneralReason>[];
};

/** Declares a check: a text missing in one language, or a reason without a text, does not compile. */
export function defineCheck<
  const Requires extends EvidenceId,
  Code extends string,
  Question extends string = never,
>(check: Check<Requires, Code, Question>): Check<Requires, Code, Question> {
  return check;
}
