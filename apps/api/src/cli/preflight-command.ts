import { catalogue } from '@ippo/checks';
import { preflight, type Preflight } from '@ippo/collectors';
import { dashed, readingReasonTexts, type Language } from '@ippo/contracts';
import { openAccount, type AccountOptions } from './account-options.ts';
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
  const found = await preflight(await openAccount(options));
  const withChecks = { ...found, permissions: found.permissions.map(openedChecks) };
  const text =
    options.format === 'json'
      ? `${JSON.stringify(withChecks, null, 2)}\n`
      : preflightText(found, options.lang);
  await writeOutput(text, options.out);
  return exitCodes.ok;
}

type Permission = Preflight['permissions'][number];

/** The checks that need what a permission reads. */
function openedChecks(permission: Permission) {
  const checks = catalogue.checks
    .filter((check) => check.requires.some((id) => permission.unlocks.some((own) => own === id)))
    .map((check) => check.id);
  return { ...permission, checks };
}

function preflightText(found: Preflight, language: Language): string {
  const { permissions } = found;
  const granted = permissions.filter(({ result }) => result === 'granted');
  const refused = permissions.filter(({ result }) => result === 'refused');
  const untried = permissions.filter(({ result }) => result === 'not-tried');
  const regions = [found.startRegion, found.otherRegion].filter((name) => name !== null).join(', ');
  const lines = [
    say(language, 'account', { account: dashed(found.account) }),
    say(language, 'preflightTried', { regions }),
    say(language, 'preflightGranted', { granted: granted.length, total: permissions.length }),
    ...refused.flatMap((permission) => refusalLines(permission, language)),
  ];
  if (untried.length > 0) {
    const actions = untried.map(({ action }) => action).join(', ');
    lines.push(say(language, 'preflightNotTried', { actions }));
  }
  return terminalText(`${lines.join('\n')}\n`);
}

function refusalLines(permission: Permission, language: Language): string[] {
  const { action, refusal } = permission;
  const why = refusal ? `${readingReasonTexts[refusal.reason][language]} (${refusal.region})` : '';
  const { checks } = openedChecks(permission);
  return [
    `  ? ${action}: ${why}`,
    `      ${say(language, 'preflightHides', { checks: checks.join(', ') })}`,
  ];
}
