import { isIP } from 'node:net';
import type { PasskeysPossible } from '@ippo/contracts';

/**
 * Whether browsers allow passkeys on pages of an origin: WebAuthn takes a host name, not an IP address,
 * and only over HTTPS or on this machine.
 */
export function passkeysPossibleAt(origin: string): PasskeysPossible {
  const { hostname, protocol } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) > 0) return { possible: false, why: 'ip-address' };
  const local = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'https:' && !local) return { possible: false, why: 'not-https' };
  return { possible: true, host: hostname };
}
