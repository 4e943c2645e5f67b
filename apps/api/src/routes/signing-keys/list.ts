import { listSigningKeys } from '../../store/signing-keys.ts';
import { contract } from '../implement.ts';

export default contract.signingKeys.list.handler(async ({ context: { services } }) => ({
  keys: await listSigningKeys(services.db),
}));
