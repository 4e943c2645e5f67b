import { canonicalJson } from '@ippo/checks';
import { outcomeWords, type CheckResult, type Language, type ScanReport } from '@ippo/contracts';
import { say } from './words.ts';

/** Lines that name each check, and each other field, in which two judgements differ. */
export type Differences = { checks: string[]; fields: string[] };

/** Compares a report with what the same evidence gives now. */
export function compareJudgements(
  before: ScanReport,
  now: ScanReport,
  lang: Language,
): Differences {
  const after = new Map(now.checks.map((check) => [check.id, check]));
  const known = new Set(before.checks.map(({ id }) => id));
  const checks = before.checks.flatMap((check) => {
    const other = after.get(check.id);
    if (!other) return [say(lang, 'recomputeOnlyPack', { check: check.id })];
    return canonicalJson(check) === canonicalJson(other) ? [] : [lineOf(check, other, lang)];
  });
  const added = now.checks
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => say(lang, 'recomputeOnlyHere', { check: id }));
  return { checks: [...checks, ...added], fields: fieldsOf(before, now) };
}

function lineOf(check: CheckResult, other: CheckResult, lang: Language): string {
  const [before, after] = [check, other].map(({ outcome }) => outcomeWords[outcome][lang]);
  return before === after
    ? say(lang, 'recomputeFindings', { check: check.id, outcome: before ?? '' })
    : say(lang, 'recomputeCheck', { check: check.id, before: before ?? '', after: after ?? '' });
}

/** Names of the fields besides the checks whose values differ. */
export function fieldsOf(before: object, now: object, names?: readonly string[]): string[] {
  const [first, second] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  const all =
    names ?? [...new Set([...first.keys(), ...second.keys()])].filter((name) => name !== 'checks');
  return all
    .filter(
      (name) => canonicalJson(first.get(name) ?? null) !== canonicalJson(second.get(name) ?? null),
    )
    .toSorted();
}
