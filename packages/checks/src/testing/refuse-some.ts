import { evidenceIds, type Evidence, type EvidenceReading, type ScanReport } from '@ippo/contracts';
import fc from 'fast-check';
import { anyReason, refuse } from './arbitrary-account.ts';
import { evidenceOf, partly } from './evidence.ts';

/** The same account with some readings refused, of any kind or of few; a refused list may have shown a page. */
export const arbitraryRefusal: fc.Arbitrary<(evidence: Evidence) => Evidence> = fc
  .record({
    kinds: fc.oneof(
      fc.constant(evidenceIds),
      fc.subarray(evidenceIds, { minLength: 1, maxLength: 2 }),
    ),
    share: fc.constantFrom(1, 3, 6, 10),
    choice: fc.infiniteStream(fc.nat(9)),
    reasons: fc.infiniteStream(anyReason),
    firstPages: fc.infiniteStream(fc.nat(5)),
  })
  .map(({ kinds, share, choice, reasons, firstPages }) => (evidence: Evidence) => {
    const readings = evidence.readings.map((reading): EvidenceReading => {
      if (!reading.readable || !kinds.includes(reading.type)) return reading;
      if (choice.next().value >= share) return reading;
      const { type, region, resource, at, value } = reading;
      const spot = { region, at, ...(resource === undefined ? {} : { resource }) };
      if (Array.isArray(value) && firstPages.next().value === 0)
        return partly(type, value.slice(0, 1), spot);
      return refuse(reading, reasons.next().value);
    });
    return { ...evidenceOf(readings), partition: evidence.partition };
  });

/**
 * The one settled exception to "darkness is monotone" (checks.md 0.11, `ct-delivery`; docs/decisions): beside
 * a logging multi-region trail that was read, an unread list of trails adds no unit, so a single-region trail
 * that only that list names disappears with its outcome.
 */
export function hidesATrailBesideAWideOne(full: ScanReport, dark: Evidence): boolean {
  const refusedLists = dark.readings.filter(
    (reading) => reading.type === 'cloudtrail.trails' && !reading.readable,
  );
  const units = full.checks.find((check) => check.id === 'ct-delivery')?.findings ?? [];
  const hidden = units.filter(
    (unit) =>
      unit.resource !== undefined &&
      !trailsOf(dark).some((trail) => trail.TrailARN === unit.resource) &&
      refusedLists.some((list) => list.region === unit.region),
  );
  return hidden.length > 0 && trailsOf(dark).some((trail) => isWideAndLogging(trail, dark));
}

function trailsOf(evidence: Evidence) {
  return evidence.readings.flatMap((reading) => {
    if (reading.type !== 'cloudtrail.trails') return [];
    const list = reading as EvidenceReading<'cloudtrail.trails'>;
    return (list.readable ? list.value : list.partial) ?? [];
  });
}

function isWideAndLogging(trail: ReturnType<typeof trailsOf>[number], evidence: Evidence): boolean {
  return (
    trail.IsMultiRegionTrail === true &&
    evidence.readings.some((reading) => {
      if (reading.type !== 'cloudtrail.trail-status' || !reading.readable) return false;
      const status = reading as EvidenceReading<'cloudtrail.trail-status'>;
      return (
        reading.resource === trail.TrailARN && status.readable && status.value.IsLogging === true
      );
    })
  );
}
