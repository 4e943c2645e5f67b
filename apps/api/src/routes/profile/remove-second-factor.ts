import { DomainError } from '@ippo/contracts';
import { requireOwnPassword } from '../../auth/own-password.ts';
import { removeAuthenticator } from '../../store/people-factors.ts';
import { contract, recentlySignedIn } from '../implement.ts';

export default contract.profile.removeSecondFactor.handler(async ({ input, context }) => {
  const { services } = context;
  const { userId } = recentlySignedIn(context);
  const at = services.now();
  await requireOwnPassword(services, userId, input.password, at);
  if (!(await removeAuthenticator(services.db, userId, at)))
    throw new DomainError('second-factor-off');
  return { done: true as const };
});
