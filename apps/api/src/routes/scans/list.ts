import { listNewestScans, toScan } from '../../store/scans.ts';
import { contract, scopeOf } from '../implement.ts';

const shown = 50;

export default contract.scans.list.handler(async ({ context }) => ({
  scans: (await listNewestScans(context.services.db, scopeOf(context), shown)).map(toScan),
}));
