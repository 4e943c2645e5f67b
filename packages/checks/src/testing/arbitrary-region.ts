import type { EvidenceReading } from '@ippo/contracts';
import fc from 'fast-check';
import { maybeInstant, mostlyYes } from './arbitrary-trails.ts';
import { answered } from './evidence.ts';
import { defined, few, often } from './often.ts';

/** Config recorders and GuardDuty detectors of one region. */
export function arbitraryRegion(region: string): fc.Arbitrary<EvidenceReading[]> {
  const recorderStatus = defined({
    recording: mostlyYes,
    lastStatus: often('SUCCESS', 'Failure', 'PENDING', 'DREAMING', '', undefined),
    lastStartTime: maybeInstant,
    lastErrorCode: fc.constantFrom(undefined, 'AccessDenied'),
  });
  const recorder = fc.record({
    linked: fc.constantFrom(false, false, false, false, false, true),
    status: fc.option(recorderStatus, { nil: undefined, freq: 6 }),
  });
  const detector = fc.constantFrom(
    'ENABLED',
    'enabled',
    'ENABLED',
    'DISABLED',
    'NAPPING',
    undefined,
  );
  return fc
    .record({
      recorders: few(recorder),
      detectors: few(detector),
    })
    .map(({ recorders, detectors }) => {
      const named = recorders.map((one, at) => ({ ...one, name: `recorder-${at}` }));
      const listed = named.map(({ name, linked }) =>
        linked ? { name, servicePrincipal: 'securityhub.amazonaws.com' } : { name },
      );
      const ids = detectors.map((_, at) => `${region}-${at}`);
      return [
        answered('config.recorders', listed, region),
        answered('config.recorder-summaries', listed, region),
        answered(
          'config.recorder-status',
          named.flatMap(({ name, status }) => (status ? [{ name, ...status }] : [])),
          region,
        ),
        answered('guardduty.detectors', ids, region),
        ...detectors.map((Status, at) =>
          answered('guardduty.detector', Status === undefined ? {} : { Status }, {
            region,
            resource: `${region}-${at}`,
          }),
        ),
      ];
    });
}
