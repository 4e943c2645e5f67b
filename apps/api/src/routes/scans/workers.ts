import { someoneWorks } from '../../store/workers.ts';
import { contract } from '../implement.ts';

export default contract.scans.workers.handler(async ({ context }) => ({
  alive: await someoneWorks(context.services.db),
}));
