import { z } from 'zod';
import { outcomeSchema, severities, severitySchema, type Severity } from './outcome.ts';
import { stepIdSchema, type StepId, type StepState } from './report.ts';

/** What a week came to, in a word. */
export const weekForms = [
  'step-forward',
  'step-back',
  'less-seen',
  'nothing-changed',
  'first-week',
  'no-scan',
] as const;
export const weekFormSchema = z.enum(weekForms);
export type WeekForm = z.infer<typeof weekFormSchema>;

/** The headline of a week: its form, what it is about, and how many such things there are. */
export const weekHeadlineSchema = z.object({
  form: weekFormSchema,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('step'), id: stepIdSchema }),
    z.object({ kind: z.literal('check'), id: z.string() }),
    z.object({ kind: z.literal('regions') }),
    z.object({ kind: z.literal('none') }),
  ]),
  /** `seen`: it was so before, only nobody could read it. */
  how: z.enum(['changed', 'seen']),
  count: z.number().int(),
});
export type WeekHeadline = z.infer<typeof weekHeadlineSchema>;

/** What became of a check's findings between two scans, taken together. */
export const weekChangeSchema = z.object({
  check: z.string(),
  severity: severitySchema,
  /** `seen`: unknown before, so nobody can say since when it is so. */
  how: z.enum(['changed', 'seen']),
  /** Roll-up of the whole check at the end of the week. */
  outcome: outcomeSchema,
  places: z.number().int(),
});
type Change = Pick<z.infer<typeof weekChangeSchema>, 'check' | 'severity' | 'how'>;

/** All that decides a week's headline. */
export type WeekFacts = {
  /** Whether a complete scan lies in the week, and one before it. */
  scanned: boolean;
  comparable: boolean;
  steps: readonly { id: StepId; before: StepState; after: StepState }[];
  worse: readonly Change[];
  better: readonly Change[];
  /** Checks that could be judged before and not after. */
  lost: readonly { check: string; severity: Severity }[];
  /** Regions that answered before and not after. */
  regionsLost: number;
};

const settled: ReadonlySet<StepState> = new Set(['done', 'not-needed']);

/**
 * Decides a week's headline. What was lost comes before what was won, and what nobody can see any more before
 * what is told as progress: a headline must never sound better than the week was.
 */
export function weekHeadline(facts: WeekFacts): WeekHeadline {
  if (!facts.scanned) return plain('no-scan');
  if (!facts.comparable) return plain('first-week');
  const { steps, worse, better, lost, regionsLost } = facts;
  const back = steps.filter(({ before, after }) => settled.has(before) && after === 'not-done');
  if (back.length > 0) return aboutSteps('step-back', back);
  const critical = worse.filter(
    ({ severity, how }) => severity === 'critical' && how === 'changed',
  );
  if (critical.length > 0) return aboutChecks('step-back', critical);
  const dark = steps.filter(({ before, after }) => settled.has(before) && after === 'unknown');
  if (dark.length > 0) return aboutSteps('less-seen', dark);
  const unseen = lost.filter(({ severity }) => severity === 'critical');
  if (unseen.length > 0) return aboutChecks('less-seen', unseen.map(asChange));
  const won = steps.filter(({ before, after }) => before === 'not-done' && settled.has(after));
  if (won.length > 0) return aboutSteps('step-forward', won);
  const worsened = worse.filter(({ how }) => how === 'changed');
  if (worsened.length > 0) return aboutChecks('step-back', worsened);
  if (regionsLost > 0)
    return { form: 'less-seen', about: { kind: 'regions' }, how: 'changed', count: regionsLost };
  if (lost.length > 0) return aboutChecks('less-seen', lost.map(asChange));
  if (worse.length > 0) return aboutChecks('step-back', worse);
  const proven = steps.filter(({ before, after }) => before === 'unknown' && settled.has(after));
  if (proven.length > 0) return { ...aboutSteps('step-forward', proven), how: 'seen' };
  const bettered = better.filter(({ how }) => how === 'changed');
  if (bettered.length > 0) return aboutChecks('step-forward', bettered);
  if (better.length > 0) return aboutChecks('step-forward', better);
  return plain('nothing-changed');
}

function plain(form: WeekForm): WeekHeadline {
  return { form, about: { kind: 'none' }, how: 'changed', count: 0 };
}

function aboutSteps(form: WeekForm, steps: readonly { id: StepId }[]): WeekHeadline {
  const [first] = steps;
  if (!first) return plain(form);
  return { form, about: { kind: 'step', id: first.id }, how: 'changed', count: steps.length };
}

function aboutChecks(form: WeekForm, changes: readonly Change[]): WeekHeadline {
  const [worst] = changes.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  if (!worst) return plain(form);
  const about = { kind: 'check', id: worst.check } as const;
  return { form, about, how: worst.how, count: changes.length };
}

function asChange({ check, severity }: { check: string; severity: Severity }): Change {
  return { check, severity, how: 'changed' };
}
