import { generateKeyPairSync } from 'node:crypto';
import { canonicalJson, catalogue } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import { defaultSettings, emptyScope } from '@ippo/contracts';
import { fingerprintOf, readPack, writePack, type PackFile } from '@ippo/pack';
import { buildAssessment, redact, reportFormats } from '@ippo/reports';
import type { KeyPair } from '../auth/private-keys.ts';
import { gatheredOf } from './gathered-of.ts';
import { packSigner } from './pack-signers.ts';

/** A new key pair. */
export function newKeyPair(): KeyPair {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) ?? '' };
}

/** The pack of a simulated account, as an install writes it. */
export async function demoPack(
  key: KeyPair,
  { redacted = false, inputs = true } = {},
): Promise<Uint8Array> {
  const evidence = await collectEvidence(simulatedSession('spotless'));
  const gathered = gatheredOf(evidence, 'spotless');
  const { report, attestations, judgedAt } = gathered;
  const whole = buildAssessment(gathered);
  const judgedWith = { settings: defaultSettings, scope: emptyScope, attestations };
  const context = {
    ...{ catalogue, language: 'en' as const, zone: 'Asia/Tokyo' },
    pack: {
      ...{ report: Buffer.from(canonicalJson(report)), previous: null },
      ...{ evidence: Buffer.from(canonicalJson(evidence)), calls: evidence.calls },
      inputs: inputs ? { ...judgedWith, answersAt: judgedAt } : null,
      key: { private: key.privateKey, public: key.publicKey },
    },
  };
  const format = reportFormats.find(({ id }) => id === 'pack');
  if (format?.id !== 'pack') throw new Error('there is no format of packs');
  const assessment = redacted ? redact(whole, () => 'masked') : whole;
  const parts: Uint8Array[] = [];
  for await (const part of format.renderReport(assessment, context)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A pack with other contents, signed anew: what whoever holds a key can make of it. */
export function signedAnew(
  pack: Uint8Array,
  key: KeyPair,
  change: (name: string, text: string) => string | null,
): Uint8Array {
  const own = new Set(['SHA256SUMS', 'SHA256SUMS.sig', 'public-key.pem']);
  const files = readPack(pack).flatMap(({ name, bytes }): PackFile[] => {
    if (own.has(name)) return [];
    if (name.endsWith('.pdf')) return [{ name, bytes }];
    const text = change(name, Buffer.from(bytes).toString());
    return text === null ? [] : [{ name, bytes: Buffer.from(text) }];
  });
  return Buffer.concat(writePack(files, packSigner(key)));
}
