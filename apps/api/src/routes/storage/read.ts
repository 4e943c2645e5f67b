import { listBackups } from '../../backup/keep-backup.ts';
import { listHolds } from '../../store/holds.ts';
import { readRetention } from '../../store/retention.ts';
import { readKeptScans, readStoreSize } from '../../store/store-size.ts';
import { contract } from '../implement.ts';

export default contract.storage.read.handler(async ({ context: { services } }) => {
  const { db, config } = services;
  return {
    home: config.databaseUrl === null ? ('embedded' as const) : ('postgresql' as const),
    bytes: await readStoreSize(db),
    scans: await readKeptScans(db),
    retention: await readRetention(db),
    holds: await listHolds(db),
    backups: await listBackups(config),
  };
});
