import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanReport } from '@ippo/contracts';
import { startService, volumeFolder, type Place } from './run-service.ts';
import { demand, type Trial } from './trial.ts';
import { scanThat, setUp, signIn, type Visitor } from './visitor.ts';
import { finish } from './workshop.ts';

/** `docker compose up`: one container on a volume. */
export async function trySingle({ step }: Trial, place: Place): Promise<void> {
  await step('the root file system cannot be written', () => tryToWrite(place));
  const first = await step('it starts', () => startService(place, 'ippo'));
  await step('its HEALTHCHECK is content', () => first.healthy());
  const visitor = await step('the page is served and sets up the owner', () =>
    setUp(first.origin, first.said()),
  );
  const { id } = await step('the demo is scanned and judged', async () => ({
    id: await scanDemo(visitor),
  }));
  await step('the report is made as a PDF', () => makePdf(visitor, id));
  await step('the secrets and the database lie in the volume, for its user only', () =>
    look(place),
  );
  await step('SIGTERM ends it within 10 s', () => endsInTime(first.stop()));
  const second = await step('it starts again on the same volume', () =>
    startService(place, 'ippo'),
  );
  await step('its HEALTHCHECK is content again', () => second.healthy());
  await step('the owner signs in, and the scan and its report are still there', async () => {
    const again = await signIn(second.origin);
    const { report } = await again.get<{ report: ScanReport }>(`/scans/${id}/report`);
    demand(!second.said().includes('/setup#token='), 'it offers the setup again');
    return `${report.checks.length} checks, score ${report.score.from} to ${report.score.upTo}`;
  });
  await step('SIGTERM ends it again', () => endsInTime(second.stop()));
}

/** Starts a scan of the demo and waits for it; its id. */
export async function scanDemo(visitor: Visitor): Promise<string> {
  const { id } = await visitor.post<{ id: string }>('/scans', { target: 'demo' });
  const scan = await scanThat(visitor, (one) => one.id === id && one.finishedAt !== null);
  demand(scan.status === 'complete', `it ended as ${scan.status}`);
  return id;
}

/** What sets the pages is native: the image has to bring the part for its own system. */
async function makePdf(visitor: Visitor, scan: string): Promise<string> {
  const order = { scan, format: 'pdf', language: 'ja' };
  const pdf = await visitor.file('/reports/files', order);
  const whole = pdf.subarray(0, 5).toString() === '%PDF-' && pdf.includes('%%EOF', -10);
  demand(whole && pdf.length > 200_000, `${pdf.length} bytes, whole: ${whole}`);
  return `${(pdf.length / 1_000_000).toFixed(1)} MB`;
}

/** `docker stop` kills after 10 s by default; ours has 15. */
export async function endsInTime(stopping: Promise<{ status: number | null; seconds: number }>) {
  const { status, seconds } = await stopping;
  demand(status === 0 && seconds <= 10, `exit ${status} after ${seconds.toFixed(1)} s`);
  return `${seconds.toFixed(1)} s`;
}

async function tryToWrite({ workshop, image }: Place): Promise<void> {
  for (const folder of ['.', 'app', 'app/apps/api/src', 'app/node_modules']) {
    const path = join(image.root, folder, 'written');
    const { status } = await finish(workshop, ['touch', path], { cwd: '/', env: {} });
    demand(status !== 0, `${folder} can be written`);
  }
}

async function look(place: Place): Promise<void> {
  const folder = volumeFolder(place, 'ippo-data');
  const names = readdirSync(folder);
  demand(names.includes('database') && names.includes('session-secret'), names.join());
  const { mode, uid } = statSync(join(folder, 'session-secret'));
  demand((mode & 0o077) === 0, `session-secret has mode ${(mode & 0o777).toString(8)}`);
  demand(uid === (place.workshop.user?.uid ?? process.getuid?.()), `its owner is ${uid}`);
}
