import type { Finding } from '@ippo/contracts';
import { isBlocked } from '../assessment/completeness.ts';
import type { Writing } from './writing.ts';

/** `1 of 13 judged, 4 unknown`: what failed of what could be judged; what does not apply is in neither. */
export function failedShare(
  findings: readonly Finding[],
  { count, language }: Pick<Writing, 'count' | 'language'>,
): string {
  const of = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).length;
  const [failed, unknown, manual] = [of('fail'), of('unknown'), of('manual')];
  const blocked = findings.filter((finding) => isBlocked(finding)).length;
  const judged = failed + of('pass') + blocked;
  const ja = language === 'ja';
  const parts = [
    ja
      ? `判断できた ${count(judged)} 件中 ${count(failed)}`
      : `${count(failed)} of ${count(judged)} judged`,
  ];
  if (unknown > 0) parts.push(ja ? `不明 ${count(unknown)}` : `${count(unknown)} unknown`);
  if (manual > 0) parts.push(ja ? `回答待ち ${count(manual)}` : `${count(manual)} not answered`);
  return parts.join('\n');
}
