import { canonicalJson, sha256Hex } from '@ippo/checks';
import type { Evidence, EvidenceReading } from '@ippo/contracts';
import { putAt } from './moments.ts';
import type { EvidenceParts, Manifest } from './parts.ts';

/** Puts stored evidence together again; throws where it is not, byte for byte, what was stored. */
export function joinEvidence(parts: EvidenceParts): Evidence {
  const { provenance } = parts;
  const manifest = readFact(parts, parts.manifest) as Manifest;
  const { readings: places, ...stable } = manifest;
  const { readings: origins, ...own } = provenance;
  const readings = places.map(({ fact, lists }, index) => {
    const reading = readFact(parts, fact) as object;
    for (const { path, chunks } of lists)
      putAt(
        reading,
        path,
        chunks.flatMap((chunk) => readFact(parts, chunk) as unknown[]),
      );
    for (const moment of parts.moments[index] ?? []) putAt(reading, moment.path, moment.value);
    return { ...reading, ...origins[index] } as EvidenceReading;
  });
  const evidence: Evidence = { ...stable, ...own, readings };
  if (sha256Hex(canonicalJson(evidence)) !== parts.digest)
    throw new Error(`stored evidence ${parts.digest} does not match its digest`);
  return evidence;
}

function readFact(parts: EvidenceParts, digest: string): unknown {
  const body = parts.facts.get(digest);
  if (body === undefined) throw new Error(`stored evidence ${parts.digest} lacks fact ${digest}`);
  return JSON.parse(body);
}
