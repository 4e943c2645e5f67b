import type { Evidence, EvidenceReading, EvidenceRef } from '@ippo/contracts';

/** The calls that readings rest on, each once, in the order in which they were made. */
export function callsOf(readings: readonly EvidenceReading[], evidence: Evidence): EvidenceRef[] {
  const indices = new Set(readings.flatMap(({ calls }) => calls));
  return [...indices]
    .sort((a, b) => a - b)
    .flatMap((index) => evidence.calls[index] ?? [])
    .map(({ operation, region, at, requestId, digest }) => ({
      ...{ operation, region, at, requestId, digest },
    }));
}
