import { listClosedRegions } from '../../store/closed-regions.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.closedRegions.list.handler(async ({ context }) => ({
  regions: await listClosedRegions(context.services.db, scopeOf(context)),
}));
