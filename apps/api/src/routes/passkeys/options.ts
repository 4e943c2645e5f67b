import { signInOptions } from '../../auth/passkeys.ts';
import { contract } from '../implement.ts';

export default contract.passkeys.options.handler(async ({ context: { services, origin } }) => ({
  ...(await signInOptions({ db: services.db, origin, now: services.now() })),
}));
