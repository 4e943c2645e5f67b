import { dashed, type Assessment, type Language } from '@ippo/contracts';

const longestName = 60;

/**
 * What the file of a report is called: whose, as of which day (UTC), in which language, what its data is if not
 * an AWS account's, and that it is redacted. Letters, digits, `-` and `.` only, whatever the account is called.
 */
export function reportFileName(
  { account, accountName, redacted: masked, scan, source, judgedAt }: Assessment,
  { extension }: { extension: string },
  language: Language,
  { redacted = masked }: { redacted?: boolean } = {},
): string {
  // A name that is asked to be redacted may belong to a report that is not yet.
  const named = redacted && !masked ? [] : [accountName ?? '', dashed(account)];
  const parts = [
    'ippo',
    ...named.map((name) => plain(name)),
    (scan.finishedAt ?? judgedAt).slice(0, 10),
    language,
    ...(source.kind === 'aws' ? [] : [source.kind]),
    ...(redacted ? ['redacted'] : []),
  ];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replaceAll(/^-+|-+$/g, '');
}
