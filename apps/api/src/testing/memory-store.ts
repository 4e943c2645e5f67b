import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { openScanQueue } from '../scan/scan-queue.ts';
import { migrationsFolder, type EmbeddedStore, type Store } from '../store/database.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';

/** An embedded database in memory with all tables; made once for each set of migrations, then copied. */
export async function openMemoryStore(): Promise<EmbeddedStore> {
  const template = path.join(tmpdir(), `ippo-test-store-${schemaDigest()}.tar`);
  if (!existsSync(template)) await makeTemplate(template);
  return openEmbeddedStore({ folder: null }, {}, new Blob([readFileSync(template)]));
}

async function makeTemplate(template: string): Promise<void> {
  const store = await openEmbeddedStore({ folder: null });
  await makeQueueTables(store);
  const dump = await store.client.dumpDataDir('none');
  await store.close();
  const own = `${template}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, template);
}

/** The queue's own tables too: making them takes longer than all of ours. */
export async function makeQueueTables(store: Store): Promise<void> {
  const queue = await openScanQueue(store, pino({ level: 'silent' }));
  await queue.stop();
}

/** What a template is made of: another one is made where that changes. */
export function schemaDigest(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.resolve(import.meta.dirname, '../../package.json')));
  for (const name of readdirSync(migrationsFolder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted())
    hash.update(readFileSync(path.join(migrationsFolder, name)));
  return hash.digest('hex').slice(0, 16);
}
