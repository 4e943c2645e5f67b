import { statements } from './policy.ts';

/** STS, *AssumeRole*: the plain text of all session policies together. */
export const sessionPolicyLimit = 2_048;

/** Actions of one service that begin alike, as they may be merged into one line. */
type Group = { start: string; actions: readonly string[] };

/**
 * What a session of an assumed role may do at most, whatever its role allows: the intersection of both counts
 * (IAM User Guide, *Session policies*). STS also packs it, by a rule that it does not publish, so it is kept short.
 */
export function sessionPolicy(): string {
  return narrowest(statements().flatMap(({ actions }) => actions));
}

/** The policy of a list of actions: each by name as long as STS takes that, else the least widened. */
export function narrowest(actions: readonly string[]): string {
  let list = [...new Set(actions)].toSorted();
  while (policyOf(list).length > sessionPolicyLimit) {
    const shorter = mostSaving(list);
    if (!shorter) throw new Error('No session policy is short enough for the declared actions.');
    list = shorter;
  }
  return policyOf(list);
}

function policyOf(actions: readonly string[]): string {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/** Merges the group that saves most characters; none spans two services or two verbs. */
function mostSaving(actions: readonly string[]): string[] | undefined {
  const groups = [...Map.groupBy(actions, verbOf)]
    .map(([, members]): Group => ({ start: commonStart(members), actions: members }))
    .filter((group) => group.actions.length > 1)
    .toSorted((a, b) => saving(b) - saving(a));
  const [best] = groups;
  if (!best) return undefined;
  return [
    ...actions.filter((action) => !best.actions.includes(action)),
    `${best.start}*`,
  ].toSorted();
}

/** `s3:GetBucketAcl` as `s3:Get`. */
function verbOf(action: string): string {
  return /^[^:]+:[A-Z][a-z]+/.exec(action)?.[0] ?? action;
}

function commonStart(actions: readonly string[]): string {
  const [first = ''] = actions;
  let length = first.length;
  while (!actions.every((action) => action.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length).replace(/\*$/, '');
}

function saving({ start, actions }: Group): number {
  return actions.join('","').length - start.length;
}
