import { newPasskeyOptions } from '../../auth/passkeys.ts';
import { contract, recentlySignedIn } from '../implement.ts';

export default contract.profile.passkeyOptions.handler(async ({ context }) => {
  const { services, origin } = context;
  const person = recentlySignedIn(context);
  return { ...(await newPasskeyOptions({ db: services.db, origin, now: services.now() }, person)) };
});
