import { GLOBAL, type CheckResult, type Finding, type Severity } from '@ippo/contracts';
import type { Group, Mark, Place } from '../document.ts';
import { evidenceOf } from '../evidence-of.ts';
import type { Writing } from '../writing.ts';
import { markWord } from '../mark-words.ts';
import { opensOf } from './opening-of.ts';

/** With more sentences than this for one check, each stands with its place, under one heading. */
const mostSentences = 40;

/** What is said of an accepted risk, by fingerprint of its fail. */
export type Flags = ReadonlyMap<string, string>;

type Alike = {
  check: CheckResult;
  severity: Severity;
  findings: readonly Finding[];
  flags: Flags;
  mark: Mark;
};

/**
 * Findings with the same sentence together, the most first; each place stays in the list. What only differs in
 * the Region that it names is the same sentence, which then names them all.
 */
export function groupsOf(
  { check, severity, findings, flags, mark }: Alike,
  writing: Writing,
): Group[] {
  const groups = new Map<string, { first: Finding; places: Place[]; regions: Set<string> }>();
  const known = new Map<string, string>();
  for (const finding of findings) {
    const { code, params } = finding.reason;
    const { region, ...others } = params;
    const own = typeof region === 'string' && region === finding.region;
    const key = JSON.stringify([code, own ? others : params]);
    const group = groups.get(key) ?? { first: finding, places: [], regions: new Set<string>() };
    group.places.push(placeOf(finding, flags, writing, known));
    if (own) group.regions.add(region);
    groups.set(key, group);
  }
  const together = new Map<string, { first: Finding; places: Place[] }>();
  for (const { first, places, regions } of groups.values()) {
    const sentence = sentenceOf(check, first, regions, writing);
    const same = together.get(sentence);
    if (same) same.places.push(...places);
    else together.set(sentence, { first, places });
  }
  const groupOf = (sentence: string, opens: string | null, places: readonly Place[]): Group => ({
    ...{ mark, word: markWord(mark)[writing.language], severity, sentence, opens, places },
  });
  const opening = (first: Finding) => (mark === 'unknown' ? opensOf(check, first, writing) : null);
  if (together.size <= mostSentences)
    return [...together]
      .map(([sentence, { first, places }]) => groupOf(sentence, opening(first), places))
      .sort((one, other) => other.places.length - one.places.length);
  const opens = new Set([...together.values()].map(({ first }) => opening(first)));
  const places = [...together].flatMap(([sentence, group]) =>
    group.places.map((place) => ({ ...place, name: `${place.name} – ${sentence}` })),
  );
  const each = writing.say({
    en: 'Each for a reason of its own, told with it:',
    ja: '理由はそれぞれ異なります：',
  });
  return [groupOf(each, [...opens].filter((one) => one !== null).join(' ') || null, places)];
}

function sentenceOf(
  { id }: CheckResult,
  { reason }: Finding,
  regions: ReadonlySet<string>,
  { sentences }: Writing,
): string {
  if (regions.size <= 1) return sentences.reason(id, reason);
  // The places below the sentence name all of them.
  return sentences.reason(id, { ...reason, params: { ...reason.params, region: [...regions] } });
}

function placeOf(
  finding: Finding,
  flags: Flags,
  { sentences, calls, assessment }: Writing,
  known: Map<string, string>,
): Place {
  const { resource, facet, region = GLOBAL } = finding;
  const where = known.get(region) ?? sentences.region(region);
  known.set(region, where);
  // A facet that only repeats the end of the ARN tells nothing new.
  const more = facet !== undefined && resource?.endsWith(facet) !== true ? facet : undefined;
  const named = [resource, more].filter((part) => part !== undefined).join(' · ');
  return {
    name: named === '' ? where : named,
    // What has a name and belongs to the whole account needs no Region.
    where: named === '' || region === GLOBAL ? '' : where,
    calls: calls.numbersOf(evidenceOf(finding, assessment)),
    flag: flags.get(finding.fingerprint) ?? null,
    fingerprint: finding.fingerprint,
  };
}
