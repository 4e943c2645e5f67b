import { delimiter } from 'node:path';
import { catalogue } from '@ippo/checks';
import type { Finding, ScanReport } from '@ippo/contracts';
import { runStep } from '../run-step.ts';
import { fixLines } from './fix-lines.ts';
import { rounds, type Fix, type Round } from './fix-rounds.ts';
import { fixValues } from './fix-values.ts';
import { clientsOf, home } from './moto-client.ts';
import expected from './moto-expected.json' with { type: 'json' };
import { motoEnvironment, scanMoto } from './moto-scan.ts';
import { startMoto, type Moto } from './moto-server.ts';
import type { Verdict } from './verdicts.ts';

const notCarried: Readonly<Record<string, string>> = expected.fixesNotCarried;

/** What one round works with; `bin` holds the AWS CLI. */
type Place = { root: string; bin: string; moto: Moto };

/**
 * Does what the catalogue tells a reader to do, with AWS's own command line against the emulator, and
 * scans again: what failed must pass. A check is fixed here or its reason stands in the table.
 */
export async function fixVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const moto = await startMoto(bin);
  try {
    const verdicts: Verdict[] = [];
    for (const round of rounds) verdicts.push(...(await play(round, { root, bin, moto })));
    return [...verdicts, ...catalogue.checks.map(({ id }) => accounted(id))];
  } finally {
    moto.stop();
  }
}

async function play(round: Round, place: Place): Promise<Verdict[]> {
  const { root, moto } = place;
  await moto.reset();
  await round.arrange(clientsOf(moto.url, home));
  const verdicts: Verdict[] = [];
  let before = await scanMoto(root, moto.url, home);
  for (const fix of round.fixes) {
    const wide = fix.regions === 'all';
    if (wide) before = await scanMoto(root, moto.url);
    await apply(fix, place);
    const after = await scanMoto(root, moto.url, wide ? undefined : home);
    verdicts.push(compare(`${round.name}: ${fix.check}`, fix, before, after));
    before = after;
  }
  return verdicts;
}

async function apply(fix: Fix, { root, bin, moto }: Place): Promise<void> {
  const lines = fixLines(fix.check, fix.lines, await fixValues(moto.url));
  const { ok, output } = await runStep(
    {
      name: fix.check,
      // As a reader pastes them: a shell reads the quotes and braces.
      command: ['sh', '-ec', lines.join('\n')],
      env: {
        ...motoEnvironment(moto.url),
        AWS_PAGER: '',
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    },
    root,
  );
  if (!ok) throw new Error(`the fix of ${fix.check} ended badly:\n${lines.join('\n')}\n${output}`);
}

function compare(name: string, fix: Fix, before: ScanReport, after: ScanReport): Verdict {
  const { outcome, reason } = fix.from;
  const was = unitsOf(fix.check, before);
  const is = unitsOf(fix.check, after);
  const failed = was.some((unit) => unit.outcome === outcome && unit.reason.code === reason);
  const passes =
    is.some((unit) => unit.outcome === 'pass') &&
    is.every((unit) => unit.outcome === 'pass' || unit.outcome === 'not-applicable');
  return {
    name,
    ok: failed && passes,
    detail: `expected ${outcome} ${reason}, then pass; found ${told(was)}, then ${told(is)}`,
  };
}

/** What a check says of the account and of the region that was asked. */
function unitsOf(id: string, report: ScanReport): Finding[] {
  const findings = report.checks.find((check) => check.id === id)?.findings ?? [];
  return findings.filter(({ region }) => region === undefined || region === home);
}

function told(units: readonly Finding[]): string {
  return units.map(({ outcome, reason }) => `${outcome} ${reason.code}`).join(', ') || 'nothing';
}

function accounted(id: string): Verdict {
  const fixed = rounds.some(({ fixes }) => fixes.some(({ check }) => check === id));
  return {
    name: `${id} is fixed, or moto-expected.json says why it cannot be`,
    ok: fixed !== id in notCarried,
    detail: fixed ? 'it is both' : 'it is neither',
  };
}
