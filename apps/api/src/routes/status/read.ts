import { isLoopbackName } from '../../http/hosts.ts';
import { ownerExists } from '../../store/people.ts';
import { contract } from '../implement.ts';

export default contract.status.handler(async ({ context: { services, host } }) => ({
  version: services.version,
  ownerExists: await ownerExists(services.db),
  address: host,
  loopbackOnly: isLoopbackName(services.config.host),
  sso: services.config.oidc && { name: services.config.oidc.name },
}));
