import { GLOBAL, readingReasons, type CheckResult, type Finding } from '@ippo/contracts';
import type { ReadingReason } from '@ippo/contracts';
import { openerWords } from '../words.ts';
import type { Writing } from '../writing.ts';

type Unread = Writing['assessment']['unreadable'][number];

/**
 * What would let us see an unknown finding: by its own reason, else by what the check needed, else by its
 * prerequisite. Where several readings stand in the way, each of them with what opens it: one alone would not do.
 */
export function opensOf(check: CheckResult, finding: Finding, writing: Writing): string | null {
  const { assessment, language, sentences } = writing;
  const { params } = finding.reason;
  const given = [params['readingReason']].flat().filter((code) => isReadingReason(code));
  const needed = assessment.unreadable.filter(({ checks }) => checks.includes(check.id));
  const [prerequisite] = [params['check']].flat();
  if (given.length === 0 && typeof prerequisite === 'string') {
    const title = sentences.title(prerequisite);
    return language === 'ja'
      ? `「${title}」を読み取れるようにする。`
      : `Whatever opens “${title}” opens this too.`;
  }
  const own = readsItsOwnRegion(finding);
  const blocking = own ? needed.filter((one) => near(one, finding)) : needed;
  const several = new Set(
    blocking.map(({ reason, action }) => (own ? reason : `${reason} ${action}`)),
  );
  if (several.size > 1) return eachOf(blocking, writing);
  const reasons = given.length > 0 ? given : needed.map(({ reason }) => reason);
  const texts = [...new Set(reasons.map((code) => openerWords[code][language]))];
  return texts.length === 0 ? null : texts.join(language === 'ja' ? '' : ' ');
}

/** Whether what stopped it is a reading of its own Region: what is not read elsewhere then changes nothing. */
function readsItsOwnRegion({ region, reason }: Finding): boolean {
  const named = [reason.params['region']].flat();
  return region !== undefined && named.length === 1 && named[0] === region;
}

function near({ region }: Unread, finding: Finding): boolean {
  return region === finding.region || region === GLOBAL;
}

/** A line for what is refused in the same Regions for the same reason: what it is, and what opens it. */
function eachOf(blocking: readonly Unread[], { sentences, list, language }: Writing): string {
  const byAction = new Map<string, { first: Unread; regions: Set<string> }>();
  for (const one of blocking) {
    const key = `${one.action} ${one.reason}`;
    const known = byAction.get(key) ?? { first: one, regions: new Set<string>() };
    known.regions.add(sentences.region(one.region));
    byAction.set(key, known);
  }
  const alike = new Map<string, { reason: ReadingReason; where: string; actions: string[] }>();
  for (const { first, regions } of byAction.values()) {
    const where = list([...regions]);
    const key = `${first.reason} ${where}`;
    const known = alike.get(key) ?? { reason: first.reason, where, actions: [] };
    known.actions.push(first.action);
    alike.set(key, known);
  }
  const ja = language === 'ja';
  const head = ja
    ? 'このチェックに必要で、読み取れなかったものは次のとおり（1 つだけでは足りないことがあります）。'
    : 'Readings that the check needs and did not get (one alone may not do):';
  const lines = [...alike.values()].map(({ reason, where, actions }) => {
    const what = list(actions);
    const opener = openerWords[reason][language];
    return ja ? `・${what}（${where}）→ ${opener}` : `• ${what} (${where}) → ${opener}`;
  });
  return [head, ...lines].join('\n');
}

function isReadingReason(code: unknown): code is ReadingReason {
  return readingReasons.some((reason) => reason === code);
}
