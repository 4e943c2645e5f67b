import { verifyAuditLog } from '../../store/audit-chain.ts';
import { contract } from '../implement.ts';

export default contract.audit.verify.handler(({ input, context }) =>
  verifyAuditLog(context.services.db, input.head),
);
