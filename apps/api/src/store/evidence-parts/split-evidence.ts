import { canonicalJson, sha256Hex } from '@ippo/checks';
import { evidenceTypes, type Evidence, type EvidenceReading } from '@ippo/contracts';
import { addressed, chunkByKey } from './chunks.ts';
import { putAt, takeMoments, type Moment } from './moments.ts';
import type { ChunkedList, EvidenceParts, Manifest } from './parts.ts';

/** Takes evidence apart so that what did not change since the last scan is stored once. */
export function splitEvidence(evidence: Evidence): EvidenceParts {
  const facts = new Map<string, string>();
  const moments: Record<string, Moment[]> = {};

  function keep(value: unknown): string {
    const { digest, body } = addressed(value);
    facts.set(digest, body);
    return digest;
  }

  const readings = evidence.readings.map((reading, index) => {
    const stripped = stableReading(reading);
    if (stripped.moments.length > 0) moments[index] = stripped.moments;
    const { rest, lists } = withoutLongLists(stripped.stable, evidenceTypes[reading.type]);
    const kept: ChunkedList[] = lists.map(({ path, chunks }) => ({
      path,
      chunks: chunks.map(keep),
    }));
    return { fact: keep(rest), lists: kept };
  });
  const { format, source, account, partition, startRegion, operations } = evidence;
  const { caller, startedAt, finishedAt, ended, clockSkewSeconds, calls } = evidence;
  return {
    digest: sha256Hex(canonicalJson(evidence)),
    facts,
    manifest: keep({
      ...{ format, source, account, partition, startRegion, operations },
      readings,
    } satisfies Manifest),
    moments,
    provenance: {
      ...{ caller, startedAt, finishedAt, ended, clockSkewSeconds, calls },
      readings: evidence.readings.map(provenanceOf),
    },
  };
}

/** A reading without its clock, its calls and its volatile fields. */
function stableReading(reading: EvidenceReading): { stable: object; moments: Moment[] } {
  const volatile = new Set<string>(evidenceTypes[reading.type].volatile);
  const moments: Moment[] = [];
  const kept: [string, unknown][] = [];
  for (const [key, member] of Object.entries(reading)) {
    if (key === 'at' || key === 'calls' || key === 'detail') continue;
    if (key === 'value' || key === 'partial') {
      const taken = takeMoments(member, volatile, [key]);
      moments.push(...taken.moments);
      kept.push([key, taken.stable]);
    } else kept.push([key, member]);
  }
  return { stable: Object.fromEntries(kept), moments };
}

type CutList = { path: (string | number)[]; chunks: unknown[][] };

/** Takes the long lists out of a reading: its value itself, or a field of it. */
function withoutLongLists(
  stable: object,
  type: { itemKey?: string },
): { rest: object; lists: CutList[] } {
  const { itemKey } = type;
  if (itemKey === undefined) return { rest: stable, lists: [] };
  const rest = structuredClone(stable);
  const lists: CutList[] = [];
  for (const part of ['value', 'partial']) {
    for (const { path, list } of listsUnder(part, Reflect.get(rest, part))) {
      const chunks = chunkByKey(list, itemKey);
      if (chunks === null) continue;
      lists.push({ path, chunks });
      putAt(rest, path, []);
    }
  }
  return { rest, lists };
}

function listsUnder(part: string, value: unknown): { path: string[]; list: unknown[] }[] {
  if (Array.isArray(value)) return [{ path: [part], list: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    Array.isArray(member) ? [{ path: [part, key], list: member }] : [],
  );
}

function provenanceOf(reading: EvidenceReading) {
  const detail = reading.readable ? undefined : reading.detail;
  return { at: reading.at, calls: reading.calls, ...(detail === undefined ? {} : { detail }) };
}
