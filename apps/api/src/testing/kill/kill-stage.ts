import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession } from '@ippo/collectors';
import { pino } from 'pino';
import { openScanBoard } from '../../scan/scan-board.ts';
import { openScanQueue } from '../../scan/scan-queue.ts';
import { openScanService } from '../../scan/scan-service.ts';
import { writeBackup } from '../../store/backup/backup-file.ts';
import { openStore, type Database } from '../../store/database.ts';
import { addPerson } from '../../store/people.ts';
import { everyAccount } from '../../store/reader-scope.ts';
import { prune } from '../../store/retention.ts';
import { readStoredScan } from '../../store/scans.ts';
import { checkWhole } from './check-whole.ts';
import { passphrase, type Line, type StageOrders } from './kill-lines.ts';

/**
 * The program that is killed: it checks what its earlier lives acknowledged, then scans, judges, stores, prunes
 * and backs up without end, and says what was done only after the store said so.
 */
const orders = JSON.parse(process.argv[2] ?? '') as StageOrders;
const log = pino({ level: 'silent' });
/** Each is refused every second time, so that its findings change from scan to scan. */
const worlds = ['wide-open', 'spotless'] as const;
const refused = { operation: 'cloudtrail', act: 'deny' } as const;

function say(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

// A year goes by with each scan, so that retention always has something to prune.
let scansBegun = orders.scansBefore;
const now = () => new Date(Date.UTC(2026, 0, 1) + scansBegun * 365 * 24 * 60 * 60 * 1_000);

const store = await openStore(
  orders.url === null ? { folder: path.join(orders.folder, 'database') } : { url: orders.url },
);
const { db } = store;
const problems = await checkWhole(db, orders);
const queue = await openScanQueue(store, log);
const board = openScanBoard();
const work = {
  ...{ db, board, worker: randomUUID(), now, log },
  openTarget: async () =>
    simulatedSession(worlds[scansBegun % 2] ?? 'spotless', {
      faults: scansBegun % 4 < 2 ? [refused] : [],
    }),
};
const scans = openScanService(work, queue);
await scans.open({ alone: store.home === 'embedded' });
say({ kind: 'ready', problems });

mkdirSync(path.join(orders.folder, 'backups'), { recursive: true });
for (;;) {
  scansBegun += 1;
  say({ kind: 'begins', what: 'scan' });
  await scanOnce();
  say({ kind: 'begins', what: 'person' });
  const id = await addPerson(
    db,
    { name: '愛', email: `${randomUUID()}@example.com`, role: 'viewer', passwordHash: 'x' },
    now(),
  );
  say({ kind: 'person', id });
  say({ kind: 'begins', what: 'prune' });
  await prune(db, { days: 800 }, now());
  say({ kind: 'pruned' });
  if (scansBegun % 3 === 0) await backUp(db);
}

async function scanOnce(): Promise<void> {
  const { id } = await scans
    .start('demo', { id: 'stage', name: 'Stage' })
    .catch(() => ({ id: null }));
  // A scan of the life before may still be running: it is restarted by the service itself.
  if (id === null) return pause(50);
  for (;;) {
    const scan = await scans.read(id, everyAccount);
    if (scan.finishedAt !== null) break;
    await pause(10);
  }
  const stored = await readStoredScan(db, id);
  if (stored?.link)
    say({
      kind: 'scan',
      id,
      link: stored.link,
      status: stored.status,
      digest: stored.evidenceDigest,
    });
}

async function backUp(from: Database): Promise<void> {
  say({ kind: 'begins', what: 'backup' });
  const file = path.join(orders.folder, 'backups', `${randomUUID()}.age`);
  const made = { madeAt: now().toISOString(), version: '0', secrets: {} };
  const { rows } = await writeBackup(from, file, passphrase, made);
  say({ kind: 'backup', file, people: rows['users'] ?? 0 });
}
