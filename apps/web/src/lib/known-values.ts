import type { Finding } from '@ippo/contracts';

/**
 * What a finding and its account say about the marks `<…>` of AWS CLI lines. A mark is left out where the
 * finding does not say it for certain: two trails fill no `<trail-arn>`.
 */
export function knownValues(finding: Finding | undefined): Readonly<Record<string, string>> {
  if (!finding) return {};
  const { params } = finding.reason;
  const one = (...names: string[]) =>
    names.map((name) => onlyOne(params[name])).find((value) => value !== undefined);
  const trail =
    finding.resource?.includes(':cloudtrail:') === true ? finding.resource : one('trail', 'trails');
  const bucket = finding.unit === 'bucket' ? finding.resource?.split(':::').at(-1) : one('bucket');
  const known = {
    region: finding.region ?? regionOfArn(finding.resource),
    'trail-arn': trail,
    'home-region': regionOfArn(trail),
    bucket,
    recorder: one('recorder'),
    channel: one('channel'),
    'detector-id': one('detector'),
    'user-name': finding.unit === 'user' ? one('user') : undefined,
    plan: finding.unit === 'plan' ? finding.facet : undefined,
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Fills the marks that are known; the account's id only where it can be no other account's. */
export function fillMarks(text: string, finding: Finding | undefined, account: string): string {
  const values = knownValues(finding);
  return text
    .replaceAll(/(::|--target-id )<account-id>/g, `$1${account}`)
    .replaceAll(/<([a-z][a-z0-9-]*)>/g, (mark, name: string) => shellWord(values[name]) ?? mark);
}

/** The fourth part of an ARN, where it has one. */
export function regionOfArn(arn: string | undefined): string | undefined {
  return arn?.startsWith('arn:') ? arn.split(':')[3] || undefined : undefined;
}

function onlyOne(value: unknown): string | undefined {
  const list = [value].flat();
  return list.length === 1 && typeof list[0] === 'string' ? list[0] : undefined;
}

/** A value as one word of a shell: names from AWS are no commands. */
function shellWord(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w@%+=:,./-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
