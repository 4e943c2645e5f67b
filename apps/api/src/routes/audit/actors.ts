import { listAuditActors } from '../../store/audit-search.ts';
import { contract } from '../implement.ts';

export default contract.audit.actors.handler(async ({ context }) => ({
  actors: await listAuditActors(context.services.db),
}));
