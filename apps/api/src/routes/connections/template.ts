import { identify, renderRole, trustedBy } from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { offeredRoleName, parseRoleArn } from '../../scan/role-arn.ts';
import { contract } from '../implement.ts';
import { named } from './shown-again.ts';

export default contract.connections.template.handler(async ({ input, context }) => {
  const { access, config } = context.services;
  const { externalId, roleArn } = await named(context, input.id);
  if (externalId === null) throw new DomainError('connection-built-in');
  const session = await access.base();
  const { arn: caller } = await identify(session).finally(() => session.close());
  const roleName =
    roleArn === null
      ? offeredRoleName(config.rolePattern)
      : parseRoleArn(roleArn, config.rolePattern).name;
  const role = renderRole(input.format, { roleName, externalId, ...trustedBy(caller) });
  return { ...role, roleName, caller };
});
