import { DomainError } from '@ippo/contracts';
import { checkNewPasskey } from '../../auth/passkeys.ts';
import { addPasskey } from '../../store/people-passkeys.ts';
import { contract, recentlySignedIn } from '../implement.ts';

export default contract.profile.addPasskey.handler(async ({ input, context }) => {
  const { services, origin } = context;
  const { userId } = recentlySignedIn(context);
  const place = { db: services.db, origin, now: services.now() };
  const passkey = await checkNewPasskey(place, { userId, name: input.name }, input.response);
  if (!(await addPasskey(services.db, passkey))) throw new DomainError('passkey-refused');
  return { id: passkey.id };
});
