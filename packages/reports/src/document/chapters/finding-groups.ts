import { GLOBAL, readingReasons, type CheckResult, type Finding } from '@ippo/contracts';
import type { ReadingReason, Severity } from '@ippo/contracts';
import type { Group, Mark, Place } from '../document.ts';
import { openerWords } from '../words.ts';
import type { Writing } from '../writing.ts';
import { markWord } from './findings.ts';

/** What is said of an accepted risk, by fingerprint of its fail. */
export type Flags = ReadonlyMap<string, string>;

type Alike = {
  check: CheckResult;
  severity: Severity;
  findings: readonly Finding[];
  flags: Flags;
  mark: Mark;
};

/** Findings with the same sentence together, the most first; each place stays in the list. */
export function groupsOf(
  { check, severity, findings, flags, mark }: Alike,
  writing: Writing,
): Group[] {
  const groups = new Map<string, { first: Finding; places: Place[] }>();
  for (const finding of findings) {
    const sentence = writing.sentences.reason(check.id, finding.reason);
    const group = groups.get(sentence) ?? { first: finding, places: [] };
    group.places.push(placeOf(finding, flags, writing));
    groups.set(sentence, group);
  }
  return [...groups]
    .map(([sentence, { first, places }]): Group => ({
      mark,
      word: markWord(mark)[writing.language],
      severity,
      sentence,
      opens: mark === 'unknown' ? opensOf(first, writing) : null,
      places,
    }))
    .sort((one, other) => other.places.length - one.places.length);
}

function placeOf(finding: Finding, flags: Flags, { sentences, calls }: Writing): Place {
  const { resource, facet, region } = finding;
  const where = sentences.region(region ?? GLOBAL);
  // A facet that only repeats the end of the ARN tells nothing new.
  const more = facet !== undefined && resource?.endsWith(facet) !== true ? facet : undefined;
  const named = [resource, more].filter((part) => part !== undefined).join(' · ');
  return {
    name: named === '' ? where : named,
    where: named === '' ? '' : where,
    calls: calls.numbersOf(finding.evidence),
    flag: flags.get(finding.fingerprint) ?? null,
    fingerprint: finding.fingerprint,
  };
}

/** What would let us see it; where a prerequisite is unknown, its own entry says so. */
function opensOf({ reason }: Finding, { language, sentences }: Writing): string | null {
  const given = reason.params['readingReason'];
  const known = [given].flat().filter((code): code is ReadingReason => isReadingReason(code));
  const texts = [...new Set(known.map((code) => openerWords[code][language]))];
  if (texts.length > 0) return texts.join(language === 'ja' ? '' : ' ');
  const [check] = [reason.params['check']].flat();
  if (typeof check !== 'string') return null;
  const title = sentences.title(check);
  return language === 'ja'
    ? `「${title}」を読み取れるようにする。`
    : `Whatever opens “${title}” opens this too.`;
}

function isReadingReason(code: unknown): code is ReadingReason {
  return readingReasons.some((reason) => reason === code);
}
