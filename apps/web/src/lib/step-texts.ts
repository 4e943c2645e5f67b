import {
  openStepSentence,
  trailCaseOf,
  type Finding,
  type Language,
  type TrailCase,
} from '@ippo/contracts';
import type { MessageId } from '../i18n/message-ids.ts';
import type { Write } from '../i18n/text.tsx';
import { daysSince, writeDay, writeInstant } from './dates.ts';
import { regionsOf, type StepView } from './report-steps.ts';
import { writeWhere } from './write-where.ts';

/** What the web says about a step: the fact under its tread, its heading, and the page's headline. */
export type StepTexts = { fact: string; heading: string; headline: string };

type Context = { step: StepView; t: Write; language: Language };

export function stepTexts(step: StepView, t: Write, language: Language): StepTexts {
  const context = { step, t, language };
  return { fact: fact(context), heading: heading(context), headline: headline(context) };
}

function fact(context: Context): string {
  const { step, t } = context;
  if (step.state === 'not-needed') return t('fact.not-needed');
  if (step.state === 'unknown') return unknownFact(context);
  const values = valuesOf(context);
  const trail = step.id === 'trail' ? trailCase(step) : undefined;
  if (trail === 'stopped' && values.day !== '') return t('fact.trail.stopped-on', values);
  if (trail) return t(`fact.trail.${trail}`, values);
  return t(`fact.${step.id}.${step.state}` as MessageId, values);
}

function unknownFact({ step, t }: Context): string {
  if (step.checks.every((check) => check.outcome !== 'unknown' || waits(check.reason.code)))
    return t('fact.answer');
  const regions = regionsOf(step.unknown).length;
  return regions > 0 ? t('fact.regions-unread', { n: regions }) : t('fact.unread');
}

/** Reasons that a person's answer settles rather than a reading. */
function waits(code: string): boolean {
  return ['org-ownership-unknown', 'unanswered', 'answer-expired'].includes(code);
}

function heading(context: Context): string {
  const { step, t } = context;
  const values = valuesOf(context);
  if (step.state === 'not-needed') return t('heading.not-needed', { name: t(`name.${step.id}`) });
  const trail = step.id === 'trail' ? trailCase(step) : undefined;
  if (trail === 'stopped' && values.when !== '') return t('heading.trail.stopped-at', values);
  if (trail) return t(`heading.trail.${trail}`, values);
  return t(`heading.${step.id}.${step.state}` as MessageId, values);
}

function headline(context: Context): string {
  const { step, language } = context;
  const trail = step.id === 'trail' ? trailCase(step) : undefined;
  const off = regionsOf(step.failing);
  const where = off.length === 0 ? undefined : valuesOf(context).where;
  return openStepSentence(step.id, language, { trail, where });
}

function trailCase(step: StepView): TrailCase | undefined {
  if (step.state !== 'not-done') return undefined;
  return trailCaseOf(step.failing.map(({ reason }) => reason.code));
}

function valuesOf({ step, t, language }: Context) {
  const off = regionsOf(step.failing);
  const stopped = instantOf(step.failing, /stopped.*At$/i);
  const used = instantOf([...step.passing, ...step.failing], /used.*At$/i);
  return {
    n: regionsOf(step.passing).length,
    where: writeWhere(off, off.length, t, language),
    unread: t('fact.regions', { n: regionsOf(step.unknown).length }),
    days: used === undefined ? -1 : daysSince(used),
    day: stopped === undefined ? '' : writeDay(stopped, language),
    when: stopped === undefined ? '' : writeInstant(stopped, language),
  };
}

/** The newest instant among the parameters whose name matches. */
function instantOf(findings: readonly Finding[], name: RegExp): string | undefined {
  return findings
    .flatMap(({ reason }) => Object.entries(reason.params))
    .filter(([key, value]) => name.test(key) && !Number.isNaN(Date.parse(String(value))))
    .map(([, value]) => String(value))
    .toSorted()
    .at(-1);
}
