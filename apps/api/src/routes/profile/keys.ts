import { listKeys } from '../../store/people-keys.ts';
import { contract, signedIn } from '../implement.ts';
import { keyAsShown } from './key-as-shown.ts';

export default contract.profile.keys.handler(async ({ context }) => {
  const keys = await listKeys(context.services.db, signedIn(context).userId);
  return { keys: keys.map(keyAsShown) };
});
