import { createHmac, hkdfSync } from 'node:crypto';

/** The key of this install's masks, from the secret that signs its sessions. */
export function maskKeyOf(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'ippo masks names in reports', 32)).toString(
    'hex',
  );
}

/**
 * Masks names and ids: the same text always has the same mask in this install, and nobody without the key
 * can find a name by trying names.
 */
export function maskWith(key: string): (text: string) => string {
  return (text) => {
    const digest = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
    return `masked-${digest.slice(0, 12)}`;
  };
}
