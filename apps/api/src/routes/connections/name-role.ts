import { DomainError } from '@ippo/contracts';
import { parseRoleArn } from '../../scan/role-arn.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { nameRole } from '../../store/connections.ts';
import { wasScanned } from '../../store/erase-history.ts';
import { contract, signedIn } from '../implement.ts';
import { named, shownAgain } from './shown-again.ts';

export default contract.connections.nameRole.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now, config } = context.services;
  const connection = await named(context, input.id);
  if (connection.kind !== 'role') throw new DomainError('connection-built-in');
  const { arn, account } = parseRoleArn(input.roleArn, config.rolePattern);
  const { id } = connection;
  await db.transaction(async (tx) => {
    const known = connection.account;
    if (known !== null && known !== account && (await wasScanned(tx, id)))
      throw new DomainError('connection-of-other-account', { account: known, other: account });
    await nameRole(tx, id, { roleArn: arn, account });
    const entry = { at: now(), actor: userId, subject: id, detail: { role: arn } };
    await recordInAuditLog(tx, { ...entry, action: 'connection.role-named' });
  });
  return shownAgain(context, id);
});
