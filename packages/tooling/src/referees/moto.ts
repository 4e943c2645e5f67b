import type { Outcome, ScanReport } from '@ippo/contracts';
import expected from './moto-expected.json' with { type: 'json' };
import { scanMoto } from './moto-scan.ts';
import { seed, states, type State } from './moto-seed.ts';
import { startMoto } from './moto-server.ts';
import type { Verdict } from './verdicts.ts';

/** What a check must say of a state; `because` says which answer moto cannot give. */
type Cell = { outcome: string; reason?: string; because?: string };
const table: Readonly<Record<State, Readonly<Record<string, Cell>>>> = expected.states;

/** The regions that moto lists as enabled, so all of them are asked. */
const regions: readonly string[] = expected.regions;

/**
 * Scans an emulator that others wrote, over HTTP, with our command line, in each state. What moto
 * lacks must come out as unknown: a gap in the emulator is a refusal like any other.
 */
export async function motoVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const moto = await startMoto(bin);
  try {
    const verdicts: Verdict[] = [];
    for (const state of states) {
      await moto.reset();
      await seed(state, moto.url, regions);
      verdicts.push(...compare(state, await scanMoto(root, moto.url)));
    }
    return verdicts;
  } finally {
    moto.stop();
  }
}

function compare(state: State, report: ScanReport): Verdict[] {
  const cells = table[state];
  const ids = new Set([...Object.keys(cells), ...report.checks.map(({ id }) => id)]);
  const enabled = report.regions
    .filter((region) => region.state === 'enabled')
    .map(({ name }) => name);
  return [
    {
      name: `${state}: the report says that it comes from an endpoint`,
      ok: report.source.kind === 'endpoint',
    },
    {
      name: `${state}: enabled regions`,
      ok: enabled.toSorted().join() === regions.toSorted().join(),
      detail: enabled.join(' '),
    },
    ...[...ids].toSorted().map((id) => compareCheck(state, id, cells[id], report)),
  ];
}

function compareCheck(state: State, id: string, cell: Cell | undefined, report: ScanReport) {
  const name = `${state}: ${id}`;
  const result = report.checks.find((check) => check.id === id);
  if (!cell) return { name, ok: false, detail: 'moto-expected.json has no cell for it' };
  if (!result) return { name, ok: false, detail: 'the report lacks it' };
  const found: { outcome: Outcome; reason: string } = {
    outcome: result.outcome,
    reason: result.reason.code,
  };
  const agrees =
    found.outcome === cell.outcome && (cell.reason === undefined || found.reason === cell.reason);
  // A gap of moto may be shown by an unknown only, never by a verdict.
  const honest = cell.because === undefined || cell.outcome === 'unknown';
  return {
    name,
    ok: agrees && honest,
    detail: `expected ${JSON.stringify(cell)}, found ${JSON.stringify(found)}`,
  };
}
