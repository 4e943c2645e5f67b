import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { Stanza, type Recipient } from 'age-encryption';

const derive = promisify<string, Buffer, number, Record<string, number>, Buffer>(scrypt);
/** 2^17 rounds of scrypt: about 0.4 s and 128 MiB for each guess. */
const logN = 17;
const label = 'age-encryption.org/v1/scrypt';

/**
 * A passphrase as age's own format defines it (C2SP age.md, "scrypt recipient stanza"). The library's own
 * one derives on this thread, which would stop the server meanwhile; this one does not.
 */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const rounds = { N: 2 ** logN, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
      const key = await derive(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, rounds);
      const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), {
        authTagLength: 16,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      const saltText = salt.toString('base64').replaceAll('=', '');
      return [new Stanza(['scrypt', saltText, String(logN)], new Uint8Array(body))];
    },
  };
}
