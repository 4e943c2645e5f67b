import {
  dashed,
  readingReasonTexts,
  type Language,
  type PreflightWithChecks,
} from '@ippo/contracts';
import { preflightWithChecks } from '../scan/preflight-with-checks.ts';
import { openAccount, proveGivenRole, type AccountOptions } from './account-options.ts';
import { exitCodes } from './exit-code.ts';
import { requireWritable, writeOutput } from './output-file.ts';
import { terminalText } from './terminal-text.ts';
import { say } from './words.ts';

/** Options of `ippo preflight` as the command line gives them. */
export type PreflightOptions = AccountOptions & {
  lang: Language;
  format?: 'json';
  out?: string;
};

/** Tries each permission with one real call, and writes which are missing and what each would open. */
export async function runPreflight(options: PreflightOptions): Promise<number> {
  requireWritable(options.out, '--out');
  await proveGivenRole(options);
  const found = await preflightWithChecks(await openAccount(options));
  const text =
    options.format === 'json'
      ? `${JSON.stringify(found, null, 2)}\n`
      : preflightText(found, options.lang);
  await writeOutput(text, options.out);
  return exitCodes.ok;
}

type Permission = PreflightWithChecks['permissions'][number];

function preflightText(found: PreflightWithChecks, language: Language): string {
  const { permissions } = found;
  const granted = permissions.filter(({ result }) => result === 'granted');
  const refused = permissions.filter(({ result }) => result === 'refused');
  const untried = permissions.filter(({ result }) => result === 'not-tried');
  const regions = [found.startRegion, found.otherRegion].filter((name) => name !== null).join(', ');
  const lines = [
    say(language, 'account', { account: dashed(found.account) }),
    say(language, 'preflightTried', { regions }),
    say(language, 'preflightGranted', {
      granted: granted.length,
      refused: refused.length,
      untried: untried.length,
    }),
    ...refused.flatMap((permission) => refusalLines(permission, language)),
  ];
  if (untried.length > 0) {
    const actions = untried.map(({ action }) => action).join(', ');
    lines.push(say(language, 'preflightNotTried', { actions }));
  }
  return terminalText(`${lines.join('\n')}\n`);
}

function refusalLines(permission: Permission, language: Language): string[] {
  const { action, refusal, checks } = permission;
  const why = refusal ? `${readingReasonTexts[refusal.reason][language]} (${refusal.region})` : '';
  const hides =
    checks.length === 0
      ? say(language, 'preflightStandsIn')
      : say(language, 'preflightHides', { checks: checks.join(', ') });
  return [`  ? ${action}: ${why}`, `      ${hides}`];
}
