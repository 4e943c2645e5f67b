import { requireOwnPassword } from '../../auth/own-password.ts';
import { factorProblem } from '../../auth/factor-problem.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.beginSecondFactor.handler(async ({ input, context }) => {
  const { services, headers } = context;
  const { userId } = signedIn(context);
  const { password } = input;
  await requireOwnPassword(services, userId, password, services.now());
  const begun = await services.auth.api
    .enableTwoFactor({ body: { password, method: 'totp' }, headers })
    .catch(factorProblem);
  if (begun.method !== 'totp') throw new Error('an authenticator app was asked for');
  return { uri: begun.totpURI, backupCodes: begun.backupCodes };
});
