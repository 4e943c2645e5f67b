import { listNewestScans, toScan } from '../../store/scans.ts';
import { contract } from '../implement.ts';

const shown = 50;

export default contract.scans.list.handler(async ({ context: { services } }) => ({
  scans: (await listNewestScans(services.db, shown)).map(toScan),
}));
