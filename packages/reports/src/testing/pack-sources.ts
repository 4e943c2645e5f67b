import { createPrivateKey, createPublicKey } from 'node:crypto';
import { defaultSettings, emptyScope } from '@ippo/contracts';
import type { Gathered } from '../assessment/gathered.ts';
import type { PackSource } from '../pack-source.ts';

/** RFC 8410, 7: PKCS#8 of an Ed25519 key, before its 32 bytes. */
const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair that is the same in every run. */
export function keyPair(number: number): PackSource['key'] {
  const der = Buffer.concat([prefix, Buffer.alloc(32, number)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    private: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    public: createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** What a pack of a gathered account holds, as the API would hand it in. */
export function packSourceOf({ report, evidence, attestations, judgedAt }: Gathered): PackSource {
  return {
    report: Buffer.from(canonical(report)),
    evidence: evidence && Buffer.from(canonical(evidence)),
    calls: evidence?.calls ?? [],
    inputs: evidence && {
      ...{ settings: report.settings ?? defaultSettings, scope: emptyScope, attestations },
      answersAt: judgedAt,
    },
    previous: null,
    key: keyPair(1),
  };
}

/** As `canonicalJson` of the checks writes it: their digests tell whether it does. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : member,
  );
}
