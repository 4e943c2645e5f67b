import type { Evidence, EvidenceReading, EvidenceValue } from '@ippo/contracts';

/** The same evidence with each reading replaced; calls stay where they are. */
export function withReadings(
  evidence: Evidence,
  replace: (reading: EvidenceReading) => EvidenceReading,
): Evidence {
  const readings = evidence.readings.map((reading) => ({
    ...replace(reading),
    calls: reading.calls,
  }));
  return { ...evidence, readings };
}

/** A reading whose value, and everything inside it, went through `change`. */
export function changed(
  reading: EvidenceReading,
  change: (key: string, value: unknown) => unknown,
): EvidenceReading {
  if (!reading.readable) return reading;
  const value: unknown = JSON.parse(JSON.stringify(reading.value), change);
  return { ...reading, value } as EvidenceReading;
}

/** What the reading would be with the service off: trails stopped, recorders and detectors deleted. */
export function switchedOff(reading: EvidenceReading): EvidenceReading {
  if (!reading.readable) return reading;
  if (reading.type === 'cloudtrail.trail-status') {
    const status = reading.value as EvidenceValue<'cloudtrail.trail-status'>;
    return { ...reading, value: { ...status, IsLogging: false } };
  }
  return Array.isArray(reading.value) ? { ...reading, value: [] } : reading;
}

/** The same items in an order that chance decides. */
export function shuffle<T>(items: readonly T[], chance: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, place: Number(chance.next().value) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A value with every list inside it shuffled. */
export function shuffleLists(value: unknown, chance: Iterator<number>): unknown {
  if (Array.isArray(value))
    return shuffle(
      value.map((item) => shuffleLists(item, chance)),
      chance,
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, shuffleLists(member, chance)]),
  );
}
