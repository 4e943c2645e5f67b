import type { Population } from '@ippo/contracts';
import { populationWords } from './words.ts';
import type { Writing } from './writing.ts';

/** What is counted; of Regions, out of how many that AWS lists. */
export function populationName(
  { id }: Population,
  { assessment, language, count }: Writing,
): string {
  const name = populationWords[id]?.[language] ?? id;
  const { regions, regionsAssumed } = assessment;
  if (id !== 'regions' || regionsAssumed || regions.length === 0) return name;
  return language === 'ja'
    ? `${name}（全 ${count(regions.length)} のうち）`
    : `${name} (of ${count(regions.length)} listed)`;
}

/** Why the units of a check on users are fewer than the users; null where they cannot be told apart. */
export function usersBridge({ assessment, language, count }: Writing): string | null {
  const users = assessment.populations.find(({ id }) => id === 'users')?.count ?? null;
  const line = assessment.completeness.find(({ check }) => check === 'iam-user-mfa');
  if (users === null || line === undefined || line.scopes > 0 || line.units >= users) return null;
  const without = users - line.units;
  return language === 'ja'
    ? `IAM ユーザー ${count(users)} のうち、iam-user-mfa の評価単位はコンソールパスワードのある ${count(line.units)} です。残る ${count(without)} はパスワードがなく、このチェックの対象外です。`
    : `Of ${count(users)} IAM users, the ${count(line.units)} with a console password are the units of iam-user-mfa; the other ${count(without)} have none and are not in its scope.`;
}
